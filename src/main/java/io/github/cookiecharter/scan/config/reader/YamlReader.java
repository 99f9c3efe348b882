package io.github.cookiecharter.scan.config.reader;

import io.github.cookiecharter.model.Lines;
import io.github.cookiecharter.model.diagnostic.SourcePosition;
import io.github.cookiecharter.scan.model.TextFile;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads what a configuration in YAML sets, line by line: mappings, lists, quoted scalars, comments, documents, and
 * mappings between braces. Items of lists have the key of their list. It is no parser of YAML: what it does not
 * understand it passes over.
 */
public final class YamlReader {

    private static final int DEEPEST = 48;

    /** A mapping that is open. */
    private record Level(int indent, String key) {}

    private final TextFile file;
    private final String text;
    private final Lines lines;
    private final List<Setting> settings = new ArrayList<>();
    private final Map<String, String> anchors = new HashMap<>();
    private final Deque<Level> levels = new ArrayDeque<>();
    private int at;

    private YamlReader(TextFile file) {
        this.file = file;
        this.text = file.text();
        this.lines = new Lines(text);
    }

    public static List<Setting> read(TextFile file) {
        YamlReader reader = new YamlReader(file);
        while (reader.at < reader.text.length()) {
            reader.line();
        }
        return reader.settings;
    }

    private void line() {
        int start = at;
        int end = endOfLine(at);
        int from = skipBlanks(start, end);
        if (from == end || text.charAt(from) == '#' || text.charAt(from) == '%') {
            at = end + 1;
            return;
        }
        if (from == start && (text.startsWith("---", from) || text.startsWith("...", from))) {
            levels.clear();
            at = end + 1;
            return;
        }
        while (text.charAt(from) == '-' && (from + 1 == end || isBlank(text.charAt(from + 1)))) {
            close(from - start + 1);
            from = skipBlanks(from + 1, end);
            if (from == end) {
                at = end + 1;
                return;
            }
        }
        at = end + 1;
        entry(from, from - start, end);
    }

    private void entry(int from, int indent, int end) {
        int colon = colon(from, end);
        if (colon < 0) {
            String key = prefix();
            String value = scalar(from, end);
            if (!key.isEmpty() && !value.isEmpty() && text.charAt(from) != '{' && text.charAt(from) != '[') {
                settings.add(new Setting(key, value, lines.at(from), file));
            }
            return;
        }
        close(indent);
        String name = unquoted(text.substring(from, colon).strip());
        String key = ConfigKeys.join(prefix(), ".", name);
        int value = skipBlanks(colon + 1, end);
        String anchor = "";
        while (value < end && (text.charAt(value) == '&' || text.charAt(value) == '!')) {
            int word = value;
            while (value < end && !isBlank(text.charAt(value))) {
                value++;
            }
            if (text.charAt(word) == '&') {
                anchor = text.substring(word + 1, value);
            }
            value = skipBlanks(value, end);
        }
        SourcePosition place = lines.at(from);
        if (value == end || text.charAt(value) == '#') {
            if (levels.size() < DEEPEST) {
                levels.push(new Level(indent, key));
            }
        } else if (text.charAt(value) == '|' || text.charAt(value) == '>') {
            block(indent);
        } else if (text.charAt(value) == '{') {
            at = new FlowReader(file, lines, settings).read(value, key);
            at = endOfLine(at) + 1;
        } else {
            String scalar = scalar(value, end);
            if (scalar.startsWith("*") && anchors.containsKey(scalar.substring(1))) {
                scalar = anchors.get(scalar.substring(1));
            } else if (!anchor.isEmpty()) {
                anchors.put(anchor, scalar);
            }
            if (text.charAt(value) == '[') {
                for (String item : scalar.substring(1).replace(']', ' ').split(",", 32)) {
                    settings.add(new Setting(key, unquoted(item.strip()), place, file));
                }
            } else {
                settings.add(new Setting(key, scalar, place, file));
            }
        }
    }

    /** Passes over a block of text: the lines that are indented more than its key. */
    private void block(int indent) {
        while (at < text.length()) {
            int end = endOfLine(at);
            int from = skipBlanks(at, end);
            if (from < end && from - at <= indent) {
                return;
            }
            at = end + 1;
        }
    }

    private void close(int indent) {
        while (!levels.isEmpty() && levels.peek().indent() >= indent) {
            levels.pop();
        }
    }

    private String prefix() {
        Level level = levels.peek();
        return level == null ? "" : level.key();
    }

    /** The colon behind a key, or -1. */
    private int colon(int from, int end) {
        char first = text.charAt(from);
        int i = from;
        if (first == '"' || first == '\'') {
            i = closing(from, end) + 1;
        } else if (first == '{' || first == '[') {
            return -1;
        }
        for (; i < end; i++) {
            char c = text.charAt(i);
            if (c == ':' && (i + 1 == end || isBlank(text.charAt(i + 1)))) {
                return i;
            }
            if (c == '#' && i > from && isBlank(text.charAt(i - 1))) {
                return -1;
            }
        }
        return -1;
    }

    private String scalar(int from, int end) {
        char first = text.charAt(from);
        if (first == '"' || first == '\'') {
            return unquoted(text.substring(from, Math.min(closing(from, end) + 1, end)));
        }
        int to = from;
        while (to < end && !(text.charAt(to) == '#' && to > from && isBlank(text.charAt(to - 1)))) {
            to++;
        }
        return text.substring(from, to).strip();
    }

    private int closing(int from, int end) {
        char quote = text.charAt(from);
        for (int i = from + 1; i < end; i++) {
            if (text.charAt(i) == '\\' && quote == '"') {
                i++;
            } else if (text.charAt(i) == quote) {
                if (quote == '\'' && i + 1 < end && text.charAt(i + 1) == quote) {
                    i++;
                } else {
                    return i;
                }
            }
        }
        return end;
    }

    public static String unquoted(String word) {
        if (word.length() >= 2 && word.startsWith("'") && word.endsWith("'")) {
            return word.substring(1, word.length() - 1).replace("''", "'");
        }
        if (word.length() >= 2 && word.startsWith("\"") && word.endsWith("\"")) {
            return word.substring(1, word.length() - 1).replace("\\\"", "\"").replace("\\\\", "\\");
        }
        return word;
    }

    private int endOfLine(int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    private int skipBlanks(int from, int end) {
        int i = from;
        while (i < end && isBlank(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}
