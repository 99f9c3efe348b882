package io.github.cookiecharter.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.github.cookiecharter.catalogue.Catalogue;
import io.github.cookiecharter.model.diagnostic.DiagnosticCollector;
import io.github.cookiecharter.yaml.Node;
import io.github.cookiecharter.yaml.SourceDecoder;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The JSON Schema that editors use and the reader say the same, wherever a schema can say it at all. */
class SchemaTest {

    /** Faults that need more than the place where they stand: other places, a calendar, a list of the world's countries. */
    private static final Set<String> BEYOND_A_SCHEMA = Set.of(
            "asked-by-category",
            "asked-by-with-banner",
            "accent-contrast",
            "asked-by-with-default-banner",
            "consent-domain",
            "consent-revision-large",
            "cookie-name-blank",
            "log-blocked",
            "cookie-name-semicolon",
            "cookie-name-umlaut",
            "languages-twice",
            "missing-site",
            "pixel-name",
            "same-cookie-twice",
            "service-no-providers",
            "service-unknown-category",
            "service-unknown-provider",
            "storage-key-two-lines",
            "text-region-is-not-default",
            "text-tag-twice",
            "text-unknown-language",
            "purpose-standard-default-language",
            "purpose-standard-language",
            "text-without-default",
            "updated-no-day");

    private static final JsonNode TEXT = load();
    private static final JsonSchema SCHEMA =
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(TEXT);

    private static JsonNode load() {
        try (InputStream schema = SchemaTest.class.getResourceAsStream("cookies.schema.json")) {
            return new ObjectMapper().readTree(schema);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static Stream<Path> good() throws IOException {
        return Stream.concat(DeclarationSamples.charters(), DeclarationSamples.files("good"));
    }

    /** The bad files whose fault is not one of YAML itself. */
    static Stream<Path> badButWellFormed() throws IOException {
        return DeclarationSamples.files("bad").filter(file -> wellFormed(file).isPresent());
    }

    @ParameterizedTest
    @MethodSource("good")
    void acceptsWhatTheReaderAccepts(Path file) throws IOException {
        Node root = wellFormed(file).orElseThrow();

        assertThat(validate(json(root, false))).isEmpty();
        assertThat(validate(json(root, true)))
                .as("with the types that an editor sees")
                .isEmpty();
        assertThat(DeclarationSamples.reader().read(Files.readAllBytes(file)).diagnostics())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("badButWellFormed")
    void rejectsWhatTheReaderRejects(Path file) {
        boolean accepted = validate(json(wellFormed(file).orElseThrow(), false)).isEmpty();

        String name = file.getFileName().toString().replace(".yaml", "");
        assertThat(accepted).as(name).isEqualTo(BEYOND_A_SCHEMA.contains(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"policy", "banner"})
    void listsTheKeysOfBuiltInTexts(String owner) throws IOException {
        Properties english = new Properties();
        try (InputStream texts =
                SchemaTest.class.getResourceAsStream("/io/github/cookiecharter/language/en.properties")) {
            english.load(new InputStreamReader(texts, StandardCharsets.UTF_8));
        }
        Set<String> expected = new TreeSet<>();
        for (String key : english.stringPropertyNames()) {
            if (key.startsWith(owner + ".")) {
                expected.add(key.substring(owner.length() + 1));
            } else if (owner.equals("policy")
                    && key.matches("(column|party|kind|lifetime|consent-cookie|consent-log)[.].*")) {
                expected.add(key);
            }
        }

        Set<String> known = new TreeSet<>();
        TEXT.at("/properties/" + owner + "/properties/texts/properties")
                .fieldNames()
                .forEachRemaining(known::add);
        assertThat(known).isEqualTo(expected);
    }

    @Test
    void knowsTheServicesOfTheCatalogue() {
        List<String> known = new ArrayList<>();
        TEXT.at("/definitions/known/enum").forEach(name -> known.add(name.asText()));
        assertThat(known).isEqualTo(Catalogue.names());
    }

    @Test
    void explainsEachKey() {
        TEXT.at("/properties").forEach(SchemaTest::assertExplained);
        TEXT.at("/definitions")
                .forEach(definition -> definition.path("properties").forEach(SchemaTest::assertExplained));
    }

    private static void assertExplained(JsonNode key) {
        assertThat(key.path("description").asText()).as(key.toString()).isNotBlank();
        key.path("properties").forEach(SchemaTest::assertExplained);
    }

    private static Set<ValidationMessage> validate(JsonNode node) {
        return SCHEMA.validate(node);
    }

    private static Optional<Node> wellFormed(Path file) {
        DiagnosticCollector diagnostics = new DiagnosticCollector();
        try {
            Optional<Node> root = SourceDecoder.decode(Files.readAllBytes(file), "", diagnostics)
                    .flatMap(source -> DeclarationReader.readTree(source, diagnostics));
            return diagnostics.hasErrors() ? Optional.empty() : root;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(Node node, boolean typed) {
        if (node instanceof Node.Mapping mapping) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            mapping.entries().forEach(entry -> object.set(entry.key(), json(entry.value(), typed)));
            return object;
        }
        if (node instanceof Node.Sequence sequence) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            sequence.items().forEach(item -> array.add(json(item, typed)));
            return array;
        }
        return node instanceof Node.Scalar scalar
                ? scalar(scalar, typed && scalar.plain())
                : JsonNodeFactory.instance.nullNode();
    }

    // The core schema of YAML 1.2, as far as the samples go.
    private static JsonNode scalar(Node.Scalar scalar, boolean typed) {
        String text = scalar.text();
        if (typed && (text.equals("true") || text.equals("false"))) {
            return JsonNodeFactory.instance.booleanNode(text.equals("true"));
        }
        if (typed && text.matches("[0-9]+")) {
            return JsonNodeFactory.instance.numberNode(Long.parseLong(text));
        }
        return JsonNodeFactory.instance.textNode(text);
    }
}
