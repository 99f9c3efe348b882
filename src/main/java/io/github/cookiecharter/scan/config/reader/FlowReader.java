package io.github.cookiecharter.scan.config.reader;

import io.github.cookiecharter.model.Lines;
import io.github.cookiecharter.scan.model.TextFile;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Reads a mapping between braces inside YAML: {@code {name: SHOP, secure: true}}. */
final class FlowReader {

    private static final int LONGEST = 20_000;
    private static final int DEEPEST = 48;

    private final TextFile file;
    private final String text;
    private final Lines lines;
    private final List<Setting> settings;

    FlowReader(TextFile file, Lines lines, List<Setting> settings) {
        this.file = file;
        this.text = file.text();
        this.lines = lines;
        this.settings = settings;
    }

    /** Reads from the opening brace and returns the index behind the closing one, or of where it gave up. */
    int read(int from, String prefix) {
        Deque<String> prefixes = new ArrayDeque<>();
        int end = Math.min(text.length(), from + LONGEST);
        String key = prefix;
        int keyAt = from;
        StringBuilder word = new StringBuilder();
        for (int i = from; i < end; i++) {
            char c = text.charAt(i);
            if (c == '{' && prefixes.size() < DEEPEST) {
                prefixes.push(key);
                word.setLength(0);
            } else if (c == '}' || c == ',') {
                finish(key, keyAt, word, prefixes);
                if (c == '}') {
                    prefixes.pop();
                    if (prefixes.isEmpty()) {
                        return i + 1;
                    }
                }
                key = top(prefixes);
            } else if (c == ':' && (i + 1 == end || " \t\r\n\"'{".indexOf(text.charAt(i + 1)) >= 0)) {
                String name = YamlReader.unquoted(word.toString().strip());
                key = ConfigKeys.join(top(prefixes), ".", name);
                word.setLength(0);
            } else if (c == '$' && i + 1 < end && text.charAt(i + 1) == '{') {
                int close = Math.min(end, closing(i + 1, end));
                word.append(text, i, close);
                i = close - 1;
            } else if (c == '"' || c == '\'') {
                int close = text.indexOf(c, i + 1);
                int stop = close < 0 || close >= end ? end - 1 : close;
                if (word.toString().isBlank() && key.equals(top(prefixes))) {
                    keyAt = i;
                }
                word.append(text, i, stop + 1);
                i = stop;
            } else {
                if (word.isEmpty() && (c == ' ' || c == '\t' || c == '\n' || c == '\r')) {
                    continue;
                }
                if (word.isEmpty() && key.equals(top(prefixes))) {
                    keyAt = i;
                }
                word.append(c);
            }
        }
        return end;
    }

    private void finish(String key, int keyAt, StringBuilder word, Deque<String> prefixes) {
        String value = YamlReader.unquoted(word.toString().strip());
        if (!value.isEmpty() && !key.equals(top(prefixes))) {
            settings.add(new Setting(key, value, lines.at(keyAt), file));
        }
        word.setLength(0);
    }

    private int closing(int from, int end) {
        int depth = 0;
        for (int i = from; i < end; i++) {
            char c = text.charAt(i);
            if (c == '{') {
                depth++;
            } else if (c == '}' && --depth == 0) {
                return i + 1;
            }
        }
        return end;
    }

    private static String top(Deque<String> prefixes) {
        String top = prefixes.peek();
        return top == null ? "" : top;
    }
}
