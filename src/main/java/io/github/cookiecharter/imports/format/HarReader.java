package io.github.cookiecharter.imports.format;

import io.github.cookiecharter.imports.model.ImportedFile;
import io.github.cookiecharter.imports.model.ImportedPart;
import io.github.cookiecharter.imports.model.Told;
import io.github.cookiecharter.model.Kind;
import io.github.cookiecharter.model.Lifetime;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A HAR file, version 1.2: what browsers' developer tools, Playwright and proxies record. */
final class HarReader {

    private final ImportedFile read;
    private final Set<String> known = new LinkedHashSet<>();
    private final Map<String, JsonElement> sent = new LinkedHashMap<>();
    private boolean anyCookies;

    private HarReader(String file) {
        this.read = new ImportedFile(file, "a HAR file");
    }

    static ImportedFile read(String file, JsonElement root) {
        return new HarReader(file).read(root.get("log").get("entries"));
    }

    private ImportedFile read(JsonElement entries) {
        for (JsonElement entry : entries.items()) {
            String address = entry.get("request", "url").text();
            Sites.put(read, address);
            read.request(BrowserCookies.withoutQuery(address), entry.line());
            response(entry, BrowserCookies.host(address));
        }
        for (JsonElement entry : entries.items()) {
            request(entry, BrowserCookies.host(entry.get("request", "url").text()));
        }
        sent.forEach((key, cookie) ->
                onlySent(key.substring(0, key.indexOf('\n')), cookie, key.substring(key.indexOf('\n') + 1)));
        if (!anyCookies && !entries.items().isEmpty()) {
            read.markIncomplete();
            read.warn("it has no cookie and no header Set-Cookie: the site sets none, or the HAR was sanitised, as"
                    + " browsers export it by default. Export it with sensitive data to be sure");
        } else {
            read.warn("it has no web storage, and no cookie that scripts set and no request sent");
        }
        return read;
    }

    private void response(JsonElement entry, String host) {
        Optional<Instant> time =
                BrowserCookies.date(entry.get("startedDateTime").text());
        boolean hasHeader = false;
        for (JsonElement header : entry.get("response", "headers").items()) {
            if (header.get("name").text().equalsIgnoreCase("set-cookie")) {
                // Some tools join several headers by a line break.
                for (String line : header.get("value").text().split("\n", -1)) {
                    hasHeader |= !line.isBlank();
                    setCookie(line, header.line(), host, time);
                }
            }
        }
        anyCookies |= hasHeader;
        for (JsonElement cookie : entry.get("response", "cookies").items()) {
            anyCookies = true;
            if (!hasHeader) {
                listed(cookie, host, time);
            }
        }
    }

    private void setCookie(String line, int number, String host, Optional<Instant> time) {
        if (line.isBlank()) {
            return;
        }
        SetCookieLine cookie = SetCookieLine.parse(line, time);
        if (cookie.name().isEmpty()) {
            read.remark(host + " sets a cookie without a name");
            return;
        }
        known.add(cookie.name());
        if (cookie.deletes()) {
            return;
        }
        ImportedPart part = read.cookie(cookie.name(), Kind.COOKIE, "", number);
        CookieFacts.place(part, cookie.domain().map(domain -> "." + domain).orElse(host), cookie.path());
        part.put("@seen", Told.of(true));
        part.put("@header", Told.of(true));
        part.put("http-only", Told.of(cookie.httpOnly()));
        part.put("secure", Told.of(cookie.secure()));
        CookieFacts.sameSite(part, cookie.sameSite());
        if (cookie.partitioned()) {
            part.put("partitioned", Told.of(true));
        }
        if (cookie.maxAge().isPresent()) {
            CookieFacts.seconds(part, (double) cookie.maxAge().getAsLong());
        } else if (cookie.expires().isPresent() && time.isPresent()) {
            CookieFacts.measured(
                    part,
                    (double) (cookie.expires().get().toEpochMilli() - time.get().toEpochMilli()) / 1_000);
        } else if (cookie.expires().isPresent()) {
            BrowserCookies.ended(part, cookie.expires().get());
        } else {
            part.put(CookieFacts.LIFETIME, Told.of(new Lifetime.Session().words()));
        }
    }

    private void listed(JsonElement cookie, String host, Optional<Instant> time) {
        Optional<Instant> end = BrowserCookies.date(cookie.get("expires").text());
        known.add(cookie.get("name").text());
        if (end.isPresent() && time.isPresent() && !end.get().isAfter(time.get())) {
            return;
        }
        ImportedPart part = BrowserCookies.cookie(read, cookie, time);
        part.put(CookieFacts.DOMAIN, host);
        part.put("@header", Told.of(true));
    }

    private void request(JsonElement entry, String host) {
        for (JsonElement cookie : entry.get("request", "cookies").items()) {
            sent(cookie.get("name").text(), cookie, host);
        }
        for (JsonElement header : entry.get("request", "headers").items()) {
            if (header.get("name").text().equalsIgnoreCase("cookie")) {
                for (String pair : header.get("value").text().split("[;\n]", -1)) {
                    int equals = pair.indexOf('=');
                    if (equals > 0) {
                        sent(pair.substring(0, equals).strip(), JsonElement.MISSING, host);
                    }
                }
            }
        }
    }

    private void sent(String name, JsonElement cookie, String host) {
        anyCookies = true;
        if (!name.isEmpty() && name.indexOf('\n') < 0 && !known.contains(name)) {
            sent.putIfAbsent(name + "\n" + host, cookie);
        }
    }

    // A script set it, or an earlier visit: the request has its name, and with some tools more.
    private void onlySent(String name, JsonElement cookie, String host) {
        boolean hasMore = cookie.get("domain").isPresent();
        if (hasMore) {
            BrowserCookies.cookie(read, cookie, Optional.empty()).note("only seen as it was sent");
        } else {
            read.cookie(name, Kind.COOKIE, "", cookie.line())
                    .put(CookieFacts.DOMAIN, host)
                    .put("@seen", Told.of(true))
                    .note("only seen as it was sent to " + host + ": a script set it, or an earlier visit");
        }
    }
}
