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

/** The positions of HOCON values. The library gives the line of a value; the column is that of its key on this line. */
final class HoconPositions {

    private static final Pattern SUBSTITUTION = Pattern.compile("\\$\\{\\??([^{}\\n]*)}");
    private static final int MAX_LINE_LENGTH = 1_000;
    private static final int MAX_LINES = 100;

    private final String text;
    private final Lines lines;
    /** The offset of each line; the library counts line feeds only. */
    private final List<Integer> starts = new ArrayList<>();
    /** The lines of each substitution, in the form that stays in an unresolved value. */
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
        return text.substring(start, Math.min(end, start + MAX_LINE_LENGTH));
    }

    /** Returns the maximum nesting depth of braces and brackets, including those in strings and comments. */
    int maxDepth() {
        int depth = 0;
        int maxDepth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '{' || c == '[') {
                maxDepth = Math.max(maxDepth, ++depth);
            } else if ((c == '}' || c == ']') && depth > 0) {
                depth--;
            }
        }
        return maxDepth;
    }

    /**
     * Returns the position of a value.
     *
     * @param name the last part of its key
     */
    SourcePosition position(String name, ConfigValue value) {
        int reportedLine = value.origin().lineNumber() - 1;
        int line = reportedLine >= 0 && reportedLine < starts.size()
                ? firstLine(name, String.valueOf(value.unwrapped()), reportedLine)
                : lineOfSubstitution(name, String.valueOf(value.unwrapped()));
        return lines.at(starts.get(line) + column(line(line), name));
    }

    // For a text over several lines, the library gives the last one.
    private int firstLine(String name, String text, int last) {
        int first = last - (int) text.chars().filter(c -> c == '\n').count();
        return first >= 0 && first < last && line(first).contains(name) ? first : last;
    }

    /** Returns the line of a key whose value is a substitution that the file does not define; the library gives none. */
    private int lineOfSubstitution(String name, String text) {
        Matcher matcher = SUBSTITUTION.matcher(text);
        List<Integer> candidates =
                matcher.find() ? substitutions.getOrDefault(matcher.group(), List.of(0)) : List.of(0);
        for (int line : candidates.subList(0, Math.min(candidates.size(), MAX_LINES))) {
            if (line(line).contains(name)) {
                return line;
            }
        }
        return candidates.get(0);
    }

    /** Returns the column of the key, or of the first character that is not blank if the key is on another line. */
    private static int column(String line, String name) {
        for (int at = line.indexOf(name); at >= 0; at = line.indexOf(name, at + 1)) {
            int behind = at + name.length();
            while (behind < line.length() && (line.charAt(behind) == '"' || isBlank(line.charAt(behind)))) {
                behind++;
            }
            boolean key = behind < line.length() && "=:{[+".indexOf(line.charAt(behind)) >= 0;
            if (key && (at == 0 || ".\"{, \t".indexOf(line.charAt(at - 1)) >= 0)) {
                return startOfDottedKey(line, at);
            }
        }
        int at = 0;
        while (at < line.length() && isBlank(line.charAt(at))) {
            at++;
        }
        return at == line.length() ? 0 : at;
    }

    /** Returns the start of the dotted key that contains a part. */
    private static int startOfDottedKey(String line, int at) {
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
