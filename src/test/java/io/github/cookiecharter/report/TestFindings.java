package io.github.cookiecharter.report;

import static io.github.cookiecharter.charter.TestCharters.cookie;
import static io.github.cookiecharter.charter.TestCharters.same;
import static io.github.cookiecharter.charter.TestCharters.site;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.model.diagnostic.SourcePosition;
import io.github.cookiecharter.model.diagnostic.SourcePositions;
import io.github.cookiecharter.rule.Finding;
import io.github.cookiecharter.rule.LegalSource;
import io.github.cookiecharter.rule.Rule;
import io.github.cookiecharter.rule.RuleInfo;
import io.github.cookiecharter.rule.RuleResult;
import io.github.cookiecharter.rule.Severity;
import io.github.cookiecharter.template.Templates;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Findings of rules that look at nothing, to test what becomes of findings. */
public final class TestFindings {

    public static final Templates TEMPLATES = new Templates(Optional.empty());

    static final String PAGES = "https://cookiecharter.github.io/cookie-charter-maven-plugin/rules/";

    private TestFindings() {}

    /** A rule that finds nothing by itself. */
    record Named(RuleInfo info, String why) implements Rule {

        Named(
                String id,
                Severity severity,
                List<String> jurisdictions,
                String title,
                String why,
                List<LegalSource> sources) {
            this(info(RuleInfo.of(id, severity).titled(title), jurisdictions, sources), why);
        }

        private static RuleInfo info(RuleInfo info, List<String> jurisdictions, List<LegalSource> sources) {
            RuleInfo cited = info.citing(sources.toArray(new LegalSource[0]));
            return jurisdictions.isEmpty() ? cited : cited.in(jurisdictions.toArray(new String[0]));
        }

        @Override
        public String page() {
            return PAGES + id() + ".html";
        }

        @Override
        public void check(Charter charter, Consumer<Finding> findings) {}
    }

    static Rule rule(String id) {
        return new Named(
                id, Severity.WARNING, List.of(), "Something about " + id, "Because it is asked for.", List.of());
    }

    static List<Rule> rules() {
        return List.of(
                new Named(
                        "name-prefix",
                        Severity.ERROR,
                        List.of(),
                        "A cookie meets the requirements of its name prefix",
                        "A name that begins with `__Host-` is a promise\nthat browsers enforce.",
                        List.of(new LegalSource(
                                "RFC 6265bis, Cookies: HTTP State Management Mechanism",
                                "section 4.1.3",
                                Optional.of(LocalDate.of(2025, 12, 1))))),
                new Named(
                        "purpose-vague",
                        Severity.WARNING,
                        List.of("eu"),
                        "A purpose says what a cookie is for",
                        "Consent is valid only if the visitor knows what it is asked for.",
                        List.of(
                                new LegalSource(
                                        "Regulation (EU) 2016/679",
                                        "Article 4(11)",
                                        Optional.of(LocalDate.of(2016, 4, 27))),
                                new LegalSource("Guidelines 05/2020 on consent", "", Optional.empty()))),
                new Named(
                        "unused",
                        Severity.NOTE,
                        List.of(),
                        "What is declared is used",
                        "What nothing uses misleads.",
                        List.of()),
                new Named(
                        "too-big",
                        Severity.WARNING,
                        List.of(),
                        "Cookies fit into a browser",
                        "Browsers drop what is too much.",
                        List.of()),
                new Named(
                        "gpc-ignored",
                        Severity.ERROR,
                        List.of("us-ca"),
                        "The signal is honoured",
                        "A law asks for it.",
                        List.of()));
    }

    static Finding finding(String rule, Severity severity, int line, String message) {
        return new Finding(
                rule,
                severity,
                new SourcePosition(line, 7),
                Optional.of("session"),
                Optional.of("SESSION"),
                message,
                Optional.empty());
    }

    static Finding mended(Finding finding, String yaml) {
        return new Finding(
                finding.rule(),
                finding.severity(),
                finding.at(),
                finding.service(),
                finding.cookie(),
                finding.message(),
                Optional.of(yaml));
    }

    static RuleResult.Accepted accepted(Finding finding, String reason) {
        return new RuleResult.Accepted(
                finding,
                new Charter.Accepted(
                        finding.rule(),
                        Optional.empty(),
                        Optional.empty(),
                        same(reason, List.of("en")),
                        new SourcePositions(new SourcePosition(40, 5), Map.of())));
    }

    static Charter charter() {
        return site("en")
                .source("cookies.yaml")
                .service("necessary", "session", cookie("SESSION"))
                .charter();
    }

    static FindingsReport of(List<Finding> findings, List<RuleResult.Accepted> accepted) {
        return of(charter(), findings, accepted, rules());
    }

    static FindingsReport of(
            Charter charter, List<Finding> findings, List<RuleResult.Accepted> accepted, List<Rule> rules) {
        List<String> checked = new ArrayList<>();
        rules.forEach(rule -> checked.add(rule.id()));
        checked.remove("too-big");
        return new FindingsReport(
                charter, new RuleResult(findings, accepted, checked), rules, "shop/cookies.yaml", "1.0");
    }

    /** An error, two warnings, a note, and a finding that the site accepts. */
    public static FindingsReport some() {
        return of(
                List.of(
                        mended(
                                finding(
                                        "name-prefix",
                                        Severity.ERROR,
                                        12,
                                        "'__Host-id' is refused by browsers without 'secure': add it"),
                                "__Host-id:\n  secure: true\n"),
                        finding("purpose-vague", Severity.WARNING, 14, "the purpose repeats the name: say what for"),
                        mended(
                                finding("purpose-vague", Severity.WARNING, 20, "the purpose has two words: say more"),
                                "purpose: Count visits"),
                        finding("unused", Severity.NOTE, 30, "nothing uses the provider 'matomo': remove it")),
                List.of(accepted(
                        finding("unused", Severity.NOTE, 33, "nothing uses the provider 'other': remove it"),
                        "Comes back in spring")));
    }

    /** A single note. */
    public static FindingsReport notes() {
        return of(List.of(finding("unused", Severity.NOTE, 30, "nothing uses it")), List.of());
    }
}
