package io.github.cookiecharter.imports.format;

import io.github.cookiecharter.imports.model.ImportedFile;
import io.github.cookiecharter.imports.model.ImportedPart;
import io.github.cookiecharter.imports.model.Told;
import io.github.cookiecharter.model.Kind;
import io.github.cookiecharter.model.Lifetime;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalDouble;

/** Cookies as a browser keeps them, in the JSON of Playwright, Puppeteer, WebDriver and browser extensions. */
final class BrowserCookies {

    private BrowserCookies() {}

    /** Reads Playwright's {@code storageState}. */
    static ImportedFile storageState(String file, JsonElement root) {
        ImportedFile read = new ImportedFile(file, "Playwright's storageState");
        read.warn("it does not tell when its cookies were set: lifetimes are to be reviewed; and no session storage");
        root.get("cookies").items().forEach(item -> cookie(read, item, Optional.empty()));
        for (JsonElement origin : root.get("origins").items()) {
            String host = host(origin.get("origin").text());
            for (JsonElement entry : origin.get("localStorage").items()) {
                storage(read, entry, host, Kind.LOCAL_STORAGE);
            }
            for (JsonElement database : origin.get("indexedDB").items()) {
                storage(read, database, host, Kind.INDEXED_DB);
            }
        }
        return read;
    }

    private static void storage(ImportedFile read, JsonElement entry, String host, Kind kind) {
        ImportedPart part = read.cookie(entry.get("name").text(), kind, "", entry.line());
        CookieFacts.place(part, host, "");
        part.put("@seen", Told.of(true));
    }

    /** Reads an array of cookies. */
    static ImportedFile list(String file, String format, Iterable<JsonElement> cookies) {
        ImportedFile read = new ImportedFile(file, format);
        read.warn("it does not tell when its cookies were set: lifetimes are to be reviewed; and no web storage");
        cookies.forEach(item -> cookie(read, item, Optional.empty()));
        return read;
    }

    /**
     * Reads a cookie.
     *
     * @param recorded when it was set, or the recording began
     */
    static ImportedPart cookie(ImportedFile read, JsonElement item, Optional<Instant> recorded) {
        ImportedPart part = read.cookie(item.get("name").text(), Kind.COOKIE, "", item.line());
        String domain = item.get("domain").text();
        boolean dotted = domain.startsWith(".");
        boolean below = item.get("hostOnly").flag().map(only -> !only).orElse(dotted);
        CookieFacts.place(
                part,
                below && !dotted && !domain.isEmpty() ? "." + domain : domain,
                item.get("path").text());
        part.put("@seen", Told.of(true));
        part.put("http-only", item.get("httpOnly").flag());
        part.put("secure", item.get("secure").flag());
        CookieFacts.sameSite(part, item.get("sameSite").text());
        if (item.get("partitionKey").isPresent()) {
            part.put("partitioned", Told.of(true));
        }
        lifetime(part, item, recorded);
        return part;
    }

    private static void lifetime(ImportedPart part, JsonElement item, Optional<Instant> recorded) {
        JsonElement end = item.get("expires").isPresent()
                ? item.get("expires")
                : item.get("expiry").isPresent() ? item.get("expiry") : item.get("expirationDate");
        OptionalDouble number = end.number();
        if (item.get("session").isTrue() || !end.isPresent() || number.orElse(1) <= 0) {
            part.put(CookieFacts.LIFETIME, Told.of(new Lifetime.Session().words()));
            return;
        }
        Optional<Instant> instant = number.isPresent() ? instant(number.getAsDouble()) : date(end.text());
        if (instant.isEmpty()) {
            part.note("lifetime: the file says no date that a browser understands");
        } else if (recorded.isPresent()) {
            CookieFacts.measured(
                    part, (instant.get().toEpochMilli() - recorded.get().toEpochMilli()) / 1_000d);
        } else {
            ended(part, instant.get());
        }
    }

    /** Tells when a cookie ends of which nobody knows when it was set. */
    static void ended(ImportedPart part, Instant end) {
        part.note("it ends on " + end.atOffset(ZoneOffset.UTC).toLocalDate() + "; when it was set is not in the file");
    }

    /** Returns the date of a number of seconds, or of milliseconds where seconds are impossible. */
    static Optional<Instant> instant(double number) {
        double seconds = number > 1e11 ? number / 1_000 : number;
        return seconds > 0 && seconds < 253_402_300_800d
                ? Optional.of(Instant.ofEpochMilli((long) (seconds * 1_000)))
                : Optional.empty();
    }

    /** Returns the date of an ISO 8601 text. */
    static Optional<Instant> date(String text) {
        try {
            return Optional.of(Instant.parse(text.strip().replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2")));
        } catch (DateTimeException e) {
            return offsetDate(text);
        }
    }

    private static Optional<Instant> offsetDate(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text.strip()).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Returns the host of an address; the empty text if it has none. */
    static String host(String address) {
        try {
            return Optional.ofNullable(new URI(withoutQuery(address)).getHost()).orElse("");
        } catch (URISyntaxException e) {
            return "";
        }
    }

    /** Returns an address without its query and fragment, which may hold secrets. */
    static String withoutQuery(String address) {
        int end = address.length();
        for (char mark : new char[] {'?', '#'}) {
            int at = address.indexOf(mark);
            end = at >= 0 && at < end ? at : end;
        }
        return address.substring(0, end);
    }
}
