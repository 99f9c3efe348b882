package io.github.cookiecharter.audit.browser;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * A small program of its own between the build and a browser, so that the browser never outlives the build, even if the build
 * is killed. It starts the browser's command, and ends it, and all that it started, as soon as its own input ends: the
 * operating system closes that when the build is gone.
 */
public final class BrowserGuard {

    private static final long PATIENCE_SECONDS = 5;

    private BrowserGuard() {}

    /**
     * Runs a command until it ends, or until the input ends.
     *
     * @param command the program and its arguments
     */
    public static void main(String[] command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Thread watch = new Thread(() -> endWithInput(process), "input");
        watch.setDaemon(true);
        watch.start();
        int status = process.waitFor();
        end(ProcessHandle.current());
        Runtime.getRuntime().halt(status);
    }

    private static void endWithInput(Process process) {
        try {
            while (System.in.read() >= 0) {
                // Nobody writes; only the end matters.
            }
        } catch (IOException e) {
            // The input is gone, which is its end.
        }
        end(ProcessHandle.current());
        process.destroyForcibly();
        Runtime.getRuntime().halt(1);
    }

    /** Ends all that a process started; what starts meanwhile is found in the next round. */
    static void end(ProcessHandle parent) {
        long stop = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        List<ProcessHandle> left = parent.descendants().collect(Collectors.toList());
        while (!left.isEmpty() && System.nanoTime() < stop) {
            left.forEach(ProcessHandle::destroyForcibly);
            // A killed process leaves its own children to the system: they were listed before.
            left.forEach(process -> process.onExit()
                    .completeOnTimeout(process, 1, TimeUnit.SECONDS)
                    .join());
            left.removeIf(process -> !process.isAlive());
            parent.descendants().filter(process -> !left.contains(process)).forEach(left::add);
        }
    }
}
