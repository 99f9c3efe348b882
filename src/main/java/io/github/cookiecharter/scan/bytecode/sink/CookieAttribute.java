package io.github.cookiecharter.scan.bytecode.sink;

import io.github.cookiecharter.scan.bytecode.index.Sink;
import java.util.Locale;
import java.util.Optional;

/** What can be said of a cookie beside its name. */
enum CookieAttribute {
    AGE,
    HTTP_ONLY,
    SECURE,
    SAME_SITE,
    DOMAIN,
    PATH,
    EXPIRES;

    /** What a method of a cookie, or of its builder, sets. */
    static Optional<CookieAttribute> of(String method) {
        String plain = method.toLowerCase(Locale.ROOT);
        for (String prefix : new String[] {"set", "with"}) {
            if (plain.startsWith(prefix) && plain.length() > prefix.length()) {
                plain = plain.substring(prefix.length());
                break;
            }
        }
        return named(plain.startsWith("cookie") ? plain.substring("cookie".length()) : plain);
    }

    /** What an attribute of a header is. */
    static Optional<CookieAttribute> named(String name) {
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

    /** Where the arguments of a constructor or factory stand, one letter each; empty where it takes a name and a value. */
    static String layout(Sink.Family family, int arguments) {
        String layout = switch (family) {
            case REST ->
                switch (arguments) {
                    case 7 -> "nvpdcms";
                    case 8 -> "nvpdcmsh";
                    case 10 -> "nvpdrcmesh";
                    case 11 -> "nvpdrcmeshx";
                    default -> "nv";
                };
            case JAVALIN -> arguments == 3 ? "nvm" : "nvpmsrhcdx";
            case JETTY -> "nvdpmhscrx";
            case PLAY -> "nvmpdshx";
            case SPARK -> "nvmsh";
            default -> "nv";
        };
        return arguments < layout.length() ? layout.substring(0, arguments) : layout;
    }

    static Optional<CookieAttribute> ofLetter(char letter) {
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
