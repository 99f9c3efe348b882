package io.github.cookiecharter.constants;

import io.github.cookiecharter.model.JavaWords;
import io.github.cookiecharter.model.NamePattern;
import java.util.Optional;
import java.util.Set;

/** What Java calls the cookies, the categories and the class. */
final class JavaNames {

    /** Words that newer editions of Java keep from types alone. */
    private static final Set<String> NOT_FOR_TYPES = Set.of("permits", "record", "sealed", "var", "yield");

    /** The types that the generated class mentions: it can have the name of none of them. */
    private static final Set<String> TYPES = Set.of(
            "ArrayList",
            "Boolean",
            "ByteArrayOutputStream",
            "ByteBuffer",
            "Category",
            "CharacterCodingException",
            "Collections",
            "Consent",
            "Declared",
            "Double",
            "EnumSet",
            "HashSet",
            "IllegalArgumentException",
            "Instant",
            "Json",
            "LinkedHashMap",
            "List",
            "Map",
            "Object",
            "Optional",
            "RuntimeException",
            "Set",
            "StandardCharsets",
            "String",
            "StringBuilder");

    /** The names by which the generated class calls its own members; a constant would hide them or be hidden. */
    private static final Set<String> TAKEN = Set.of(
            "Boolean",
            "ByteBuffer",
            "Category",
            "Collections",
            "Consent",
            "Declared",
            "Double",
            "EnumSet",
            "Instant",
            "Json",
            "Optional",
            "StandardCharsets",
            "category",
            "literals",
            "needsConsent",
            "patterns",
            "service");

    private JavaNames() {}

    /**
     * The constant's name that the contract derives from a name, or from a pattern whose only {@code *} is at its end.
     *
     * @return empty where the name has neither letters nor digits
     */
    static Optional<String> constantOf(NamePattern name) {
        String literal = name.isLiteral()
                ? name.text()
                : name.text().substring(0, name.text().length() - 1);
        StringBuilder out = new StringBuilder(literal.length() + 8);
        boolean named = false;
        char before = ' ';
        for (int i = 0; i < literal.length(); i++) {
            char c = literal.charAt(i);
            if (isLetterOrDigit(c)) {
                named = true;
                if (isUpper(c) && isLower(before)) {
                    out.append('_');
                }
                out.append(isLower(c) ? (char) (c - 'a' + 'A') : c);
            } else if (!endsWithUnderscore(out)) {
                out.append('_');
            }
            before = c;
        }
        if (!named) {
            return Optional.empty();
        }
        if (isDigit(out.charAt(0))) {
            out.insert(0, '_');
        }
        if (!name.isLiteral()) {
            out.append(endsWithUnderscore(out) ? "PREFIX" : "_PREFIX");
        }
        return Optional.of(out.toString());
    }

    /** The enum constant for a category's id. */
    static String categoryOf(String id) {
        StringBuilder out = new StringBuilder(id.length() + 1);
        if (isDigit(id.charAt(0))) {
            out.append('_');
        }
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            out.append(c == '-' ? '_' : isLower(c) ? (char) (c - 'a' + 'A') : c);
        }
        return out.toString();
    }

    /** Whether a constant may have this name in a class of that simple name. */
    static boolean isFree(String constant, String simpleName) {
        return isIdentifier(constant) && !TAKEN.contains(constant) && !constant.equals(simpleName);
    }

    /** Whether a class may have this fully qualified name. */
    static boolean isClassName(String name) {
        int from = 0;
        for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', from)) {
            if (!isIdentifier(name.substring(from, dot))) {
                return false;
            }
            from = dot + 1;
        }
        String simpleName = name.substring(from);
        return isIdentifier(simpleName) && !NOT_FOR_TYPES.contains(simpleName) && !TYPES.contains(simpleName);
    }

    // ASCII alone: anything else depends on the encoding that the project compiles with, and on its file system.
    private static boolean isIdentifier(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!isLetterOrDigit(c) && c != '_' && c != '$') {
                return false;
            }
        }
        return !name.isEmpty() && !isDigit(name.charAt(0)) && !JavaWords.isReserved(name);
    }

    private static boolean endsWithUnderscore(StringBuilder text) {
        return !text.isEmpty() && text.charAt(text.length() - 1) == '_';
    }

    private static boolean isLetterOrDigit(char c) {
        return isLower(c) || isUpper(c) || isDigit(c);
    }

    private static boolean isLower(char c) {
        return c >= 'a' && c <= 'z';
    }

    private static boolean isUpper(char c) {
        return c >= 'A' && c <= 'Z';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
