package io.github.cookiecharter.scan.javascript.sink;

import io.github.cookiecharter.model.Lifetime;
import io.github.cookiecharter.model.SameSite;
import io.github.cookiecharter.scan.javascript.value.DateFolder;
import io.github.cookiecharter.scan.javascript.value.NumberFolder;
import io.github.cookiecharter.scan.javascript.value.ScriptValue;
import io.github.cookiecharter.scan.model.ObservedAttributes;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What is assigned to {@code document.cookie}: the name, and the attributes behind it.
 *
 * @param name all in front of the first equals sign, with what is dynamic in it
 * @param deletes whether the cookie is over as soon as it is set
 */
public record CookieText(String name, boolean deletes, ObservedAttributes attributes) {

    /** Whether a text is that of a cookie: a name, and something behind it. */
    static boolean isCookie(String text) {
        int equals = text.indexOf('=');
        int end = text.indexOf(';');
        return equals > 0 && (end < 0 || equals < end);
    }

    /** Whether a text has attributes that only a cookie has. */
    static boolean hasAttributes(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return isCookie(text)
                && lower.indexOf(';') > 0
                && (lower.contains("path=")
                        || lower.contains("expires=")
                        || lower.contains("max-age=")
                        || lower.contains("domain=")
                        || lower.contains("samesite"));
    }

    static CookieText of(String text) {
        int end = text.indexOf(';');
        int equals = text.indexOf('=');
        boolean named = equals >= 0 && (end < 0 || equals < end);
        // A browser takes a text without an equals sign for the value of a cookie without a name; whoever writes one
        // means its name.
        String bare = text.substring(0, end < 0 ? text.length() : end);
        String name = named
                ? text.substring(0, equals).strip()
                : ScriptValue.isLiteral(bare) && !bare.isBlank() ? bare.strip() : String.valueOf(ScriptValue.DYNAMIC);
        String value = text.substring(named ? equals + 1 : 0, end < 0 ? text.length() : end);
        Reader reader = new Reader();
        // A value put together from several unknown parts may hold attributes among them.
        reader.certain = named && unknownParts(value) <= 1;
        if (end >= 0) {
            int from = end + 1;
            for (int next = text.indexOf(';', from); from <= text.length(); next = text.indexOf(';', from)) {
                int to = next < 0 ? text.length() : next;
                reader.read(text.substring(from, to).strip());
                from = to + 1;
            }
        }
        return new CookieText(name, reader.deletes, reader.attributes());
    }

    /** One or the other text of the same name: what both have is known. */
    CookieText or(CookieText other) {
        ObservedAttributes one = attributes;
        ObservedAttributes two = other.attributes;
        return new CookieText(
                name,
                deletes && other.deletes,
                new ObservedAttributes(
                        both(one.lifetime(), two.lifetime()),
                        both(one.httpOnly(), two.httpOnly()),
                        both(one.secure(), two.secure()),
                        both(one.sameSite(), two.sameSite()),
                        both(one.domain(), two.domain()),
                        both(one.path(), two.path())));
    }

    private static <T> Optional<T> both(Optional<T> one, Optional<T> two) {
        return one.equals(two) ? one : Optional.empty();
    }

    private static int unknownParts(String text) {
        int parts = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == ScriptValue.DYNAMIC || text.charAt(i) == ScriptValue.PARAMETER) {
                parts++;
            }
        }
        return parts;
    }

    /** Whether a date in the form of cookies lies long ago. */
    public static boolean isOver(String date) {
        int digits = 0;
        for (int i = 0; i <= date.length(); i++) {
            char c = i < date.length() ? date.charAt(i) : ' ';
            if (c >= '0' && c <= '9') {
                digits++;
                continue;
            }
            if (digits == 4) {
                int year = Integer.parseInt(date.substring(i - 4, i));
                return year >= 1900 && year <= 2012;
            }
            digits = 0;
        }
        String lower = date.toLowerCase(Locale.ROOT);
        return lower.contains("-jan-70") || lower.contains("-jan-00");
    }

    /** A number of seconds in the largest unit that it is a whole number of. */
    static Lifetime lasting(long seconds) {
        ChronoUnit[] units = {
            ChronoUnit.YEARS, ChronoUnit.MONTHS, ChronoUnit.WEEKS, ChronoUnit.DAYS, ChronoUnit.HOURS, ChronoUnit.MINUTES
        };
        long[] lengths = {31_557_600, 2_629_800, 604_800, 86_400, 3_600, 60};
        for (int i = 0; i < units.length; i++) {
            if (seconds % lengths[i] == 0) {
                return new Lifetime.Lasting(seconds / lengths[i], units[i]);
            }
        }
        return new Lifetime.Lasting(seconds, ChronoUnit.SECONDS);
    }

    static Optional<SameSite> sameSite(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "strict" -> Optional.of(SameSite.STRICT);
            case "lax" -> Optional.of(SameSite.LAX);
            case "none" -> Optional.of(SameSite.NONE);
            default -> Optional.empty();
        };
    }

    /** Reads the attributes one after the other. */
    private static final class Reader {

        private boolean certain;
        private boolean deletes;
        private boolean lasts;
        private Optional<Lifetime> lifetime = Optional.empty();
        private Optional<Boolean> secure = Optional.empty();
        private Optional<SameSite> sameSite = Optional.empty();
        private Optional<String> domain = Optional.empty();
        private Optional<String> path = Optional.empty();

        private void read(String attribute) {
            int equals = attribute.indexOf('=');
            String key = (equals < 0 ? attribute : attribute.substring(0, equals))
                    .strip()
                    .toLowerCase(Locale.ROOT);
            String value = equals < 0 ? "" : attribute.substring(equals + 1).strip();
            if (!ScriptValue.isLiteral(key)) {
                certain = false;
                return;
            }
            boolean known = ScriptValue.isLiteral(value);
            switch (key) {
                case "max-age" -> {
                    lasts = true;
                    OptionalDouble seconds =
                            known ? NumberFolder.parse(value.replace("-", "")) : OptionalDouble.empty();
                    if (seconds.isPresent()) {
                        last(value.startsWith("-") ? -1 : seconds.getAsDouble());
                    }
                }
                case "expires" -> {
                    lasts = true;
                    expires(value);
                }
                case "secure" -> secure = Optional.of(true);
                case "samesite" -> sameSite = known ? CookieText.sameSite(value) : Optional.empty();
                case "domain" -> domain = known && !value.isEmpty() ? Optional.of(value) : Optional.empty();
                case "path" -> path = known && !value.isEmpty() ? Optional.of(value) : Optional.empty();
                default -> {}
            }
            // "; path=/" + rest: what comes behind may be more attributes.
            if (!known
                    && (key.equals("path") || key.equals("samesite") || key.equals("domain"))
                    && unknownParts(value) > 1) {
                certain = false;
            }
        }

        private void expires(String value) {
            int mark = value.indexOf(DateFolder.FROM_NOW);
            if (mark >= 0) {
                int stop = value.indexOf('.', mark);
                last((double) Long.parseLong(value.substring(mark + 1, stop)));
            } else if (ScriptValue.isLiteral(value)) {
                deletes |= isOver(value) || value.equals("0") || value.equals("-1");
            }
        }

        private void last(double seconds) {
            if (seconds <= 0) {
                deletes = true;
            } else if (seconds < 1e11) {
                lifetime = Optional.of(lasting((long) Math.max(1, seconds)));
            }
        }

        private ObservedAttributes attributes() {
            if (!lasts && certain) {
                lifetime = Optional.of(new Lifetime.Session());
            }
            if (secure.isEmpty() && certain) {
                secure = Optional.of(false);
            }
            return new ObservedAttributes(lifetime, Optional.of(false), secure, sameSite, domain, path);
        }
    }
}
