package io.github.cookiecharter.report;

import io.github.cookiecharter.history.Asking;
import io.github.cookiecharter.history.Audience;
import io.github.cookiecharter.history.Change;
import io.github.cookiecharter.history.ChangeSentence;
import io.github.cookiecharter.model.diagnostic.SafeText;
import io.github.cookiecharter.output.Artefact;
import io.github.cookiecharter.output.OutputRoot;
import io.github.cookiecharter.rule.Severity;
import io.github.cookiecharter.template.MarkdownText;
import io.github.cookiecharter.template.Stylesheet;
import io.github.cookiecharter.template.Templates;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Says what changed between two charters: as console lines, {@code changes.md} and {@code changes.html}.
 *
 * @param source the declaration's file name
 * @param since what the charter is compared with, in words
 */
public record ChangesReport(String source, String since, List<Change> changes, Asking asking) {

    /** The file name of the page. */
    public static final String PAGE = "changes.html";

    private static final String MARKDOWN = "changes.md";
    private static final String TITLE = "What changed in the cookie charter";

    public ChangesReport {
        changes = List.copyOf(changes);
    }

    /** Generates the two files. */
    public List<Artefact> artefacts() {
        return List.of(
                Artefact.text(OutputRoot.REPORTS, MARKDOWN, markdown()),
                Artefact.text(
                        OutputRoot.REPORTS, PAGE, new Templates(Optional.empty()).html("report/changes", context())));
    }

    /** Returns the lines for the console. */
    public List<ConsoleLine> lines() {
        List<ConsoleLine> lines = new ArrayList<>();
        for (Audience audience : Audience.values()) {
            List<String> sentences = sentences(audience);
            if (!sentences.isEmpty()) {
                lines.add(new ConsoleLine(Severity.NOTE, audience.heading() + ":"));
            }
            for (String sentence : sentences) {
                lines.add(new ConsoleLine(Severity.NOTE, "  - " + SafeText.line(sentence)));
            }
        }
        for (String line : askingLines()) {
            lines.add(new ConsoleLine(asking.asks() ? Severity.WARNING : Severity.NOTE, SafeText.line(line)));
        }
        return lines;
    }

    private List<String> sentences(Audience audience) {
        return changes.stream()
                .filter(audience::isConcernedBy)
                .map(ChangeSentence::of)
                .toList();
    }

    private List<String> reasons() {
        return changes.stream()
                .filter(Change::asksAgain)
                .map(ChangeSentence::of)
                .toList();
    }

    private String verdict() {
        return switch (asking) {
            case NOBODY_IS_ASKED -> "Visitors are not asked: nothing needs consent.";
            case FOR_THE_FIRST_TIME -> "Visitors are asked for the first time: nothing needed consent before.";
            case AGAIN -> "Visitors are asked again, because:";
            case AGAIN_BY_HAND ->
                "Visitors are asked again, although nothing that they consented to has changed: the consent"
                        + " revision is another one.";
            case KEPT_BY_HAND ->
                "Visitors are not asked again, because the declaration keeps the former consent revision,"
                        + " although:";
            case NOT_AGAIN -> "Visitors keep their choice: nothing that they consented to has changed.";
        };
    }

    private boolean hasReasons() {
        return asking == Asking.AGAIN || asking == Asking.KEPT_BY_HAND;
    }

    private List<String> askingLines() {
        List<String> lines = new ArrayList<>();
        lines.add(verdict());
        if (hasReasons()) {
            reasons().forEach(reason -> lines.add("  - " + reason));
        }
        return lines;
    }

    private String markdown() {
        StringBuilder out = new StringBuilder("# " + TITLE + "\n\n")
                .append(MarkdownText.escape(source + ", compared with " + since + "."))
                .append("\n\n");
        if (changes.isEmpty()) {
            out.append("Nothing changed.\n\n");
        }
        for (Audience audience : Audience.values()) {
            appendList(out, "## " + audience.heading(), sentences(audience));
        }
        out.append("## Are visitors asked again?\n\n")
                .append(MarkdownText.escape(verdict()))
                .append('\n');
        if (hasReasons()) {
            out.append('\n');
            reasons()
                    .forEach(reason ->
                            out.append("- ").append(MarkdownText.escape(reason)).append('\n'));
        }
        return out.toString();
    }

    private static void appendList(StringBuilder out, String heading, List<String> sentences) {
        if (!sentences.isEmpty()) {
            out.append(heading).append("\n\n");
            sentences.forEach(sentence ->
                    out.append("- ").append(MarkdownText.escape(sentence)).append('\n'));
            out.append('\n');
        }
    }

    private Map<String, Object> context() {
        List<Object> groups = new ArrayList<>();
        for (Audience audience : Audience.values()) {
            List<String> sentences = sentences(audience);
            if (!sentences.isEmpty()) {
                groups.add(Map.of("heading", audience.heading(), "sentences", texts(sentences)));
            }
        }
        return Map.of(
                "source",
                source,
                "since",
                since,
                "title",
                TITLE,
                "style",
                Stylesheet.rules("report/tags.css"),
                "isEmpty",
                changes.isEmpty(),
                "groups",
                groups,
                "verdict",
                verdict(),
                "hasReasons",
                hasReasons(),
                "reasons",
                hasReasons() ? texts(reasons()) : List.of());
    }

    private static List<Object> texts(List<String> sentences) {
        return sentences.stream().<Object>map(text -> Map.of("text", text)).toList();
    }
}
