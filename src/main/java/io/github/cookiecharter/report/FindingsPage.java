package io.github.cookiecharter.report;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.LocalizedText.Phrase;
import io.github.cookiecharter.jurisdiction.Jurisdiction;
import io.github.cookiecharter.model.diagnostic.SafeText;
import io.github.cookiecharter.output.Artefact;
import io.github.cookiecharter.output.OutputRoot;
import io.github.cookiecharter.rule.Finding;
import io.github.cookiecharter.rule.LegalSource;
import io.github.cookiecharter.rule.Rule;
import io.github.cookiecharter.rule.RuleResult;
import io.github.cookiecharter.rule.Severity;
import io.github.cookiecharter.rule.SourceLocation;
import io.github.cookiecharter.template.Stylesheet;
import io.github.cookiecharter.template.Templates;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Generates the HTML page of findings: what was checked, what was found, which findings the site accepts, and what
 * checks do not cover.
 */
final class FindingsPage {

    static final String TEMPLATE = "report/findings";

    private final FindingsReport report;
    private final Charter charter;
    private final Map<String, Rule> rules;

    private FindingsPage(FindingsReport report) {
        this.report = report;
        this.charter = report.charter();
        this.rules = report.rulesById();
    }

    static Artefact generate(FindingsReport report, Templates templates) {
        return Artefact.text(
                OutputRoot.REPORTS,
                report.kind().pageFile(),
                templates.html(TEMPLATE, new FindingsPage(report).page()));
    }

    private Map<String, Object> page() {
        String language = charter.site().defaultLanguage();
        List<Object> found = findingsBySeverity();
        List<Object> accepted = acceptedFindings();
        List<Object> off = disabledRules();
        List<Object> elsewhere = otherJurisdictionRules();
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("source", charter.source());
        page.put("style", Stylesheet.rules("report/findings.css"));
        page.put("uri", URI.create(report.uri()).getPath());
        page.put("site", charter.site().name().textIn(language));
        page.put("siteLanguage", charter.site().name().in(language).language());
        page.put(
                "hasSiteLanguage",
                !charter.site().name().in(language).language().isEmpty());
        page.put("url", charter.site().url().toString());
        page.put("jurisdictions", keywords(charter.site().jurisdictions()));
        page.put("isDeclaration", report.kind() == FindingsReport.ReportKind.DECLARATION);
        page.put("isCode", report.kind() == FindingsReport.ReportKind.CODE);
        page.put("isAudit", report.audit().isPresent());
        report.audit().ifPresent(audit -> audit.putInto(page));
        page.put("scope", report.scope());
        List<Object> notAnalysed = new ArrayList<>();
        for (String sentence : report.notAnalysed()) {
            notAnalysed.add(Map.of("sentence", sentence + "."));
        }
        page.put("hasUnread", !notAnalysed.isEmpty());
        page.put("unread", notAnalysed);
        page.put("counts", report.counts());
        page.put("unlisted", report.unlistedNotice());
        page.put("hasFound", !found.isEmpty());
        page.put("found", found);
        page.put("hasAccepted", !accepted.isEmpty());
        page.put("accepted", accepted);
        page.put("checked", checkedRules());
        page.put("hasUnchecked", !off.isEmpty() || !elsewhere.isEmpty());
        page.put("hasOff", !off.isEmpty());
        page.put("off", off);
        page.put("hasElsewhere", !elsewhere.isEmpty());
        page.put("elsewhere", elsewhere);
        return page;
    }

    private static List<Object> keywords(List<Jurisdiction> jurisdictions) {
        List<Object> words = new ArrayList<>();
        for (Jurisdiction jurisdiction : jurisdictions) {
            words.add(Map.of("word", jurisdiction.word()));
        }
        return words;
    }

    // By severity, then by rule in the order of the first finding.
    private List<Object> findingsBySeverity() {
        List<Object> severities = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            Map<String, List<Object>> byRule = new LinkedHashMap<>();
            for (Finding finding : report.listed()) {
                if (finding.severity() == severity) {
                    byRule.computeIfAbsent(finding.rule(), id -> new ArrayList<>())
                            .add(finding(finding));
                }
            }
            long count = report.result().findings().stream()
                    .filter(finding -> finding.severity() == severity)
                    .count();
            List<Object> groups = new ArrayList<>();
            for (Map.Entry<String, List<Object>> group : byRule.entrySet()) {
                groups.add(group(group.getKey(), group.getValue()));
            }
            if (!groups.isEmpty()) {
                Map<String, Object> each = new LinkedHashMap<>();
                each.put("severity", severity.word());
                each.put("isError", severity == Severity.ERROR);
                each.put("isWarning", severity == Severity.WARNING);
                each.put("isNote", severity == Severity.NOTE);
                each.put("count", count);
                each.put("several", count != 1);
                each.put("groups", groups);
                severities.add(each);
            }
        }
        return severities;
    }

    private Map<String, Object> group(String id, List<Object> found) {
        Rule rule = rules.get(id);
        List<Object> sources = rule == null ? List.of() : citations(rule);
        Map<String, Object> group = heading(id);
        group.put("why", rule == null ? List.of() : Markdown.spans(rule.why()));
        group.put("hasSources", !sources.isEmpty());
        group.put("sources", sources);
        group.put("findings", found);
        return group;
    }

    private Map<String, Object> finding(Finding finding) {
        Map<String, Object> each = new LinkedHashMap<>();
        each.put("line", finding.at().line());
        each.put("place", location(finding));
        each.put("message", finding.message());
        each.put("hasYaml", finding.yaml().isPresent());
        each.put("yaml", finding.yaml().orElse("").stripTrailing());
        return each;
    }

    private static String location(Finding finding) {
        if (finding.code().isEmpty()) {
            String file = finding.at().file();
            return SafeText.line(file.isEmpty() ? "" : file + ", ") + "line "
                    + finding.at().line() + ", column " + finding.at().column();
        }
        SourceLocation location = finding.code().get();
        boolean namesFile = location.file().isEmpty()
                || location.text().startsWith(location.file().get().path() + ":");
        return SafeText.line(location.text()
                + (namesFile ? "" : " in " + location.file().get().path()));
    }

    // A finding may have a rule that is not listed, from another package: then only its id is shown.
    private Map<String, Object> heading(String id) {
        Rule rule = rules.get(id);
        Map<String, Object> each = new LinkedHashMap<>();
        each.put("id", id);
        each.put("isRule", rule != null);
        each.put("title", rule == null ? id : rule.title());
        each.put("page", rule == null ? "" : rule.page());
        return each;
    }

    private static List<Object> citations(Rule rule) {
        List<Object> citations = new ArrayList<>();
        for (LegalSource source : rule.sources()) {
            citations.add(Map.of("citation", FindingsSarif.citation(source)));
        }
        return citations;
    }

    private List<Object> acceptedFindings() {
        List<Object> accepted = new ArrayList<>();
        for (RuleResult.Accepted each : report.listedAccepted()) {
            Phrase reason = FindingsSarif.reason(report, each);
            Map<String, Object> item = heading(each.finding().rule());
            item.putAll(finding(each.finding()));
            item.put("severity", each.finding().severity().word());
            item.put("reason", reason.text());
            item.put("reasonLanguage", reason.language());
            item.put("hasReasonLanguage", !reason.language().isEmpty());
            item.put("exceptionLine", each.exception().positions().entry().line());
            accepted.add(item);
        }
        return accepted;
    }

    private List<Object> checkedRules() {
        List<Object> checked = new ArrayList<>();
        for (Rule rule : report.rules()) {
            if (report.applies(rule)) {
                checked.add(checkedRules(rule));
            }
        }
        for (String id : report.result().checked()) {
            if (!rules.containsKey(id)) {
                Map<String, Object> other = heading(id);
                other.put("hasSources", false);
                other.put("sources", List.of());
                putOutcome(id, other);
                checked.add(other);
            }
        }
        return checked;
    }

    private Map<String, Object> checkedRules(Rule rule) {
        Map<String, Object> each = heading(rule.id());
        List<Object> sources = citations(rule);
        each.put("hasSources", !sources.isEmpty());
        each.put("sources", sources);
        putOutcome(rule.id(), each);
        return each;
    }

    private void putOutcome(String id, Map<String, Object> each) {
        int count = 0;
        for (Finding finding : report.result().findings()) {
            count += finding.rule().equals(id) ? 1 : 0;
        }
        int excepted = 0;
        for (RuleResult.Accepted accepted : report.result().accepted()) {
            excepted += accepted.finding().rule().equals(id) ? 1 : 0;
        }
        each.put("count", count);
        each.put("hasCount", count > 0);
        each.put("excepted", excepted);
        each.put("hasExcepted", excepted > 0);
        each.put("clean", count + excepted == 0);
    }

    private List<Object> disabledRules() {
        List<Object> off = new ArrayList<>();
        for (Rule rule : report.rules()) {
            if (!report.result().checked().contains(rule.id())) {
                off.add(heading(rule.id()));
            }
        }
        return off;
    }

    private List<Object> otherJurisdictionRules() {
        List<Object> elsewhere = new ArrayList<>();
        for (Rule rule : report.rules()) {
            if (report.result().checked().contains(rule.id()) && !report.concernsSite(rule)) {
                Map<String, Object> each = heading(rule.id());
                each.put("jurisdictions", keywords(rule.jurisdictions()));
                elsewhere.add(each);
            }
        }
        return elsewhere;
    }
}
