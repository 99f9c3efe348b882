package io.github.cookiecharter.scan.bytecode;

import java.util.Locale;
import java.util.Optional;

/** What can be said of a cookie beside its name. */
enum Trait {
    AGE,
    HTTP_ONLY,
    SECURE,
    SAME_SITE,
    DOMAIN,
    PATH,
    EXPIRES;

    /** What a method of a cookie, or of its builder, sets. */
    static Optional<Trait> of(String method) {
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
    static Optional<Trait> named(String name) {
        return Optional.ofNullable(
                switch (name.toLowerCase(Locale.ROOT).replace("-", "")) {
                    case "maxage", "age", "maxageseconds", "maxageinseconds" -> AGE;
                    case "httponly" -> HTTP_ONLY;
                    case "secure" -> SECURE;
                    case "samesite", "samesitemode", "samesitepolicy", "samesiteoptions" -> SAME_SITE;
                    case "domain" -> DOMAIN;
                    case "path" -> PATH;
                    case "expires", "expiry" -> EXPIRES;
                    default -> null;
                });
    }

    /** Where the arguments of a constructor or factory stand, one letter each; empty where it takes a name and a value. */
    static String layout(String family, int arguments) {
        String layout =
                switch (family) {
                    case "rest" ->
                        switch (arguments) {
                            case 7 -> "nvpdcms";
                            case 8 -> "nvpdcmsh";
                            case 10 -> "nvpdrcmesh";
                            case 11 -> "nvpdrcmeshx";
                            default -> "nv";
                        };
                    case "javalin" -> arguments == 3 ? "nvm" : "nvpmsrhcdx";
                    case "jetty" -> "nvdpmhscrx";
                    case "play" -> "nvmpdshx";
                    case "spark" -> "nvmsh";
                    default -> "nv";
                };
        return arguments < layout.length() ? layout.substring(0, arguments) : layout;
    }

    static Optional<Trait> ofLetter(char letter) {
        return Optional.ofNullable(
                switch (letter) {
                    case 'm' -> AGE;
                    case 'h' -> HTTP_ONLY;
                    case 's' -> SECURE;
                    case 'x' -> SAME_SITE;
                    case 'd' -> DOMAIN;
                    case 'p' -> PATH;
                    case 'e' -> EXPIRES;
                    default -> null;
                });
    }
}
