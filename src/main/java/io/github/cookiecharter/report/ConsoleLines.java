package io.github.cookiecharter.report;

import io.github.cookiecharter.model.diagnostic.SourcePosition;
import io.github.cookiecharter.rule.Finding;
import io.github.cookiecharter.rule.Rule;
import io.github.cookiecharter.rule.Severity;
import io.github.cookiecharter.rule.SourceLocation;
import java.io.File;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Findings as lines of the console: the gravest first, those of one rule together, and no more than a screen of them.
 */
final class ConsoleLines {

    // A terminal has 24 lines; one is for what could not be shown, one for the build's own.
    private static final int MOST_LINES = 22;
    private static final int MOST_OF_ONE_RULE = 3;
    private static final String INDENT = "    ";

    private final FindingsReport findings;
    private final Map<String, Rule> rules;
    private final String declaration;
    private final String folder;
    private final String page;
    private final List<ConsoleLine> lines = new ArrayList<>();
    private int left;
    private boolean cut;

    ConsoleLines(FindingsReport findings, String declaration, String folder, String page) {
        this.findings = findings;
        this.rules = findings.rulesById();
        this.declaration = declaration;
        this.folder = folder;
        this.page = page;
        this.left = findings.verdict().findings().size();
    }

    List<ConsoleLine> lines() {
        for (Severity severity : Severity.values()) {
            for (List<Finding> group : byRule(severity)) {
                show(group, Optional.ofNullable(rules.get(group.get(0).rule())));
            }
        }
        if (left > 0 || cut) {
            lines.add(new ConsoleLine(
                    lines.get(lines.size() - 1).severity(),
                    left > 0 ? "and " + left + " more, see " + page : "in full: " + page));
        }
        return lines;
    }

    // In the order in which the rules first appear in the file.
    private Iterable<List<Finding>> byRule(Severity severity) {
        Map<String, List<Finding>> groups = new LinkedHashMap<>();
        for (Finding finding : findings.verdict().findings()) {
            if (finding.severity() == severity) {
                List<Finding> group = groups.getOrDefault(finding.rule(), new ArrayList<>());
                group.add(finding);
                groups.put(finding.rule(), group);
            }
        }
        return groups.values();
    }

    private void show(List<Finding> group, Optional<Rule> rule) {
        boolean collapsed = group.size() > MOST_OF_ONE_RULE && !mustBeListed(group.get(0));
        int footer = rule.isPresent() ? 1 : 0;
        int before = lines.size();
        for (Finding finding : collapsed ? group.subList(0, 1) : group) {
            List<ConsoleLine> block = block(finding, collapsed ? group.size() - 1 : 0);
            if (lines.size() + 1 + footer > MOST_LINES) {
                break;
            }
            boolean whole = lines.size() + block.size() + footer <= MOST_LINES;
            lines.addAll(whole ? block : block.subList(0, 1));
            left -= collapsed ? group.size() : 1;
            cut |= collapsed || (finding.yaml().isPresent() && (!whole || block.size() == 1));
        }
        if (rule.isPresent() && lines.size() > before) {
            lines.add(new ConsoleLine(
                    group.get(0).severity(), INDENT + "see " + rule.get().page()));
        }
    }

    // Each undeclared cookie has a place of its own, and somebody has to go there.
    private static boolean mustBeListed(Finding finding) {
        return finding.severity() == Severity.ERROR && finding.code().isPresent();
    }

    private String place(Finding finding) {
        if (finding.code().isEmpty()) {
            return declaration + at(finding.at());
        }
        SourceLocation place = finding.code().get();
        return place.file().isPresent()
                ? folder
                        + File.separator
                        + place.file().get().path().replace('/', File.separatorChar)
                        + at(place.file().get().at())
                : place.text() + ": ";
    }

    private static String at(SourcePosition position) {
        return ":[" + position.line() + "," + position.column() + "] ";
    }

    private List<ConsoleLine> block(Finding finding, int others) {
        List<ConsoleLine> block = new ArrayList<>();
        String more = others == 0 ? "" : ", and " + others + " more of this rule";
        block.add(new ConsoleLine(
                finding.severity(), place(finding) + finding.message() + " (" + finding.rule() + ")" + more));
        if (finding.severity() == Severity.ERROR && finding.yaml().isPresent()) {
            for (String line : finding.yaml().get().stripTrailing().split("\n", -1)) {
                block.add(new ConsoleLine(finding.severity(), INDENT + line));
            }
        }
        return block;
    }
}
