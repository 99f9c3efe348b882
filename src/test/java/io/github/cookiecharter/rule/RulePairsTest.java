package io.github.cookiecharter.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.rule.catalogue.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Violations of a rule and their lawful neighbours, many for each rule: {@code rule/pairs/<rule>.txt}. A case begins with a
 * line such as {@code === error [fr] Google Analytics counts visits}: the severity of the gravest finding of the rule, or
 * {@code none} for a lawful neighbour; the jurisdictions; and what the case shows. The declaration that follows may leave out
 * {@code site}, and the providers below.
 */
class RulePairsTest {

    private static final Path FOLDER = Path.of("src/test/resources/io/github/cookiecharter/rule/pairs");

    private static final Map<String, String> PROVIDERS = providers();

    private static Map<String, String> providers() {
        Map<String, String> providers = new LinkedHashMap<>();
        String policy = "privacy-policy: \"https://provider.example/privacy\" }";
        String safeguard = "safeguard: EU-US Data Privacy Framework, ";
        providers.put("google", "{ name: Google Ireland Limited, country: IE, " + safeguard + policy);
        providers.put("meta", "{ name: Meta Platforms Ireland Limited, country: IE, " + safeguard + policy);
        providers.put("microsoft", "{ name: Microsoft Ireland Operations Limited, country: IE, " + safeguard + policy);
        providers.put("intercom", "{ name: Intercom R&D Unlimited Company, country: IE, " + safeguard + policy);
        providers.put("stripe", "{ name: Stripe Payments Europe Limited, country: IE, " + safeguard + policy);
        providers.put("matomo", "{ name: InnoCraft Limited, country: NZ, " + policy);
        providers.put("partner", "{ name: Partner Ltd, country: IE, " + policy);
        return providers;
    }

    private record Case(String rule, String expected, String jurisdictions, String title, String yaml) {

        @Override
        public String toString() {
            return rule + ", " + expected + " [" + jurisdictions + "] " + title;
        }
    }

    static Stream<Case> cases() throws IOException {
        List<Case> cases = new ArrayList<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.sorted().toList()) {
                String rule = file.getFileName().toString().replace(".txt", "");
                String text = "\n" + Files.readString(file);
                for (String part : text.substring(text.indexOf("\n=== ") + 5).split("\n=== ")) {
                    String head = part.substring(0, part.indexOf('\n'));
                    int bracket = head.indexOf('[');
                    int end = head.indexOf(']');
                    cases.add(new Case(
                            rule,
                            head.substring(0, bracket).strip(),
                            head.substring(bracket + 1, end),
                            head.substring(end + 1).strip(),
                            yaml(part.substring(part.indexOf('\n') + 1), head.substring(bracket + 1, end))));
                }
            }
        }
        return cases.stream();
    }

    private static String yaml(String body, String jurisdictions) {
        StringBuilder yaml = new StringBuilder();
        if (!body.contains("site:\n") && !body.contains("site: {")) {
            yaml.append("""
                    site:
                      name: Example Shop
                      url: https://www.example.org
                      jurisdictions: [%s]
                      controller: Example Ltd
                      contact: privacy@example.org
                      privacy-policy: /privacy
                      updated: 2026-11-01
                    """.formatted(jurisdictions));
        }
        if (!body.contains("providers:\n")) {
            StringBuilder used = new StringBuilder();
            PROVIDERS.forEach((id, provider) -> {
                if (body.contains("provider: " + id)) {
                    used.append("  ").append(id).append(": ").append(provider).append('\n');
                }
            });
            yaml.append(used.isEmpty() ? "" : "providers:\n" + used);
        }
        return yaml.append(body).toString();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theRuleReportsTheViolationAndSparesTheNeighbour(Case each) {
        List<Finding> findings = RuleSamples.check(each.yaml()).findings();
        Optional<Severity> gravest = findings.stream()
                .filter(finding -> finding.rule().equals(each.rule()))
                .map(Finding::severity)
                .min(Severity::compareTo);
        assertThat(gravest.map(Severity::word).orElse("none"))
                .as(findings.toString())
                .isEqualTo(each.expected());
        if (each.expected().equals("none")) {
            assertThat(findings).as("errors of other rules").noneMatch(finding -> finding.severity() == Severity.ERROR);
        }
    }

    @Test
    void everyFileHasTheNameOfARuleAndBothKindsOfCases() throws IOException {
        Map<String, List<String>> byRule = new LinkedHashMap<>();
        cases().forEach(each ->
                byRule.computeIfAbsent(each.rule(), rule -> new ArrayList<>()).add(each.expected()));
        assertThat(byRule.keySet()).isSubsetOf(Rules.knownIds());
        assertThat(byRule)
                .allSatisfy((rule, expected) ->
                        assertThat(expected).contains("none").anyMatch(word -> !word.equals("none")));
    }
}
