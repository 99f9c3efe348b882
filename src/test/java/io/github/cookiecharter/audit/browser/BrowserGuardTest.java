package io.github.cookiecharter.audit.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The operating system closes the input of the guard when the build is gone, even if it was killed. */
@Tag("process")
class BrowserGuardTest {

    /** Stands for a browser: a process that starts another one and never ends. */
    public static final class Endless {

        public static void main(String[] levels) throws Exception {
            if (levels.length > 0) {
                new ProcessBuilder(java(Endless.class.getName())).start();
            }
            System.out.println("ready");
            Thread.sleep(Long.MAX_VALUE);
        }
    }

    private static List<String> java(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(List.of(arguments));
        return command;
    }

    @Test
    void endsAllThatTheBrowserStartedWhenItsInputEnds() throws Exception {
        List<String> command = java(BrowserGuard.class.getName());
        command.addAll(java(Endless.class.getName(), "parent"));
        Process guard = new ProcessBuilder(command).redirectErrorStream(true).start();
        assertThat(guard.inputReader().readLine()).isEqualTo("ready");
        List<ProcessHandle> started = guard.descendants().toList();
        assertThat(started).hasSizeGreaterThanOrEqualTo(2);

        guard.getOutputStream().close();

        assertThat(guard.waitFor(60, TimeUnit.SECONDS)).isTrue();
        for (ProcessHandle each : started) {
            each.onExit().get(60, TimeUnit.SECONDS);
        }
        assertThat(started).noneMatch(ProcessHandle::isAlive);
    }
}
