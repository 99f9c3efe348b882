package io.github.cookiecharter.goal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.github.cookiecharter.judge.Html;
import io.github.cookiecharter.judge.Inventory;
import io.github.cookiecharter.judge.JavaScript;
import io.github.cookiecharter.judge.Javac;
import io.github.cookiecharter.output.Artefact;
import io.github.cookiecharter.report.CharterJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever the texts, names and addresses of a declaration hold, what is made of it is what is made of harmless ones, but
 * for the words: {@code -Dcookie-charter.declarations=1000} makes as many.
 */
@Tag("process")
class HostileDeclarationTest {

    private static final int DECLARATIONS = Integer.getInteger("cookie-charter.declarations", 12);

    private static final int FOR_THE_CHECKER = 2;

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Map<Integer, WholePipeline.Outcome> HOSTILE = new TreeMap<>();
    private static final Map<Integer, WholePipeline.Outcome> HARMLESS = new TreeMap<>();
    private static final Set<String> TEXTS = new TreeSet<>();

    @BeforeAll
    static void generate() {
        for (int seed = 0; seed < DECLARATIONS; seed++) {
            HostileDeclaration.Pair pair = HostileDeclaration.Pair.of(seed);
            TEXTS.addAll(pair.texts());
            HOSTILE.put(seed, outcome(seed, pair.hostile()));
            HARMLESS.put(seed, outcome(seed, pair.harmless()));
        }
    }

    private static WholePipeline.Outcome outcome(int seed, String yaml) {
        WholePipeline.Outcome outcome = WholePipeline.run(yaml.getBytes(StandardCharsets.UTF_8), List.of());
        assertThat(outcome.artefacts())
                .as("declaration %d: %s of %s", seed, outcome.diagnostics(), yaml)
                .isNotEmpty();
        return outcome;
    }

    private static String text(Artefact artefact) {
        return new String(artefact.content(), StandardCharsets.UTF_8);
    }

    private static void eachHostile(BiConsumer<Integer, Artefact> look) {
        HOSTILE.forEach((seed, outcome) -> outcome.artefacts().forEach(artefact -> look.accept(seed, artefact)));
    }

    /** Every text that the schema knows is one that the declarations attack: a new one joins them or fails here. */
    @Test
    void everyTextIsAttacked() throws IOException {
        JsonNode schema;
        try (InputStream in = HostileDeclarationTest.class.getResourceAsStream(
                "/io/github/cookiecharter/declaration/cookies.schema.json")) {
            schema = JSON.readTree(in);
        }
        Set<String> known = new TreeSet<>();
        collect(schema, schema, "", known);
        known.removeIf(place -> place.contains(".texts."));
        Set<String> attacked = new TreeSet<>(TEXTS);
        attacked.removeIf(place -> place.contains(".texts."));
        assertThat(attacked).isEqualTo(known).hasSizeGreaterThan(12);
        assertThat(TEXTS).anyMatch(place -> place.startsWith("banner.texts."));
        assertThat(TEXTS).anyMatch(place -> place.startsWith("policy.texts."));
    }

    private static void collect(JsonNode schema, JsonNode node, String place, Set<String> found) {
        if (node.isMissingNode()) {
            return;
        }
        String reference = node.path("$ref").asText();
        if (reference.equals("#/definitions/text")) {
            found.add(place.substring(1).replaceAll("^categories\\.[a-z]+\\.", "categories.*."));
        } else if (!reference.isEmpty()) {
            collect(schema, schema.at(reference.substring(1)), place, found);
        }
        node.path("properties")
                .properties()
                .forEach(property -> collect(schema, property.getValue(), place + "." + property.getKey(), found));
        for (String anyKey : List.of("additionalProperties", "items")) {
            collect(schema, node.path(anyKey), place + ".*", found);
        }
        node.path("allOf").forEach(part -> collect(schema, part, place, found));
        node.path("anyOf").forEach(part -> collect(schema, part, place, found));
    }

    @Test
    void pagesHoldNothingThatTheTemplatesDoNot() {
        Map<String, Set<String>> kinds = new HashMap<>();
        HARMLESS.values()
                .forEach(outcome -> outcome.artefacts().forEach(artefact -> {
                    if (artefact.path().endsWith(".html")) {
                        inventories(artefact)
                                .forEach(one -> kinds.computeIfAbsent(kind(artefact), any -> new TreeSet<>())
                                        .addAll(one.kinds()));
                    }
                }));
        eachHostile((seed, artefact) -> {
            if (!artefact.path().endsWith(".html")) {
                return;
            }
            String what = "declaration " + seed + ", " + artefact.path();
            List<Inventory> twins = inventories(HARMLESS.get(seed).artefacts().stream()
                    .filter(twin -> twin.path().equals(artefact.path()))
                    .findFirst()
                    .orElseThrow());
            List<Inventory> pages = inventories(artefact);
            assertThat(pages).as(what).hasSameSizeAs(twins);
            for (int i = 0; i < pages.size(); i++) {
                Inventory page = pages.get(i);
                assertThat(kinds.get(kind(artefact))).as(what).containsAll(page.kinds());
                assertThat(page.active()).as(what).isEqualTo(twins.get(i).active());
                assertThat(page.handlers()).as(what).isEmpty();
                assertThat(page.schemes()).as(what).isSubsetOf("", "https", "mailto");
            }
        });
    }

    private static String kind(Artefact artefact) {
        return artefact.path().replaceFirst("^policy\\.[a-z]+\\.", "policy.");
    }

    /** A page, and the pages within it. */
    private static List<Inventory> inventories(Artefact artefact) {
        Inventory page = Inventory.of(text(artefact));
        List<Inventory> all = new java.util.ArrayList<>(List.of(page));
        page.pages().forEach(inner -> all.add(Inventory.of(inner)));
        return all;
    }

    /** The preview, which is large, stands before it in {@link WholeCharterTest}. */
    @Test
    void theCheckerOfHtmlIsContent() {
        eachHostile((seed, artefact) -> {
            String what = "declaration " + seed + ", " + artefact.path();
            if (seed >= FOR_THE_CHECKER) {
                return;
            }
            if (artefact.path().equals("head.html")) {
                assertThat(Html.checkHead(text(artefact))).as(what).isEmpty();
            } else if (artefact.path().matches("policy\\.[a-z]+\\.html|(findings|tags)\\.html")) {
                // The checker guesses the language, and an attack is in none.
                assertThat(Html.check(text(artefact)).stream()
                                .filter(message -> !message.contains("appears to be written in")))
                        .as(what)
                        .isEmpty();
            }
        });
    }

    @Test
    void scriptsParseAndStylesAreTheSame(@TempDir Path folder) {
        Map<String, String> scripts = new LinkedHashMap<>();
        eachHostile((seed, artefact) -> {
            String path = artefact.path();
            if (path.endsWith(".js")) {
                scripts.put(seed + "-" + path.replace('/', '-'), text(artefact));
                assertThat(text(artefact)).doesNotContain("\u2028", "\u2029");
            } else if (path.endsWith(".html")) {
                int number = 0;
                for (Inventory page : inventories(artefact)) {
                    for (String script : page.scripts()) {
                        scripts.put(seed + "-" + path.replace('/', '-') + "-" + number++ + ".js", script);
                    }
                }
            } else if (path.endsWith(".css")) {
                assertThat(text(artefact))
                        .isEqualTo(HARMLESS.get(seed).text(path).orElseThrow());
            }
        });
        assertThat(scripts).hasSizeGreaterThan(DECLARATIONS);
        assertThat(JavaScript.check(scripts, folder)).isEmpty();
    }

    @Test
    void theClassesCompile() {
        Map<String, String> sources = new TreeMap<>();
        eachHostile((seed, artefact) -> {
            if (artefact.path().endsWith(".java")) {
                String name = "Cookies" + seed;
                sources.put("com.example." + name, text(artefact).replaceAll("\\bCookies\\b", name));
            }
        });
        assertThat(sources).hasSize(DECLARATIONS);
        assertThat(Javac.compile(sources).diagnostics()).isEmpty();
    }

    @Test
    void jsonIsOfItsSchema() {
        JsonSchemaFactory current = JsonSchemaFactory.getInstance(VersionFlag.V202012);
        Map<String, JsonSchema> schemas = Map.of(
                "charter.json",
                current.getSchema(CharterJson.class.getResourceAsStream("charter.schema.json")),
                "findings.sarif",
                JsonSchemaFactory.getInstance(VersionFlag.V7)
                        .getSchema(Objects.requireNonNull(
                                HostileDeclarationTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json"))));
        Map<String, Integer> seen = new TreeMap<>();
        eachHostile((seed, artefact) -> {
            JsonSchema schema = schemas.get(artefact.path());
            if (schema != null) {
                seen.merge(artefact.path(), 1, Integer::sum);
                try {
                    assertThat(schema.validate(JSON.readTree(artefact.content())))
                            .as("declaration %d, %s", seed, artefact.path())
                            .isEmpty();
                } catch (IOException e) {
                    throw new AssertionError("declaration " + seed + ", " + artefact.path(), e);
                }
            }
        });
        assertThat(seen).containsOnlyKeys(schemas.keySet());
    }

    @Test
    void theConsoleShowsNoControlCharacter() {
        assertThat(HOSTILE.values()).anyMatch(outcome -> !outcome.lines().isEmpty());
        HOSTILE.forEach((seed, outcome) -> {
            outcome.lines().forEach(line -> isHarmless(line.text()));
            outcome.diagnostics().forEach(diagnostic -> isHarmless(diagnostic.message()));
        });
    }

    private static void isHarmless(String line) {
        assertThat(line).doesNotContainPattern("[\\x00-\\x1f\\x7f-\\x9f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]");
    }
}
