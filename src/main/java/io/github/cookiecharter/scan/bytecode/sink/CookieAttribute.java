package io.github.cookiecharter.scan.bytecode.sink;

import io.github.cookiecharter.scan.bytecode.index.Sink;
import java.util.Locale;
import java.util.Optional;

/** The attributes of a cookie. */
enum CookieAttribute {
    AGE,
    HTTP_ONLY,
    SECURE,
    SAME_SITE,
    DOMAIN,
    PATH,
    EXPIRES;

    /** Returns the attribute that a setter of a cookie, or of its builder, sets. */
    static Optional<CookieAttribute> ofSetter(String method) {
        String plain = method.toLowerCase(Locale.ROOT);
        for (String prefix : new String[] {"set", "with"}) {
            if (plain.startsWith(prefix) && plain.length() > prefix.length()) {
                plain = plain.substring(prefix.length());
                break;
            }
        }
        return ofHeaderAttribute(plain.startsWith("cookie") ? plain.substring("cookie".length()) : plain);
    }

    /** Returns the attribute of a name in a {@code Set-Cookie} header, in any case and with or without hyphens. */
    static Optional<CookieAttribute> ofHeaderAttribute(String name) {
        return switch (name.toLowerCase(Locale.ROOT).replace("-", "")) {
            case "maxage", "age", "maxageseconds", "maxageinseconds" -> Optional.of(AGE);
            case "httponly" -> Optional.of(HTTP_ONLY);
            case "secure" -> Optional.of(SECURE);
            case "samesite", "samesitemode", "samesitepolicy", "samesiteoptions" -> Optional.of(SAME_SITE);
            case "domain" -> Optional.of(DOMAIN);
            case "path" -> Optional.of(PATH);
            case "expires", "expiry" -> Optional.of(EXPIRES);
            default -> Optional.empty();
        };
    }

    /**
     * Returns the order of the arguments of a constructor or factory, one letter each: {@code n} name, {@code v} value, the
     * letters of {@link #ofLayoutLetter}, and {@code r} or {@code c} for arguments without a meaning here (version, comment).
     */
    static String argumentLayout(Sink.Family family, int arguments) {
        String layout = switch (family) {
            case JAVALIN -> arguments == 3 ? "nvm" : "nvpmsrhcdx";
            case JETTY -> "nvdpmhscrx";
            case PLAY -> "nvmpdshx";
            case SPARK -> "nvmsh";
            default -> "nv";
        };
        return arguments < layout.length() ? layout.substring(0, arguments) : layout;
    }

    /**
     * Returns the order of the arguments of a constructor of {@code NewCookie}.
     *
     * @param types a letter for each argument: {@code L} a text or another object, {@code K} a cookie to copy, {@code T} a
     *     date, and the letters of the Java Virtual Machine Specification, 4.3.2, for primitive types
     */
    static String restLayout(String types) {
        return switch (types) {
            case "LLLLLIZ" -> "nvpdcms";
            case "LLLLLIZZ" -> "nvpdcmsh";
            case "LLLLILIZ" -> "nvpdrcms";
            case "LLLLILITZZ" -> "nvpdrcmesh";
            case "LLLLILITZZL" -> "nvpdrcmeshx";
            case "KLIZ" -> "kcms";
            case "KLITZZ" -> "kcmesh";
            case "KLITZZL" -> "kcmeshx";
            default -> "nv";
        };
    }

    /** Returns the attribute's key in a map of attributes, in lower case and without hyphens. */
    String mapKey() {
        return this == AGE ? "maxage" : name().toLowerCase(Locale.ROOT).replace("_", "");
    }

    /** Returns the attribute of a letter in an {@linkplain #argumentLayout argument layout}. */
    static Optional<CookieAttribute> ofLayoutLetter(char letter) {
        return switch (letter) {
            case 'm' -> Optional.of(AGE);
            case 'h' -> Optional.of(HTTP_ONLY);
            case 's' -> Optional.of(SECURE);
            case 'x' -> Optional.of(SAME_SITE);
            case 'd' -> Optional.of(DOMAIN);
            case 'p' -> Optional.of(PATH);
            case 'e' -> Optional.of(EXPIRES);
            default -> Optional.empty();
        };
    }
}
