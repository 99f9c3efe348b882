package io.github.cookiecharter.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.model.diagnostic.SourcePosition;
import io.github.cookiecharter.project.Golden;
import io.github.cookiecharter.rule.catalogue.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RulesTest {

    private static final String SITE = """
            site: { name: Shop, url: "https://shop.example", controller: Shop Ltd, contact: a@shop.example, updated: 2026-11-01 }
            services:
              basket:
                category: necessary
                purpose: Keep what you put into the basket
                cookies:
                  __Host-a: { lifetime: session }
                  __Host-b: { lifetime: session }
              session:
                category: necessary
                purpose: Recognise you from page to page
                cookies:
                  __Host-c: { lifetime: session }
            """;

    private static List<String> cookies(List<Finding> findings) {
        return findings.stream()
                .map(finding ->
                        finding.cookie().orElse("-") + " " + finding.severity().word())
                .toList();
    }

    private static RuleResult check(String yaml, Map<String, Optional<Severity>> severities) {
        return Rules.check(RuleSamples.charter(yaml), List.of(), List.of(), severities);
    }

    // ---- severities -------------------------------------------------------------------------------------------------

    @Test
    void thePomDecidesHowMuchARuleMatters() {
        assertThat(cookies(check(SITE, Map.of()).findings()))
                .containsExactly("__Host-a error", "__Host-b error", "__Host-c error");
        RuleResult milder = check(SITE, Map.of("name-prefix", Optional.of(Severity.NOTE)));
        assertThat(cookies(milder.findings())).containsExactly("__Host-a note", "__Host-b note", "__Host-c note");
        assertThat(milder.reaches(Severity.WARNING)).isFalse();
        assertThat(milder.reaches(Severity.NOTE)).isTrue();
    }

    @Test
    void aRuleThatIsOffNeitherFindsNorRunsNorJudgesExceptions() {
        String yaml = SITE + "exceptions: [ { rule: name-prefix, cookie: __Host-a, reason: The proxy } ]\n";
        RuleResult result = check(yaml, Map.of("name-prefix", Optional.empty()));
        assertThat(result.findings()).isEmpty();
        assertThat(result.accepted()).isEmpty();
        assertThat(result.checked()).doesNotContain("name-prefix").contains("too-big");
    }

    @Test
    void severitiesAndExceptionsApplyToFindingsOfOtherPackages() {
        Finding other = new Finding(
                "runtime-cannot",
                Severity.WARNING,
                new SourcePosition(3, 3),
                Optional.of("basket"),
                Optional.empty(),
                "the runtime cannot do it",
                Optional.empty());
        Charter charter = RuleSamples.charter(SITE.replace("__Host-", "")
                + "exceptions: [ { rule: runtime-cannot, service: session, reason: Nobody needs it } ]\n");
        Map<String, Optional<Severity>> severe = Map.of("runtime-cannot", Optional.of(Severity.ERROR));
        RuleResult result = Rules.check(charter, List.of(other), List.of("runtime-cannot"), severe);
        assertThat(result.findings())
                .contains(other.with(Severity.ERROR))
                .extracting(Finding::rule)
                .containsExactly("runtime-cannot", "unused-exception");
        assertThat(result.checked()).contains("runtime-cannot");
        assertThat(Rules.check(charter, List.of(), List.of(), severe).findings())
                .as("the banner's rule did not run, so the exception may still be needed")
                .isEmpty();
        assertThat(Rules.check(
                                charter,
                                List.of(other),
                                List.of("runtime-cannot"),
                                Map.of("runtime-cannot", Optional.empty()))
                        .findings())
                .isEmpty();
    }

    // ---- exceptions -------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ rule: name-prefix, reason: x } | 3",
                "{ rule: name-prefix, service: basket, reason: x } | 2",
                "{ rule: name-prefix, service: session, reason: x } | 1",
                "{ rule: name-prefix, cookie: __Host-b, reason: x } | 1",
                "{ rule: name-prefix, service: basket, cookie: __Host-b, reason: x } | 1",
            })
    void anExceptionCoversWhatItNames(String exception, int covered) {
        RuleResult result = check(SITE + "exceptions: [ " + exception + " ]\n", Map.of());
        assertThat(result.accepted())
                .hasSize(covered)
                .allMatch(accepted -> accepted.finding().rule().equals("name-prefix"));
        assertThat(result.findings()).hasSize(3 - covered);
    }

    @Test
    void theFirstExceptionThatCoversAFindingAcceptsItAndTheOthersAreUsedAllTheSame() {
        RuleResult result = check(
                SITE
                        + "exceptions: [ { rule: name-prefix, reason: all }, { rule: name-prefix, cookie: __Host-a, reason: one } ]\n",
                Map.of());
        assertThat(result.findings()).isEmpty();
        assertThat(result.accepted())
                .extracting(accepted -> accepted.exception().reason().textIn("en"))
                .containsExactly("all", "all", "all");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "too-big | this exception accepts nothing: 'too-big' finds no fault on the cookie '__Host-a' of the service 'basket', so remove it",
                "audience-lifetime | this exception accepts nothing: 'audience-lifetime' finds no fault on the cookie '__Host-a' of the service 'basket', so remove it",
                "name-prefic | unknown rule 'name-prefic': did you mean 'name-prefix'?",
                "unused-exception | an exception for unused-exception is not allowed: remove both",
            })
    void anExceptionThatCanAcceptNothingIsAWarning(String rule, String message) {
        RuleResult result = check(
                SITE.replace("Host-b", "b").replace("Host-c", "c").replace("__Host-a: { ", "__Host-a: { secure: true, ")
                        + "exceptions: [ { rule: " + rule + ", service: basket, cookie: __Host-a, reason: x } ]\n",
                Map.of());
        assertThat(result.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("unused-exception");
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.message()).isEqualTo(message);
        });
    }

    @Test
    void aFindingOnTheAddedConsentCookieNamesNothingThatAnExceptionCouldNot() {
        RuleResult result = check("""
                site:
                  { name: Shop, url: "https://shop.example", controller: Shop Ltd, contact: a@shop.example, privacy-policy: /privacy, updated: 2026-11-01 }
                consent:
                  lifetime: 401 days
                services:
                  visits: { category: statistics, retention: 30 days, purpose: Count the visits of pages, cookies: { visits: { lifetime: session } } }
                """, Map.of());
        assertThat(result.findings())
                .filteredOn(finding -> finding.rule().equals("lifetime-over-400-days"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.at()).isEqualTo(new SourcePosition(4, 13));
                    assertThat(finding.service()).isEmpty();
                    assertThat(finding.cookie()).isEmpty();
                });
    }

    // ---- all of them ------------------------------------------------------------------------------------------------

    static List<Rule> rules() {
        return Rules.all();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyRuleSaysWhatItIsAndWhy(Rule rule) {
        assertThat(rule.id()).matches("[a-z0-9]+(-[a-z0-9]+)*");
        assertThat(rule.title()).doesNotEndWith(".").hasSizeLessThan(100);
        assertThat(rule.why()).endsWith(".").hasSizeGreaterThan(80);
        assertThat(rule.page())
                .isEqualTo("https://cookiecharter.github.io/cookie-charter-maven-plugin/rules/" + rule.id() + ".html");
        assertThat(Rules.knownIds()).contains(rule.id());
    }

    @Test
    void idsAreUniqueThoseOfOtherGoalsIncluded() {
        Set<String> ids = new HashSet<>(Rules.knownIds());
        assertThat(ids).hasSize(Rules.knownIds().size()).contains("undeclared", "never-found", "runtime-cannot");
    }

    static List<Path> charters() throws IOException {
        return RuleSamples.yamlFiles(Path.of("src/test/resources/charters"));
    }

    @ParameterizedTest
    @MethodSource("charters")
    void theCharterOfARealSiteIsWithoutErrors(Path file) throws IOException {
        RuleResult result = RuleSamples.check(Files.readString(file));
        Path expected = Path.of("src/test/resources/io/github/cookiecharter/rule/charters")
                .resolve(file.getFileName().toString().replace(".yaml", ".expected"));
        Golden.check(expected, RuleSamples.lines(result));
        assertThat(result.reaches(Severity.ERROR)).isFalse();
    }

    @Test
    void theSameCharterGivesTheSameResult() throws IOException {
        for (Path file : charters()) {
            String yaml = Files.readString(file);
            assertThat(RuleSamples.check(yaml)).isEqualTo(RuleSamples.check(yaml));
        }
    }
}
