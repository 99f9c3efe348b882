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

/** Formats findings as console lines: by severity, grouped by rule, at most one screen. */
final class ConsoleLines {

    // A terminal has 24 lines; one is for the number of omitted findings, one for the build's own line.
    private static final int MAX_LINES = 22;
    private static final int MAX_OF_ONE_RULE = 3;
    private static final String INDENT = "    ";

    private final FindingsReport report;
    private final Map<String, Rule> rules;
    private final String declaration;
    private final String folder;
    private final String page;
    private final List<ConsoleLine> lines = new ArrayList<>();
    private int remaining;
    private boolean truncated;

    ConsoleLines(FindingsReport report, String declaration, String folder, String page) {
        this.report = report;
        this.rules = report.rulesById();
        this.declaration = declaration;
        this.folder = folder;
        this.page = page;
        this.remaining = report.result().findings().size();
    }

    List<ConsoleLine> lines() {
        for (Severity severity : Severity.values()) {
            for (List<Finding> group : groupsByRule(severity)) {
                addGroup(group, Optional.ofNullable(rules.get(group.get(0).rule())));
            }
        }
        if (remaining > 0 || truncated) {
            lines.add(new ConsoleLine(
                    lines.get(lines.size() - 1).severity(),
                    remaining > 0 ? "and " + remaining + " more, see " + page : "in full: " + page));
        }
        return lines;
    }

    // Ordered by the first finding of each rule.
    private Iterable<List<Finding>> groupsByRule(Severity severity) {
        Map<String, List<Finding>> groups = new LinkedHashMap<>();
        for (Finding finding : report.result().findings()) {
            if (finding.severity() == severity) {
                groups.computeIfAbsent(finding.rule(), id -> new ArrayList<>()).add(finding);
            }
        }
        return groups.values();
    }

    private void addGroup(List<Finding> group, Optional<Rule> rule) {
        boolean collapsed = group.size() > MAX_OF_ONE_RULE && !mustBeListed(group.get(0));
        int footer = rule.isPresent() ? 1 : 0;
        int before = lines.size();
        for (Finding finding : collapsed ? group.subList(0, 1) : group) {
            List<ConsoleLine> block = linesOf(finding, collapsed ? group.size() - 1 : 0);
            if (lines.size() + 1 + footer > MAX_LINES) {
                break;
            }
            boolean whole = lines.size() + block.size() + footer <= MAX_LINES;
            lines.addAll(whole ? block : block.subList(0, 1));
            remaining -= collapsed ? group.size() : 1;
            truncated |= collapsed || (finding.yaml().isPresent() && (!whole || block.size() == 1));
        }
        if (rule.isPresent() && lines.size() > before) {
            lines.add(new ConsoleLine(
                    group.get(0).severity(), INDENT + "see " + rule.get().page()));
        }
    }

    // Errors in the code are never collapsed, because each has its own location to correct.
    private static boolean mustBeListed(Finding finding) {
        return finding.severity() == Severity.ERROR && finding.code().isPresent();
    }

    private String location(Finding finding) {
        if (finding.code().isEmpty()) {
            return file(finding.at()) + lineAndColumn(finding.at());
        }
        SourceLocation location = finding.code().get();
        return location.file().isPresent()
                ? folder
                        + File.separator
                        + location.file().get().path().replace('/', File.separatorChar)
                        + lineAndColumn(location.file().get().at())
                : location.text() + ": ";
    }

    // A part that lies in a file has a path relative to the declaration.
    private String file(SourcePosition position) {
        // A part that a dependency ships is no file of the project.
        if (position.file().indexOf(':') >= 0) {
            return position.file();
        }
        return position.file().isEmpty()
                ? declaration
                : new File(declaration)
                        .toPath()
                        .resolveSibling(position.file())
                        .normalize()
                        .toString();
    }

    private static String lineAndColumn(SourcePosition position) {
        return ":[" + position.line() + "," + position.column() + "] ";
    }

    private List<ConsoleLine> linesOf(Finding finding, int others) {
        List<ConsoleLine> block = new ArrayList<>();
        String more = others == 0 ? "" : ", and " + others + " more of this rule";
        block.add(new ConsoleLine(
                finding.severity(), location(finding) + finding.message() + " (" + finding.rule() + ")" + more));
        if (finding.severity() == Severity.ERROR && finding.yaml().isPresent()) {
            for (String line : finding.yaml().get().stripTrailing().split("\n", -1)) {
                block.add(new ConsoleLine(finding.severity(), INDENT + line));
            }
        }
        return block;
    }
}
