package io.github.cookiecharter.goal;

import io.github.cookiecharter.output.OutputException;
import io.github.cookiecharter.report.ConsoleLine;
import io.github.cookiecharter.scan.model.Dependency;
import io.github.cookiecharter.scan.model.PathFilter;
import io.github.cookiecharter.scan.model.ScanRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * A module on disk, laid out as Maven does, with the goals that can be called on it. Tests use it in their own JVM and
 * in others.
 *
 * @param base the module's folder, absolute
 */
record ExampleModule(Path base) {

    private static final String CLASS_NAME = "com.example.Cookies";

    /** The folder of a build's files in {@link #artefacts}. */
    static final String TARGET = "target";

    Path target() {
        return base.resolve(TARGET);
    }

    Path reports() {
        return target().resolve("cookie-charter");
    }

    Path web() {
        return target().resolve("generated-resources/cookie-charter/META-INF/resources/cookie-charter");
    }

    /** Runs a goal in a new build and returns the text that the console would show. */
    String run(String goal, String declaration) {
        try {
            GoalResult result = switch (goal) {
                case "generate" -> generate(declaration);
                case "lint" -> lint(declaration);
                case "check" -> check(declaration);
                case "translations" -> translations(declaration);
                case "init" -> init(declaration);
                default -> throw new IllegalArgumentException(goal);
            };
            return consoleText(result).replace(base.toString(), "<module>");
        } catch (OutputException e) {
            return "Refused " + String.valueOf(e.getMessage()).replace(base.toString(), "<module>");
        }
    }

    private GenerateRequest.Module module() {
        Set<String> executions = Set.of("default", "default-cli");
        return new GenerateRequest.Module(base, "default", executions, executions, new ConcurrentHashMap<>(), "1.0");
    }

    private RuleParameters rules() {
        return new RuleParameters("never", Map.of(), "", base);
    }

    GoalResult generate(String declaration) throws OutputException {
        return GenerateGoal.run(new GenerateRequest(
                module(),
                base.resolve(declaration),
                rules(),
                new GenerateRequest.ArtefactChoice(
                        List.of("policy", "banner", "constants"),
                        CLASS_NAME,
                        Optional.of(base.resolve("templates")).filter(Files::isDirectory)),
                new GenerateRequest.ServedAddress("cookie-charter", "/"),
                new GenerateRequest.OutputDirectories(
                        web().getParent(),
                        target().resolve("generated-sources/cookie-charter"),
                        reports(),
                        Optional.empty())));
    }

    private GoalResult lint(String declaration) throws OutputException {
        return LintGoal.run(
                new LintRequest(module(), base.resolve(declaration), reports(), rules(), java.time.LocalDate.EPOCH));
    }

    GoalResult check(String declaration) throws OutputException {
        return CheckGoal.run(new CheckRequest(
                module(),
                base.resolve(declaration),
                reports(),
                rules(),
                new CheckRequest.Code(
                        scan(declaration),
                        CLASS_NAME,
                        List.of(base.resolve("src/main/java")),
                        CheckRequest.LibraryIndex.OFF)));
    }

    private GoalResult translations(String declaration) throws OutputException {
        return TranslationsGoal.run(new TranslationsRequest(
                base,
                base.resolve(declaration),
                false,
                base,
                io.github.cookiecharter.goal.part.DependencyParts.none(),
                reports().resolve("translations")));
    }

    private GoalResult init(String declaration) throws OutputException {
        return InitGoal.run(new InitRequest(
                base,
                base.resolve(declaration),
                reports(),
                "Shop",
                "https://shop.example/",
                scan(declaration),
                List.of()));
    }

    // A folder with the declaration's name contains its code; without one, the code of all declarations is scanned.
    private ScanRequest scan(String declaration) {
        Path own = base.resolve("src/main/" + declaration.replace(".yaml", ""));
        List<Dependency> libraries = new ArrayList<>();
        for (Path library : children(base.resolve("libraries"))) {
            String name = library.getFileName().toString();
            libraries.add(new Dependency(library, "org.acme:" + name + ":1", !name.startsWith("provided")));
        }
        return new ScanRequest(
                base,
                List.of(target().resolve("classes")),
                List.of(Files.exists(own) ? own : base.resolve("src/main/webapp")),
                List.of(base.resolve("src/main/resources")),
                libraries,
                PathFilter.ALL,
                Set.of(CLASS_NAME));
    }

    private static List<Path> children(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String consoleText(GoalResult result) {
        StringBuilder text = new StringBuilder(result.getClass().getSimpleName());
        if (result instanceof GoalResult.Done done) {
            appendLines(text, done.findings());
            text.append('\n').append(String.join("\n", done.warnings()));
            text.append('\n').append(done.reminder()).append('\n').append(done.summary());
        } else if (result instanceof GoalResult.Failed failed) {
            appendLines(text, failed.findings());
            text.append('\n').append(String.join("\n", failed.warnings()));
            text.append('\n').append(failed.message());
        } else {
            text.append('\n').append(result);
        }
        return text.toString();
    }

    private static void appendLines(StringBuilder text, List<ConsoleLine> lines) {
        for (ConsoleLine line : lines) {
            text.append('\n').append(line.severity()).append(' ').append(line.text());
        }
    }

    /**
     * Returns every generated file, byte for byte, by its path below the module, except the state and the lock, which
     * contain time stamps.
     */
    Map<String, String> artefacts() throws IOException {
        Map<String, String> artefacts = new TreeMap<>();
        if (!Files.exists(target())) {
            return artefacts;
        }
        try (Stream<Path> files = Files.walk(target())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String path = base.relativize(file).toString().replace('\\', '/');
                if (!path.endsWith(".state") && !path.endsWith("/.lock") && !path.startsWith("target/classes/")) {
                    artefacts.put(
                            path, new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1));
                }
            }
        }
        return artefacts;
    }
}
