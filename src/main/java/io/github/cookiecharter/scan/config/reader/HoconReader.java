package io.github.cookiecharter.scan.config.reader;

import io.github.cookiecharter.model.Lines;
import io.github.cookiecharter.scan.model.TextFile;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Reads what a configuration in HOCON sets, as Play and Akka have them: keys with dots, objects between braces, quoted
 * and unquoted values, comments. Lists are passed over, as are inclusions.
 */
public final class HoconReader {

    private static final int DEEPEST = 48;

    private final TextFile file;
    private final String text;
    private final Lines lines;
    private final List<Setting> settings = new ArrayList<>();
    private final Deque<String> objects = new ArrayDeque<>();
    private int at;

    private HoconReader(TextFile file) {
        this.file = file;
        this.text = file.text();
        this.lines = new Lines(text);
    }

    public static List<Setting> read(TextFile file) {
        HoconReader reader = new HoconReader(file);
        reader.read();
        return reader.settings;
    }

    private void read() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (isComment(at)) {
                skipLine();
            } else if (c == '}') {
                objects.poll();
                at++;
            } else if (c == '{') {
                // The braces around the whole.
                open(prefix());
                at++;
            } else if (c == '[') {
                skipList();
            } else if (Character.isWhitespace(c) || c == ',' || c == ']') {
                at++;
            } else {
                entry();
            }
        }
    }

    private void entry() {
        int from = at;
        StringBuilder key = new StringBuilder();
        while (at < text.length() && "=:{}\n\r+".indexOf(text.charAt(at)) < 0 && !isComment(at)) {
            if (text.charAt(at) == '"') {
                key.append(quoted());
            } else {
                key.append(text.charAt(at++));
            }
        }
        if (at < text.length() && text.charAt(at) == '+') {
            at++;
        }
        skipSpaces();
        String path = ConfigKeys.join(prefix(), ".", key.toString().strip());
        if (at < text.length() && (text.charAt(at) == '=' || text.charAt(at) == ':')) {
            at++;
            skipSpaces();
        }
        if (at == text.length()) {
            return;
        }
        char c = text.charAt(at);
        if (c == '{') {
            open(path);
            at++;
        } else if (c == '[') {
            skipList();
        } else if (c != '}' && c != '\n' && c != '\r') {
            settings.add(new Setting(path, value(), lines.at(from), file));
        }
    }

    private String value() {
        StringBuilder value = new StringBuilder();
        while (at < text.length() && ",}\n\r".indexOf(text.charAt(at)) < 0 && !isComment(at)) {
            char c = text.charAt(at);
            if (c == '"') {
                value.append(quoted());
            } else if (c == '$' && text.startsWith("${", at)) {
                int end = text.indexOf('}', at);
                int stop = end < 0 ? text.length() : end + 1;
                value.append(text, at, stop);
                at = stop;
            } else {
                value.append(c);
                at++;
            }
        }
        return value.toString().strip();
    }

    private String quoted() {
        if (text.startsWith("\"\"\"", at)) {
            int end = text.indexOf("\"\"\"", at + 3);
            int stop = end < 0 ? text.length() : end;
            String inner = text.substring(at + 3, stop);
            at = Math.min(text.length(), stop + 3);
            return inner;
        }
        StringBuilder inner = new StringBuilder();
        at++;
        while (at < text.length() && text.charAt(at) != '"' && text.charAt(at) != '\n') {
            if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                at++;
            }
            inner.append(text.charAt(at++));
        }
        at = Math.min(text.length(), at + 1);
        return inner.toString();
    }

    private void skipList() {
        int depth = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"') {
                quoted();
                continue;
            }
            if (isComment(at)) {
                skipLine();
                continue;
            }
            at++;
            if (c == '[') {
                depth++;
            } else if (c == ']' && --depth == 0) {
                return;
            }
        }
    }

    private void open(String path) {
        objects.push(objects.size() < DEEPEST ? path : prefix());
    }

    private String prefix() {
        String prefix = objects.peek();
        return prefix == null ? "" : prefix;
    }

    private boolean isComment(int index) {
        return text.charAt(index) == '#' || text.startsWith("//", index);
    }

    private void skipSpaces() {
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
    }

    private void skipLine() {
        while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
            at++;
        }
    }
}
