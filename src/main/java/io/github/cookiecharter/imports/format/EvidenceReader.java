package io.github.cookiecharter.imports.format;

import io.github.cookiecharter.imports.model.ImportedFile;
import io.github.cookiecharter.imports.model.ImportedPart;
import io.github.cookiecharter.imports.model.Told;
import io.github.cookiecharter.model.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The {@code evidence.json} that the goals {@code check} and {@code audit} write. */
final class EvidenceReader {

    private static final String OWN = "own";

    private final ImportedFile read;
    private final Set<String> hosts = new TreeSet<>();

    private EvidenceReader(String file) {
        this.read = new ImportedFile(file, "evidence of this plugin");
    }

    /** Returns whether an item of an array is evidence. */
    static boolean recognises(JsonElement item) {
        return item.has("kind") && item.has("action") && item.has("place") && item.has("how");
    }

    static ImportedFile read(String file, List<JsonElement> items) {
        EvidenceReader reader = new EvidenceReader(file);
        // What was kept at the end has only what was left of its lifetime: headers and calls count first.
        List<JsonElement> ordered = new ArrayList<>();
        items.stream().filter(item -> !isKept(item)).forEach(ordered::add);
        items.stream().filter(EvidenceReader::isKept).forEach(ordered::add);
        ordered.forEach(reader::item);
        reader.hosts.stream()
                .min((one, other) -> one.length() - other.length())
                .ifPresent(host -> reader.read
                        .site()
                        .put("url", Told.review("https://" + host, "the host of first-party cookies")));
        return reader.read;
    }

    private static boolean isKept(JsonElement item) {
        return item.get("seen", "kept").isTrue();
    }

    private void item(JsonElement item) {
        String words = place(item) + ", " + item.get("how").text();
        String name = item.get("name").text();
        if (!item.get("action").text().equals("sets")) {
            read.remark("deleted: " + name + " (" + words + ")");
            return;
        }
        Optional<Kind> kind = Arrays.stream(Kind.values())
                .filter(each -> each.word().equals(item.get("kind").text()))
                .findFirst();
        if (kind.isEmpty()) {
            read.remark("not declarable: " + item.get("kind").text() + " " + BrowserCookies.withoutQuery(name) + " ("
                    + words + ")");
            return;
        }
        if (name.isEmpty()) {
            read.remark("a name cannot be determined: " + words);
            return;
        }
        ImportedPart part = read.cookie(name, kind.get(), "", item.line());
        part.note(words);
        if (item.get("certainty").text().equals("claimed")) {
            part.note("inferred from what is known to set it");
        }
        seen(part, kind.get(), item.get("seen"));
        String origin = item.get("origin").text();
        if (!origin.equals(OWN) && !item.get("seen").isPresent()) {
            part.put("@origin", origin);
        }
    }

    private static String place(JsonElement item) {
        String origin = item.get("origin").text();
        return (origin.equals(OWN) ? "" : origin + ": ")
                + BrowserCookies.withoutQuery(item.get("place").text());
    }

    private void seen(ImportedPart part, Kind kind, JsonElement seen) {
        if (!seen.isPresent()) {
            return;
        }
        boolean third = seen.get("party").text().equals("third");
        String attribute = seen.get("domain-attribute").text();
        String domain = seen.get("domain").text();
        if (!third && !domain.isEmpty()) {
            hosts.add(domain);
        }
        if (!attribute.isEmpty()) {
            part.put(CookieFacts.DOMAIN, attribute.startsWith(".") ? attribute : "." + attribute);
        } else {
            part.put(CookieFacts.DOMAIN, domain);
        }
        part.put("@seen", Told.of(true));
        String path = seen.get("path").text();
        if (kind == Kind.COOKIE) {
            part.put("path", path.startsWith("/") && !path.equals("/") ? path : "");
            String lifetime = seen.get("lifetime").text();
            if (isKeptRest(seen, lifetime)) {
                part.note("at the end of the visit it still had " + lifetime);
            } else if (!lifetime.isEmpty()) {
                CookieFacts.lifetime(part, kind, lifetime);
            }
            part.put("http-only", seen.get("http-only").flag());
            part.put("secure", seen.get("secure").flag());
            CookieFacts.sameSite(part, seen.get("same-site").text());
            part.put("partitioned", seen.get("partitioned").flag().filter(flag -> flag));
        }
        if (seen.get("refused").isPresent()) {
            part.note("the browser refused it: " + seen.get("refused").text());
        }
    }

    private static boolean isKeptRest(JsonElement seen, String lifetime) {
        return seen.get("kept").isTrue() && lifetime.startsWith("P");
    }
}
