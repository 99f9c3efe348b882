package io.github.cookiecharter.model;

import java.util.ArrayList;
import java.util.List;

/**
 * A name, a key or a URL in which {@code *} stands for any run of characters, the empty one included; nothing else is
 * special.
 *
 * @param text as declared
 */
public record NamePattern(String text) {

    /** Same result as the generated method, whose first use costs a cold JVM many milliseconds. */
    @Override
    public boolean equals(Object other) {
        return other instanceof NamePattern pattern && text.equals(pattern.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** Returns whether this is a plain name without {@code *}. */
    public boolean isLiteral() {
        return text.indexOf('*') < 0;
    }

    /** Returns whether the only {@code *} is the last character, so that the pattern is a prefix. */
    public boolean isPrefix() {
        return text.indexOf('*') == text.length() - 1;
    }

    /**
     * Returns the number of characters other than {@code *}: of two matching patterns the one with more is more
     * specific.
     */
    public int literalLength() {
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            length += text.charAt(i) == '*' ? 0 : 1;
        }
        return length;
    }

    /**
     * Returns the literal parts between the {@code *}, including empty ones: {@code a*b*} has a, b and an empty part.
     */
    public List<String> parts() {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int star = text.indexOf('*'); star >= 0; star = text.indexOf('*', from)) {
            parts.add(text.substring(from, star));
            from = star + 1;
        }
        parts.add(text.substring(from));
        return List.copyOf(parts);
    }

    /** Returns whether this pattern matches the name. */
    public boolean matches(String name) {
        List<String> parts = parts();
        String first = parts.get(0);
        if (parts.size() == 1) {
            return first.equals(name);
        }
        String last = parts.get(parts.size() - 1);
        if (name.length() < first.length() + last.length() || !name.startsWith(first) || !name.endsWith(last)) {
            return false;
        }
        int from = first.length();
        int end = name.length() - last.length();
        for (String part : parts.subList(1, parts.size() - 1)) {
            int found = name.indexOf(part, from);
            if (found < 0 || found + part.length() > end) {
                return false;
            }
            from = found + part.length();
        }
        return true;
    }

    /**
     * Returns the anchored regular expression, in the common subset of Java and JavaScript. {@code *} also matches line
     * ends, which a key of web storage may contain and a dot does not match; adjacent stars become one, because
     * backtracking would slow down with each.
     *
     * @return such as {@code ^_ga_[\s\S]*$}
     */
    public String regex() {
        StringBuilder regex = new StringBuilder("^");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '*') {
                if (i == 0 || text.charAt(i - 1) != '*') {
                    regex.append("[\\s\\S]*");
                }
            } else {
                if ("\\^$.|?+()[]{}/".indexOf(c) >= 0) {
                    regex.append('\\');
                }
                regex.append(c);
            }
        }
        return regex.append('$').toString();
    }

    @Override
    public String toString() {
        return text;
    }
}
