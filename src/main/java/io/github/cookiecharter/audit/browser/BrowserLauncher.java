package io.github.cookiecharter.audit.browser;

import io.github.cookiecharter.audit.bidi.BidiConnection;
import io.github.cookiecharter.audit.bidi.BidiException;
import io.github.cookiecharter.audit.json.JsonValue;
import io.github.cookiecharter.template.JsonWriter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Starts browsers, each with a fresh profile, without a window. */
public final class BrowserLauncher {

    private static final Pattern DRIVER_READY = Pattern.compile("started successfully on port (\\d+)");
    private static final Pattern FIREFOX_READY = Pattern.compile("WebDriver BiDi listening on (ws://\\S+)");
    private static final Duration START = Duration.ofMinutes(2);

    private final Path profiles;

    /**
     * Creates a launcher.
     *
     * @param profiles the folder in which the profiles are created
     */
    public BrowserLauncher(Path profiles) {
        this.profiles = profiles;
    }

    /** Starts a browser. */
    public BrowserSession start(InstalledBrowser browser) throws BrowserLaunchException {
        try {
            Files.createDirectories(profiles);
            Path profile = Files.createTempDirectory(profiles.toAbsolutePath(), "profile");
            return browser.driver().isPresent()
                    ? startWithDriver(browser, browser.driver().get(), profile)
                    : startFirefox(browser, profile);
        } catch (IOException e) {
            throw new BrowserLaunchException(browser.program() + " could not be started (" + e.getMessage() + ")", e);
        }
    }

    private static BrowserSession startFirefox(InstalledBrowser browser, Path profile)
            throws BrowserLaunchException, IOException {
        Files.writeString(profile.resolve("user.js"), FirefoxPreferences.text(), StandardCharsets.UTF_8);
        List<String> command = List.of(
                browser.program().toString(),
                "--headless",
                "--no-remote",
                "--profile",
                profile.toString(),
                "--remote-debugging-port",
                "0");
        // Without a home of its own it would read the settings of the user.
        BrowserProcess process =
                BrowserProcess.start(command, Map.of("MOZ_CRASHREPORTER_DISABLE", "1"), profile, FIREFOX_READY);
        return connect(browser, process, () -> {
            BidiConnection connection = BidiConnection.open(URI.create(process.address() + "/session"));
            JsonValue session = connection.call(
                    "session.new", Map.of("capabilities", Map.of("alwaysMatch", commonCapabilities())), START);
            return new BrowserSession(
                    connection,
                    browser.product(),
                    session.get("capabilities", "browserVersion").text(),
                    process);
        });
    }

    private static BrowserSession startWithDriver(InstalledBrowser browser, Path driver, Path profile)
            throws BrowserLaunchException {
        BrowserProcess process =
                BrowserProcess.start(List.of(driver.toString(), "--port=0"), Map.of(), profile, DRIVER_READY);
        return connect(browser, process, () -> {
            URI sessions = URI.create("http://127.0.0.1:" + process.address() + "/session");
            JsonValue answer = post(sessions, JsonWriter.write(driverRequest(browser, profile)));
            JsonValue capabilities = answer.get("value", "capabilities");
            String socket = capabilities.get("webSocketUrl").text();
            if (socket.isEmpty()) {
                throw new IOException(answer.get("value", "message")
                        .text()
                        .lines()
                        .findFirst()
                        .orElse("no session was created"));
            }
            return new BrowserSession(
                    BidiConnection.open(URI.create(socket)),
                    browser.product(),
                    capabilities.get("browserVersion").text(),
                    process);
        });
    }

    /** Connects to a started process. */
    private interface Connector {

        BrowserSession connect() throws IOException, BrowserLaunchException, BidiException, InterruptedException;
    }

    private static BrowserSession connect(InstalledBrowser browser, BrowserProcess process, Connector connector)
            throws BrowserLaunchException {
        try {
            return connector.connect();
        } catch (IOException | BidiException e) {
            process.close();
            throw new BrowserLaunchException(browser.program() + " did not start: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            process.close();
            Thread.currentThread().interrupt();
            throw new BrowserLaunchException("the start of the browser was interrupted", e);
        } catch (BrowserLaunchException e) {
            process.close();
            throw e;
        }
    }

    private static JsonValue post(URI address, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(START)
                // A Selenium Grid refuses the type without a character set.
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpClient client =
                HttpClient.newBuilder().proxy(HttpClient.Builder.NO_PROXY).build();
        return JsonValue.parse(
                client.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }

    private static Map<String, Object> driverRequest(InstalledBrowser browser, Path profile) {
        List<String> arguments = new ArrayList<>(List.of(
                "--headless",
                "--disable-gpu",
                "--no-first-run",
                "--no-default-browser-check",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-dev-shm-usage",
                // Banners of other makers hide from browsers that say they are driven by a program.
                "--disable-blink-features=AutomationControlled",
                "--user-data-dir=" + profile));
        if ("root".equals(System.getProperty("user.name"))) {
            // Chromium's sandbox does not work for root, as in a container.
            arguments.add("--no-sandbox");
        }
        Map<String, Object> options = Map.of(
                "binary", browser.program().toString(),
                "args", arguments,
                // Otherwise cookies of third parties are blocked, and a site full of trackers looks clean.
                "prefs", Map.of("profile.cookie_controls_mode", 0));
        Map<String, Object> wanted = new LinkedHashMap<>(commonCapabilities());
        wanted.put("pageLoadStrategy", "none");
        boolean edge = browser.product() == BrowserProduct.EDGE;
        wanted.put("browserName", edge ? "MicrosoftEdge" : "chrome");
        wanted.put(edge ? "ms:edgeOptions" : "goog:chromeOptions", options);
        return Map.of("capabilities", Map.of("alwaysMatch", wanted));
    }

    private static Map<String, Object> commonCapabilities() {
        return Map.of(
                "webSocketUrl",
                true,
                "acceptInsecureCerts",
                true,
                "unhandledPromptBehavior",
                Map.of("default", "dismiss"));
    }
}
