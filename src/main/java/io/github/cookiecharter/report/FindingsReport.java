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
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the rules say of a charter, ready to be shown: as lines of the console, and as files for machines and people.
 *
 * @param kind what was looked at
 * @param charter the charter that was looked at
 * @param result what the rules say of it
 * @param rules the rules that there are, whether or not they ran
 * @param uri the declaration's address relative to the root of the whole build, percent-encoded
 * @param version the plugin's version
 * @param scope how much of the code was looked at, in words; empty where none was
 * @param notAnalysed what could not be looked at, in sentences without a full stop at their end
 */
public record FindingsReport(
        ReportKind kind,
        Charter charter,
        RuleResult result,
        List<Rule> rules,
        String uri,
        String version,
        String scope,
        List<String> notAnalysed) {

    /** Findings about the declaration alone. */
    public FindingsReport(Charter charter, RuleResult verdict, List<Rule> rules, String uri, String version) {
        this(ReportKind.DECLARATION, charter, verdict, rules, uri, version, "", List.of());
    }

    /** What findings are about. */
    public enum ReportKind {
        /** The declaration alone: what the goals generate and lint find. */
        DECLARATION("findings"),
        /** The code held against the declaration: what the goal check finds. */
        CODE("check");

        private final String file;

        ReportKind(String file) {
            this.file = file;
        }

        /** The name of the page for people. */
        public String pageFile() {
            return file + ".html";
        }

        /** The name of the file for machines. */
        public String sarifFile() {
            return file + ".sarif";
        }
    }

    public FindingsReport {
        rules = List.copyOf(rules);
        notAnalysed = List.copyOf(notAnalysed);
    }

    /** Reads the templates of the reports now, so that making them later takes less time. */
    public static void prepare(Templates templates) {
        templates.prepareHtml(FindingsPage.TEMPLATE);
    }

    /**
     * The reports.
     *
     * @param builtIn the built-in templates: a site's own have no say, so that a report looks the same everywhere
     */
    public List<Artefact> artefacts(Templates builtIn) {
        return List.of(FindingsSarif.generate(this), FindingsPage.generate(this, builtIn));
    }

    /**
     * The findings for the console, at most one screen of lines.
     *
     * @param declaration the declaration's absolute path, so that editors make links of the places
     * @param folder the module's absolute path, below which the places in the code lie
     * @param page where the page with all of it lies
     */
    public List<ConsoleLine> lines(String declaration, String folder, String page) {
        return new ConsoleLines(this, declaration, folder, page).lines();
    }

    /** How many findings of each severity there are, in words; empty without findings. */
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

    /** Whether a rule was asked about this charter: it is not switched off, and for one of the site's jurisdictions. */
    boolean applies(Rule rule) {
        return result.checked().contains(rule.id()) && concernsSite(rule);
    }

    /** Whether a rule is for one of the site's jurisdictions. */
    boolean concernsSite(Rule rule) {
        return rule.jurisdictions().isEmpty()
                || !Collections.disjoint(rule.jurisdictions(), charter.site().jurisdictions());
    }

    /** The rules by their id. */
    Map<String, Rule> rulesById() {
        Map<String, Rule> byId = new TreeMap<>();
        for (Rule rule : rules) {
            byId.put(rule.id(), rule);
        }
        return byId;
    }
}
