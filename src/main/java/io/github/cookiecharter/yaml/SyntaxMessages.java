package io.github.cookiecharter.yaml;

import io.github.cookiecharter.model.diagnostic.SafeText;
import java.util.Optional;

/** Explains YAML that the parser rejects, and repairs the text where parsing can continue. */
public final class SyntaxMessages {

    // YAML 1.2.2, 8.2.2: the limit of an implicit key, that is, one without '?'.
    private static final int MAX_KEY_LENGTH = 1024;
    private static final String KEY_TOO_LONG =
            "this name is longer than 1,024 characters, the limit for a key in YAML: shorten"
                    + " it; in a cookie's name '*' may replace the end";

    private final SourceText source;
    private final SyntaxFault fault;

    private SyntaxMessages(SourceText source, SyntaxFault fault) {
        this.source = source;
        this.fault = fault;
    }

    /**
     * The explanation of a fault.
     *
     * @param offset the offset to report
     * @param message the message; empty if the file is valid YAML 1.2
     * @param repaired the text without the fault; empty if it cannot be repaired
     */
    public record Explanation(int offset, String message, Optional<SourceText> repaired) {}

    public static Explanation explain(SourceText source, SyntaxFault fault) {
        return new SyntaxMessages(source, fault).explanation();
    }

    private Explanation explanation() {
        String problem = fault.problem();
        int offset = fault.problemOffset();
        if (problem.isEmpty()) {
            return explainUnknownProblem(offset);
        }
        if (problem.endsWith("cannot start any token") || problem.contains("cannot start any token.")) {
            return source.charAt(offset) == '\t' ? explainTab(offset) : explainMisleadingStart(offset);
        }
        String context = fault.context();
        if (context.endsWith("an alias") || context.endsWith("an anchor") || context.endsWith("a block scalar")) {
            return explainMisleadingStart(fault.contextOffset());
        }
        if (context.endsWith("a tag") || problem.startsWith("found undefined tag")) {
            return repairable(
                    fault.contextOffset(),
                    "a tag is not supported: remove it, or, where a text begins with '!', put it in quotes",
                    fault.contextOffset());
        }
        if (context.endsWith("a directive") || context.endsWith("directive") || problem.contains("directive")) {
            return unrepairable(fault.contextOffset(), "a line that begins with '%' is not supported: remove it");
        }
        if (problem.startsWith("mapping values")) {
            return explainColon(offset);
        }
        if (problem.startsWith("found unexpected")) {
            return unrepairable(fault.contextOffset(), "the quote that opens here is never closed");
        }
        if (problem.startsWith("found unknown escape") || problem.startsWith("expected escape sequence")) {
            return explainEscape(offset);
        }
        if (problem.startsWith("could not find expected ':'")) {
            return explainMissingColon(fault.contextOffset());
        }
        if (problem.startsWith("sequence entries") || problem.startsWith("mapping keys")) {
            return explainMisleadingStart(offset);
        }
        if (problem.startsWith("expected the node content")) {
            return explainMissingNode(offset);
        }
        if (problem.startsWith("expected ',' or")) {
            return explainFlow(offset);
        }
        if (problem.startsWith("expected <block end>")) {
            return explainBlockEnd(offset);
        }
        if (problem.startsWith("expected '<document start>'")) {
            return unrepairable(
                    offset,
                    source.text().lastIndexOf("\n...", offset) >= 0
                            ? "the document ended before this line: remove the '...' or what follows it"
                            : "this line begins further left than the file's first key: begin both in the same column");
        }
        return unrepairable(offset, "this is not YAML: check indentation, quotes and brackets of this line");
    }

    private Explanation explainTab(int offset) {
        int start = source.startOfLine(offset);
        if (source.startOfContent(offset) > offset) {
            boolean further = hasFurtherTabs(offset);
            String message = "a tab indents this line"
                    + (further ? " and further ones" : "")
                    + ": YAML is indented with spaces alone, so replace each tab with spaces";
            return new Explanation(start, message, Optional.of(withoutIndentingTabs()));
        }
        int end = offset;
        while (source.charAt(end) == '\t') {
            end++;
        }
        // YAML 1.2 allows a tab between a key and its value; the parser does not.
        return new Explanation(offset, "", Optional.of(source.withSpaces(offset, end)));
    }

    private boolean hasFurtherTabs(int offset) {
        for (int i = offset; i < source.length(); i++) {
            boolean startsLine = source.charAt(i) == '\n' || source.charAt(i) == '\r';
            if (startsLine
                    && source.text()
                                    .substring(i + 1, source.startOfContent(i + 1))
                                    .indexOf('\t')
                            >= 0) {
                return true;
            }
        }
        return false;
    }

    private SourceText withoutIndentingTabs() {
        char[] characters = source.text().toCharArray();
        boolean indent = true;
        for (int i = 0; i < characters.length; i++) {
            char c = characters[i];
            if (c == '\t' && indent) {
                characters[i] = ' ';
            }
            indent = c == '\n' || c == '\r' || (indent && (c == ' ' || c == '\t'));
        }
        return source.withText(new String(characters));
    }

    private Explanation explainUnknownProblem(int offset) {
        char c = source.charAt(offset);
        if (c == '*') {
            return explainMisleadingStart(offset);
        }
        if (c == '{' || c == '[') {
            int open = source.charAt(offset - 1) == c ? offset - 1 : offset;
            String closing = c == '{' ? "}}" : "]]";
            int end = source.restOfLine(offset).indexOf(closing);
            String message = "a text that begins with " + SafeText.quote(String.valueOf(c)) + " must stand in quotes";
            if (open < offset && end >= 0) {
                return repairable(open, message, open, offset, offset + end, offset + end + 1);
            }
            return unrepairable(open, message);
        }
        if (c == '!') {
            return repairable(
                    offset,
                    "a tag is not supported: remove it, or, where a text begins with '!', put it in quotes",
                    offset);
        }
        return unrepairable(offset, "this is not YAML: check indentation, quotes and brackets of this line");
    }

    private Explanation explainMisleadingStart(int offset) {
        char c = source.charAt(offset);
        if (c == '-' || c == '?') {
            return repairable(
                    offset,
                    "a list begins on a line of its own, or stands in brackets; a text that begins with "
                            + SafeText.quote(String.valueOf(c)) + " must stand in quotes: "
                            + SafeText.quoteAsYaml(misleadingText(offset)),
                    offset);
        }
        String what = isKey(offset) ? "a name" : "a text";
        if (isKey(offset) && misleadingText(offset).replace("*", "").isEmpty()) {
            // Quotes would not make it a valid name: the reader of the key reports that.
            return repairable(offset, "", offset);
        }
        return repairable(
                offset,
                what + " that begins with " + SafeText.quote(String.valueOf(c)) + " must stand in quotes: "
                        + SafeText.quoteAsYaml(misleadingText(offset)),
                offset);
    }

    // A key ends at its colon; a value ends at the end of its line or, within brackets, at the comma.
    private String misleadingText(int offset) {
        String rest = source.asWritten(source.restOfLine(offset));
        int colon = endOfKey(rest);
        int comment = rest.indexOf(" #");
        int end = comment < 0 ? rest.length() : comment;
        if (colon >= 0) {
            end = Math.min(end, colon);
        } else if (fault.context().contains("flow") || isWithinBrackets(offset)) {
            for (int i = 0; i < end; i++) {
                if (",]}".indexOf(rest.charAt(i)) >= 0) {
                    end = i;
                }
            }
        }
        return rest.substring(0, end).strip();
    }

    private static int endOfKey(String rest) {
        int colon = rest.indexOf(':');
        while (colon >= 0 && colon + 1 < rest.length() && rest.charAt(colon + 1) != ' ') {
            colon = rest.indexOf(':', colon + 1);
        }
        return colon;
    }

    private boolean isKey(int offset) {
        return endOfKey(source.restOfLine(offset)) >= 0;
    }

    private boolean isWithinBrackets(int offset) {
        int open = 0;
        for (int i = source.startOfLine(offset); i < offset; i++) {
            char c = source.charAt(i);
            open += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
        }
        return open > 0;
    }

    private Explanation explainColon(int offset) {
        int scalar = fault.preceding().scalarOffset();
        if (scalar >= 0 && source.startOfLine(scalar) == source.startOfLine(offset)) {
            return offset - scalar > MAX_KEY_LENGTH
                    ? unrepairable(scalar, KEY_TOO_LONG)
                    : repairable(
                            offset,
                            "the colon splits this text: put it in quotes: " + SafeText.quoteAsYaml(valueText(scalar)),
                            offset);
        }
        int key = fault.preceding().keyOffset();
        if (scalar >= 0 && key >= 0 && source.startOfLine(scalar) == source.startOfLine(key)) {
            return unrepairable(
                    source.startOfContent(offset),
                    "this line is indented further than the key above it, which has a value already: begin it in column "
                            + source.position(key).column());
        }
        return explainMissingColon(scalar >= 0 ? scalar : source.startOfContent(offset));
    }

    private String valueText(int from) {
        String rest = source.asWritten(source.restOfLine(from));
        int comment = rest.indexOf(" #");
        int end = comment < 0 ? rest.length() : comment;
        if (isWithinBrackets(from)) {
            for (int i = 0; i < end; i++) {
                if (",]}".indexOf(rest.charAt(i)) >= 0) {
                    end = i;
                }
            }
        }
        return rest.substring(0, end).strip();
    }

    private Explanation explainMissingColon(int offset) {
        String line = source.restOfLine(offset).strip();
        int colon = line.indexOf(':');
        if (line.length() > MAX_KEY_LENGTH && line.lastIndexOf(": ") > MAX_KEY_LENGTH) {
            return unrepairable(offset, KEY_TOO_LONG);
        }
        if (line.length() > 1 && line.charAt(0) == '-' && line.charAt(1) != '-' && colon < 0) {
            return unrepairable(
                    offset, "a space is missing after the hyphen in " + SafeText.quote(source.asWritten(line)));
        }
        int wide = line.indexOf('\uFF1A');
        if (wide > 0 && (colon < 0 || wide < colon)) {
            return unrepairable(
                    offset,
                    "the colon in " + SafeText.quote(source.asWritten(line))
                            + " is a full-width colon (U+FF1A): write ': '");
        }
        if (colon > 0 && colon + 1 < line.length() && line.charAt(colon + 1) != ' ') {
            return unrepairable(
                    offset, "a space is missing after the colon in " + SafeText.quote(source.asWritten(line)));
        }
        return unrepairable(offset, "a colon is missing after " + SafeText.quote(source.asWritten(line)));
    }

    private Explanation explainEscape(int offset) {
        int backslash = offset;
        while (backslash > 0 && source.charAt(backslash) != '\\') {
            backslash--;
        }
        return repairable(
                backslash,
                "a backslash in double quotes begins an escape, and this is none: write '\\\\', or use single quotes",
                backslash);
    }

    private Explanation explainMissingNode(int offset) {
        char c = source.charAt(offset);
        if (",]}".indexOf(c) < 0) {
            return unrepairable(offset, "a value is missing here");
        }
        if (c == ',' && fault.context().contains("flow")) {
            return repairable(
                    offset,
                    "there is no value before this comma: remove it, or put a text that holds it in quotes",
                    offset);
        }
        if (fault.context().contains("flow")) {
            return unrepairable(
                    offset, "this " + SafeText.quote(String.valueOf(c)) + " closes no bracket that is open here");
        }
        return explainMisleadingStart(offset);
    }

    private Explanation explainFlow(int offset) {
        int open = fault.contextOffset();
        char bracket = source.charAt(open);
        char c = source.charAt(offset);
        int scalar = fault.preceding().scalarOffset();
        if (c == ':' && scalar > open && source.startOfLine(scalar) == source.startOfLine(offset)) {
            return repairable(
                    offset,
                    "the colon splits this text: put it in quotes: " + SafeText.quoteAsYaml(valueText(scalar)),
                    offset);
        }
        if (source.startOfLine(open) == source.startOfLine(offset) && offset < source.length()) {
            if (c == '}' || c == ']') {
                return unrepairable(
                        offset,
                        "this " + SafeText.quote(String.valueOf(c)) + " does not close the '" + bracket
                                + "' before it");
            }
            return explainTextAfterQuote(offset)
                    .orElseGet(() -> repairable(
                            offset,
                            "put a text that holds " + SafeText.quote(String.valueOf(c)) + " in quotes, or add a comma",
                            offset));
        }
        return unrepairable(open, "the '" + bracket + "' that opens here is never closed");
    }

    private Explanation explainBlockEnd(int offset) {
        char c = source.charAt(offset);
        Optional<Explanation> quote = explainTextAfterQuote(offset);
        if (quote.isPresent()) {
            return quote.get();
        }
        if (c == ':') {
            return unrepairable(offset, "a key is missing before this colon");
        }
        if (c == '}' || c == ']') {
            return unrepairable(
                    offset, "this " + SafeText.quote(String.valueOf(c)) + " closes no bracket that is open here");
        }
        if (c == '-') {
            return unrepairable(offset, "a list item stands among keys: indent it below its key, or give it a key");
        }
        return unrepairable(
                offset, "this line's indentation fits no line above it: keys that belong together begin in one column");
    }

    /** Explains text that follows a closing quote on the same line. */
    private Optional<Explanation> explainTextAfterQuote(int offset) {
        int scalar = fault.preceding().scalarOffset();
        if (scalar < 0 || source.startOfLine(scalar) != source.startOfLine(offset)) {
            return Optional.empty();
        }
        char quote = source.charAt(scalar);
        int closing = source.text().lastIndexOf(quote, offset - 1);
        if ((quote != '"' && quote != '\'') || closing <= scalar) {
            return Optional.empty();
        }
        String how = quote == '\''
                ? "within single quotes a quote is written twice: ''"
                : "within double quotes a quote is written \\\"";
        String message = "the text goes on after its closing quote: put all of it in quotes; " + how;
        boolean closedLater = source.restOfLine(offset).indexOf(quote) >= 0;
        return Optional.of(
                closedLater ? repairable(closing, message, closing) : repairable(closing, message, scalar, closing));
    }

    private Explanation repairable(int offset, String message, int... misleading) {
        return new Explanation(offset, message, Optional.of(source.withStandIns(misleading)));
    }

    private static Explanation unrepairable(int offset, String message) {
        return new Explanation(offset, message, Optional.empty());
    }
}
