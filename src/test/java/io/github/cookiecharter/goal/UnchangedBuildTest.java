package io.github.cookiecharter.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.model.diagnostic.Diagnostic;
import io.github.cookiecharter.model.diagnostic.SourcePosition;
import io.github.cookiecharter.output.Artefact;
import io.github.cookiecharter.output.OutputRoot;
import io.github.cookiecharter.report.TestFindings;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a build that changes nothing loads, seen in a JVM of its own. */
@Tag("process")
class UnchangedBuildTest {

    /** The lines that are shown again, and the interface of what a declaration includes. */
    private static final Set<String> OF_THE_WARNINGS = Set.of(
            "io.github.cookiecharter.declaration.Parts",
            "io.github.cookiecharter.declaration.Parts$Lookup",
            "io.github.cookiecharter.report.SavedLines",
            "io.github.cookiecharter.report.ConsoleLine",
            "io.github.cookiecharter.rule.Severity",
            "io.github.cookiecharter.model.diagnostic.SafeText");

    @TempDir
    private Path temporary;

    @Test
    void loadsNeitherTheYamlReaderNorTheTemplateEngine() throws Exception {
        Path base = temporary.toRealPath();
        Files.writeString(base.resolve("cookies.yaml"), "site: x");
        Generator once = (input, declaration) -> new Generator.GenerateOutput(
                List.of(
                        Artefact.text(OutputRoot.WEB_PATH, "policy.html", "page"),
                        Artefact.text(OutputRoot.SOURCES, "com/acme/Cookies.java", "class")),
                List.of(Diagnostic.warning(SourcePosition.START, "mind this")),
                "1 cookie",
                Optional.of(new Generator.RuleReport(
                        TestFindings.some(), TestFindings.some().artefacts(TestFindings.TEMPLATES), false)));
        assertThat(GenerateGoal.run(request(base), Optional.of(once)))
                .isInstanceOfSatisfying(
                        GoalResult.Done.class, done -> assertThat(done.fresh()).isTrue());

        List<String> log = runInOwnProcess(base);

        assertThat(log)
                .contains(
                        "fresh: false",
                        "cookies.yaml has 1 error, 2 warnings and 1 note, see target/cookie-charter/findings.html");
        assertThat(loaded(log, "io.github.cookiecharter."))
                .contains("io.github.cookiecharter.goal.GenerateGoal")
                .doesNotContain(
                        "io.github.cookiecharter.goal.ArtefactPipeline", "io.github.cookiecharter.goal.BackgroundTask")
                .allMatch(name -> name.startsWith("io.github.cookiecharter.output.")
                        || isOfTheGoal(name)
                        || OF_THE_WARNINGS.contains(name)
                        || name.equals("io.github.cookiecharter.model.PercentEncoding"));
        assertThat(loaded(log, "com.fasterxml.")).isEmpty();
        assertThat(loaded(log, "org.yaml.")).isEmpty();
        assertThat(loaded(log, "com.github.mustachejava.")).isEmpty();
        // What else would be felt in every build: security providers, regular expressions, lambdas and streams.
        assertThat(loaded(log, "sun.security.provider.SHA")).isEmpty();
        assertThat(loaded(log, "java.util.regex.")).isEmpty();
        assertThat(loaded(log, "java.util.stream.")).isEmpty();
        assertThat(loaded(log, "java.lang.invoke.InnerClassLambdaMetafactory")).isEmpty();
    }

    private static boolean isOfTheGoal(String name) {
        return name.startsWith("io.github.cookiecharter.goal.");
    }

    private static List<String> runInOwnProcess(Path base) throws Exception {
        Path out = base.resolve("log.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:off",
                        "-Xlog:class+load:stdout",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        base.toString())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        List<String> log = Files.readAllLines(out, StandardCharsets.UTF_8);
        assertThat(process.exitValue()).as(String.join(File.separator, log)).isZero();
        // Classes that the JVM loads at its start do not count.
        return log.subList(log.indexOf("begin"), log.size());
    }

    private static List<String> loaded(List<String> log, String prefix) {
        List<String> names = new ArrayList<>();
        for (String line : log) {
            int from = line.indexOf("] ");
            int name = line.lastIndexOf("] ", line.indexOf(" source:"));
            if (from >= 0 && name >= 0 && line.startsWith(prefix, name + 2)) {
                names.add(line.substring(name + 2, line.indexOf(' ', name + 2)));
            }
        }
        return names;
    }

    private static GenerateRequest request(Path base) {
        Path target = base.resolve("target");
        return new GenerateRequest(
                new GenerateRequest.Module(
                        base, "default", Set.of("default", "default-cli"), Set.of(), new HashMap<>(), "1.0-SNAPSHOT"),
                base.resolve("cookies.yaml"),
                new RuleParameters("error", Map.of("unused", "off"), "purpose-vague=error", base),
                new GenerateRequest.ArtefactChoice(
                        List.of("policy", "banner", "constants"), "com.acme.Cookies", Optional.empty()),
                new GenerateRequest.ServedAddress("cookie-charter", "/"),
                new GenerateRequest.OutputDirectories(
                        target.resolve("web"),
                        target.resolve("sources"),
                        target.resolve("cookie-charter"),
                        Optional.empty()));
    }

    /** The other process. */
    static final class Main {

        private Main() {}

        public static void main(String[] arguments) throws Exception {
            Path base = Path.of(arguments[0]);
            GenerateRequest request = request(base);
            System.out.println();
            System.out.println("begin");
            GoalResult result = GenerateGoal.run(request);
            GoalResult.Done done = (GoalResult.Done) result;
            boolean fresh = done.fresh();
            System.out.println();
            System.out.println(done.reminder());
            System.out.println(fresh ? "fresh: true" : "fresh: false");
        }
    }
}
