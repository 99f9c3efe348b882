package io.github.cookiecharter.report;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.model.Quantity;
import io.github.cookiecharter.output.Artefact;
import io.github.cookiecharter.rule.Finding;
import io.github.cookiecharter.rule.Rule;
import io.github.cookiecharter.rule.RuleResult;
import io.github.cookiecharter.rule.Severity;
import io.github.cookiecharter.template.Templates;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The findings of the rules for a charter, to be shown as console lines, HTML and SARIF.
 *
 * @param kind the kind of the report
 * @param charter the checked charter
 * @param result the result of the rules
 * @param rules all rules, whether or not they ran
 * @param uri the declaration's path relative to the root of the whole build, percent-encoded
 * @param version the plugin's version
 * @param scope the amount of analysed code, in words; empty if none was analysed
 * @param notAnalysed what could not be analysed, in sentences without a full stop
 * @param audit what a browser saw, in a report about an audit
 */
public record FindingsReport(
        ReportKind kind,
        Charter charter,
        RuleResult result,
        List<Rule> rules,
        String uri,
        String version,
        String scope,
        List<String> notAnalysed,
        Optional<AuditOverview> audit) {

    /** The most findings of one rule that page and SARIF list; code hosts show fewer. */
    static final int MAX_LISTED_OF_A_RULE = 1_000;

    /** Creates a report about the declaration only. */
    public FindingsReport(Charter charter, RuleResult verdict, List<Rule> rules, String uri, String version) {
        this(ReportKind.DECLARATION, charter, verdict, rules, uri, version, "", List.of(), Optional.empty());
    }

    /** The kinds of reports. */
    public enum ReportKind {
        /** Findings about the declaration only, from the goals generate and lint. */
        DECLARATION("findings"),
        /** Findings about the code compared with the declaration, from the goal check. */
        CODE("check"),
        /** Findings about the running site compared with the declaration, from the goal audit-verify. */
        AUDIT("audit");

        private final String file;

        ReportKind(String file) {
            this.file = file;
        }

        /** Returns the name of the HTML page. */
        public String pageFile() {
            return file + ".html";
        }

        /** Returns the name of the SARIF file. */
        public String sarifFile() {
            return file + ".sarif";
        }
    }

    public FindingsReport {
        rules = List.copyOf(rules);
        notAnalysed = List.copyOf(notAnalysed);
    }

    /** Loads the templates of the reports now, so that generating them later takes less time. */
    public static void prepare(Templates templates) {
        templates.prepareHtml(FindingsPage.TEMPLATE);
    }

    /**
     * Generates the reports.
     *
     * @param builtIn the built-in templates without a site's own, so that a report looks the same everywhere
     */
    public List<Artefact> artefacts(Templates builtIn) {
        return List.of(FindingsSarif.generate(this), FindingsPage.generate(this, builtIn));
    }

    /**
     * Returns the findings as console lines, at most one screen.
     *
     * @param declaration the declaration's absolute path, so that editors turn positions into links
     * @param folder the module's absolute path, to which code locations are relative
     * @param page the path of the HTML page with all findings
     */
    public List<ConsoleLine> lines(String declaration, String folder, String page) {
        return new ConsoleLines(this, declaration, folder, page).lines();
    }

    /** Returns the number of findings of each severity, in words; empty without findings. */
    public String counts() {
        List<String> counts = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            int count = 0;
            for (Finding finding : result.findings()) {
                count += finding.severity() == severity ? 1 : 0;
            }
            if (count > 0) {
                counts.add(Quantity.of(count, severity.word(), severity.word() + "s"));
            }
        }
        int last = counts.size() - 1;
        return last < 1
                ? String.join("", counts)
                : String.join(", ", counts.subList(0, last)) + " and " + counts.get(last);
    }

    /** Returns the findings to list: of each rule the first {@value #MAX_LISTED_OF_A_RULE}. */
    List<Finding> listed() {
        return firstOfEachRule(result.findings(), Finding::rule);
    }

    /** Returns the accepted findings to list: of each rule the first {@value #MAX_LISTED_OF_A_RULE}. */
    List<RuleResult.Accepted> listedAccepted() {
        return firstOfEachRule(result.accepted(), accepted -> accepted.finding().rule());
    }

    /** Returns the sentence about findings that are not listed; empty if all are. */
    String unlistedNotice() {
        int all = result.findings().size() + result.accepted().size();
        int unlisted = all - listed().size() - listedAccepted().size();
        return unlisted == 0
                ? ""
                : "Of each rule the first " + MAX_LISTED_OF_A_RULE + " findings are listed, and "
                        + Quantity.of(unlisted, "further finding is", "further findings are") + " not.";
    }

    private static <T> List<T> firstOfEachRule(List<T> all, Function<T, String> rule) {
        Map<String, Integer> counts = new HashMap<>();
        List<T> first = new ArrayList<>();
        for (T each : all) {
            if (counts.merge(rule.apply(each), 1, Integer::sum) <= MAX_LISTED_OF_A_RULE) {
                first.add(each);
            }
        }
        return first;
    }

    /** Returns whether a rule ran: it is enabled and concerns one of the site's jurisdictions. */
    boolean applies(Rule rule) {
        return result.checked().contains(rule.id()) && concernsSite(rule);
    }

    /** Returns whether a rule concerns one of the site's jurisdictions. */
    boolean concernsSite(Rule rule) {
        return rule.info().appliesIn(charter.site().jurisdictions());
    }

    /** Returns the rules by id. */
    Map<String, Rule> rulesById() {
        Map<String, Rule> byId = new TreeMap<>();
        for (Rule rule : rules) {
            byId.put(rule.id(), rule);
        }
        return byId;
    }
}
