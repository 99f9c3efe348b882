package io.github.cookiecharter.judge;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** What happened in a page and in its frames, as the browser reported it; and the answers prepared for requests. */
final class PageLog {

    private final DevTools tools;
    private final String mainFrame;
    private final String mainSession;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> errors = new CopyOnWriteArrayList<>();
    private final List<String> warnings = new CopyOnWriteArrayList<>();
    private final List<String> dialogs = new CopyOnWriteArrayList<>();
    private final List<Answer> answers = new CopyOnWriteArrayList<>();
    private final Set<String> frameSessions = ConcurrentHashMap.newKeySet();
    private final Set<String> loaders = ConcurrentHashMap.newKeySet();
    private final AtomicInteger loads = new AtomicInteger();
    private final AtomicInteger started = new AtomicInteger();
    private final Map<String, Exchange> inFlight = new ConcurrentHashMap<>();
    private final Set<String> loadingFrames = ConcurrentHashMap.newKeySet();

    private record Answer(String urlPattern, Pattern url, Map<String, String> headers, String body) {}

    /** A request that the network has not answered to its end. */
    private record Exchange(String session, String frame, String loader, String url) {}

    PageLog(DevTools tools, String target, String session) {
        this.tools = tools;
        this.mainFrame = target;
        this.mainSession = session;
        tools.listen(session, this::onEvent);
        tools.send(session, "Page.enable", Map.of());
        tools.send(session, "Page.setLifecycleEventsEnabled", Map.of("enabled", true));
        tools.send(session, "Network.enable", Map.of());
        tools.send(session, "Runtime.enable", Map.of());
        tools.send(session, "Log.enable", Map.of());
        tools.send(session, "Target.setAutoAttach", autoAttach());
    }

    private static Map<String, Object> autoAttach() {
        return Map.of("autoAttach", true, "waitForDebuggerOnStart", true, "flatten", true);
    }

    boolean loaded(String loader) {
        return loaders.contains(loader);
    }

    int loads() {
        return loads.get();
    }

    /** How many requests and loads of frames have begun so far. */
    int started() {
        return started.get();
    }

    /** The requests and the loads of frames that have not ended, as text; empty where there are none. */
    String unfinished() {
        List<String> all = new ArrayList<>();
        inFlight.values().forEach(exchange -> all.add("the request for " + exchange.url()));
        loadingFrames.forEach(
                frame -> all.add(frame.equals(mainFrame) ? "the load of the page" : "the load of a frame"));
        return String.join(", ", all);
    }

    List<String> requests() {
        return List.copyOf(requests);
    }

    List<String> errors() {
        return List.copyOf(errors);
    }

    List<String> warnings() {
        return List.copyOf(warnings);
    }

    List<String> dialogs() {
        return List.copyOf(dialogs);
    }

    void respond(String urlPattern, String contentType, String body, Map<String, String> headers) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("Content-Type", contentType);
        // Without it a script that carries an integrity hash would not run across origins.
        all.put("Access-Control-Allow-Origin", "*");
        all.putAll(headers);
        String regex = Pattern.quote(urlPattern).replace("*", "\\E.*\\Q");
        answers.add(new Answer(urlPattern, Pattern.compile(regex), all, body));
        tools.send(mainSession, "Fetch.enable", interceptions());
        frameSessions.forEach(frame -> tools.send(frame, "Fetch.enable", interceptions()));
    }

    private Map<String, Object> interceptions() {
        List<Map<String, String>> patterns = new ArrayList<>();
        answers.forEach(answer -> patterns.add(Map.of("urlPattern", answer.urlPattern())));
        return Map.of("patterns", patterns);
    }

    private void onEvent(String session, String method, JsonNode params) {
        switch (method) {
            case "Page.lifecycleEvent" -> onLifecycle(params);
            case "Page.javascriptDialogOpening" -> {
                dialogs.add(params.path("message").asText());
                post(session, "Page.handleJavaScriptDialog", Map.of("accept", false));
            }
            case "Network.requestWillBeSent" -> onRequest(session, params);
            case "Network.loadingFinished", "Network.loadingFailed" ->
                inFlight.remove(params.path("requestId").asText());
            case "Page.frameStartedLoading", "Page.frameRequestedNavigation" -> onFrameLoad(params);
            case "Page.frameStoppedLoading" ->
                loadingFrames.remove(params.path("frameId").asText());
            case "Page.frameDetached" -> onFrameGone(params.path("frameId").asText());
            case "Page.frameNavigated" -> onNavigated(params.path("frame"));
            case "Runtime.exceptionThrown" -> errors.add(describe(params.path("exceptionDetails")));
            case "Runtime.consoleAPICalled" -> onConsole(params);
            case "Log.entryAdded" -> onLogEntry(params.path("entry"));
            case "Fetch.requestPaused" -> onPaused(session, params);
            case "Target.attachedToTarget" -> onFrame(params.path("sessionId").asText());
            case "Target.detachedFromTarget" ->
                onSessionGone(params.path("sessionId").asText());
            default -> {
                // Other events tell nothing that a test asks for.
            }
        }
    }

    private void onLifecycle(JsonNode params) {
        // A page's own frame has the id of its target; a frame inside it has another.
        if (params.path("name").asText().equals("load")
                && params.path("frameId").asText().equals(mainFrame)) {
            loaders.add(params.path("loaderId").asText());
            loads.incrementAndGet();
        }
    }

    private void onRequest(String session, JsonNode params) {
        String url = params.path("request").path("url").asText();
        requests.add(url);
        started.incrementAndGet();
        inFlight.put(
                params.path("requestId").asText(),
                new Exchange(
                        session,
                        params.path("frameId").asText(),
                        params.path("loaderId").asText(),
                        url));
    }

    private void onFrameLoad(JsonNode params) {
        started.incrementAndGet();
        loadingFrames.add(params.path("frameId").asText());
    }

    /**
     * A new document in a frame: what its former one had asked for is given up, and in the page also what the frames of the
     * former one had asked for. A browser does not report the end of all of these requests.
     */
    private void onNavigated(JsonNode frame) {
        String id = frame.path("id").asText();
        String loader = frame.path("loaderId").asText();
        inFlight.values()
                .removeIf(exchange -> (exchange.frame().equals(id) || id.equals(mainFrame))
                        && !exchange.loader().equals(loader));
    }

    private void onFrameGone(String frame) {
        loadingFrames.remove(frame);
        inFlight.values().removeIf(exchange -> exchange.frame().equals(frame));
    }

    private void onSessionGone(String session) {
        inFlight.values().removeIf(exchange -> exchange.session().equals(session));
    }

    private void onFrame(String frame) {
        frameSessions.add(frame);
        tools.listen(frame, this::onEvent);
        post(frame, "Network.enable", Map.of());
        post(frame, "Runtime.enable", Map.of());
        post(frame, "Log.enable", Map.of());
        post(frame, "Target.setAutoAttach", autoAttach());
        if (!answers.isEmpty()) {
            post(frame, "Fetch.enable", interceptions());
        }
        post(frame, "Runtime.runIfWaitingForDebugger", Map.of());
    }

    private void onPaused(String session, JsonNode params) {
        String id = params.path("requestId").asText();
        String url = params.path("request").path("url").asText();
        for (Answer answer : answers) {
            if (answer.url().matcher(url).matches()) {
                List<Map<String, String>> headers = new ArrayList<>();
                answer.headers().forEach((name, value) -> headers.add(Map.of("name", name, "value", value)));
                String body = Base64.getEncoder().encodeToString(answer.body().getBytes(StandardCharsets.UTF_8));
                post(
                        session,
                        "Fetch.fulfillRequest",
                        Map.of("requestId", id, "responseCode", 200, "responseHeaders", headers, "body", body));
                return;
            }
        }
        post(session, "Fetch.continueRequest", Map.of("requestId", id));
    }

    private void onConsole(JsonNode params) {
        List<String> words = new ArrayList<>();
        for (JsonNode argument : params.path("args")) {
            words.add(
                    argument.has("value")
                            ? argument.path("value").asText()
                            : argument.path("description").asText());
        }
        String text = String.join(" ", words);
        switch (params.path("type").asText()) {
            case "error", "assert" -> errors.add(text);
            case "warning" -> warnings.add(text);
            default -> {
                // What a page tells its developers is not a fault.
            }
        }
    }

    private void onLogEntry(JsonNode entry) {
        String address = entry.path("url").asText("");
        String text = entry.path("text").asText() + (address.isEmpty() ? "" : " (" + address + ")");
        switch (entry.path("level").asText()) {
            case "error" -> errors.add(text);
            case "warning" -> warnings.add(text);
            default -> {
                // Violations of performance advice and the like.
            }
        }
    }

    private void post(String session, String method, Map<String, ?> params) {
        tools.post(Optional.of(session), method, params);
    }

    static String describe(JsonNode exceptionDetails) {
        JsonNode exception = exceptionDetails.path("exception");
        return exception.has("description")
                ? exception.path("description").asText()
                : exceptionDetails.path("text").asText() + " "
                        + exception.path("value").asText("");
    }
}
