package io.github.cookiecharter.jurisdiction;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.CharterResolver;
import io.github.cookiecharter.declaration.DeclarationReader;
import io.github.cookiecharter.declaration.DeclarationResult;
import io.github.cookiecharter.language.Languages;
import io.github.cookiecharter.rule.Finding;
import io.github.cookiecharter.rule.catalogue.Rules;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The worked example for contributors: its section alone makes declarations, schema and rules know the jurisdiction. */
class JurisdictionExampleTest {

    private static final Path PAGE = Path.of("src/site/markdown/contributing/jurisdiction.md");
    private static final Path SCHEMA =
            Path.of("src/main/resources/io/github/cookiecharter/declaration/cookies.schema.json");

    /** Rows that the example does not need, and that rules look for in the data. */
    private static final List<String> MORE_FACTS = List.of(
            "choice at-most | 3 months, recommended, Datatilsynet | memory",
            "exempt statistics | anonymous | memory",
            "exempt statistics lifetime | 2 months | memory",
            "exempt statistics retention | 4 months | memory");

    private static List<String> example() throws IOException {
        return Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("+") && !line.startsWith("+++"))
                .map(line -> line.substring(1))
                .toList();
    }

    private static Charter charter(Jurisdictions known, String yaml) {
        DeclarationResult result =
                new DeclarationReader(Set.of(), Set.of()).with(known).read(yaml.getBytes(StandardCharsets.UTF_8));
        assertThat(result.diagnostics()).isEmpty();
        return CharterResolver.resolve(result.declaration().orElseThrow(), "cookies.yaml", Languages.builtIn());
    }

    private static List<String> findings(Charter charter) {
        return Rules.check(charter, List.of(), List.of(), Map.of()).findings().stream()
                .map(Finding::rule)
                .toList();
    }

    private static String declaration(String jurisdiction) {
        return """
                site:
                  name: Butik
                  url: https://butik.example
                  jurisdictions: [%s]
                  controller: Butik ApS
                  contact: mail@butik.example
                  privacy-policy: /privatliv
                  updated: 2026-11-01
                services:
                  count:
                    category: statistics
                    consent: exempt
                    reason: Counts visits for the shop alone
                    anonymous: true
                    retention: 13 months
                    purpose: Count the visits of each page
                    cookies: { count: { lifetime: 13 months } }
                  films:
                    category: marketing
                    provider: films
                    purpose: Show the film that you start
                    retention: 3 months
                    scripts: [ "https://films.example/player.js" ]
                    cookies: { film: { lifetime: 1 month } }
                providers:
                  films: { name: Films, url: "https://films.example", privacy-policy: "https://films.example/p", country: IN }
                """.formatted(jurisdiction);
    }

    @Test
    void declarationsMayNameIt() throws IOException {
        Charter charter = charter(Jurisdictions.builtIn().with(example()), declaration("dk"));

        assertThat(charter.site().jurisdictions()).extracting(Jurisdiction::id).containsExactly("dk", "eu");
        assertThat(charter.site().isIn("eu")).isTrue();
        assertThat(charter.site()
                        .jurisdictions()
                        .get(0)
                        .authority()
                        .orElseThrow()
                        .name()
                        .in("da")
                        .text())
                .isEqualTo("Datatilsynet");
    }

    @Test
    void withoutItsSectionItIsUnknown() {
        assertThat(new DeclarationReader(Set.of(), Set.of())
                        .read(declaration("dk").getBytes(StandardCharsets.UTF_8))
                        .diagnostics())
                .singleElement()
                .asString()
                .contains("unknown jurisdiction 'dk'");
    }

    @Test
    void theRulesOfItsParentApplyAndThoseThatAskTheDataFollowItsFacts() throws IOException {
        assertThat(findings(charter(Jurisdictions.builtIn().with(example()), declaration("dk"))))
                .contains("exemption-unknown", "transfer-unsafeguarded")
                .doesNotContain("choice-lifetime", "audience-lifetime", "audience-retention");

        List<String> more = new java.util.ArrayList<>(example());
        more.addAll(more.indexOf("parent | eu") + 1, MORE_FACTS);
        assertThat(findings(charter(Jurisdictions.builtIn().with(more), declaration("dk"))))
                .contains("transfer-unsafeguarded", "choice-lifetime", "audience-lifetime", "audience-retention")
                .doesNotContain("exemption-unknown");
    }

    @Test
    void theSchemaAcceptsItOnceItsListHasTheIdsOfTheData() throws IOException {
        JsonNode schema = new ObjectMapper().readTree(SCHEMA.toFile());
        JsonNode document = new ObjectMapper().readTree("""
                { "site": { "name": "Butik", "url": "https://butik.example", "jurisdictions": [ "dk" ] }, "services": {} }
                """);
        JsonSchemaFactory factory = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7);
        assertThat(factory.getSchema(schema).validate(document)).isNotEmpty();

        ArrayNode list = (ArrayNode) schema.at("/properties/site/properties/jurisdictions/items/enum");
        list.removeAll();
        Jurisdictions.builtIn().with(example()).ids().forEach(list::add);
        assertThat(factory.getSchema(schema).validate(document)).isEmpty();
    }
}
