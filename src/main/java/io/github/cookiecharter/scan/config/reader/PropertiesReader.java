package io.github.cookiecharter.scan.config.reader;

import io.github.cookiecharter.model.Lines;
import io.github.cookiecharter.scan.model.TextFile;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads Java properties as {@link java.util.Properties} does, with the position of each. A line without a separator is a key
 * without a value; the section of an INI file is the first part of its keys.
 */
public final class PropertiesReader {

    private final TextFile file;
    private final String text;
    private final boolean hasSections;
    private final Lines lines;
    private final List<Setting> settings = new ArrayList<>();
    private int at;

    private PropertiesReader(TextFile file, boolean hasSections) {
        this.file = file;
        this.text = file.text();
        this.hasSections = hasSections;
        this.lines = new Lines(text);
    }

    /** Returns the settings of a properties file. */
    public static List<Setting> read(TextFile file) {
        return new PropertiesReader(file, false).read();
    }

    /** Returns the settings of an INI file: {@code [main]} and {@code a.b = c} are {@code main.a.b}. */
    static List<Setting> readIni(TextFile file) {
        return new PropertiesReader(file, true).read();
    }

    private List<Setting> read() {
        String section = "";
        while (at < text.length()) {
            skipBlanks();
            if (at == text.length()) {
                break;
            }
            char c = text.charAt(at);
            if (isEnd(c)) {
                at++;
            } else if (c == '#' || c == '!' || (hasSections && c == ';')) {
                skipLine();
            } else if (hasSections && c == '[') {
                int from = at + 1;
                skipLine();
                String head = text.substring(from, at).strip();
                section = head.endsWith("]")
                        ? head.substring(0, head.length() - 1).strip() + "."
                        : "";
            } else {
                readSetting(section);
            }
        }
        return settings;
    }

    private void readSetting(String section) {
        int from = at;
        String key = readPart(true);
        skipBlanks();
        if (at < text.length() && (text.charAt(at) == '=' || text.charAt(at) == ':')) {
            at++;
            skipBlanks();
        }
        String value = readPart(false).strip();
        settings.add(new Setting(section + key, value, lines.at(from), file));
    }

    /** Reads a key up to its separator, or a value up to the end of its logical line. */
    private String readPart(boolean key) {
        StringBuilder part = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at);
            if (isEnd(c) || (key && (c == '=' || c == ':' || isBlank(c)))) {
                break;
            }
            at++;
            if (c != '\\') {
                part.append(c);
            } else if (at < text.length()) {
                readEscape(part);
            }
        }
        return part.toString();
    }

    private void readEscape(StringBuilder part) {
        char c = text.charAt(at++);
        switch (c) {
            case 't' -> part.append('\t');
            case 'n' -> part.append('\n');
            case 'r' -> part.append('\r');
            case 'f' -> part.append('\f');
            case 'u' -> readUnicodeEscape(part);
            case '\n' -> skipBlanks();
            case '\r' -> {
                if (at < text.length() && text.charAt(at) == '\n') {
                    at++;
                }
                skipBlanks();
            }
            default -> part.append(c);
        }
    }

    private void readUnicodeEscape(StringBuilder part) {
        int code = 0;
        int end = at;
        while (end < text.length() && end < at + 4) {
            int digit = Character.digit(text.charAt(end), 16);
            if (digit < 0) {
                break;
            }
            code = code * 16 + digit;
            end++;
        }
        if (end == at + 4) {
            part.append((char) code);
            at = end;
        } else {
            part.append('u');
        }
    }

    private void skipBlanks() {
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
    }

    private void skipLine() {
        while (at < text.length() && !isEnd(text.charAt(at))) {
            at++;
        }
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\f';
    }

    private static boolean isEnd(char c) {
        return c == '\n' || c == '\r';
    }
}
