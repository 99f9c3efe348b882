package io.github.cookiecharter.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cookiecharter.goal.TestCharter;
import io.github.cookiecharter.language.LanguageTexts;
import io.github.cookiecharter.model.StandardPurpose;
import io.github.cookiecharter.project.Golden;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The page about the declaration is made from the JSON Schema, and from an example of each part, which the test of the
 * documentation reads and judges.
 */
class DeclarationPageTest {

    private static final Path PAGE = Path.of("src/site/markdown/declaration.md");
    private static final Path EXAMPLES = Path.of("src/test/resources/io/github/cookiecharter/declaration/page");
    private static final JsonNode SCHEMA = schema();
    private static final LanguageTexts ENGLISH =
            TestCharter.LANGUAGES.forTag("en").orElseThrow();

    /** The schema's definitions of values, in words. */
    private static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("text", "[text](#texts)"),
            Map.entry("purpose", "[text](#texts), or a [standard purpose](#standard-purposes)"),
            Map.entry("line", "text on one line"),
            Map.entry("id", "id"),
            Map.entry("language", "language tag"),
            Map.entry("flag", "`true` or `false`"),
            Map.entry("webUrl", "http or https URL"),
            Map.entry("address", "URL or path"),
            Map.entry("addresses", "URL or path, or one for each language"),
            Map.entry("host", "host name"),
            Map.entry("domain", "domain"),
            Map.entry("lifetime", "[lifetime](#lifetimes)"),
            Map.entry("cookieName", "name of a cookie"),
            Map.entry("urlPattern", "URL or path, `*` allowed"),
            Map.entry("category", "[category](#categories)"),
            Map.entry("strictCategory", "[category](#categories)"),
            Map.entry("provider", "[provider](#providers)"),
            Map.entry("service", "[service](#services)"),
            Map.entry("wholeService", "service with all that it needs"),
            Map.entry("known", "name of a [known service](#known-services)"),
            Map.entry("cookie", "[cookie](#cookies)"));

    /** What a key holds, where the schema has a pattern for it and no definition. */
    private static final Map<String, String> BY_KEY = Map.of(
            "updated", "date",
            "contact", "e-mail address, URL or path",
            "country", "country code",
            "transfers", "list: country code",
            "authority", "mapping, see below",
            "path", "path",
            "constant", "Java identifier");

    /** A part of the page: what stands above the keys in the file, and the keys. */
    private record Part(String name, String path, JsonNode keys) {}

    private static JsonNode schema() {
        try {
            return new ObjectMapper()
                    .readTree(Path.of("src/main/resources/io/github/cookiecharter/declaration/cookies.schema.json")
                            .toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Part> parts() {
        JsonNode top = SCHEMA.get("properties");
        JsonNode defined = SCHEMA.get("definitions");
        return List.of(
                new Part("site", "site", top.get("site")),
                new Part("consent", "consent", top.get("consent")),
                new Part("categories", "categories.<id>", defined.get("category")),
                new Part("providers", "providers.<id>", defined.get("provider")),
                new Part("services", "services.<id>", defined.get("service")),
                new Part("cookies", "services.<id>.cookies.<name>", defined.get("cookie")),
                new Part("banner", "banner", top.get("banner")),
                new Part("policy", "policy", top.get("policy")),
                new Part("exceptions", "exceptions[]", top.get("exceptions").get("items")));
    }

    @Test
    void thePageMatchesTheSchema() throws IOException {
        StringBuilder page = new StringBuilder(Files.readString(EXAMPLES.resolve("introduction.md")));
        page.append("\n<a id=\"standard-purposes\"></a>\n\n## Standard purposes\n\n");
        page.append(Files.readString(EXAMPLES.resolve("standard-purposes.md")));
        page.append("\n| id | in English |\n| --- | --- |\n");
        for (StandardPurpose purpose : StandardPurpose.values()) {
            page.append("| `%s` | %s |\n".formatted(purpose.word(), ENGLISH.get(purpose.textKey())));
        }
        page.append("\n## Keys\n\n");
        page.append("| key | required | meaning |\n| --- | --- | --- |\n");
        Set<String> needed = Set.of("site", "services");
        SCHEMA.get("properties")
                .fields()
                .forEachRemaining(entry -> page.append("| [`%s`](#%s) | %s | %s |\n"
                        .formatted(
                                entry.getKey(),
                                entry.getKey(),
                                needed.contains(entry.getKey()) ? "yes" : "no",
                                cell(description(entry.getValue())))));
        for (Part part : parts()) {
            page.append(section(part));
        }
        page.append('\n').append(Files.readString(EXAMPLES.resolve("include.md")));
        Golden.check(PAGE, page.toString());
    }

    @Test
    void theSchemaHasEveryStandardPurpose() {
        List<String> ids = new ArrayList<>();
        SCHEMA.at("/definitions/purpose/anyOf/1/properties/standard/enum").forEach(id -> ids.add(id.asText()));
        assertThat(ids)
                .isEqualTo(Arrays.stream(StandardPurpose.values())
                        .map(StandardPurpose::word)
                        .toList());
    }

    @Test
    void theSchemaQuotesTheEnglishTexts() {
        for (String part : List.of("policy", "banner")) {
            JsonNode texts = SCHEMA.at("/properties/" + part + "/properties/texts/properties");
            assertThat(ENGLISH.overridableKeys(part))
                    .allSatisfy(key -> assertThat(description(texts.get(key)))
                            .isEqualTo("In English: "
                                    + ENGLISH.get(LanguageTexts.isTableText(key) ? key : part + "." + key)));
        }
    }

    @Test
    void thePageHasEveryPartOfTheSchema() {
        Set<String> documented = parts().stream().map(Part::name).collect(Collectors.toCollection(TreeSet::new));
        documented.remove("cookies");
        documented.add("include");
        Set<String> all = new TreeSet<>();
        SCHEMA.get("properties").fieldNames().forEachRemaining(all::add);
        assertThat(documented).isEqualTo(all);
        Set<String> values = new TreeSet<>();
        SCHEMA.get("definitions").fieldNames().forEachRemaining(values::add);
        assertThat(VALUES).containsOnlyKeys(values);
    }

    @ParameterizedTest
    @MethodSource("parts")
    void examplesShowEveryKey(Part part) throws IOException {
        String example = example(part);
        part.keys()
                .get("properties")
                .fieldNames()
                .forEachRemaining(key -> assertThat(example)
                        .as(part.name())
                        .containsPattern("(?m)(?:^|[\\s{,-])" + java.util.regex.Pattern.quote(key) + ":"));
    }

    private static String example(Part part) throws IOException {
        return Files.readString(EXAMPLES.resolve(part.name() + ".yaml"));
    }

    private static String section(Part part) throws IOException {
        StringBuilder section = new StringBuilder("\n## " + part.name() + "\n\n");
        section.append(description(heading(part))).append("\n\n");
        section.append("| key | value | required | default | meaning |\n| --- | --- | --- | --- | --- |\n");
        JsonNode needing = part.name().equals("services") ? SCHEMA.at("/definitions/wholeService") : part.keys();
        Set<String> needed = names(needing.path("required"));
        Map<String, JsonNode> texts = new LinkedHashMap<>();
        part.keys().get("properties").fields().forEachRemaining(entry -> {
            JsonNode key = entry.getValue();
            section.append("| `%s.%s` | %s | %s | %s | %s |\n"
                    .formatted(
                            part.path(),
                            entry.getKey(),
                            BY_KEY.getOrDefault(entry.getKey(), type(key)),
                            needed.contains(entry.getKey()) ? "yes" : "no",
                            standard(key),
                            cell(description(key))));
            if (key.has("properties")) {
                texts.put(part.path() + "." + entry.getKey(), key.get("properties"));
            }
        });
        section.append("\n```yaml\n").append(example(part)).append("```\n");
        texts.forEach((path, keys) -> section.append(texts(path, keys)));
        return section.toString();
    }

    /** What the part's own description stands at: a category is described as one of several. */
    private static JsonNode heading(Part part) {
        return SCHEMA.get("properties").has(part.name())
                ? SCHEMA.get("properties").get(part.name())
                : part.keys();
    }

    private static String texts(String path, JsonNode keys) {
        StringBuilder table = new StringBuilder("\n### " + path + "\n\n| key | "
                + (keys.elements().next().path("description").asText().startsWith("In English: ")
                        ? "in English"
                        : "meaning")
                + " |\n| --- | --- |\n");
        keys.fields()
                .forEachRemaining(entry -> table.append("| `%s` | %s |\n"
                        .formatted(
                                entry.getKey(),
                                cell(description(entry.getValue()).replaceFirst("^In English: ", "")))));
        return table.toString();
    }

    private static String type(JsonNode key) {
        if (key.has("$ref")) {
            return VALUES.get(key.get("$ref").asText().replace("#/definitions/", ""));
        }
        if (key.has("allOf")) {
            return type(key.get("allOf").get(0));
        }
        if (key.has("anyOf")) {
            return type(key.get("anyOf").get(key.get("anyOf").get(1).has("$ref") ? 1 : 0));
        }
        if (key.has("enum")) {
            return names(key.get("enum")).stream().map(word -> "`" + word + "`").collect(Collectors.joining(", "));
        }
        if (key.has("const")) {
            return "`" + key.get("const").asText() + "`";
        }
        JsonNode type = key.get("type");
        if (type.isArray() || type.asText().equals("string")) {
            return "text on one line";
        }
        return switch (type.asText()) {
            case "array" -> "list: " + type(key.get("items"));
            case "integer" -> "whole number";
            case "object" ->
                key.has("properties")
                        ? "mapping, see below"
                        : "mapping to " + type(key.get("additionalProperties")).replace("](", "s](");
            default -> throw new AssertionError(key);
        };
    }

    private static String standard(JsonNode key) {
        JsonNode value = key.path("default");
        if (value.isMissingNode()) {
            return "";
        }
        return value.isArray() ? "`[ " + String.join(", ", list(value)) + " ]`" : "`" + value.asText() + "`";
    }

    private static String description(JsonNode node) {
        String text = node.path("description").asText();
        assertThat(text).as(node.toString()).isNotEmpty();
        return text;
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("<", "&lt;").replace("*", "\\*").replace("_", "\\_");
    }

    private static Set<String> names(JsonNode array) {
        return new java.util.LinkedHashSet<>(list(array));
    }

    private static List<String> list(JsonNode array) {
        List<String> values = new ArrayList<>();
        StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).forEach(values::add);
        return values;
    }
}
