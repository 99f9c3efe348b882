package io.github.cookiecharter.audit.browser;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A running browser, or the program that drives one, behind a {@link BrowserGuard}, with its profile. */
final class BrowserProcess implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(2);
    private static final long END_SECONDS = 20;
    private static final int KEPT_LINES = 5;

    private final Process guard;
    private final Path profile;
    private final CompletableFuture<String> address = new CompletableFuture<>();
    private final Deque<String> lastLines = new ArrayDeque<>();

    private BrowserProcess(Process guard, Path profile) {
        this.guard = guard;
        this.profile = profile;
    }

    /**
     * Starts a command.
     *
     * @param environment variables to set for it
     * @param profile the folder that is deleted when it ends
     * @param announcement what a line of its output says when it is ready
     */
    static BrowserProcess start(
            List<String> command, Map<String, String> environment, Path profile, Pattern announcement)
            throws BrowserLaunchException {
        List<String> guarded = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx32m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                classPath(),
                BrowserGuard.class.getName()));
        guarded.addAll(command);
        try {
            ProcessBuilder builder = new ProcessBuilder(guarded).redirectErrorStream(true);
            builder.environment().putAll(environment);
            BrowserProcess process = new BrowserProcess(builder.start(), profile);
            Thread reader = new Thread(() -> process.read(announcement), "cookie-charter browser output");
            reader.setDaemon(true);
            reader.start();
            return process;
        } catch (IOException e) {
            throw new BrowserLaunchException(command.get(0) + " could not be started (" + e.getMessage() + ")", e);
        }
    }

    private static String classPath() throws BrowserLaunchException {
        try {
            return new File(BrowserGuard.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .getPath();
        } catch (URISyntaxException e) {
            throw new BrowserLaunchException("the plugin's own archive cannot be found", e);
        }
    }

    // Its output has to be read to the end, or it would stop when the pipe is full.
    private void read(Pattern announcement) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(guard.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher matcher = announcement.matcher(line);
                if (matcher.find()) {
                    address.complete(matcher.group(1));
                }
                remember(line);
            }
            address.completeExceptionally(new IOException("it ended: " + lastLines()));
        } catch (IOException e) {
            address.completeExceptionally(e);
        }
    }

    private void remember(String line) {
        synchronized (lastLines) {
            lastLines.add(line.strip());
            if (lastLines.size() > KEPT_LINES) {
                lastLines.remove();
            }
        }
    }

    private String lastLines() {
        synchronized (lastLines) {
            return lastLines.isEmpty() ? "it said nothing" : String.join(" | ", lastLines);
        }
    }

    /** Waits for the announcement, and returns what its first group matched. */
    String address() throws BrowserLaunchException {
        try {
            return address.get(START.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new BrowserLaunchException(
                    "the browser did not start, "
                            + Optional.ofNullable(e.getCause())
                                    .map(Throwable::getMessage)
                                    .orElse(""),
                    e);
        } catch (TimeoutException e) {
            throw new BrowserLaunchException(
                    "the browser was not ready within " + START.toSeconds() + " s: " + lastLines(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrowserLaunchException("the start of the browser was interrupted", e);
        }
    }

    /** Ends the browser and deletes its profile. */
    @Override
    public void close() {
        try {
            guard.getOutputStream().close();
        } catch (IOException e) {
            // The guard is gone already, and with it the browser.
        }
        try {
            if (!guard.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                BrowserGuard.end(guard.toHandle());
                guard.destroyForcibly();
            }
        } catch (InterruptedException e) {
            BrowserGuard.end(guard.toHandle());
            guard.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        delete(profile);
    }

    /** Deletes a folder as far as possible: a process that is ending may still write to it. */
    static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                if (!file.toFile().delete()) {
                    file.toFile().deleteOnExit();
                }
            });
        } catch (IOException | UncheckedIOException e) {
            folder.toFile().deleteOnExit();
        }
    }
}
