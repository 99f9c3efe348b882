package io.github.cookiecharter.scan.config.reader;

/** The spellings of a key: frameworks take {@code max-age}, {@code maxAge}, {@code max_age} and {@code MAX_AGE} for one. */
public final class ConfigKeys {

    private static final int LONGEST = 300;

    private ConfigKeys() {}

    /** The key of what stands under another key. No framework has keys so long that they are cut here. */
    public static String join(String parent, String dot, String name) {
        String last = name.length() > LONGEST ? name.substring(0, LONGEST) : name;
        return parent.isEmpty() || parent.length() > LONGEST ? last : parent + dot + last;
    }

    /** The key in small letters without hyphens, underscores, quotation marks and indexes; its dots stay. */
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

    /** The canonical key without its dots too. */
    public static String squeezed(String key) {
        return canonical(key).replace(".", "");
    }

    /** Whether a key ends in words such as {@code cookie-name} or {@code session.cookie.name}. */
    public static boolean namesCookie(String key) {
        return key.indexOf('/') < 0 && squeezed(key).endsWith("cookiename");
    }

    /** Whether this is how a variable of the environment is called. */
    public static boolean isVariable(String key) {
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

    /** The key without the profile of Quarkus in front of it. */
    public static String withoutProfile(String key) {
        int dot = key.indexOf('.');
        return key.startsWith("%") && dot > 0 ? key.substring(dot + 1) : key;
    }

    /** A part of a key without the quotation marks around it. */
    public static String unquoted(String part) {
        boolean quoted = part.length() >= 2
                && (part.charAt(0) == '"' || part.charAt(0) == '\'')
                && part.charAt(part.length() - 1) == part.charAt(0);
        return quoted ? part.substring(1, part.length() - 1) : part;
    }

    /** Whether a key holds for the project's own tests alone. */
    public static boolean isForTests(String key) {
        return key.startsWith("%test.");
    }
}
