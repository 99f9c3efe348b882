package io.github.cookiecharter.scan.javascript.syntax;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The tokens of the scripts of one file, as arrays: a bundle of 20 MB has some millions. Comments are left out. A template
 * literal is the token {@code `}, its chunks, the tokens between <code>${</code> and <code>}</code>, and {@code `} again.
 */
public final class Tokens {

    /** What a token is. */
    public static final byte IDENTIFIER = 1;

    public static final byte NUMBER = 2;
    public static final byte STRING = 3;
    public static final byte CHUNK = 4;
    public static final byte REGEX = 5;
    public static final byte PUNCTUATOR = 6;

    private final String source;
    private final Map<String, String> words = new HashMap<>();
    private byte[] kinds = new byte[256];
    private int[] starts = new int[256];
    private int[] ends = new int[256];
    private int[] partners = new int[256];
    private String[] texts = new String[256];
    private int size;

    public Tokens(String source) {
        this.source = source;
        Arrays.fill(texts, "");
    }

    /** Appends a token; identifiers and punctuators are distinguished by their texts, which are stored once. */
    void add(byte kind, int start, int end) {
        String text = "";
        if (kind == IDENTIFIER || kind == PUNCTUATOR) {
            String word = source.substring(start, end);
            String known = words.putIfAbsent(word, word);
            text = known == null ? word : known;
        }
        append(kind, start, end, text);
    }

    /** Appends an identifier that is spelled with escapes. */
    void addWord(String word, int start, int end) {
        append(IDENTIFIER, start, end, word);
    }

    /** Ends a script: what follows is another statement. */
    void addEnd(int at) {
        append(PUNCTUATOR, at, at, ";");
    }

    private void append(byte kind, int start, int end, String text) {
        if (size == kinds.length) {
            int more = size + (size >> 1);
            kinds = Arrays.copyOf(kinds, more);
            starts = Arrays.copyOf(starts, more);
            ends = Arrays.copyOf(ends, more);
            partners = Arrays.copyOf(partners, more);
            texts = Arrays.copyOf(texts, more);
        }
        kinds[size] = kind;
        starts[size] = start;
        ends[size] = end;
        partners[size] = -1;
        texts[size] = text;
        size++;
    }

    /** Forgets all tokens from one on. */
    void shrink(int formerSize) {
        size = formerSize;
    }

    /** Notes that two tokens are a pair of brackets. */
    void pair(int open, int close) {
        partners[open] = close;
        partners[close] = open;
    }

    public int size() {
        return size;
    }

    public String source() {
        return source;
    }

    public byte kind(int token) {
        return token < 0 || token >= size ? 0 : kinds[token];
    }

    public int start(int token) {
        return starts[token];
    }

    public int end(int token) {
        return ends[token];
    }

    /** The bracket that belongs to this one, or -1. */
    public int partner(int token) {
        return token < 0 || token >= size ? -1 : partners[token];
    }

    /** The text of an identifier or punctuator; empty for every other token and outside. */
    public String text(int token) {
        return token < 0 || token >= size ? "" : texts[token];
    }

    /** Returns whether a token is this identifier or punctuator. */
    public boolean is(int token, String text) {
        return token >= 0 && token < size && texts[token].equals(text);
    }

    public boolean isIdentifier(int token) {
        return kind(token) == IDENTIFIER;
    }

    public boolean isString(int token) {
        return kind(token) == STRING;
    }

    /** The text of a number as written; empty where there is none. */
    public String number(int token) {
        return kind(token) == NUMBER ? source.substring(starts[token], ends[token]) : "";
    }

    /** What a string or a chunk of a template literal stands for. */
    public String value(int token) {
        byte kind = kind(token);
        if (kind == STRING) {
            int end = ends[token];
            boolean closed = end - starts[token] > 1 && source.charAt(end - 1) == source.charAt(starts[token]);
            return StringEscapes.decode(source, starts[token] + 1, closed ? end - 1 : end);
        }
        return kind == CHUNK ? StringEscapes.decode(source, starts[token], ends[token]) : "";
    }

    /** Returns whether a line ends between this token and the one before. */
    public boolean startsLine(int token) {
        if (token <= 0 || token >= size) {
            return true;
        }
        for (int i = ends[token - 1]; i < starts[token]; i++) {
            char c = source.charAt(i);
            if (c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029') {
                return true;
            }
        }
        return false;
    }

    /** The token behind this one, a pair of brackets taken as one. */
    public int after(int token) {
        int partner = partner(token);
        return partner > token ? partner + 1 : token + 1;
    }

    /** The first token of the pair of brackets that ends here, or the token itself. */
    public int opening(int token) {
        int partner = partner(token);
        return partner >= 0 && partner < token ? partner : token;
    }

    /** The tokens at or behind an offset of the source: the index of the first. */
    int at(int offset) {
        int found = Arrays.binarySearch(starts, 0, size, offset);
        return found >= 0 ? found : -found - 1;
    }
}
