package io.github.cookiecharter.declaration;

import io.github.cookiecharter.model.JavaWords;
import io.github.cookiecharter.model.Kind;
import io.github.cookiecharter.model.diagnostic.SafeText;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Validators for names and small values. Each returns the end of an error message, or empty for a valid value. */
final class ValueFormats {

    private static final int MAX_COOKIE_NAME_LENGTH = 4_096;

    private static final int MAX_INTEGER_DIGITS = 10;

    private ValueFormats() {}

    static Optional<String> validateId(String value) {
        boolean valid = !value.isEmpty();
        char before = '-';
        for (int i = 0; i < value.length() && valid; i++) {
            char c = value.charAt(i);
            valid = isLowerOrDigit(c) || (c == '-' && before != '-');
            before = c;
        }
        if (valid && before != '-') {
            return Optional.empty();
        }
        String better = betterId(value);
        return Optional.of("must be lower-case letters and digits, with single hyphens between them, not "
                + SafeText.quote(value) + (better.isEmpty() ? "" : ": did you mean " + SafeText.quote(better) + "?"));
    }

    private static String betterId(String value) {
        StringBuilder better = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char c = Character.toLowerCase(value.charAt(i));
            if (isLowerOrDigit(c)) {
                better.append(c);
            } else if (c > 0x7F) {
                return "";
            } else if (!better.isEmpty() && better.charAt(better.length() - 1) != '-') {
                better.append('-');
            }
        }
        int end = better.length();
        return end > 0 && better.charAt(end - 1) == '-' ? better.substring(0, end - 1) : better.toString();
    }

    private static boolean isLowerOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || isDigit(c);
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static Optional<String> validatePositiveInteger(String value) {
        boolean valid = !value.isEmpty() && value.length() <= MAX_INTEGER_DIGITS && value.charAt(0) != '0';
        for (int i = 0; i < value.length() && valid; i++) {
            valid = isDigit(value.charAt(i));
        }
        if (valid && Long.parseLong(value) <= Integer.MAX_VALUE) {
            return Optional.empty();
        }
        return Optional.of(
                "must be a whole number from 1 to 2147483647, in digits alone, not " + SafeText.quote(value));
    }

    /** Returns whether the text has the form of an ISO 8601 date. */
    static boolean looksLikeDate(String value) {
        boolean valid = value.length() == 10;
        for (int i = 0; i < value.length() && valid; i++) {
            boolean separator = i == 4 || i == 7;
            valid = separator ? value.charAt(i) == '-' : isDigit(value.charAt(i));
        }
        return valid;
    }

    /** Validates a country code of ISO 3166-1 alpha-2, in either case. */
    static Optional<String> validateCountry(String value) {
        String code = value.toUpperCase(Locale.ROOT);
        if (value.length() == 2 && Set.of(Locale.getISOCountries()).contains(code)) {
            return Optional.empty();
        }
        String hint = code.equals("UK")
                ? ": the United Kingdom's is 'GB'"
                : code.equals("EU") ? ": the European Union is no country, so name one of its member states" : "";
        return Optional.of(
                "must be a country's two-letter code (ISO 3166-1), such as FR, not " + SafeText.quote(value) + hint);
    }

    /** Validates the name of a cookie without {@code *}. */
    static Optional<String> validateLiteralCookieName(String name) {
        return name.indexOf('*') >= 0
                ? Optional.of("must be one cookie's name, without '*'")
                : validateCookieName(name);
    }

    /** RFC 6265, section 4.1.1: a cookie's name is a token of RFC 2616; {@code *} is one of its characters. */
    private static Optional<String> validateCookieName(String name) {
        if (name.length() > MAX_COOKIE_NAME_LENGTH) {
            return Optional.of("is longer than a browser keeps: 4,096 characters at most (RFC 6265bis)");
        }
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c <= ' ' || c >= 0x7F || "()<>@,;:\\\"/[]?={}".indexOf(c) >= 0) {
                return Optional.of(
                        "holds " + (c == ' ' ? "a blank" : SafeText.quote(Character.toString(name.codePointAt(i))))
                                + ", which no cookie's name may hold (RFC 6265)" + patternHint(name));
            }
        }
        return Optional.empty();
    }

    private static String patternHint(String name) {
        Optional<String> pattern = NamePlaceholders.pattern(name);
        return pattern.isPresent() && validateCookieName(pattern.get()).isEmpty()
                ? ": did you mean " + SafeText.quote(pattern.get()) + "?"
                : "";
    }

    /** Validates the name of an entry, which may be a pattern. */
    static Optional<String> validateName(String name, Kind kind) {
        if (TextNormalizer.isBlank(name)) {
            return Optional.of("is empty");
        }
        if (name.replace("*", "").isEmpty()) {
            return Optional.of("matches every name: write the beginning or the end of the names");
        }
        return switch (kind) {
            case COOKIE -> validateCookieName(name);
            case PIXEL -> UrlFormats.validatePattern(name);
            case LOCAL_STORAGE, SESSION_STORAGE, INDEXED_DB ->
                TextNormalizer.normalize(name).equals(name)
                        ? Optional.empty()
                        : Optional.of("must stand on one line, without blanks around it");
        };
    }

    static Optional<String> validateConstant(String value) {
        boolean valid = Character.isJavaIdentifierStart(value.charAt(0)) && !JavaWords.isReserved(value);
        for (int i = 0; i < value.length() && valid; i++) {
            char c = value.charAt(i);
            valid = Character.isJavaIdentifierPart(c) && !Character.isIdentifierIgnorable(c);
        }
        return valid
                ? Optional.empty()
                : Optional.of(
                        "must be a Java identifier and no keyword, such as SESSION_ID, not " + SafeText.quote(value));
    }

    /** Validates the attribute {@code Path} of a cookie. */
    static Optional<String> validateCookiePath(String value) {
        if (!value.startsWith("/")) {
            return Optional.of("must begin with '/', not be " + SafeText.quote(value));
        }
        return value.indexOf(';') >= 0 ? Optional.of("holds ';', which ends a cookie's attribute") : Optional.empty();
    }

    /**
     * Validates a value of {@code set-by}: {@code com.acme.Login#remember}, a path below the project, or {@code
     * elsewhere}.
     */
    static Optional<String> validateCodePlace(String value) {
        boolean outside = value.startsWith("/")
                || value.startsWith("../")
                || value.contains("/../")
                || (value.length() > 1 && value.charAt(1) == ':');
        return outside || value.indexOf('\\') >= 0
                ? Optional.of(
                        "must be a class with a method (com.acme.Login#remember), a path below the project with '/',"
                                + " or elsewhere, not " + SafeText.quote(value))
                : Optional.empty();
    }
}
