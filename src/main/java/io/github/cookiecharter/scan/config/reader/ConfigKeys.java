package io.github.cookiecharter.scan.config.reader;

/** Compares keys in any spelling: for frameworks, {@code max-age}, {@code maxAge}, {@code max_age}, {@code MAX_AGE} are equal. */
public final class ConfigKeys {

    private static final int MAX_LENGTH = 300;

    private ConfigKeys() {}

    /** Joins a key and its parent's. Both are cut at 300 characters, which no key of a framework reaches. */
    public static String join(String parent, String dot, String name) {
        String last = name.length() > MAX_LENGTH ? name.substring(0, MAX_LENGTH) : name;
        return parent.isEmpty() || parent.length() > MAX_LENGTH ? last : parent + dot + last;
    }

    /** Returns the key in lower case without hyphens, underscores, quotation marks and indexes, but with its dots. */
    public static String canonical(String key) {
        StringBuilder canonical = new StringBuilder(key.length());
        boolean index = false;
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            if (c == '[') {
                index = true;
            } else if (c == ']') {
                index = false;
            } else if (!index && c != '-' && c != '_' && c != '"' && c != '\'') {
                canonical.append(Character.toLowerCase(c));
            }
        }
        return canonical.toString();
    }

    /** Returns the canonical key without dots, to compare it with an environment variable. */
    public static String canonicalWithoutDots(String key) {
        return canonical(key).replace(".", "");
    }

    /** Returns whether a key ends in words such as {@code cookie-name} or {@code session.cookie.name}. */
    public static boolean namesCookie(String key) {
        return key.indexOf('/') < 0 && canonicalWithoutDots(key).endsWith("cookiename");
    }

    /** Returns whether a key has the form of an environment variable: upper case with an underscore. */
    public static boolean isEnvironmentVariable(String key) {
        boolean underscore = false;
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            if (c == '_') {
                underscore = true;
            } else if ((c < 'A' || c > 'Z') && (c < '0' || c > '9')) {
                return false;
            }
        }
        return underscore;
    }

    /** Returns the key without a Quarkus profile in front, such as {@code %dev.}. */
    public static String withoutProfile(String key) {
        int dot = key.indexOf('.');
        return key.startsWith("%") && dot > 0 ? key.substring(dot + 1) : key;
    }

    /** Returns a part of a key without the quotation marks around it. */
    public static String unquoted(String part) {
        boolean quoted = part.length() >= 2
                && (part.charAt(0) == '"' || part.charAt(0) == '\'')
                && part.charAt(part.length() - 1) == part.charAt(0);
        return quoted ? part.substring(1, part.length() - 1) : part;
    }

    /** Returns whether a key has Quarkus' test profile, and so applies to the project's tests only. */
    public static boolean isForTests(String key) {
        return key.startsWith("%test.");
    }
}
