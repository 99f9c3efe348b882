package io.github.cookiecharter.scan.config.reader;

import com.typesafe.config.ConfigValue;
import io.github.cookiecharter.model.Lines;
import io.github.cookiecharter.model.diagnostic.SourcePosition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where values of HOCON stand. The library tells the line of a value; the column is that of its key on this line. */
final class HoconPositions {

    private static final Pattern SUBSTITUTION = Pattern.compile("\\$\\{\\??([^{}\\n]*)}");
    private static final int LONGEST_LINE = 1_000;
    private static final int MOST_LINES = 100;

    private final String text;
    private final Lines lines;
    /** Where each line begins: the library counts line feeds alone. */
    private final List<Integer> starts = new ArrayList<>();
    /** For each substitution, as it is left in a value, the lines that have it. */
    private final Map<String, List<Integer>> substitutions = new HashMap<>();

    HoconPositions(String text) {
        this.text = text;
        this.lines = new Lines(text);
        for (int start = 0; start >= 0; start = text.indexOf('\n', start) + 1) {
            starts.add(start);
            if (text.indexOf('\n', start) < 0) {
                break;
            }
        }
        for (int line = 0; line < starts.size(); line++) {
            Matcher matcher = SUBSTITUTION.matcher(line(line));
            while (matcher.find()) {
                substitutions
                        .computeIfAbsent("${" + matcher.group(1).strip() + "}", any -> new ArrayList<>())
                        .add(line);
            }
        }
    }

    private String line(int line) {
        int start = starts.get(line);
        int end = line + 1 < starts.size() ? starts.get(line + 1) : text.length();
        return text.substring(start, Math.min(end, start + LONGEST_LINE));
    }

    /** How deep braces and brackets stand in others, at most; those in texts and comments are counted as well. */
    int deepest() {
        int depth = 0;
        int deepest = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '{' || c == '[') {
                deepest = Math.max(deepest, ++depth);
            } else if ((c == '}' || c == ']') && depth > 0) {
                depth--;
            }
        }
        return deepest;
    }

    /**
     * Where a value stands.
     *
     * @param name the last part of its key
     */
    SourcePosition of(String name, ConfigValue value) {
        int told = value.origin().lineNumber() - 1;
        int line = told >= 0 && told < starts.size()
                ? beginning(name, String.valueOf(value.unwrapped()), told)
                : ofSubstitution(name, String.valueOf(value.unwrapped()));
        return lines.at(starts.get(line) + column(line(line), name));
    }

    // Of a text over several lines the library tells the last one.
    private int beginning(String name, String text, int last) {
        int first = last - (int) text.chars().filter(c -> c == '\n').count();
        return first >= 0 && first < last && line(first).contains(name) ? first : last;
    }

    /** The line on which a key has a value that the file does not define: the library does not tell it. */
    private int ofSubstitution(String name, String text) {
        Matcher matcher = SUBSTITUTION.matcher(text);
        List<Integer> having = matcher.find() ? substitutions.getOrDefault(matcher.group(), List.of(0)) : List.of(0);
        for (int line : having.subList(0, Math.min(having.size(), MOST_LINES))) {
            if (line(line).contains(name)) {
                return line;
            }
        }
        return having.get(0);
    }

    /** The beginning of the key, or of what the line begins with where the key stands elsewhere. */
    private static int column(String line, String name) {
        for (int at = line.indexOf(name); at >= 0; at = line.indexOf(name, at + 1)) {
            int behind = at + name.length();
            while (behind < line.length() && (line.charAt(behind) == '"' || isBlank(line.charAt(behind)))) {
                behind++;
            }
            boolean key = behind < line.length() && "=:{[+".indexOf(line.charAt(behind)) >= 0;
            if (key && (at == 0 || ".\"{, \t".indexOf(line.charAt(at - 1)) >= 0)) {
                return ofDottedKey(line, at);
            }
        }
        int at = 0;
        while (at < line.length() && isBlank(line.charAt(at))) {
            at++;
        }
        return at == line.length() ? 0 : at;
    }

    /** The beginning of the dotted key of which a part stands there. */
    private static int ofDottedKey(String line, int at) {
        int first = at;
        while (first > 0 && "{, \t".indexOf(line.charAt(first - 1)) < 0) {
            first--;
        }
        return first;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}
