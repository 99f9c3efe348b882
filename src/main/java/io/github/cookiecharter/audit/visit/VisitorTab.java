package io.github.cookiecharter.audit.visit;

import io.github.cookiecharter.audit.bidi.BidiConnection;
import io.github.cookiecharter.audit.bidi.BidiException;
import io.github.cookiecharter.audit.browser.BrowserSession;
import io.github.cookiecharter.audit.crawl.PageLink;
import io.github.cookiecharter.audit.json.JsonValue;
import io.github.cookiecharter.audit.visit.VisitException.Stage;
import io.github.cookiecharter.model.PluginResources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tab of one visitor, in a context of its own: nothing that another visitor got is in it. */
final class VisitorTab implements AutoCloseable {

    private static final String SANDBOX = "cookie-charter";
    private static final Duration QUIET = Duration.ofMillis(500);
    private static final int MOST_WAITS = 10;
    private static final Duration LONGEST_SETTLE = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final BidiConnection connection;
    private final AuditSettings settings;
    private final String userContext;
    private final EventLog log;
    private final String tab;
    private final List<String> notes = new ArrayList<>();
    private Optional<String> firstLoadScript = Optional.empty();

    private VisitorTab(
            BidiConnection connection, AuditSettings settings, String userContext, EventLog log, String tab) {
        this.connection = connection;
        this.settings = settings;
        this.userContext = userContext;
        this.log = log;
        this.tab = tab;
    }

    /**
     * Opens the tab of a new visitor.
     *
     * @param gpc whether the visitor's browser sends Global Privacy Control
     */
    static VisitorTab open(BrowserSession session, AuditSettings settings, boolean gpc) throws BidiException {
        BidiConnection connection = session.connection();
        String userContext = connection
                .call("browser.createUserContext", Map.of())
                .get("userContext")
                .text();
        EventLog log = new EventLog(userContext, session.hasDevTools());
        connection.listen(log);
        try {
            addPreloadScript(
                    connection,
                    userContext,
                    script("hooks.js"),
                    List.of(Map.of("type", "channel", "value", Map.of("channel", EventLog.CHANNEL))));
            if (gpc) {
                sendGpc(connection, userContext);
            }
            String tab = connection
                    .call("browsingContext.create", Map.of("type", "tab", "userContext", userContext))
                    .get("context")
                    .text();
            log.setTab(tab);
            if (session.hasDevTools()) {
                String devTools = connection
                        .call("goog:cdp.getSession", Map.of("context", tab))
                        .get("session")
                        .text();
                connection.call(
                        "goog:cdp.sendCommand",
                        Map.of("method", "Network.enable", "params", Map.of(), "session", devTools));
            }
            VisitorTab opened = new VisitorTab(connection, settings, userContext, log, tab);
            StateWriter state = new StateWriter(session, userContext);
            state.setCookies(settings.state().cookies());
            opened.firstLoadScript = state.addLocalStorage(settings.state().local());
            return opened;
        } catch (BidiException e) {
            connection.forget(log);
            throw e;
        }
    }

    private static void sendGpc(BidiConnection connection, String userContext) throws BidiException {
        connection.call(
                "network.setExtraHeaders",
                Map.of(
                        "headers",
                        List.of(Map.of("name", "Sec-GPC", "value", Map.of("type", "string", "value", "1"))),
                        "userContexts",
                        List.of(userContext)));
        addPreloadScript(
                connection,
                userContext,
                "() => Object.defineProperty(Navigator.prototype, 'globalPrivacyControl',"
                        + " { configurable: true, enumerable: true, get: () => true })",
                List.of());
    }

    private static void addPreloadScript(
            BidiConnection connection, String userContext, String function, List<?> arguments) throws BidiException {
        connection.call(
                "script.addPreloadScript",
                Map.of(
                        "functionDeclaration", function,
                        "arguments", arguments,
                        "userContexts", List.of(userContext)));
    }

    /** Returns a script of the audit. */
    static String script(String name) {
        return new String(PluginResources.bytes("audit/" + name), StandardCharsets.UTF_8).strip();
    }

    EventLog log() {
        return log;
    }

    String userContext() {
        return userContext;
    }

    /** Returns what has to be known about the visit. */
    List<String> notes() {
        List<String> all = new ArrayList<>(notes);
        log.notes().stream().filter(note -> !all.contains(note)).forEach(all::add);
        return all;
    }

    /** Loads a page and waits until it has settled. */
    void load(String url) throws VisitException, BidiException {
        navigate("browsingContext.navigate", Map.of("context", tab, "url", url, "wait", "complete"));
        if (log.status() >= 400) {
            throw badStatus();
        }
        if (firstLoadScript.isPresent()) {
            // What the site deletes afterwards has to stay away.
            connection.call("script.removePreloadScript", Map.of("script", firstLoadScript.get()));
            firstLoadScript = Optional.empty();
        }
    }

    private VisitException badStatus() {
        return new VisitException(Stage.PAGE, "the site answered with the status " + log.status());
    }

    /** Loads the page again and waits until it has settled. */
    void reload() throws VisitException, BidiException {
        navigate("browsingContext.reload", Map.of("context", tab, "wait", "complete"));
    }

    private void navigate(String method, Map<String, ?> parameters) throws VisitException, BidiException {
        pause(settings.delay());
        log.beginLoad();
        try {
            callAgainIfAborted(method, parameters);
        } catch (BidiException e) {
            if (e.reason() == BidiException.Reason.CLOSED) {
                throw e;
            }
            awaitStatus();
            if (log.isTabClosed()) {
                throw closedItself();
            }
            if (log.status() >= 400) {
                // Chromium refuses to show an error without text, and says so in other words.
                throw badStatus();
            }
            // What a browser shows after a refusal is a page of its own.
            if (e.reason() != BidiException.Reason.TIMED_OUT) {
                throw new VisitException(Stage.PAGE, e.words());
            }
            if (!log.isShown()) {
                throw new VisitException(
                        Stage.PAGE,
                        "it was not shown within " + settings.timeout().toSeconds() + " s");
            }
            note("the page was shown, and did not finish loading within "
                    + settings.timeout().toSeconds() + " s");
        }
        settle();
    }

    // The empty page of a new tab may still be loading, and its end aborts the first load of another.
    private void callAgainIfAborted(String method, Map<String, ?> parameters) throws VisitException, BidiException {
        try {
            connection.call(method, parameters, settings.timeout());
        } catch (BidiException e) {
            awaitEvents();
            if (log.isTabClosed() || log.status() != 0 || !e.words().contains("ERR_ABORTED")) {
                throw e;
            }
            connection.call(method, parameters, settings.timeout());
        }
    }

    private void awaitStatus() throws VisitException {
        for (int waits = 0; waits < MOST_WAITS && log.status() == 0 && !log.isTabClosed(); waits++) {
            awaitEvents();
        }
    }

    // The browser may answer before it tells what happened.
    private void awaitEvents() throws VisitException {
        try {
            log.awaitQuiet(QUIET, QUIET, QUIET.multipliedBy(2));
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private void note(String text) {
        if (!notes.contains(text)) {
            notes.add(text);
        }
    }

    /** Waits until the page is quiet. */
    void settle() throws VisitException {
        try {
            if (!log.awaitQuiet(settings.settle(), QUIET, settings.settle().plus(LONGEST_SETTLE))) {
                if (log.isTabClosed()) {
                    throw closedItself();
                }
                note("the page never became quiet, so the audit went on after "
                        + settings.settle().plus(LONGEST_SETTLE).toSeconds() + " s");
            }
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private static VisitException closedItself() {
        return new VisitException(Stage.PAGE, "the page closed itself");
    }

    private static VisitException interrupted() {
        Thread.currentThread().interrupt();
        return new VisitException(Stage.PAGE, "the audit was interrupted");
    }

    private static void pause(Duration duration) throws VisitException {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    /** Calls a function in the tab, apart from the page's own scripts, and returns the text that it gives back. */
    String evaluate(String function, String... arguments) throws VisitException, BidiException {
        return evaluateIn(tab, function, arguments);
    }

    private String evaluateIn(String context, String function, String... arguments)
            throws VisitException, BidiException {
        List<Map<String, String>> values = new ArrayList<>();
        for (String argument : arguments) {
            values.add(Map.of("type", "string", "value", argument));
        }
        JsonValue answer = connection.call(
                "script.callFunction",
                Map.of(
                        "functionDeclaration",
                        function,
                        "arguments",
                        values,
                        "awaitPromise",
                        true,
                        "target",
                        Map.of("context", context, "sandbox", SANDBOX)),
                PATIENCE);
        if (answer.get("type").text().equals("exception")) {
            throw new VisitException(
                    Stage.PHASE,
                    "a script of the audit failed: "
                            + answer.get("exceptionDetails", "text").text());
        }
        return answer.get("result", "value").text();
    }

    /** Returns the links of the page, as the loaded document has them. */
    List<PageLink> links() throws VisitException, BidiException {
        try {
            return JsonValue.parse(evaluate(script("links.js"))).items().stream()
                    .map(link -> new PageLink(
                            link.get("address").text(),
                            link.get("rel").text(),
                            link.get("download").isTrue()))
                    .toList();
        } catch (IOException e) {
            throw new VisitException(Stage.PHASE, "the links of the page could not be read");
        }
    }

    /** Waits until a visitor can see an element and point at it, and returns whether it came to that. */
    boolean awaitVisible(String selector, Duration patience) throws VisitException, BidiException {
        long stop = System.nanoTime() + patience.toNanos();
        while (true) {
            if (evaluate(script("visible.js"), selector).equals("visible")) {
                return true;
            }
            if (System.nanoTime() > stop) {
                return false;
            }
            pause(Duration.ofMillis(100));
        }
    }

    /** Clicks an element as a visitor does, with the pointer. */
    void click(String selector) throws VisitException, BidiException {
        List<JsonValue> nodes = connection
                .call(
                        "browsingContext.locateNodes",
                        Map.of("context", tab, "locator", Map.of("type", "css", "value", selector)))
                .get("nodes")
                .items();
        if (nodes.isEmpty()) {
            throw new VisitException(Stage.PHASE, "there is no " + selector);
        }
        Map<String, Object> element = Map.of(
                "type",
                "element",
                "element",
                Map.of("sharedId", nodes.get(0).get("sharedId").text()));
        connection.call(
                "input.performActions",
                Map.of(
                        "context",
                        tab,
                        "actions",
                        List.of(Map.of(
                                "type",
                                "pointer",
                                "id",
                                "visitor",
                                "parameters",
                                Map.of("pointerType", "mouse"),
                                "actions",
                                List.of(
                                        Map.of("type", "pointerMove", "x", 0, "y", 0, "origin", element),
                                        Map.of("type", "pointerDown", "button", 0),
                                        Map.of("type", "pointerUp", "button", 0))))));
    }

    /** Waits for animations, during which a click may miss. */
    void awaitAnimations() throws VisitException {
        pause(Duration.ofMillis(350));
    }

    /** Returns what the origin of each frame keeps, as {@code snapshot.js} writes it. */
    List<JsonValue> frames() throws BidiException {
        List<String> contexts = new ArrayList<>();
        collect(connection.call("browsingContext.getTree", Map.of("root", tab)).get("contexts"), contexts);
        List<JsonValue> frames = new ArrayList<>();
        for (String context : contexts) {
            try {
                frames.add(JsonValue.parse(evaluateIn(context, script("snapshot.js"))));
            } catch (BidiException e) {
                if (e.reason() == BidiException.Reason.CLOSED) {
                    throw e;
                }
                note("the storage of a frame could not be read (" + e.words() + ")");
            } catch (VisitException | IOException e) {
                note("the storage of a frame could not be read (" + e.getMessage() + ")");
            }
        }
        return frames;
    }

    private static void collect(JsonValue contexts, List<String> ids) {
        for (JsonValue context : contexts.items()) {
            ids.add(context.get("context").text());
            collect(context.get("children"), ids);
        }
    }

    /** Ends the visit; all that the visitor got is gone. */
    @Override
    public void close() {
        connection.forget(log);
        if (connection.isOpen()) {
            try {
                connection.call("browser.removeUserContext", Map.of("userContext", userContext), PATIENCE);
            } catch (BidiException e) {
                // The next visitor has a context of its own anyway, and a dead browser is noticed there.
            }
        }
    }
}
