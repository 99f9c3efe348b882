package io.github.cookiecharter.scan.bytecode.sink;

import io.github.cookiecharter.model.Lifetime;
import io.github.cookiecharter.model.SameSite;
import io.github.cookiecharter.scan.bytecode.value.AbstractValue;
import io.github.cookiecharter.scan.model.ObservedAttributes;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/**
 * What is known of how a cookie is set.
 *
 * @param deletes whether setting it ends it
 */
record CookieAttributes(ObservedAttributes attributes, boolean deletes) {

    static final CookieAttributes UNKNOWN = new CookieAttributes(ObservedAttributes.UNKNOWN, false);

    private static final long[] LENGTHS = {86_400, 3_600, 60};
    private static final ChronoUnit[] UNITS = {ChronoUnit.DAYS, ChronoUnit.HOURS, ChronoUnit.MINUTES};

    /** A maximum age as a lifetime: in the largest unit that needs no fraction; below 0 it is the session's. */
    static Optional<Lifetime> lifetime(long seconds) {
        if (seconds < 0) {
            return Optional.of(new Lifetime.Session());
        }
        if (seconds == 0) {
            return Optional.empty();
        }
        for (int i = 0; i < LENGTHS.length; i++) {
            if (seconds % LENGTHS[i] == 0) {
                return Optional.of(new Lifetime.Lasting(seconds / LENGTHS[i], UNITS[i]));
            }
        }
        return Optional.of(new Lifetime.Lasting(seconds, ChronoUnit.SECONDS));
    }

    static Optional<SameSite> sameSite(String word) {
        for (SameSite value : SameSite.values()) {
            if (value.word().equalsIgnoreCase(word)) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    /** Reads the attributes behind the first semicolon of a {@code Set-Cookie} header (RFC 6265, 5.2). */
    static CookieAttributes ofHeader(String template) {
        int from = template.indexOf(';');
        String rest = from < 0 ? "" : template.substring(from + 1);
        String value = from < 0 ? template : template.substring(0, from);
        // A value that is not known may bring attributes along only where the text ends with it.
        boolean open = rest.isEmpty() ? value.endsWith(String.valueOf(AbstractValue.HOLE)) : false;
        Optional<Lifetime> lifetime = Optional.empty();
        Optional<SameSite> sameSite = Optional.empty();
        Optional<String> domain = Optional.empty();
        Optional<String> path = Optional.empty();
        boolean aged = false;
        boolean deletes = false;
        boolean secure = false;
        boolean httpOnly = false;
        for (String part : rest.split(";")) {
            int equals = part.indexOf('=');
            String name =
                    (equals < 0 ? part : part.substring(0, equals)).strip().toLowerCase(Locale.ROOT);
            String text = equals < 0 ? "" : part.substring(equals + 1).strip();
            boolean known = text.indexOf(AbstractValue.HOLE) < 0;
            open |= name.indexOf(AbstractValue.HOLE) >= 0
                    || (!known && (text.length() > 1 || equals == part.length() - 1));
            switch (name.replace(String.valueOf(AbstractValue.HOLE), "")) {
                case "secure" -> secure = true;
                case "httponly" -> httpOnly = true;
                case "samesite" -> sameSite = sameSite(text);
                case "path" -> path = known && !text.isEmpty() ? Optional.of(text) : Optional.empty();
                case "domain" -> domain = known && !text.isEmpty() ? Optional.of(text) : Optional.empty();
                case "max-age" -> {
                    aged = true;
                    if (text.matches("-?[0-9]{1,17}")) {
                        long seconds = Long.parseLong(text);
                        deletes |= seconds <= 0;
                        lifetime = seconds > 0 ? lifetime(seconds) : Optional.empty();
                    }
                }
                case "expires" -> {
                    aged = true;
                    deletes |= text.contains("1970");
                }
                default -> {
                    // Nothing that counts here.
                }
            }
        }
        if (!aged && !open) {
            lifetime = Optional.of(new Lifetime.Session());
        }
        return new CookieAttributes(
                new ObservedAttributes(
                        lifetime,
                        httpOnly || !open ? Optional.of(httpOnly) : Optional.empty(),
                        secure || !open ? Optional.of(secure) : Optional.empty(),
                        sameSite,
                        domain,
                        path),
                deletes);
    }
}
