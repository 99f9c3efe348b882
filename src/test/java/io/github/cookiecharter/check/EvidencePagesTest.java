package io.github.cookiecharter.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.goal.TestCharter;
import io.github.cookiecharter.model.Kind;
import io.github.cookiecharter.model.Lifetime;
import io.github.cookiecharter.model.diagnostic.SourcePosition;
import io.github.cookiecharter.project.Golden;
import io.github.cookiecharter.rule.Finding;
import io.github.cookiecharter.rule.LegalSource;
import io.github.cookiecharter.rule.RuleResult;
import io.github.cookiecharter.rule.SourceLocation;
import io.github.cookiecharter.rule.catalogue.Rules;
import io.github.cookiecharter.rule.code.CodeRule;
import io.github.cookiecharter.scan.model.Certainty;
import io.github.cookiecharter.scan.model.CodePlace;
import io.github.cookiecharter.scan.model.Evidence;
import io.github.cookiecharter.scan.model.ObservedAttributes;
import io.github.cookiecharter.scan.model.OpenScript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The pages about the rules of {@code check} are made from the rules and from what the tests show to break them. */
class EvidencePagesTest {

    private static final Path PAGES = Path.of("src/site/markdown/rules");
    private static final Path SAMPLES = Path.of("src/test/resources/io/github/cookiecharter/check");
    private static final CodePlace BUNDLE =
            new CodePlace.Text("src/main/webapp/app.min.js", new SourcePosition(1, 961));
    private static final String SITE = """
            site:
              name: Example Shop
              url: https://shop.example

            """;

    @ParameterizedTest
    @EnumSource
    void eachPageMatchesItsRule(CodeRule rule) throws IOException {
        Golden.check(PAGES.resolve(rule.id() + ".md"), page(rule));
    }

    private static String page(CodeRule rule) throws IOException {
        String wrong = read(rule, "breaks.yaml");
        List<Evidence> evidence = evidence(rule);
        RuleResult verdict = verdict(wrong, evidence);
        assertThat(verdict.findings()).extracting(Finding::rule).containsExactly(rule.id());
        Finding finding = verdict.findings().get(0);
        StringBuilder page = new StringBuilder();
        page.append("# `")
                .append(rule.id())
                .append("`\n\n")
                .append(rule.title())
                .append(".\n\n");
        page.append("Severity: **")
                .append(rule.severity().word())
                .append("**. Where: every site, by the goal `check`.\n\n");
        page.append("## Why\n\n").append(rule.why()).append("\n\n");
        page.append("## Wrong\n\n")
                .append(yaml(wrong))
                .append(read(rule, "code.md"))
                .append('\n');
        page.append("Output of the build:\n\n```\n")
                .append(place(finding))
                .append(finding.message())
                .append(" (")
                .append(rule.id())
                .append(")\n```\n\n");
        page.append("## Right\n\n").append(right(rule, evidence));
        page.append("## Source\n\n").append(sources(rule)).append('\n');
        page.append("## Accepting it\n\n").append(accepting(rule, wrong, evidence, finding));
        return page.toString();
    }

    private static String right(CodeRule rule, List<Evidence> evidence) throws IOException {
        if (rule == CodeRule.PAGE_LANGUAGE) {
            return read(rule, "satisfies.md") + '\n';
        }
        if (rule == CodeRule.SET_BEFORE_CONSENT) {
            List<Evidence> guarded =
                    evidence.stream().map(TestEvidence::guarded).toList();
            assertThat(verdict(read(rule, "breaks.yaml"), guarded).findings()).isEmpty();
            return read(rule, "satisfies.md") + '\n';
        }
        String right = read(rule, "satisfies.yaml");
        assertThat(verdict(right, evidence).findings())
                .noneMatch(finding -> finding.rule().equals(rule.id()));
        return yaml(right);
    }

    private static String accepting(CodeRule rule, String wrong, List<Evidence> evidence, Finding finding) {
        StringBuilder exception = new StringBuilder("exceptions:\n  - rule: " + rule.id() + "\n");
        finding.service()
                .ifPresent(service ->
                        exception.append("    service: ").append(service).append('\n'));
        finding.cookie()
                .ifPresent(cookie ->
                        exception.append("    cookie: ").append(cookie).append('\n'));
        exception.append("    reason: Give the reason here\n");
        assertThat(verdict(wrong + exception, evidence).accepted()).hasSize(1);
        return "If the site has a good reason, record an exception; reports then show the finding as accepted:\n\n"
                + yaml(exception.toString());
    }

    /** What the scanners make of the code on the page. */
    private static List<Evidence> evidence(CodeRule rule) {
        return switch (rule) {
            case UNDECLARED -> List.of(TestEvidence.cookie("theme"));
            case SET_BEFORE_CONSENT -> List.of(TestEvidence.cookie("layout"));
            case NAME_UNKNOWN -> List.of(TestEvidence.of("", Kind.COOKIE, TestEvidence.LOGIN, Certainty.UNRESOLVED));
            case UNDECLARED_ELSEWHERE -> List.of(claim());
            case ATTRIBUTES_DIFFER ->
                List.of(TestEvidence.with(
                        TestEvidence.cookie("sid"),
                        new ObservedAttributes(
                                Optional.of(new Lifetime.Lasting(30, ChronoUnit.DAYS)),
                                Optional.of(false),
                                Optional.of(false),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty())));
            case NAME_UNKNOWN_IN_BUNDLE ->
                List.of(TestEvidence.of("", Kind.LOCAL_STORAGE, BUNDLE, Certainty.UNRESOLVED));
            case NEVER_FOUND, PAGE_LANGUAGE -> List.of();
        };
    }

    private static Evidence claim() {
        CodePlace page = new CodePlace.Text("src/main/resources/templates/home.html", new SourcePosition(8, 1));
        Evidence claim = TestEvidence.of("_clck", Kind.COOKIE, page, Certainty.CLAIMED);
        return new Evidence(
                claim.name(),
                claim.kind(),
                claim.action(),
                claim.place(),
                claim.origin(),
                claim.certainty(),
                "the script www.clarity.ms/tag is known to set it",
                claim.attributes(),
                true);
    }

    private static RuleResult verdict(String yaml, List<Evidence> evidence) {
        Charter charter = TestCharter.of(yaml.startsWith("site:") ? yaml : SITE + yaml);
        List<Evidence> counted =
                evidence.stream().filter(each -> each.place().equals(BUNDLE)).toList();
        List<Evidence> single =
                evidence.stream().filter(each -> !each.place().equals(BUNDLE)).toList();
        List<Finding> findings =
                new ArrayList<>(DeclarationMatcher.match(charter, single, "com.acme.Cookies", EvidencePagesTest::place)
                        .findings());
        CodePlace.Text page = new CodePlace.Text("src/main/webapp/index.html", new SourcePosition(2, 1));
        List<OpenScript> open = counted.isEmpty()
                ? List.of()
                : List.of(new OpenScript("src/main/webapp/app.min.js", Evidence.OWN, false, counted));
        findings.addAll(OpenScripts.findings(charter, open, EvidencePagesTest::place));
        findings.addAll(PageLanguages.findings(charter, List.of(page), EvidencePagesTest::place));
        return Rules.checkEvidence(charter, findings, Map.of());
    }

    private static SourceLocation place(CodePlace place, String origin) {
        String path = place instanceof CodePlace.Text text ? text.path() : "src/main/java/com/acme/Login.java";
        SourcePosition position = place instanceof CodePlace.Text text ? text.at() : new SourcePosition(42, 1);
        return new SourceLocation(place.text(), Optional.of(new SourceLocation.File(path, path, position)));
    }

    private static String place(Finding finding) {
        String path = finding.code()
                .flatMap(SourceLocation::file)
                .map(SourceLocation.File::path)
                .orElse("cookies.yaml");
        SourcePosition position = finding.code()
                .flatMap(SourceLocation::file)
                .map(SourceLocation.File::at)
                .orElse(finding.at());
        return "…/" + path + ":[" + position.line() + "," + position.column() + "] ";
    }

    private static String sources(CodeRule rule) {
        if (rule.sources().isEmpty()) {
            return "None: consistency requires it.\n";
        }
        StringBuilder list = new StringBuilder();
        for (LegalSource source : rule.sources()) {
            list.append("- ").append(source.title()).append(", ").append(source.place());
            source.date()
                    .ifPresent(date -> list.append(" (%d %s %d)"
                            .formatted(
                                    date.getDayOfMonth(),
                                    date.getMonth().getDisplayName(TextStyle.FULL, Locale.UK),
                                    date.getYear())));
            list.append('\n');
        }
        return list.toString();
    }

    private static String yaml(String text) {
        return "```yaml\n" + text + "```\n\n";
    }

    private static String read(CodeRule rule, String name) throws IOException {
        return Files.readString(SAMPLES.resolve(rule.id()).resolve(name));
    }
}
