package io.github.cookiecharter.yaml;

import io.github.cookiecharter.model.diagnostic.SafeText;
import java.util.Optional;

/** Says in our own words what is wrong with YAML that the parser refused, and mends what can be read past. */
public final class SyntaxMessages {

    // YAML 1.2.2, 8.2.2: a key that is written without '?' is read no further.
    private static final int LONGEST_KEY = 1024;
    private static final String TOO_LONG =
            "this name is longer than 1,024 characters, more than YAML reads of a key: shorten"
                    + " it, where it belongs to a cookie by a '*' for its end";

    private final SourceText source;
    private final SyntaxFault fault;

    private SyntaxMessages(SourceText source, SyntaxFault fault) {
        this.source = source;
        this.fault = fault;
    }

    /**
     * The message about a fault.
     *
     * @param at the offset to show
     * @param message empty where the author did nothing wrong
     * @param mended the text without the fault, where the rest can be read
     */
    public record Explanation(int at, String message, Optional<SourceText> mended) {}

    public static Explanation explain(SourceText source, SyntaxFault fault) {
        return new SyntaxMessages(source, fault).explanation();
    }

    private Explanation explanation() {
        String problem = fault.problem();
        int at = fault.problemAt();
        if (problem.isEmpty()) {
            return notAKey(at);
        }
        if (problem.endsWith("cannot start any token") || problem.contains("cannot start any token.")) {
            return source.at(at) == '\t' ? tab(at) : misleadingStart(at);
        }
        String context = fault.context();
        if (context.endsWith("an alias") || context.endsWith("an anchor") || context.endsWith("a block scalar")) {
            return misleadingStart(fault.contextAt());
        }
        if (context.endsWith("a tag") || problem.startsWith("found undefined tag")) {
            return mended(
                    fault.contextAt(),
                    "a tag is no part of this format: remove it, or, where a text begins with '!', put it in quotes",
                    fault.contextAt());
        }
        if (context.endsWith("a directive") || context.endsWith("directive") || problem.contains("directive")) {
            return broken(fault.contextAt(), "a line that begins with '%' is no part of this format: remove it");
        }
        if (problem.startsWith("mapping values")) {
            return colon(at);
        }
        if (problem.startsWith("found unexpected")) {
            return broken(fault.contextAt(), "the quote that opens here is never closed");
        }
        if (problem.startsWith("found unknown escape") || problem.startsWith("expected escape sequence")) {
            return escape(at);
        }
        if (problem.startsWith("could not find expected ':'")) {
            return missingColon(fault.contextAt());
        }
        if (problem.startsWith("sequence entries") || problem.startsWith("mapping keys")) {
            return misleadingStart(at);
        }
        if (problem.startsWith("expected the node content")) {
            return nodeExpected(at);
        }
        if (problem.startsWith("expected ',' or")) {
            return flow(at);
        }
        if (problem.startsWith("expected <block end>")) {
            return blockEnd(at);
        }
        if (problem.startsWith("expected '<document start>'")) {
            return broken(
                    at,
                    source.text().lastIndexOf("\n...", at) >= 0
                            ? "the document ended before this line: remove the '...' or what follows it"
                            : "this line begins further left than the file's first key: begin both in the same column");
        }
        return broken(at, "this is not YAML: check indentation, quotes and brackets of this line");
    }

    private Explanation tab(int at) {
        int start = source.startOfLine(at);
        if (source.startOfContent(at) > at) {
            boolean further = furtherTabs(at);
            String message = "a tab indents this line"
                    + (further ? " and further ones" : "")
                    + ": YAML is indented with spaces alone, so replace each tab with spaces";
            return new Explanation(start, message, Optional.of(withoutIndentingTabs()));
        }
        int end = at;
        while (source.at(end) == '\t') {
            end++;
        }
        // Between a key and its value YAML 1.2 allows a tab, which the parser does not know.
        return new Explanation(at, "", Optional.of(source.withSpaces(at, end)));
    }

    private boolean furtherTabs(int at) {
        for (int i = at; i < source.length(); i++) {
            boolean startsLine = source.at(i) == '\n' || source.at(i) == '\r';
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

    private Explanation notAKey(int at) {
        char c = source.at(at);
        if (c == '*') {
            return misleadingStart(at);
        }
        if (c == '{' || c == '[') {
            int open = source.at(at - 1) == c ? at - 1 : at;
            String closing = c == '{' ? "}}" : "]]";
            int end = source.restOfLine(at).indexOf(closing);
            String message = "a text that begins with " + SafeText.quote(String.valueOf(c)) + " must stand in quotes";
            if (open < at && end >= 0) {
                return mended(open, message, open, at, at + end, at + end + 1);
            }
            return broken(open, message);
        }
        if (c == '!') {
            return mended(
                    at,
                    "a tag is no part of this format: remove it, or, where a text begins with '!', put it in quotes",
                    at);
        }
        return broken(at, "this is not YAML: check indentation, quotes and brackets of this line");
    }

    private Explanation misleadingStart(int at) {
        char c = source.at(at);
        if (c == '-' || c == '?') {
            return mended(
                    at,
                    "a list begins on a line of its own, or stands in brackets; a text that begins with "
                            + SafeText.quote(String.valueOf(c)) + " must stand in quotes: " + SafeText.quoteAsYaml(word(at)),
                    at);
        }
        String what = isKey(at) ? "a name" : "a text";
        if (isKey(at) && word(at).replace("*", "").isEmpty()) {
            // Quotes would not make a name of it: whoever reads the key says so.
            return mended(at, "", at);
        }
        return mended(
                at,
                what + " that begins with " + SafeText.quote(String.valueOf(c)) + " must stand in quotes: "
                        + SafeText.quoteAsYaml(word(at)),
                at);
    }

    // A key ends at its colon, a value at the end of its line or, within brackets, at the comma.
    private String word(int at) {
        String rest = source.asWritten(source.restOfLine(at));
        int colon = endOfKey(rest);
        int comment = rest.indexOf(" #");
        int end = comment < 0 ? rest.length() : comment;
        if (colon >= 0) {
            end = Math.min(end, colon);
        } else if (fault.context().contains("flow") || isWithinBrackets(at)) {
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

    private boolean isKey(int at) {
        return endOfKey(source.restOfLine(at)) >= 0;
    }

    private boolean isWithinBrackets(int at) {
        int open = 0;
        for (int i = source.startOfLine(at); i < at; i++) {
            char c = source.at(i);
            open += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
        }
        return open > 0;
    }

    private Explanation colon(int at) {
        int scalar = fault.before().scalarAt();
        if (scalar >= 0 && source.startOfLine(scalar) == source.startOfLine(at)) {
            return at - scalar > LONGEST_KEY
                    ? broken(scalar, TOO_LONG)
                    : mended(at, "the colon splits this text: put it in quotes: " + SafeText.quoteAsYaml(value(scalar)), at);
        }
        int key = fault.before().keyAt();
        if (scalar >= 0 && key >= 0 && source.startOfLine(scalar) == source.startOfLine(key)) {
            return broken(
                    source.startOfContent(at),
                    "this line is indented further than the key above it, which has a value already: begin it in column "
                            + source.position(key).column());
        }
        return missingColon(scalar >= 0 ? scalar : source.startOfContent(at));
    }

    private String value(int from) {
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

    private Explanation missingColon(int at) {
        String line = source.restOfLine(at).strip();
        int colon = line.indexOf(':');
        if (line.length() > LONGEST_KEY && line.lastIndexOf(": ") > LONGEST_KEY) {
            return broken(at, TOO_LONG);
        }
        if (line.length() > 1 && line.charAt(0) == '-' && line.charAt(1) != '-' && colon < 0) {
            return broken(at, "a space is missing after the hyphen in " + SafeText.quote(source.asWritten(line)));
        }
        int wide = line.indexOf('\uFF1A');
        if (wide > 0 && (colon < 0 || wide < colon)) {
            return broken(
                    at, "the colon in " + SafeText.quote(source.asWritten(line)) + " is a wide one (U+FF1A): write ': '");
        }
        if (colon > 0 && colon + 1 < line.length() && line.charAt(colon + 1) != ' ') {
            return broken(at, "a space is missing after the colon in " + SafeText.quote(source.asWritten(line)));
        }
        return broken(at, "a colon is missing after " + SafeText.quote(source.asWritten(line)));
    }

    private Explanation escape(int at) {
        int backslash = at;
        while (backslash > 0 && source.at(backslash) != '\\') {
            backslash--;
        }
        return mended(
                backslash,
                "a backslash in double quotes begins an escape, and this is none: write '\\\\', or use single quotes",
                backslash);
    }

    private Explanation nodeExpected(int at) {
        char c = source.at(at);
        if (",]}".indexOf(c) < 0) {
            return broken(at, "a value is missing here");
        }
        if (c == ',' && fault.context().contains("flow")) {
            return mended(at, "nothing stands before this comma: remove it, or put a text that holds it in quotes", at);
        }
        if (fault.context().contains("flow")) {
            return broken(at, "this " + SafeText.quote(String.valueOf(c)) + " closes no bracket that is open here");
        }
        return misleadingStart(at);
    }

    private Explanation flow(int at) {
        int open = fault.contextAt();
        char bracket = source.at(open);
        char c = source.at(at);
        int scalar = fault.before().scalarAt();
        if (c == ':' && scalar > open && source.startOfLine(scalar) == source.startOfLine(at)) {
            return mended(at, "the colon splits this text: put it in quotes: " + SafeText.quoteAsYaml(value(scalar)), at);
        }
        if (source.startOfLine(open) == source.startOfLine(at) && at < source.length()) {
            if (c == '}' || c == ']') {
                return broken(
                        at,
                        "this " + SafeText.quote(String.valueOf(c)) + " does not close the '" + bracket + "' before it");
            }
            return afterQuote(at)
                    .orElseGet(() -> mended(
                            at,
                            "put a text that holds " + SafeText.quote(String.valueOf(c)) + " in quotes, or add a comma",
                            at));
        }
        return broken(open, "the '" + bracket + "' that opens here is never closed");
    }

    private Explanation blockEnd(int at) {
        char c = source.at(at);
        Optional<Explanation> quote = afterQuote(at);
        if (quote.isPresent()) {
            return quote.get();
        }
        if (c == ':') {
            return broken(at, "a key is missing before this colon");
        }
        if (c == '}' || c == ']') {
            return broken(at, "this " + SafeText.quote(String.valueOf(c)) + " closes no bracket that is open here");
        }
        if (c == '-') {
            return broken(at, "a list item stands among keys: indent it below its key, or give it a key");
        }
        return broken(
                at, "this line's indentation fits no line above it: keys that belong together begin in one column");
    }

    /** What is wrong where text follows a closing quote on its line. */
    private Optional<Explanation> afterQuote(int at) {
        int scalar = fault.before().scalarAt();
        if (scalar < 0 || source.startOfLine(scalar) != source.startOfLine(at)) {
            return Optional.empty();
        }
        char quote = source.at(scalar);
        int closing = source.text().lastIndexOf(quote, at - 1);
        if ((quote != '"' && quote != '\'') || closing <= scalar) {
            return Optional.empty();
        }
        String how = quote == '\''
                ? "within single quotes a quote is written twice: ''"
                : "within double quotes a quote is written \\\"";
        String message = "the text goes on after its closing quote: put all of it in quotes; " + how;
        boolean closedLater = source.restOfLine(at).indexOf(quote) >= 0;
        return Optional.of(closedLater ? mended(closing, message, closing) : mended(closing, message, scalar, closing));
    }

    private Explanation mended(int at, String message, int... misleading) {
        return new Explanation(at, message, Optional.of(source.withStandIns(misleading)));
    }

    private static Explanation broken(int at, String message) {
        return new Explanation(at, message, Optional.empty());
    }
}
