package io.github.cookiecharter.audit.visit;

import io.github.cookiecharter.audit.json.JsonValue;
import io.github.cookiecharter.audit.record.SeenKind;
import io.github.cookiecharter.audit.record.Sighting;
import io.github.cookiecharter.audit.record.VisitKey;
import io.github.cookiecharter.model.Lifetime;
import io.github.cookiecharter.scan.model.ObservedAttributes;
import io.github.cookiecharter.scan.model.StorageAction;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Makes sightings of what happened during a visit and of what was kept at its end. Values end here. */
final class SightingCollector {

    private static final Optional<Lifetime> SESSION = Optional.of(new Lifetime.Session());
    private static final Optional<Lifetime> PERSISTENT = Optional.of(new Lifetime.Persistent());

    private final AuditSettings settings;
    private final ValueHash values;
    private final VisitKey visit;
    private final Instant now;
    private final Set<Sighting> sightings = new LinkedHashSet<>();

    SightingCollector(AuditSettings settings, ValueHash values, VisitKey visit, Instant now) {
        this.settings = settings;
        this.values = values;
        this.visit = visit;
        this.now = now;
    }

    /** Returns what was seen, each once. */
    List<Sighting> sightings() {
        return new ArrayList<>(sightings);
    }

    /** Adds headers, calls and requests. */
    void addActs(EventLog log) {
        log.requests().forEach(this::addRequest);
        log.headers().forEach(this::addHeader);
        for (Acts.Call call : log.calls()) {
            try {
                addCall(JsonValue.parse(call.message().get("value").text()), call.afterChoice());
            } catch (IOException e) {
                // A page that sends something else over the channel of the hooks proves nothing.
            }
        }
    }

    private void addRequest(Acts.Request request) {
        String host = host(request.url());
        if (host.isEmpty() || settings.isOwn(host)) {
            return;
        }
        String url = ScriptPlace.withoutQuery(request.url());
        add(
                request.afterChoice(),
                SeenKind.REQUEST,
                url,
                StorageAction.SETS,
                host,
                "request",
                request.initiator().isEmpty() ? url : request.initiator(),
                ObservedAttributes.UNKNOWN,
                Optional.empty(),
                Optional.empty(),
                "");
    }

    private void addHeader(Acts.Header header) {
        CookieText cookie = CookieText.parse(header.text(), now);
        addCookie(
                cookie,
                header.afterChoice(),
                host(header.url()),
                "Set-Cookie",
                ScriptPlace.withoutQuery(header.url()),
                header.refused());
    }

    private void addCookie(
            CookieText cookie, boolean afterChoice, String host, String how, String place, Optional<String> refused) {
        String domain = cookie.attributes()
                .domain()
                .map(text -> text.startsWith(".") ? text.substring(1) : text)
                .map(text -> text.toLowerCase(Locale.ROOT))
                .orElse(host);
        // A cookie that the browser refuses for its domain belongs to who sent it.
        String owner = host.equals(domain) || host.endsWith("." + domain) ? domain : host;
        add(
                afterChoice,
                SeenKind.COOKIE,
                cookie.name(),
                cookie.deletes() ? StorageAction.DELETES : StorageAction.SETS,
                owner,
                how,
                place,
                cookie.attributes(),
                Optional.of(cookie.partitioned()),
                refused,
                values.of(cookie.value()));
    }

    private void addCall(JsonValue call, boolean afterChoice) {
        String how = call.get("how").text();
        String origin = call.get("origin").text();
        String host = host(origin);
        String place = ScriptPlace.of(call.get("stack").text(), origin.isEmpty() ? visit.page() : origin);
        String name = call.get("name").text();
        String text = call.get("text").text();
        switch (how) {
            case "document.cookie" ->
                addCookie(CookieText.parse(text, now), afterChoice, host, how, place, Optional.empty());
            case "cookieStore.set" ->
                addCookie(CookieText.ofCookieStore(name, text, now), afterChoice, host, how, place, Optional.empty());
            case "cookieStore.delete" ->
                addCall(SeenKind.COOKIE, name, StorageAction.DELETES, afterChoice, host, how, place, "");
            case "localStorage.setItem" ->
                addCall(SeenKind.LOCAL_STORAGE, name, StorageAction.SETS, afterChoice, host, how, place, text);
            case "sessionStorage.setItem" ->
                addCall(SeenKind.SESSION_STORAGE, name, StorageAction.SETS, afterChoice, host, how, place, text);
            case "indexedDB.open" ->
                addCall(SeenKind.INDEXED_DB, name, StorageAction.SETS, afterChoice, host, how, place, "");
            case "caches.open" -> addCall(SeenKind.CACHE, name, StorageAction.SETS, afterChoice, host, how, place, "");
            case "serviceWorker.register" ->
                addCall(
                        SeenKind.SERVICE_WORKER,
                        ScriptPlace.withoutQuery(name),
                        StorageAction.SETS,
                        afterChoice,
                        host,
                        how,
                        place,
                        "");
            case "canvas.toDataURL", "canvas.toBlob" ->
                addCall(SeenKind.CANVAS, how, StorageAction.SETS, afterChoice, host, how, place, "");
            default -> {
                // The hooks report nothing else.
            }
        }
    }

    private void addCall(
            SeenKind kind,
            String name,
            StorageAction action,
            boolean afterChoice,
            String host,
            String how,
            String place,
            String value) {
        add(
                afterChoice,
                kind,
                name,
                action,
                host,
                how,
                place,
                ObservedAttributes.UNKNOWN,
                Optional.empty(),
                Optional.empty(),
                value.isEmpty() ? "" : values.of(value));
    }

    /** Adds what the browser keeps. */
    void addKept(List<CookieJar.Entry> jar, List<JsonValue> frames) {
        for (CookieJar.Entry entry : jar) {
            String domain = entry.domain().startsWith(".") ? entry.domain().substring(1) : entry.domain();
            addKept(
                    SeenKind.COOKIE,
                    entry.name(),
                    domain,
                    CookieText.ofJar(entry, now),
                    entry.partitioned(),
                    values.of(entry.value()));
        }
        for (JsonValue frame : frames) {
            String host = frame.get("host").text();
            addEntries(SeenKind.LOCAL_STORAGE, frame.get("local"), host, PERSISTENT);
            addEntries(SeenKind.SESSION_STORAGE, frame.get("session"), host, SESSION);
            addNames(SeenKind.INDEXED_DB, frame.get("databases"), host);
            addNames(SeenKind.CACHE, frame.get("caches"), host);
            addNames(SeenKind.SERVICE_WORKER, frame.get("workers"), host);
            String windowName = frame.get("windowName").text();
            if (!windowName.isEmpty()) {
                addKept(
                        SeenKind.WINDOW_NAME,
                        "window.name",
                        host,
                        ObservedAttributes.UNKNOWN,
                        Optional.empty(),
                        values.of(windowName));
            }
        }
    }

    private void addEntries(SeenKind kind, JsonValue entries, String host, Optional<Lifetime> lifetime) {
        for (JsonValue entry : entries.items()) {
            List<JsonValue> pair = entry.items();
            if (pair.size() == 2) {
                addKept(
                        kind,
                        pair.get(0).text(),
                        host,
                        lasting(lifetime),
                        Optional.empty(),
                        values.of(pair.get(1).text()));
            }
        }
    }

    private void addNames(SeenKind kind, JsonValue names, String host) {
        for (JsonValue name : names.items()) {
            addKept(kind, ScriptPlace.withoutQuery(name.text()), host, lasting(PERSISTENT), Optional.empty(), "");
        }
    }

    private static ObservedAttributes lasting(Optional<Lifetime> lifetime) {
        return new ObservedAttributes(
                lifetime, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private void addKept(
            SeenKind kind,
            String name,
            String host,
            ObservedAttributes attributes,
            Optional<Boolean> partitioned,
            String value) {
        add(
                true,
                kind,
                name,
                StorageAction.SETS,
                host,
                Sighting.KEPT,
                host.isEmpty() ? visit.page() : host,
                attributes,
                partitioned,
                Optional.empty(),
                value);
    }

    private void add(
            boolean afterChoice,
            SeenKind kind,
            String name,
            StorageAction action,
            String host,
            String how,
            String place,
            ObservedAttributes attributes,
            Optional<Boolean> partitioned,
            Optional<String> refused,
            String value) {
        sightings.add(new Sighting(
                visit,
                afterChoice,
                kind,
                name,
                action,
                host,
                settings.isOwn(host),
                how,
                place,
                attributes,
                partitioned,
                refused,
                value));
    }

    /** Returns the host of an address; empty if it has none, such as that of a data URL. */
    static String host(String url) {
        int start = url.indexOf("://");
        if (start < 0) {
            return "";
        }
        int end = start + 3;
        while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        try {
            String host = URI.create(url.substring(0, end)).getHost();
            return host == null ? "" : host.toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
