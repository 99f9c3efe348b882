package io.github.cookiecharter.scan.javascript.value;

import io.github.cookiecharter.scan.cookie.AbstractString;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What an expression may stand for: texts in the notation of {@link AbstractString}.
 *
 * @param texts the alternatives, without repeats; one that is all dynamic where nothing is known
 */
public record ScriptValue(List<String> texts) {

    public static final ScriptValue UNKNOWN = new ScriptValue(List.of(AbstractString.ANY.notation()));

    // Letters, so that no separator of a cookie's text can be among them.
    private static final char FIRST_PARAMETER = '\u4e00';

    // A value with more names or characters than this is of no use in a report.
    private static final int MOST = 16;
    private static final int LONGEST = 4_000;

    public static ScriptValue of(String text) {
        return new ScriptValue(
                List.of(text.length() > LONGEST ? text.substring(0, LONGEST) + AbstractString.UNKNOWN : text));
    }

    static ScriptValue parameter(int index) {
        return of("" + AbstractString.PARAMETER + (char) (FIRST_PARAMETER + index));
    }

    /** The parameter that the character behind {@link AbstractString#PARAMETER} means. */
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

    /** One of several, at least one; an empty text beside what is unknown says nothing either, as it is a mere default. */
    static ScriptValue any(List<ScriptValue> all) {
        ScriptValue any = UNKNOWN;
        boolean isOpen = false;
        for (ScriptValue one : all) {
            isOpen |= one.isUnknown();
            any = any.or(one);
        }
        return isOpen && any.texts.size() == 1 && any.text().isEmpty() ? UNKNOWN : any;
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
            all.add(text.indexOf(AbstractString.PARAMETER) >= 0 ? text : change.apply(text));
        }
        return ofAll(all);
    }

    public boolean isUnknown() {
        return texts.size() == 1 && new AbstractString(text()).isUnknown();
    }

    /** The first alternative. */
    public String text() {
        return texts.get(0);
    }

    /** The one text, where it is known from its first to its last character; else nothing. */
    public List<String> literal() {
        return texts.size() == 1 && new AbstractString(text()).isLiteral() ? texts : List.of();
    }
}
