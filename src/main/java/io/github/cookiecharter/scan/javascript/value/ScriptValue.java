package io.github.cookiecharter.scan.javascript.value;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What an expression may stand for: texts, in which {@link #DYNAMIC} stands for what cannot be known, and
 * {@link #PARAMETER} with one character behind it for what a caller passes.
 *
 * @param texts the alternatives, without repeats; one that is all dynamic where nothing is known
 */
public record ScriptValue(List<String> texts) {

    /** Stands for an unknown run of characters. A noncharacter of Unicode: no text contains it. */
    public static final char DYNAMIC = '\ufdd0';

    /** Stands, with the character behind it, for a parameter of a function. */
    public static final char PARAMETER = '\ufdd1';

    /** Stands for no character at all, where a part of a file is hidden from the lexer and places must stay. */
    public static final char NOTHING = '\ufdd2';

    public static final ScriptValue UNKNOWN = new ScriptValue(List.of(String.valueOf(DYNAMIC)));

    // Letters, so that no separator of a cookie's text can be among them.
    private static final char FIRST_PARAMETER = '\u4e00';

    // Beyond so many names or characters an answer helps nobody.
    private static final int MOST = 16;
    private static final int LONGEST = 4_000;

    public static ScriptValue of(String text) {
        return new ScriptValue(List.of(text.length() > LONGEST ? text.substring(0, LONGEST) + DYNAMIC : text));
    }

    static ScriptValue parameter(int index) {
        return of("" + PARAMETER + (char) (FIRST_PARAMETER + index));
    }

    /** The parameter that the character behind {@link #PARAMETER} means. */
    static int parameterOf(char c) {
        return c - FIRST_PARAMETER;
    }

    static ScriptValue ofAll(Iterable<String> texts) {
        Set<String> all = new LinkedHashSet<>();
        for (String text : texts) {
            all.add(text);
        }
        return all.isEmpty() || all.size() > MOST ? UNKNOWN : new ScriptValue(List.copyOf(all));
    }

    /** One or the other. What is unknown says nothing beside what is known. */
    public ScriptValue or(ScriptValue other) {
        if (isUnknown()) {
            return other;
        }
        if (other.isUnknown()) {
            return this;
        }
        List<String> all = new ArrayList<>(texts);
        all.addAll(other.texts);
        return ofAll(all);
    }

    public ScriptValue then(ScriptValue other) {
        List<String> all = new ArrayList<>();
        for (String head : texts) {
            for (String tail : other.texts) {
                String text = head + tail;
                all.add(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
            }
        }
        return ofAll(all);
    }

    /** Each text changed; one that depends on a caller cannot be changed here and stays. */
    ScriptValue map(UnaryOperator<String> change) {
        List<String> all = new ArrayList<>();
        for (String text : texts) {
            all.add(text.indexOf(PARAMETER) >= 0 ? text : change.apply(text));
        }
        return ofAll(all);
    }

    boolean isUnknown() {
        return texts.size() == 1 && isDynamic(text());
    }

    /** The first alternative. */
    public String text() {
        return texts.get(0);
    }

    /** The one text, where it is known from its first to its last character; else nothing. */
    public List<String> literal() {
        return texts.size() == 1 && isLiteral(text()) ? texts : List.of();
    }

    public static boolean isLiteral(String text) {
        return text.indexOf(DYNAMIC) < 0 && text.indexOf(PARAMETER) < 0;
    }

    static boolean isDynamic(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != DYNAMIC) {
                return false;
            }
        }
        return !text.isEmpty();
    }
}
