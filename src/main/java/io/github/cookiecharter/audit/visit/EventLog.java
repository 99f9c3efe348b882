package io.github.cookiecharter.audit.visit;

import io.github.cookiecharter.audit.bidi.BidiEvent;
import io.github.cookiecharter.audit.json.JsonValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Collects the events of one visitor. All methods may be called from any thread. */
final class EventLog implements Consumer<BidiEvent> {

    /** The events to subscribe to. */
    static final List<String> EVENTS = List.of(
            "network.beforeRequestSent",
            "network.responseCompleted",
            "network.fetchError",
            "script.message",
            "browsingContext.contextCreated",
            "browsingContext.contextDestroyed",
            "browsingContext.domContentLoaded",
            "browsingContext.userPromptOpened");

    /** The event of the Chrome DevTools Protocol that has the headers of redirects, and why a cookie was refused. */
    static final String EXTRA_INFO = "goog:cdp.Network.responseReceivedExtraInfo";

    static final String CHANNEL = "cookie-charter";

    private final String userContext;
    private final boolean hasDevTools;
    private final Set<String> contexts = new HashSet<>();
    private final Map<String, Exchange> exchanges = new LinkedHashMap<>();
    private final Set<String> open = new HashSet<>();
    private final List<Acts.Call> calls = new ArrayList<>();
    private final Set<String> notes = new LinkedHashSet<>();
    private String tab = "";
    private boolean tabClosed;
    private boolean shown;
    private boolean afterChoice;
    private long lastChange = System.nanoTime();

    /** A request with all its redirects. */
    private static final class Exchange {
        private final List<Acts.Request> requests = new ArrayList<>();
        private final List<JsonValue> responses = new ArrayList<>();
        private final List<JsonValue> extras = new ArrayList<>();
        private final List<Boolean> extrasAfterChoice = new ArrayList<>();
    }

    EventLog(String userContext, boolean hasDevTools) {
        this.userContext = userContext;
        this.hasDevTools = hasDevTools;
    }

    @Override
    public synchronized void accept(BidiEvent event) {
        JsonValue told = event.parameters();
        if (event.method().equals(EXTRA_INFO)) {
            JsonValue extra = told.get("params");
            Exchange exchange = exchange(extra.get("requestId").text());
            exchange.extras.add(extra);
            exchange.extrasAfterChoice.add(afterChoice);
            changed();
            return;
        }
        String context = event.method().equals("script.message")
                ? told.get("source", "context").text()
                : told.get("context").text();
        if (event.method().equals("browsingContext.contextCreated")) {
            if (told.get("userContext").text().equals(userContext)
                    || contexts.contains(told.get("parent").text())) {
                contexts.add(context);
            }
        } else if (isOwn(told, context)) {
            record(event.method(), told, context);
            changed();
        }
    }

    // A worker has no context. Chromium names its user context, and Firefox does not.
    private boolean isOwn(JsonValue told, String context) {
        if (told.get("userContext").isPresent()) {
            return told.get("userContext").text().equals(userContext);
        }
        return context.isEmpty() || contexts.contains(context);
    }

    private void record(String method, JsonValue told, String context) {
        String id = told.get("request", "request").text();
        switch (method) {
            case "network.beforeRequestSent" -> {
                open.add(id);
                exchange(id)
                        .requests
                        .add(new Acts.Request(told.get("request", "url").text(), initiator(told), afterChoice));
            }
            case "network.responseCompleted" -> {
                open.remove(id);
                exchange(id).responses.add(told);
            }
            case "network.fetchError" -> open.remove(id);
            case "script.message" -> call(told);
            case "browsingContext.contextDestroyed" -> tabClosed |= context.equals(tab);
            case "browsingContext.domContentLoaded" -> shown |= context.equals(tab);
            case "browsingContext.userPromptOpened" ->
                notes.add("the page opened a dialog (" + told.get("type").text() + "), which was closed");
            default -> {
                // Nothing else is subscribed to.
            }
        }
    }

    private void call(JsonValue told) {
        if (told.get("channel").text().equals(CHANNEL)) {
            calls.add(new Acts.Call(told.get("data"), afterChoice));
        }
    }

    private Exchange exchange(String id) {
        return exchanges.computeIfAbsent(id, key -> new Exchange());
    }

    private static String initiator(JsonValue told) {
        List<JsonValue> frames =
                told.get("initiator", "stackTrace", "callFrames").items();
        if (frames.isEmpty()) {
            return "";
        }
        JsonValue frame = frames.get(0);
        return frame.get("url").text() + ":" + (frame.get("lineNumber").whole(-1) + 1) + ":"
                + (frame.get("columnNumber").whole(-1) + 1);
    }

    private void changed() {
        lastChange = System.nanoTime();
        notifyAll();
    }

    /** Names the visitor's tab. */
    synchronized void setTab(String context) {
        tab = context;
        contexts.add(context);
    }

    /** Begins a new load: what was shown before does not count. */
    synchronized void beginLoad() {
        shown = false;
        open.clear();
        changed();
    }

    /** Says whether the visitor has made the choice that the visit is about. */
    synchronized void setAfterChoice(boolean made) {
        afterChoice = made;
    }

    synchronized boolean isTabClosed() {
        return tabClosed;
    }

    /** Returns whether the document was read to its end, even if images or scripts are still missing. */
    synchronized boolean isShown() {
        return shown;
    }

    synchronized Set<String> notes() {
        return Set.copyOf(notes);
    }

    /**
     * Waits until nothing happens any more.
     *
     * @param least how long to wait in any case
     * @param quiet for how long nothing may have happened
     * @param most when to stop waiting
     * @return whether it became quiet
     */
    synchronized boolean awaitQuiet(Duration least, Duration quiet, Duration most) throws InterruptedException {
        long start = System.nanoTime();
        while (System.nanoTime() - start < most.toNanos() && !tabClosed) {
            long now = System.nanoTime();
            long missing = Math.max(least.toNanos() - (now - start), quiet.toNanos() - (now - lastChange));
            if (missing <= 0 && open.isEmpty()) {
                return true;
            }
            TimeUnit.NANOSECONDS.timedWait(this, Math.max(missing, TimeUnit.MILLISECONDS.toNanos(20)));
        }
        return false;
    }

    /** Returns the status of the tab's own document, of the last load; 0 if it is not known. */
    synchronized int status() {
        int status = 0;
        for (Exchange exchange : exchanges.values()) {
            for (JsonValue response : exchange.responses) {
                if (response.get("context").text().equals(tab)
                        && response.get("navigation").isPresent()) {
                    status = response.get("response", "status").whole(0);
                }
            }
        }
        return status;
    }

    /** Returns the calls of scripts that the hooks saw. */
    synchronized List<Acts.Call> calls() {
        return List.copyOf(calls);
    }

    /** Returns the requests, redirects included. */
    synchronized List<Acts.Request> requests() {
        List<Acts.Request> requests = new ArrayList<>();
        exchanges.values().forEach(exchange -> requests.addAll(exchange.requests));
        return requests;
    }

    /** Returns the headers that set cookies. */
    synchronized List<Acts.Header> headers() {
        List<Acts.Header> headers = new ArrayList<>();
        for (Exchange exchange : exchanges.values()) {
            // Without a request of this visitor they belong to another one.
            if (!exchange.requests.isEmpty()) {
                addHeaders(exchange, headers);
            }
        }
        return headers;
    }

    private void addHeaders(Exchange exchange, List<Acts.Header> headers) {
        for (int i = 0; i < exchange.extras.size(); i++) {
            int request = Math.min(i, exchange.requests.size() - 1);
            addExtra(
                    exchange.extras.get(i),
                    exchange.requests.get(request).url(),
                    exchange.extrasAfterChoice.get(i),
                    headers);
        }
        if (!hasDevTools || exchange.extras.isEmpty()) {
            for (JsonValue response : exchange.responses) {
                int request = Math.min(response.get("redirectCount").whole(0), exchange.requests.size() - 1);
                for (JsonValue header : response.get("response", "headers").items()) {
                    if (header.get("name").text().equalsIgnoreCase("set-cookie")) {
                        addLines(
                                header.get("value", "value").text(),
                                response.get("response", "url").text(),
                                exchange.requests.get(request).afterChoice(),
                                headers);
                    }
                }
            }
        }
    }

    private static void addExtra(JsonValue extra, String url, boolean afterChoice, List<Acts.Header> headers) {
        Map<String, String> refused = new LinkedHashMap<>();
        for (JsonValue blocked : extra.get("blockedCookies").items()) {
            List<String> reasons = blocked.get("blockedReasons").items().stream()
                    .map(JsonValue::text)
                    .toList();
            refused.put(blocked.get("cookieLine").text().strip(), String.join(", ", reasons));
        }
        extra.get("headers").fields().forEach((name, value) -> {
            if (name.equalsIgnoreCase("set-cookie")) {
                for (String line : value.text().split("\n", -1)) {
                    headers.add(
                            new Acts.Header(line, url, Optional.ofNullable(refused.get(line.strip())), afterChoice));
                }
            }
        });
    }

    // Both browsers join several headers of one name by line feeds.
    private static void addLines(String value, String url, boolean afterChoice, List<Acts.Header> headers) {
        for (String line : value.split("\n", -1)) {
            headers.add(new Acts.Header(line, url, Optional.empty(), afterChoice));
        }
    }
}
