package io.github.cookiecharter.report;

import static io.github.cookiecharter.report.TestFindings.PAGES;
import static io.github.cookiecharter.report.TestFindings.finding;
import static io.github.cookiecharter.report.TestFindings.mended;
import static io.github.cookiecharter.report.TestFindings.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.rule.Finding;
import io.github.cookiecharter.rule.Rule;
import io.github.cookiecharter.rule.Severity;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsoleLinesTest {

    private static List<String> lines(FindingsReport report) {
        List<String> lines = new ArrayList<>();
        for (ConsoleLine line : report.lines("/site/cookies.yaml", "/site", "findings.html")) {
            lines.add(line.severity() + " " + line.text());
        }
        return lines;
    }

    @Test
    void findingsAreOrderedBySeverityWithLocationRuleAndPageOnce() {
        assertThat(lines(TestFindings.some()))
                .containsExactly(
                        "ERROR /site/cookies.yaml:[12,7] '__Host-id' is refused by browsers without 'secure': add it"
                                + " (name-prefix)",
                        "ERROR     __Host-id:",
                        "ERROR       secure: true",
                        "ERROR     see " + PAGES + "name-prefix.html",
                        "WARNING /site/cookies.yaml:[14,7] the purpose repeats the name: say what for (purpose-vague)",
                        "WARNING /site/cookies.yaml:[20,7] the purpose has two words: say more (purpose-vague)",
                        "WARNING     see " + PAGES + "purpose-vague.html",
                        "NOTE /site/cookies.yaml:[30,7] nothing uses the provider 'matomo': remove it (unused)",
                        "NOTE     see " + PAGES + "unused.html",
                        "NOTE in full: findings.html");
    }

    @Test
    void noFindingsGiveNoLines() {
        assertThat(lines(TestFindings.of(List.of(), List.of()))).isEmpty();
    }

    @Test
    void manyFindingsOfOneRuleAreOneLine() {
        List<Finding> findings = new ArrayList<>();
        for (int line = 10; line < 22; line++) {
            findings.add(mended(finding("purpose-vague", Severity.ERROR, line, "vague"), "purpose: clear"));
        }

        assertThat(lines(TestFindings.of(findings, List.of())))
                .containsExactly(
                        "ERROR /site/cookies.yaml:[10,7] vague (purpose-vague), and 11 more of this rule",
                        "ERROR     purpose: clear",
                        "ERROR     see " + PAGES + "purpose-vague.html",
                        "ERROR in full: findings.html");
    }

    @Test
    void unknownRulesHaveNoPage() {
        List<Finding> findings = List.of(finding("runtime-cannot", Severity.WARNING, 3, "no frames"));

        assertThat(lines(TestFindings.of(findings, List.of())))
                .containsExactly("WARNING /site/cookies.yaml:[3,7] no frames (runtime-cannot)");
    }

    @Test
    void omittedFindingsAreCounted() {
        List<Finding> findings = new ArrayList<>();
        List<Rule> rules = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            rules.add(rule("rule-" + i));
            findings.add(finding("rule-" + i, i < 5 ? Severity.ERROR : Severity.WARNING, i + 1, "hm"));
        }
        // More of one rule than are shown, and among those that are not.
        findings.add(finding("rule-29", Severity.WARNING, 40, "hm"));

        List<String> lines = lines(TestFindings.of(TestFindings.charter(), findings, List.of(), rules));

        assertThat(lines).hasSize(23).last().isEqualTo("WARNING and 20 more, see findings.html");
        assertThat(lines.stream().filter(line -> line.endsWith(")"))).hasSize(11);
    }

    @Test
    void remediesThatDoNotFitAreOnlyOnThePage() {
        Finding finding = mended(finding("name-prefix", Severity.ERROR, 3, "hm"), "a: b\n".repeat(40));

        assertThat(lines(TestFindings.of(List.of(finding), List.of())))
                .containsExactly(
                        "ERROR /site/cookies.yaml:[3,7] hm (name-prefix)",
                        "ERROR     see " + PAGES + "name-prefix.html",
                        "ERROR in full: findings.html");
    }

    @Test
    void countsAreWords() {
        assertThat(TestFindings.some().counts()).isEqualTo("1 error, 2 warnings and 1 note");
        assertThat(TestFindings.notes().counts()).isEqualTo("1 note");
        assertThat(TestFindings.of(List.of(), List.of()).counts()).isEmpty();
        assertThat(TestFindings.of(
                                List.of(
                                        finding("a", Severity.ERROR, 1, "x"),
                                        finding("a", Severity.ERROR, 2, "x"),
                                        finding("a", Severity.NOTE, 3, "x")),
                                List.of())
                        .counts())
                .isEqualTo("2 errors and 1 note");
    }
}
