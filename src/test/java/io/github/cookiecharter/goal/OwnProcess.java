package io.github.cookiecharter.goal;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A JVM of its own with this one's classes. */
final class OwnProcess {

    private final List<String> command = new ArrayList<>();
    private final Map<String, String> environment;
    private final ProcessBuilder builder = new ProcessBuilder();

    private OwnProcess(Path home) {
        command.add(home.resolve("bin/java").toString());
        // What takes long to start or needs files of its own is of no use here.
        command.addAll(List.of("-Xshare:auto", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData"));
        environment = builder.environment();
    }

    static OwnProcess of(Path javaHome) {
        return new OwnProcess(javaHome);
    }

    static OwnProcess likeThis() {
        return of(Path.of(System.getProperty("java.home")));
    }

    OwnProcess option(String... options) {
        command.addAll(List.of(options));
        return this;
    }

    OwnProcess environment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** Starts the JVM from a POSIX shell, after these commands, such as {@code umask 077}. */
    OwnProcess after(String commands) {
        command.addAll(0, List.of("sh", "-c", commands + "; exec \"$@\"", "sh"));
        return this;
    }

    /** Starts the JVM by way of another program, which runs what follows its own arguments. */
    OwnProcess through(String... program) {
        command.addAll(0, List.of(program));
        return this;
    }

    /** Starts a class, whose output goes to where it is redirected, or to the pipe of the process. */
    Process start(Class<?> main, ProcessBuilder.Redirect output, String... arguments) throws IOException {
        command.addAll(List.of("-cp", absolute(System.getProperty("java.class.path")), main.getName()));
        command.addAll(List.of(arguments));
        return builder.command(command)
                .redirectErrorStream(true)
                .redirectOutput(output)
                .start();
    }

    private static String absolute(String classPath) {
        List<String> entries = new ArrayList<>();
        for (String entry : classPath.split(File.pathSeparator)) {
            entries.add(new File(entry).getAbsolutePath());
        }
        return String.join(File.pathSeparator, entries);
    }
}
