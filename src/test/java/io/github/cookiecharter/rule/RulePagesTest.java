package io.github.cookiecharter.rule;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.jurisdiction.Jurisdiction;
import io.github.cookiecharter.project.Golden;
import io.github.cookiecharter.rule.catalogue.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages about the rules are made from the rules and from what the tests show to break them. */
class RulePagesTest {

    private static final Path PAGES = Path.of("src/site/markdown/rules");

    static List<Rule> rules() {
        return Rules.all();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void each_page_is_made_from_its_rule(Rule rule) throws IOException {
        Golden.check(PAGES.resolve(rule.id() + ".md"), page(rule));
    }

    @Test
    void the_index_lists_all_rules() throws IOException {
        StringBuilder index = new StringBuilder("""
                # The rules

                Each build checks the declaration against these rules. They check the *declaration*: whether it is complete, free of
                contradiction, and contains what the law requires. They never prove that a site is lawful, and they are not legal advice.

                An **error** is a declaration that contradicts itself, a cookie that browsers refuse, or something that a law
                named by `site.jurisdictions` forbids outright. A **warning** is about regulators' practice or missing information, a
                **note** is worth knowing. A rule without a jurisdiction applies to every site; the [member states](../jurisdictions.md)
                of the European Union include the rules of `eu`. Those from `undeclared` to
                `page-language` compare the declaration with the code; the goal `check` runs them. The goal [`audit`](../audit.md) runs the last nine.

                | rule | severity | where | requirement |
                | --- | --- | --- | --- |
                """);
        List<Rule> all = new ArrayList<>(Rules.generateRules());
        all.addAll(Rules.codeRules());
        all.addAll(Rules.auditRules());
        for (Rule rule : all) {
            index.append("| [`%s`](%s.md) | %s | %s | %s |\n"
                    .formatted(rule.id(), rule.id(), rule.severity().word(), where(rule), rule.title()));
        }
        Golden.check(PAGES.resolve("index.md"), index.toString());
    }

    static List<Rule> auditRules() {
        return Rules.auditRules();
    }

    /** What breaks them is a running site, so their pages show no declaration. */
    @ParameterizedTest
    @MethodSource("auditRules")
    void each_page_about_the_audit_is_made_from_its_rule(Rule rule) throws IOException {
        String accepting = """
                ```yaml
                exceptions:
                  - rule: %s
                    reason: Say here why your site accepts it
                ```
                """.formatted(rule.id());
        Golden.check(
                PAGES.resolve(rule.id() + ".md"),
                "# `" + rule.id() + "`\n\n" + rule.title() + ".\n\n"
                        + "Severity: **%s**. Where: every site, by the goal [`audit`](../audit.md).\n\n"
                                .formatted(rule.severity().word())
                        + "## Why\n\n" + rule.why() + "\n\n## Source\n\n" + sources(rule)
                        + "\n## Accepting it\n\n" + accepting);
    }

    private static String page(Rule rule) throws IOException {
        Path folder = RuleSamples.folder(rule.id());
        String wrong = Files.readString(folder.resolve("breaks.yaml"));
        RuleResult result = RuleSamples.check(wrong);
        StringBuilder page = new StringBuilder();
        page.append("# `").append(rule.id()).append("`\n\n");
        page.append(rule.title()).append(".\n\n");
        page.append("Severity: **%s**. Where: %s.\n\n".formatted(rule.severity().word(), where(rule)));
        page.append("## Why\n\n").append(rule.why()).append("\n\n");
        page.append("## Wrong\n\n").append(yaml(wrong));
        page.append("Output of the build:\n\n```\n")
                .append(RuleSamples.lines(result))
                .append("```\n\n");
        page.append("## Right\n\n").append(yaml(Files.readString(folder.resolve("satisfies.yaml"))));
        page.append("## Source\n\n").append(sources(rule)).append('\n');
        page.append("## Accepting it\n\n").append(accepting(rule, wrong, result));
        return page.toString();
    }

    private static String where(Rule rule) {
        List<String> words = new ArrayList<>();
        for (Jurisdiction jurisdiction : rule.jurisdictions()) {
            words.add("`" + jurisdiction.word() + "`");
        }
        return words.isEmpty() ? "every site" : String.join(", ", words);
    }

    private static String yaml(String text) {
        return "```yaml\n" + text + "```\n\n";
    }

    private static String sources(Rule rule) {
        if (rule.sources().isEmpty()) {
            return "None: consistency requires it.\n";
        }
        StringBuilder list = new StringBuilder();
        for (LegalSource source : rule.sources()) {
            list.append("- ").append(source.title());
            if (!source.place().isEmpty()) {
                list.append(", ").append(source.place());
            }
            source.date()
                    .ifPresent(date -> list.append(" (")
                            .append(date.getDayOfMonth())
                            .append(' ')
                            .append(date.getMonth().getDisplayName(java.time.format.TextStyle.FULL, Locale.UK))
                            .append(' ')
                            .append(date.getYear())
                            .append(')'));
            list.append('\n');
        }
        return list.toString();
    }

    private static String accepting(Rule rule, String wrong, RuleResult result) {
        if (rule.id().equals(UnusedException.ID)) {
            return """
                    It cannot be accepted: remove the exception. If the build cannot wait, set the rule to `off` in the pom.
                    """;
        }
        String exception = exception(rule, result.findings().get(0));
        RuleResult accepted = RuleSamples.check(wrong + "\n" + exception);
        boolean holds = accepted.accepted().stream()
                .map(RuleResult.Accepted::exception)
                .map(Charter.Accepted::rule)
                .anyMatch(rule.id()::equals);
        if (!holds) {
            throw new AssertionError(exception + " accepts nothing");
        }
        return "If the site has a good reason, record an exception; reports then show the finding as accepted:\n\n"
                + yaml(exception);
    }

    private static String exception(Rule rule, Finding finding) {
        StringBuilder exception = new StringBuilder("exceptions:\n  - rule: " + rule.id() + "\n");
        finding.service()
                .ifPresent(service ->
                        exception.append("    service: ").append(service).append('\n'));
        finding.cookie()
                .ifPresent(cookie ->
                        exception.append("    cookie: ").append(cookie).append('\n'));
        return exception.append("    reason: Give the reason here\n").toString();
    }
}
