package io.github.cookiecharter.judge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One page of the browser, used as a visitor would: real mouse clicks and key presses, and waiting until something is
 * so. Every method throws {@link BrowserException} where the page doesn't do what was asked for.
 */
public final class BrowserPage {

    private static final long PAUSE_MILLIS = 20;
    private static final long LONGEST_TIMER_MILLIS = 1000;

    private final DevTools tools;
    private final BrowserContext context;
    private final String session;
    private final PageLog log;
    private final Map<String, String> mediaFeatures = new LinkedHashMap<>();
    private String medium = "";
    private Duration patience = Duration.ofSeconds(60);

    BrowserPage(DevTools tools, BrowserContext context, String target, String session) {
        this.tools = tools;
        this.context = context;
        this.session = session;
        this.log = new PageLog(tools, target, session);
        send("Emulation.setFocusEmulationEnabled", Map.of("enabled", true));
        send("Emulation.setUserAgentOverride", Map.of("userAgent", visitorsAgent()));
        scriptBeforeLoad(BrowserScripts.TIMERS);
    }

    private String visitorsAgent() {
        return text("navigator.userAgent").replace("HeadlessChrome", "Chrome");
    }

    /** How long any waiting lasts at most; a minute where a test doesn't say so. */
    public void setPatience(Duration time) {
        patience = time;
    }

    /** Loads an address and returns after the page's {@code load} event. */
    public void goTo(String url) {
        JsonNode answer = send("Page.navigate", Map.of("url", url));
        if (answer.has("errorText")) {
            throw new BrowserException(
                    "Could not open " + url + ": " + answer.path("errorText").asText());
        }
        // A change of the fragment alone loads nothing, and has no loader.
        String loader = answer.path("loaderId").asText("");
        if (!loader.isEmpty()) {
            until("the load event of " + url, () -> log.loaded(loader));
        }
    }

    /** Loads the page anew and returns after its {@code load} event. */
    public void reload() {
        awaitLoad(() -> send("Page.reload", Map.of()));
    }

    /** Does something that makes the page load anew, and returns after the {@code load} event. */
    public void awaitLoad(Runnable action) {
        int before = log.loads();
        action.run();
        until("a new load of the page", () -> log.loads() > before);
    }

    /** How often the page has loaded, so that a test can say that it did not. */
    public int loads() {
        return log.loads();
    }

    /**
     * Evaluates an expression in the page and waits for its promise, if it is one. The result is its JSON form, or a
     * missing node for {@code undefined}.
     */
    public JsonNode evaluate(String expression) {
        JsonNode answer = send(
                "Runtime.evaluate",
                Map.of("expression", expression, "awaitPromise", true, "returnByValue", true, "userGesture", true));
        JsonNode problem = answer.path("exceptionDetails");
        if (!problem.isMissingNode()) {
            throw new BrowserException("In the page, " + expression + " failed: " + PageLog.describe(problem));
        }
        JsonNode value = answer.path("result").path("value");
        return value.isMissingNode() ? MissingNode.getInstance() : value;
    }

    /** The expression's result as text; empty for {@code undefined} and {@code null}. */
    public String text(String expression) {
        JsonNode value = evaluate(expression);
        return value.isNull() || value.isMissingNode() ? "" : value.asText();
    }

    /** Whether an expression is truthy, as JavaScript sees it. */
    public boolean is(String expression) {
        return evaluate("Boolean(" + expression + ")").asBoolean();
    }

    /** Whether the first element of a selector exists and can be seen. */
    public boolean isVisible(String css) {
        return evaluate("(" + BrowserScripts.VISIBLE + ")(" + quote(css) + ")").asBoolean();
    }

    /** Waits until an expression is truthy; it may fail meanwhile, as it does while a page loads. */
    public void waitFor(String expression) {
        until(expression, () -> is(expression));
    }

    /** Waits until the first element of a selector can be seen. */
    public void waitForVisible(String css) {
        until(css + " to be seen", () -> isVisible(css));
    }

    /** Waits until no first element of a selector can be seen. */
    public void waitForHidden(String css) {
        until(css + " to be hidden", () -> !isVisible(css));
    }

    /**
     * Waits until the page has done all that it has begun, so that a test can say what did not happen: no request and no
     * load is on its way, no timer of up to a second is set, no transition runs, and nothing changed for two frames.
     */
    public void waitUntilIdle() {
        String expression = "(" + BrowserScripts.WORK + ")(" + LONGEST_TIMER_MILLIS + ")";
        String[] left = {""};
        try {
            until("the page to have nothing left to do", () -> {
                int before = log.started();
                left[0] = text(expression);
                if (left[0].isEmpty()) {
                    // What the browser had reported before it answered is in the log by now.
                    left[0] = log.unfinished();
                }
                return left[0].isEmpty() && log.started() == before;
            });
        } catch (BrowserException e) {
            throw new BrowserException(e.getMessage() + "; left to do: " + left[0], e);
        }
    }

    /** Clicks the first element of a selector, once it can be seen, rests in its place, and nothing lies over it. */
    public void click(String css) {
        JsonNode point = restingPoint(css);
        double x = point.path("x").asDouble();
        double y = point.path("y").asDouble();
        mouse("mouseMoved", x, y, "none");
        mouse("mousePressed", x, y, "left");
        mouse("mouseReleased", x, y, "left");
    }

    private JsonNode restingPoint(String css) {
        String expression = "(" + BrowserScripts.CLICK_POINT + ")(" + quote(css) + ")";
        JsonNode[] last = {MissingNode.getInstance()};
        String[] obstacle = {""};
        try {
            until(css + " to be clickable", () -> {
                JsonNode point = evaluate(expression);
                boolean rests = point.has("x") && point.equals(last[0]);
                obstacle[0] = point.path("problem").asText("it moves");
                last[0] = point;
                return rests;
            });
        } catch (BrowserException e) {
            throw new BrowserException(e.getMessage() + "; in its way: " + obstacle[0], e);
        }
        return last[0];
    }

    private void mouse(String type, double x, double y, String button) {
        send("Input.dispatchMouseEvent", Map.of("type", type, "x", x, "y", y, "button", button, "clickCount", 1));
    }

    /**
     * Presses and releases keys one after the other: {@code Tab}, {@code Shift+Tab}, {@code Enter}, {@code Escape},
     * {@code Space}, {@code ArrowDown}, … or single characters.
     */
    public void keyboard(String... keys) {
        for (String key : keys) {
            Map<String, Object> stroke = KeyStrokes.stroke(key);
            Map<String, Object> down = new LinkedHashMap<>(stroke);
            down.put("type", stroke.containsKey("text") ? "keyDown" : "rawKeyDown");
            send("Input.dispatchKeyEvent", down);
            Map<String, Object> up = new LinkedHashMap<>(stroke);
            up.remove("text");
            up.put("type", "keyUp");
            send("Input.dispatchKeyEvent", up);
        }
    }

    /** All cookies of this page's visitor. */
    public List<StoredCookie> cookies() {
        return context.cookies();
    }

    /** The addresses that the page and its frames asked for so far, in order, whether they were answered or not. */
    public List<String> requests() {
        return log.requests();
    }

    /** Errors so far: in the console, uncaught in scripts, and the browser's own (blocked by a policy, not loaded). */
    public List<String> consoleErrors() {
        return log.errors();
    }

    /** Warnings in the console so far. */
    public List<String> consoleWarnings() {
        return log.warnings();
    }

    /** The texts of {@code alert} and its like; each was dismissed at once. */
    public List<String> dialogs() {
        return log.dialogs();
    }

    /** Answers requests for an address instead of the network; {@code *} in it stands for any run of characters. */
    public void respond(String urlPattern, String contentType, String body, Map<String, String> headers) {
        log.respond(urlPattern, contentType, body, headers);
    }

    /** The size of the window in CSS pixels; {@code mobile} brings touch and the meta viewport. */
    public void setViewport(int width, int height, boolean mobile) {
        send(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", mobile));
        send("Emulation.setTouchEmulationEnabled", Map.of("enabled", mobile));
    }

    /** Sets a media feature such as {@code prefers-color-scheme} to {@code dark}; several add up. */
    public void setMediaFeature(String name, String value) {
        mediaFeatures.put(name, value);
        emulateMedia();
    }

    /** Shows the page as a medium sees it, {@code print} above all; empty for the screen. */
    public void setMedia(String value) {
        medium = value;
        emulateMedia();
    }

    private void emulateMedia() {
        // Each call forgets what the one before had set.
        List<Map<String, String>> features = new ArrayList<>();
        mediaFeatures.forEach((key, entry) -> features.add(Map.of("name", key, "value", entry)));
        send("Emulation.setEmulatedMedia", Map.of("media", medium, "features", features));
    }

    /** The visitor's languages, for {@code navigator.languages} and {@code Accept-Language}. */
    public void setLanguages(String... tags) {
        send(
                "Emulation.setUserAgentOverride",
                Map.of("userAgent", visitorsAgent(), "acceptLanguage", String.join(",", tags)));
    }

    /** Whether the page's own scripts run. Expressions of a test always do. */
    public void setScripts(boolean run) {
        send("Emulation.setScriptExecutionDisabled", Map.of("value", !run));
    }

    /** A script that runs before any other in each page that loads from now on. */
    public void scriptBeforeLoad(String script) {
        send("Page.addScriptToEvaluateOnNewDocument", Map.of("source", script));
    }

    /** A visitor with Global Privacy Control, which Chromium doesn't offer by itself. */
    public void globalPrivacyControl() {
        scriptBeforeLoad("Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', { get: () => true })");
    }

    /** Writes a PNG of what is seen in the window. */
    public void screenshot(Path png) {
        screenshot(png, false);
    }

    /** Writes a PNG of the window, or of the whole page from top to bottom. */
    public void screenshot(Path png, boolean whole) {
        String data = send("Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", whole))
                .path("data")
                .asText();
        try {
            Files.write(png, Base64.getDecoder().decode(data));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode send(String method, Map<String, ?> params) {
        return tools.send(session, method, params);
    }

    private void until(String what, Condition condition) {
        long end = System.nanoTime() + patience.toNanos();
        String failure = "";
        do {
            try {
                if (condition.holds()) {
                    return;
                }
                failure = "";
            } catch (BrowserException e) {
                failure = "; at last: " + e.getMessage();
            }
            sleep(PAUSE_MILLIS);
        } while (System.nanoTime() < end);
        throw new BrowserException("Waited " + patience.toMillis() + " milliseconds in vain for " + what + failure
                + "; errors in the console: " + consoleErrors());
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrowserException("Interrupted while waiting for the page", e);
        }
    }

    /** A JavaScript string literal of a text. */
    static String quote(String text) {
        return TextNode.valueOf(text).toString();
    }

    @FunctionalInterface
    private interface Condition {
        boolean holds();
    }
}
