package io.github.cookiecharter.report;

import static io.github.cookiecharter.charter.TestCharters.cookie;
import static io.github.cookiecharter.charter.TestCharters.same;
import static io.github.cookiecharter.charter.TestCharters.site;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.goal.HostileTexts;
import io.github.cookiecharter.goal.TestCharter;
import io.github.cookiecharter.output.Artefact;
import io.github.cookiecharter.output.OutputRoot;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

class CharterJsonTest {

    static final List<String> texts = HostileTexts.ALL;

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonSchema SCHEMA = JsonSchemaFactory.getInstance(VersionFlag.V202012)
            .getSchema(CharterJson.class.getResourceAsStream("charter.schema.json"));
    private static final JsonSchema SCHEMA_OF_SCHEMAS = JsonSchemaFactory.getInstance(VersionFlag.V202012)
            .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

    @Test
    void theSchemaIsOne() throws IOException {
        try (InputStream schema = CharterJson.class.getResourceAsStream("charter.schema.json")) {
            assertThat(SCHEMA_OF_SCHEMAS.validate(MAPPER.readTree(schema))).isEmpty();
        }
    }

    @Test
    void containsAllPartsOfTheCharter() throws IOException {
        String json = text(TestCharter.of(resource("every-key.yaml")));

        assertThat(faults(MAPPER.readTree(json))).isEmpty();
        assertThat(json).isEqualTo(resource("every-key.json"));
    }

    @Test
    void omitsWhatConcernsOnlyTheBuild() throws IOException {
        assertThat(text(TestCharter.of(resource("every-key.yaml"))))
                .doesNotContain("SESSION\"", "elsewhere", "some-rule", "accepted");
    }

    /** The declarations of the example projects, those aside that are faulty on purpose. */
    static List<Path> declarations() throws IOException {
        List<Path> declarations = new ArrayList<>();
        try (DirectoryStream<Path> projects = Files.newDirectoryStream(Path.of("src-it"))) {
            for (Path project : projects) {
                Path declaration = project.resolve("cookies.yaml");
                if (Files.exists(declaration)
                        && TestCharter.reading(Files.readString(declaration))
                                .declaration()
                                .isPresent()) {
                    declarations.add(declaration);
                }
            }
        }
        assertThat(declarations).hasSizeGreaterThan(4);
        return declarations;
    }

    @ParameterizedTest
    @MethodSource("declarations")
    void everyExampleFitsTheSchema(Path declaration) throws IOException {
        JsonNode json = json(TestCharter.of(Files.readString(declaration)));

        assertThat(faults(json)).isEmpty();
        assertThat(json.get("categories")).isNotEmpty();
    }

    @Test
    void aSiteWithoutCookiesFitsTheSchemaToo() throws IOException {
        JsonNode json = json(site().charter());

        assertThat(faults(json)).isEmpty();
        assertThat(json.get("categories")).isEmpty();
        assertThat(json.has("consent")).as("no banner, no choice to keep").isFalse();
    }

    @Test
    void namesWhoAsksInPlaceOfABanner() throws IOException {
        JsonNode json = json(TestCharter.of("""
                site: { name: Shop, url: "https://shop.example", jurisdictions: [fr, ch] }
                consent: { asked-by: { tool: onetrust, categories: { statistics: C0002 } } }
                banner: { runtime: none }
                services:
                  a: { category: statistics, purpose: Count the visits, cookies: { a: { lifetime: session } } }
                """));

        assertThat(faults(json)).isEmpty();
        assertThat(json.get("asked-by").toString())
                .isEqualTo(
                        "{\"name\":{\"en\":\"onetrust\"},\"tool\":\"onetrust\",\"categories\":{\"statistics\":\"C0002\"}}");
        assertThat(json.has("consent")).isFalse();
        assertThat(json.at("/site/authorities/0/url").textValue()).isEqualTo("https://www.cnil.fr/");
        assertThat(json.at("/site/authorities")).hasSize(2);
    }

    @Test
    void omitsLanguagesThatUseAnotherOnesText() throws IOException {
        JsonNode json = json(TestCharter.of("""
                site: { name: Shop, url: "https://shop.example", languages: [en, fr-CA, de] }
                services:
                  a:
                    category: necessary
                    purpose: { en: Count, fr: Compter }
                    cookies: { a: { lifetime: session } }
                """));

        JsonNode service = json.at("/categories/0/services/0");
        assertThat(service.get("purpose").toString()).isEqualTo("{\"en\":\"Count\",\"fr-CA\":\"Compter\"}");
        assertThat(service.get("name").toString()).isEqualTo("{\"en\":\"a\",\"fr-CA\":\"a\",\"de\":\"a\"}");
    }

    @ParameterizedTest
    @FieldSource("texts")
    void hostileTextIsUnchanged(String text) throws IOException {
        Charter charter = site("fr", "en")
                .source(text)
                .name(same(text, List.of("fr", "en")))
                .service("necessary", "a", cookie("a").purpose(text))
                .charter();

        String written = text(charter);
        JsonNode json = MAPPER.readTree(written);

        assertThat(faults(json)).isEmpty();
        assertThat(json.at("/generated/from").textValue()).isEqualTo(text);
        assertThat(json.at("/site/name/en").textValue()).isEqualTo(text);
        assertThat(json.at("/categories/0/services/0/cookies/0/purpose/fr").textValue())
                .isEqualTo(text);
        assertThat(written).as("inert in a page's script element").doesNotContain("<", ">", "&", "\u2028", "\u2029");
    }

    @ParameterizedTest
    @CsvSource({
        "/format, 2",
        "/site/url, '\"ftp://x\"'",
        "/site/languages, []",
        "/site/jurisdictions/0, '\"mars\"'",
        "/site/name, '\"Shop\"'",
        "/site/name/no tag, '\"Shop\"'",
        "/site/updated, '\"yesterday\"'",
        "/site/authorities, []",
        "/site/authorities/0/url, '\"authority\"'",
        "/site/opt-out, true",
        "/categories/1/services/0/provider/transfers, []",
        "/categories/1/services/0/provider/transfers/0, '\"us\"'",
        "/consent/revision, 0",
        "/consent/revision, 2147483648",
        "/consent/lifetime, '\"6 months\"'",
        "/categories/0/consent, true",
        "/categories/0/id, '\"Necessary\"'",
        "/categories/0/services, []",
        "/categories/0/services/0/cookies/0/kind, '\"crumb\"'",
        "/categories/0/services/0/cookies/0/kind, '\"local-storage\"'",
        "/categories/0/services/0/cookies/0/lifetime, '\"P0D\"'",
        "/categories/0/services/0/cookies/0/same-site, '\"lax\"'",
        "/categories/0/services/0/cookies/0/pattern, '\"yes\"'",
        "/categories/0/services/0/provider/country, '\"fr\"'"
    })
    void theSchemaRejectsWhatIsWrong(String pointer, String value) throws IOException {
        JsonNode json = json(TestCharter.of(resource("every-key.yaml")));
        assertThat(faults(json)).isEmpty();

        int slash = pointer.lastIndexOf('/');
        JsonNode parent = json.at(pointer.substring(0, slash));
        String key = pointer.substring(slash + 1);
        if (parent instanceof ArrayNode array) {
            array.set(Integer.parseInt(key), MAPPER.readTree(value));
        } else {
            ((ObjectNode) parent).set(key, MAPPER.readTree(value));
        }

        assertThat(faults(json)).isNotEmpty();
    }

    @Test
    void theSchemaRejectsUnknownAndMissingKeys() throws IOException {
        JsonNode json = json(TestCharter.of(resource("every-key.yaml")));
        List<ObjectNode> objects = new ArrayList<>();
        collect(json, objects);

        assertThat(objects).hasSizeGreaterThan(30);
        for (ObjectNode object : objects) {
            object.put("not a key", true);
            assertThat(faults(json)).as("a further key in %s", object).isNotEmpty();
            object.remove("not a key");
        }
        for (String required : List.of("format", "site", "categories")) {
            JsonNode removed = ((ObjectNode) json).remove(required);
            assertThat(faults(json)).as("without %s", required).isNotEmpty();
            ((ObjectNode) json).set(required, removed);
        }
        assertThat(faults(json)).isEmpty();
    }

    private static void collect(JsonNode node, List<ObjectNode> objects) {
        if (node instanceof ObjectNode object) {
            objects.add(object);
        }
        node.forEach(child -> collect(child, objects));
    }

    private static List<String> faults(JsonNode json) {
        return SCHEMA.validate(json).stream().map(Object::toString).toList();
    }

    private static JsonNode json(Charter charter) throws JsonProcessingException {
        return MAPPER.readTree(text(charter));
    }

    private static String text(Charter charter) {
        Artefact artefact = CharterJson.generate(charter);
        assertThat(artefact.root()).isEqualTo(OutputRoot.WEB_PATH);
        assertThat(artefact.path()).isEqualTo("charter.json");
        return new String(artefact.content(), StandardCharsets.UTF_8);
    }

    private static String resource(String name) throws IOException {
        try (InputStream resource = CharterJsonTest.class.getResourceAsStream(name)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
