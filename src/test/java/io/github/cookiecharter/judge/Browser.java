package io.github.cookiecharter.judge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/**
 * A headless Chromium that knows no network but this machine: every host below {@code .test} is the loopback address,
 * any other name is unknown. A test class gets the run's only one as a parameter with {@link BrowserExtension}.
 */
public final class Browser implements AutoCloseable {

    private static final long START_SECONDS = 120;
    private static final long CLOSE_SECONDS = 30;

    private final Path profile;
    private final Process process;
    private final DevTools tools;
    private final Thread hook;

    private Browser(Path profile, Process process, DevTools tools, Thread hook) {
        this.profile = profile;
        this.process = process;
        this.tools = tools;
        this.hook = hook;
    }

    /** Starts a browser; where none is to be had, the exception says what to install. */
    public static Browser start() {
        return start(System.getProperty("cookie-charter.browser", ""), false);
    }

    /** Starts a browser that can do all that one with windows can, or aborts the test where only a headless shell is. */
    static Browser startWhole() {
        Browser browser = start(System.getProperty("cookie-charter.browser", ""), true);
        String version = browser.version();
        if (version.startsWith("HeadlessChrome")) {
            browser.close();
            throw new TestAbortedException(version
                    + " is a headless shell, which keeps no pages for the back button. Install a whole Chromium.");
        }
        return browser;
    }

    /** Starts the browser of a path, or {@code npm}'s. */
    static Browser start(String wanted, boolean whole) {
        BrowserFinder.Found found = BrowserFinder.find(System.getenv(), wanted, whole);
        try {
            Path profile = Files.createTempDirectory("cookie-charter-browser");
            // Chromium blocks third-party cookies by default, in every new context too.
            Path preferences = profile.resolve("Default").resolve("Preferences");
            Files.createDirectories(preferences.getParent());
            Files.writeString(
                    preferences,
                    "{\"profile\":{\"cookie_controls_mode\":0,\"block_third_party_cookies\":false},"
                            + "\"translate\":{\"enabled\":false}}");
            Path output = profile.resolve("output.log");
            Process process = new ProcessBuilder(command(found, profile))
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            // A run that is broken off must not leave a browser behind.
            Thread hook = new Thread(() -> kill(process), "browser-end");
            Runtime.getRuntime().addShutdownHook(hook);
            DevTools tools = new DevTools(address(profile, process, output));
            return new Browser(profile, process, tools, hook);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not start " + found.program(), e);
        }
    }

    private static List<String> command(BrowserFinder.Found found, Path profile) {
        List<String> command = new ArrayList<>();
        command.add(found.program().toString());
        command.addAll(found.flags());
        // Banner libraries don't show themselves to robots, for which a browser under control passes.
        command.add("--disable-blink-features=AutomationControlled");
        command.addAll(List.of(
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--disable-background-timer-throttling",
                "--disable-backgrounding-occluded-windows",
                "--disable-renderer-backgrounding",
                "--disable-component-update",
                "--disable-default-apps",
                "--disable-extensions",
                "--disable-sync",
                "--disable-features=Translate,HttpsUpgrades,HttpsFirstBalancedModeAutoEnable",
                "--force-color-profile=srgb",
                "--hide-scrollbars",
                "--lang=en-GB",
                "--metrics-recording-only",
                "--mute-audio",
                "--no-default-browser-check",
                "--no-first-run",
                "--no-service-autorun",
                "--password-store=basic",
                "--use-mock-keychain",
                "--window-size=1280,900",
                "--host-resolver-rules=MAP *.test 127.0.0.1,MAP * ~NOTFOUND,EXCLUDE 127.0.0.1,EXCLUDE localhost",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank"));
        return command;
    }

    private static URI address(Path profile, Process process, Path output) throws IOException {
        Path file = profile.resolve("DevToolsActivePort");
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (System.nanoTime() < end && process.isAlive()) {
            if (Files.exists(file)) {
                List<String> lines = Files.readAllLines(file);
                if (lines.size() >= 2) {
                    return URI.create("ws://127.0.0.1:" + lines.get(0) + lines.get(1));
                }
            }
            pause();
        }
        kill(process);
        throw new BrowserException("The browser did not start. It said: " + Files.readString(output));
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrowserException("Interrupted while the browser started", e);
        }
    }

    /** A visitor that nobody has seen before. */
    public BrowserContext newContext() {
        return new BrowserContext(tools);
    }

    /** The browser's name and version. */
    public String version() {
        return tools.send("Browser.getVersion", Map.of()).path("product").asText();
    }

    @Override
    public void close() {
        tools.post(Optional.empty(), "Browser.close", Map.of());
        try {
            process.waitFor(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        kill(process);
        tools.close();
        Runtime.getRuntime().removeShutdownHook(hook);
        delete(profile);
    }

    private static void kill(Process process) {
        // On some systems the program is a script, and the browser its child.
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static void delete(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            paths.sorted(Comparator.reverseOrder())
                    .forEach(path -> path.toFile().delete());
        } catch (IOException | UncheckedIOException e) {
            // A child of the browser may still write; what stays lies in the system's temporary folder.
        }
    }
}
