package benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Runs processes to their end, and tells what they took. */
final class Run {

    // A shell that waits for its Java is smaller, and any Java is larger.
    private static final long SMALLEST_JAVA = 30_000;
    private static final int MILLISECONDS_BETWEEN_LOOKS = 20;
    private static final boolean WINDOWS =
            System.getProperty("os.name").toLowerCase(java.util.Locale.ROOT).startsWith("windows");

    private Run() {}

    /** A Maven build, offline. What the user has set for Maven's JVM is left out, and {@code options} taken. */
    static Sample maven(Path project, String goals, String options) throws IOException, InterruptedException {
        List<String> command = command("-o");
        command.addAll(Arrays.asList(goals.split(" ")));
        return timed(builder(project, command, options));
    }

    /** As far as it goes without the network, else with it: what a build needs may not be there yet. */
    static void prepare(Path project, String goals) throws IOException, InterruptedException {
        try {
            maven(project, goals, "");
        } catch (IllegalStateException offline) {
            List<String> command = command();
            command.addAll(Arrays.asList(goals.split(" ")));
            timed(builder(project, command, ""));
        }
    }

    /** The bare number, which is all that {@code mvn -q -version} says besides colours. */
    static String mavenVersion() throws IOException, InterruptedException {
        List<String> command = command("-version");
        String output = output(builder(Path.of(""), command, "").start());
        return output.lines()
                .map(line -> line.replaceAll("\u001b\\[[0-9;]*m", ""))
                .map(line -> line.replace("Apache Maven ", "").split(" ")[0])
                .filter(word -> word.matches("[0-9].*"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(output));
    }

    /** A Java program that prints its own milliseconds. */
    static Sample java(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        Peak peak = new Peak(process);
        String output = output(process);
        return new Sample(Double.parseDouble(output.strip()) / 1000, peak.kilobytes());
    }

    private static List<String> command(String... more) {
        List<String> command = new ArrayList<>(List.of(WINDOWS ? "mvn.cmd" : "mvn", "-q", "-B"));
        command.addAll(List.of(more));
        return command;
    }

    private static ProcessBuilder builder(Path folder, List<String> command, String options) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toAbsolutePath().toFile())
                .redirectErrorStream(true);
        builder.environment().remove("MAVEN_ARGS");
        builder.environment().put("MAVEN_OPTS", options);
        return builder;
    }

    private static Sample timed(ProcessBuilder builder) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process = builder.start();
        Peak peak = new Peak(process);
        output(process, builder.directory() + " " + builder.command());
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Sample(seconds, peak.kilobytes());
    }

    private static String output(Process process) throws IOException, InterruptedException {
        return output(process, "the process");
    }

    private static String output(Process process, String what) throws IOException, InterruptedException {
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(what + " failed:\n" + output);
        }
        return output;
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path each, IOException problem) throws IOException {
                Files.delete(each);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /**
     * The largest resident set of a process. Linux keeps it as VmHWM as long as the process lives, so it is looked at again
     * and again; the value never falls, so what can be missed is what came within the last look and the end. Maven's script
     * becomes the JVM, under the same number.
     */
    private static final class Peak {

        private final Thread thread;
        private volatile long kilobytes;

        Peak(Process process) {
            Path status = Path.of("/proc", Long.toString(process.pid()), "status");
            this.thread = new Thread(() -> look(process, status), "peak");
            thread.setDaemon(true);
            thread.start();
        }

        private void look(Process process, Path status) {
            try {
                while (process.isAlive() && Files.exists(status)) {
                    kilobytes = Math.max(kilobytes, read(status));
                    Thread.sleep(MILLISECONDS_BETWEEN_LOOKS);
                }
            } catch (IOException | UncheckedIOException e) {
                return; // it has ended between two looks
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private static long read(Path status) throws IOException {
            for (String line : Files.readAllLines(status, StandardCharsets.ISO_8859_1)) {
                if (line.startsWith("VmHWM:")) {
                    return Long.parseLong(line.replaceAll("[^0-9]", ""));
                }
            }
            return 0;
        }

        long kilobytes() throws InterruptedException {
            thread.join();
            return kilobytes < SMALLEST_JAVA ? 0 : kilobytes;
        }
    }
}
