package io.github.cookiecharter.constants;

import io.github.cookiecharter.model.JavaWords;
import io.github.cookiecharter.model.NamePattern;
import java.util.Optional;
import java.util.Set;

/** Derives and checks the Java names of cookies, categories and the class. */
final class JavaNames {

    /** Contextual keywords of newer Java versions, which cannot be names of types. */
    private static final Set<String> NOT_FOR_TYPES = Set.of(
            "DateTimeException",
            "IllegalArgumentException",
            "Integer",
            "LinkedHashSet",
            "LocalDateTime",
            "Locale",
            "Long",
            "Matcher",
            "Math",
            "NumberFormatException",
            "Pattern",
            "Predicate",
            "Review",
            "SetCookieHeader",
            "System",
            "Verdict",
            "ZoneOffset",
            "permits",
            "record",
            "sealed",
            "var",
            "yield");

    /** The types that the generated class uses by simple name, so that it cannot have one of these names itself. */
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
            "ElementType",
            "EnumSet",
            "Generated",
            "HashSet",
            "IllegalArgumentException",
            "Instant",
            "Json",
            "LinkedHashMap",
            "List",
            "Map",
            "Object",
            "Optional",
            "Retention",
            "RetentionPolicy",
            "RuntimeException",
            "Set",
            "StandardCharsets",
            "String",
            "StringBuilder",
            "SuppressWarnings",
            "Target");

    /** The names of the members that the generated class uses; a constant of that name would hide them or be hidden. */
    private static final Set<String> MEMBER_NAMES = Set.of(
            "Boolean",
            "ByteBuffer",
            "Category",
            "Collections",
            "Consent",
            "Declared",
            "Double",
            "ElementType",
            "EnumSet",
            "Instant",
            "Integer",
            "Json",
            "LocalDateTime",
            "Locale",
            "Long",
            "Math",
            "Optional",
            "Pattern",
            "RetentionPolicy",
            "Review",
            "SetCookieHeader",
            "StandardCharsets",
            "System",
            "Verdict",
            "ZoneOffset",
            "category",
            "io",
            "jakarta",
            "javax",
            "literals",
            "needsConsent",
            "org",
            "patterns",
            "service");

    private JavaNames() {}

    /**
     * Returns the constant's name for a cookie's name, or for a pattern whose only {@code *} is at its end.
     *
     * @return empty if the name has neither letters nor digits
     */
    static Optional<String> constantName(NamePattern name) {
        String literal = name.isLiteral()
                ? name.text()
                : name.text().substring(0, name.text().length() - 1);
        StringBuilder out = new StringBuilder(literal.length() + 8);
        boolean hasLetterOrDigit = false;
        char previous = ' ';
        for (int i = 0; i < literal.length(); i++) {
            char c = literal.charAt(i);
            if (isLetterOrDigit(c)) {
                hasLetterOrDigit = true;
                if (isUpper(c) && isLower(previous)) {
                    out.append('_');
                }
                out.append(isLower(c) ? (char) (c - 'a' + 'A') : c);
            } else if (!endsWithUnderscore(out)) {
                out.append('_');
            }
            previous = c;
        }
        if (!hasLetterOrDigit) {
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

    /** Returns the enum constant for a category's id. */
    static String categoryConstant(String id) {
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

    /** Returns whether a constant may have this name in a class of that simple name. */
    static boolean isConstantName(String constant, String simpleName) {
        return isIdentifier(constant) && !MEMBER_NAMES.contains(constant) && !constant.equals(simpleName);
    }

    /** Returns whether a class may have this fully qualified name. */
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

    // Only ASCII: other characters depend on the project's source encoding and file system.
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
