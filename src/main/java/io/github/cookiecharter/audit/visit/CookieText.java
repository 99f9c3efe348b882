package io.github.cookiecharter.audit.visit;

import io.github.cookiecharter.audit.json.JsonValue;
import io.github.cookiecharter.model.Lifetime;
import io.github.cookiecharter.model.SameSite;
import io.github.cookiecharter.scan.cookie.AbstractString;
import io.github.cookiecharter.scan.cookie.CookieDate;
import io.github.cookiecharter.scan.cookie.SetCookie;
import io.github.cookiecharter.scan.cookie.SetCookieParser;
import io.github.cookiecharter.scan.model.ObservedAttributes;
import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A cookie as a header or a call of a script states it.
 *
 * @param name its name; empty if it has none
 * @param value its value, which must not be written anywhere
 * @param deletes whether the browser deletes the cookie
 * @param partitioned whether it has the attribute {@code Partitioned}
 */
record CookieText(String name, String value, boolean deletes, ObservedAttributes attributes, boolean partitioned) {

    /** Until here a lifetime is given to the second; longer ones are rounded, since they begin when the header is written. */
    private static final long EXACT_SECONDS = 600;

    private static final long ROUNDING_SECONDS = 60;

    /** Reads a {@code Set-Cookie} header or an assignment to {@code document.cookie}. */
    static CookieText parse(String text, Instant now) {
        String known = withoutMarks(text);
        SetCookie parsed = SetCookieParser.parse(new AbstractString(known));
        String pair = known.split(";", 2)[0];
        int equals = pair.indexOf('=');
        String value = equals < 0 ? pair.strip() : pair.substring(equals + 1).strip();
        String name = equals < 0 ? "" : pair.substring(0, equals).strip();
        Optional<Instant> expires = expires(known);
        ObservedAttributes attributes = parsed.attributes();
        boolean deletes = parsed.deletes();
        // Without Max-Age the date decides, which the parser of code cannot hold against a clock.
        if (expires.isPresent() && !hasAttribute(known, "max-age")) {
            deletes = !expires.get().isAfter(now);
            attributes = withLifetime(
                    attributes,
                    deletes
                            ? Optional.empty()
                            : Optional.of(lasting(expires.get().getEpochSecond() - now.getEpochSecond())));
        }
        return new CookieText(name, value, deletes, attributes, hasAttribute(known, "partitioned"));
    }

    // The characters by which an abstract string marks unknown parts are no characters of a text.
    private static String withoutMarks(String text) {
        StringBuilder out = new StringBuilder();
        text.chars()
                .forEach(c -> out.append(c >= AbstractString.UNKNOWN && c <= AbstractString.FROM_NOW ? '?' : (char) c));
        return out.toString();
    }

    private static Optional<Instant> expires(String text) {
        Optional<Instant> found = Optional.empty();
        for (String attribute : attributes(text)) {
            int equals = attribute.indexOf('=');
            if (equals > 0 && attribute.substring(0, equals).strip().equalsIgnoreCase("expires")) {
                Optional<Instant> date =
                        CookieDate.parse(attribute.substring(equals + 1).strip());
                found = date.isPresent() ? date : found;
            }
        }
        return found;
    }

    private static boolean hasAttribute(String text, String name) {
        for (String attribute : attributes(text)) {
            if (attribute.split("=", 2)[0].strip().toLowerCase(Locale.ROOT).equals(name)) {
                return true;
            }
        }
        return false;
    }

    private static String[] attributes(String text) {
        int semicolon = text.indexOf(';');
        return semicolon < 0 ? new String[0] : text.substring(semicolon + 1).split(";", -1);
    }

    /**
     * Reads a call of {@code cookieStore.set}.
     *
     * @param options its options as JSON, with the value
     */
    static CookieText ofCookieStore(String name, String options, Instant now) {
        JsonValue told;
        try {
            told = JsonValue.parse(options);
        } catch (IOException e) {
            // The hook writes JSON; whatever else a page sends in its place says nothing.
            told = JsonValue.MISSING;
        }
        double expires = told.get("expires").number().orElse(-1);
        boolean deletes = expires >= 0 && expires <= now.toEpochMilli();
        Optional<Lifetime> lifetime = expires < 0
                ? Optional.of(new Lifetime.Session())
                : deletes ? Optional.empty() : Optional.of(lasting((long) (expires / 1_000) - now.getEpochSecond()));
        String sameSite = told.get("sameSite").text();
        return new CookieText(
                name,
                told.get("value").text(),
                deletes,
                new ObservedAttributes(
                        lifetime,
                        Optional.of(false),
                        Optional.of(true),
                        SameSite.of(sameSite.isEmpty() ? "strict" : sameSite),
                        Optional.of(told.get("domain").text()).filter(domain -> !domain.isEmpty()),
                        Optional.of(told.get("path").text()).filter(path -> !path.isEmpty())),
                told.get("partitioned").isTrue());
    }

    /** Returns the attributes of a cookie in the jar; its lifetime is what is left of it. */
    static ObservedAttributes ofJar(CookieJar.Entry entry, Instant now) {
        long left = (long) entry.expires() - now.getEpochSecond();
        return new ObservedAttributes(
                entry.expires() < 0 ? Optional.of(new Lifetime.Session()) : Optional.of(lasting(left)),
                Optional.of(entry.httpOnly()),
                Optional.of(entry.secure()),
                SameSite.of(entry.sameSite()),
                entry.domain().startsWith(".") ? Optional.of(entry.domain().substring(1)) : Optional.empty(),
                Optional.of(entry.path()));
    }

    private static Lifetime lasting(long seconds) {
        long rounded = seconds < EXACT_SECONDS
                ? seconds
                : (seconds + ROUNDING_SECONDS / 2) / ROUNDING_SECONDS * ROUNDING_SECONDS;
        return Lifetime.Lasting.ofSeconds(Math.max(1, rounded));
    }

    private static ObservedAttributes withLifetime(ObservedAttributes attributes, Optional<Lifetime> lifetime) {
        return new ObservedAttributes(
                lifetime,
                attributes.httpOnly(),
                attributes.secure(),
                attributes.sameSite(),
                attributes.domain(),
                attributes.path());
    }
}
