package io.github.cookiecharter.constants.embedded;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the JSON of a record; what is none ends in a {@link RuntimeException}. The generated class calls it {@code Json}.
 */
final class RecordJson {

    // <embedded>
    /** How deep a record may be nested. */
    private static final int DEEPEST = 8;

    /** The text that is read. */
    private final String text;

    /** The place of the next character. */
    private int at;

    /**
     * A reader.
     *
     * @param text the text to read
     */
    private RecordJson(String text) {
        this.text = text;
    }

    /**
     * Reads a value.
     *
     * @param encoded JSON, percent-encoded
     * @return a {@link Map}, {@link List}, {@link String}, {@link Double}, {@link Boolean} or {@code null}
     */
    static Object parse(String encoded) {
        RecordJson json = new RecordJson(decode(encoded));
        Object value = json.value(0);
        json.peek();
        if (json.at < json.text.length()) {
            throw new IllegalArgumentException();
        }
        return value;
    }

    /**
     * Undoes the percent-encoding.
     *
     * @param encoded the encoded text
     * @return the text
     */
    private static String decode(String encoded) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(encoded.length());
        for (int i = 0; i < encoded.length(); i++) {
            char c = encoded.charAt(i);
            if (c == '%') {
                bytes.write(hex(encoded.charAt(++i)) << 4 | hex(encoded.charAt(++i)));
            } else if (c > ' ' && c < 0x7f) {
                bytes.write(c);
            } else {
                throw new IllegalArgumentException();
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /**
     * Reads a hexadecimal digit.
     *
     * @param digit the digit
     * @return its value
     */
    private static int hex(char digit) {
        int value = "0123456789abcdef0123456789ABCDEF".indexOf(digit);
        if (value < 0) {
            throw new IllegalArgumentException();
        }
        return value % 16;
    }

    /**
     * Looks at the next character that is no white space.
     *
     * @return the character, or 0 at the end
     */
    private char peek() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at < text.length() ? text.charAt(at) : 0;
    }

    /**
     * Goes past an expected character.
     *
     * @param expected the character
     */
    private void skip(char expected) {
        if (peek() != expected) {
            throw new IllegalArgumentException();
        }
        at++;
    }

    /**
     * Reads a value.
     *
     * @param depth how many objects and arrays it lies in
     * @return the value
     */
    private Object value(int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException();
        }
        switch (peek()) {
            case '{':
                return object(depth);
            case '[':
                return array(depth);
            case '"':
                return string();
            case 't':
                return literal("true", Boolean.TRUE);
            case 'f':
                return literal("false", Boolean.FALSE);
            case 'n':
                return literal("null", null);
            default:
                return number();
        }
    }

    /**
     * Reads an object.
     *
     * @param depth how many objects and arrays it lies in
     * @return its members
     */
    private Map<String, Object> object(int depth) {
        Map<String, Object> members = new LinkedHashMap<>();
        skip('{');
        while (peek() != '}') {
            if (!members.isEmpty()) {
                skip(',');
                peek();
            }
            String key = string();
            skip(':');
            if (members.containsKey(key)) {
                throw new IllegalArgumentException();
            }
            members.put(key, value(depth + 1));
        }
        at++;
        return members;
    }

    /**
     * Reads an array.
     *
     * @param depth how many objects and arrays it lies in
     * @return its items
     */
    private List<Object> array(int depth) {
        List<Object> items = new ArrayList<>();
        skip('[');
        while (peek() != ']') {
            if (!items.isEmpty()) {
                skip(',');
            }
            items.add(value(depth + 1));
        }
        at++;
        return items;
    }

    /**
     * Reads a string.
     *
     * @return what it says
     */
    private String string() {
        StringBuilder string = new StringBuilder();
        skip('"');
        while (text.charAt(at) != '"') {
            char c = text.charAt(at++);
            if (c < ' ') {
                throw new IllegalArgumentException();
            }
            string.append(c == '\\' ? escape() : c);
        }
        at++;
        return string.toString();
    }

    /**
     * Reads what follows a backslash.
     *
     * @return the character that is meant
     */
    private char escape() {
        char c = text.charAt(at++);
        if (c == 'u') {
            int code = 0;
            for (int i = 0; i < 4; i++) {
                code = code << 4 | hex(text.charAt(at++));
            }
            return (char) code;
        }
        int index = "\"\\/bfnrt".indexOf(c);
        if (index < 0) {
            throw new IllegalArgumentException();
        }
        return "\"\\/\b\f\n\r\t".charAt(index);
    }

    /**
     * Reads a word.
     *
     * @param word the word
     * @param value what it means
     * @return what it means
     */
    private Object literal(String word, Object value) {
        if (!text.startsWith(word, at)) {
            throw new IllegalArgumentException();
        }
        at += word.length();
        return value;
    }

    /**
     * Reads a number.
     *
     * @return the number
     */
    private Double number() {
        int start = at;
        while (at < text.length() && "+-.0123456789Ee".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        String number = text.substring(start, at);
        if (!number.matches("-?(0|[1-9][0-9]*)([.][0-9]+)?([eE][-+]?[0-9]+)?")) {
            throw new IllegalArgumentException();
        }
        return Double.valueOf(number);
    }
    // </embedded>
}
