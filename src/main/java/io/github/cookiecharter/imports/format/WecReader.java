package io.github.cookiecharter.imports.format;

import io.github.cookiecharter.imports.model.ImportedFile;
import io.github.cookiecharter.imports.model.ImportedPart;
import io.github.cookiecharter.imports.model.Told;
import io.github.cookiecharter.model.Kind;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** The {@code inspection.json} of the European Data Protection Supervisor's website-evidence-collector. */
final class WecReader {

    private WecReader() {}

    static ImportedFile read(String file, JsonElement root) {
        ImportedFile read = new ImportedFile(file, "website-evidence-collector");
        read.warn("it has no session storage and no IndexedDB");
        String host = BrowserCookies.host(root.get("uri_ins").text());
        Sites.put(read, root.get("uri_ins").text());
        Set<String> hosts = new LinkedHashSet<>();
        for (JsonElement address : root.get("uri_refs").items()) {
            hosts.add(BrowserCookies.host(address.text()));
        }
        hosts.remove("");
        hosts.remove(host);
        if (!hosts.isEmpty()) {
            read.site().put("hosts", new Told.Items(hosts.stream().toList(), Optional.of("hosts of the same site")));
        }
        Optional<Instant> start = BrowserCookies.date(root.get("start_time").text());
        for (JsonElement asked : root.get("hosts", "requests", "thirdParty").items()) {
            read.request("https://" + asked.text() + "/", asked.line());
        }
        for (JsonElement item : root.get("cookies").items()) {
            cookie(read, item, start);
        }
        root.get("localStorage")
                .fields()
                .forEach((origin, entries) -> entries.fields().forEach((key, entry) -> {
                    ImportedPart part = read.cookie(key, Kind.LOCAL_STORAGE, "", entry.line());
                    CookieFacts.place(part, BrowserCookies.host(origin), "");
                    part.put("@seen", Told.of(true));
                    setBy(part, entry);
                }));
        for (JsonElement item : root.get("beacons").items()) {
            String address = BrowserCookies.withoutQuery(item.get("url").text());
            read.request(address, item.line());
            if (!address.isEmpty()) {
                ImportedPart part = read.cookie(address, Kind.PIXEL, "", item.line());
                part.note("a beacon by the list " + item.get("listName").text());
            }
        }
        return read;
    }

    private static void cookie(ImportedFile read, JsonElement item, Optional<Instant> start) {
        Optional<Instant> set = BrowserCookies.date(item.get("log", "timestamp").text());
        ImportedPart part = BrowserCookies.cookie(read, item, set.or(() -> start));
        OptionalDouble days = item.get("expiresDays").number();
        if (part.get(CookieFacts.LIFETIME).isEmpty() && days.isPresent()) {
            CookieFacts.measured(part, days.getAsDouble() * 86_400);
        }
        setBy(part, item);
    }

    private static void setBy(ImportedPart part, JsonElement item) {
        JsonElement stack = item.get("log", "stack");
        if (!stack.items().isEmpty()) {
            String script = stack.items().get(0).get("fileName").text();
            if (!script.isEmpty()) {
                part.note("set by " + BrowserCookies.withoutQuery(script));
            }
        }
    }
}
