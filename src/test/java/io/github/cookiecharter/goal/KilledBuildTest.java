package io.github.cookiecharter.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.cookiecharter.output.OutputException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Builds in JVMs of their own that are killed, disturb each other, or have no space left. */
@Tag("process")
class KilledBuildTest {

    /** How many builds are killed; {@code -Dcookie-charter.kills=200} takes some minutes. */
    private static final int KILLS = Integer.getInteger("cookie-charter.kills", 5);

    private static final int LONGEST_MILLIS = 1_500;
    private static final long SECONDS = 120;
    private static final String READY = "ready";
    private static final String FIRST = "first.yaml";
    private static final String SECOND = "second.yaml";

    @TempDir
    private Path temporary;

    private ExampleModule module;
    private final Map<String, Map<String, String>> expected = new TreeMap<>();

    @BeforeEach
    void buildBoth() throws Exception {
        module =
                new ExampleModule(Files.createDirectories(temporary.toRealPath().resolve("module")));
        declare(FIRST, "en, fr, ar", "Keep you signed in");
        declare(SECOND, "en, de", "Remember who you are");
        Path outside = Files.writeString(temporary.toRealPath().resolve("outside.html"), "outside");
        Files.createDirectories(module.web());
        Files.writeString(module.web().resolve("mine.html"), "mine");
        Files.createSymbolicLink(module.web().resolve("link.html"), outside);
        for (String declaration : List.of(SECOND, FIRST)) {
            assertThat(module.run("generate", declaration)).startsWith("Done");
            expected.put(declaration, module.artefacts());
        }
        assertThat(expected.get(FIRST).keySet())
                .isNotEqualTo(expected.get(SECOND).keySet());
    }

    private void declare(String file, String languages, String purpose) throws IOException {
        Files.writeString(module.base().resolve(file), """
                site: { name: Shop, url: "https://shop.example", languages: [%s] }
                services:
                  session:
                    category: necessary
                    purpose: %s
                    cookies: { SESSION: { lifetime: session } }
                """.formatted(languages, purpose));
    }

    @Test
    void aBuildKilledAtAnyMomentLosesNothing() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int midway = 0;
        for (int i = 0; i < KILLS; i++) {
            Process build = OwnProcess.likeThis()
                    .start(
                            Builds.class,
                            ProcessBuilder.Redirect.PIPE,
                            module.base().toString(),
                            "-1",
                            FIRST,
                            SECOND);
            try (BufferedReader out = build.inputReader()) {
                assertThat(out.readLine()).isEqualTo(READY);
                Thread.sleep(random.nextInt(LONGEST_MILLIS));
            } finally {
                build.destroyForcibly();
            }
            assertThat(build.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(build.exitValue()).as("killed, not ended").isEqualTo(137);

            if (isEachFileWhole("seed " + seed + ", kill " + i)) {
                midway++;
            }
            String next = random.nextBoolean() ? FIRST : SECOND;
            assertThat(module.run("generate", next))
                    .as("seed %s, kill %s", seed, i)
                    .startsWith("Done");
            assertThat(module.artefacts()).as("seed %s, kill %s", seed, i).isEqualTo(expected.get(next));
        }
        System.out.println(KILLS + " builds were killed, " + midway + " of them between two files; seed " + seed);
        assertThat(module.web().resolve("link.html")).isSymbolicLink();
        assertThat(temporary.resolve("outside.html")).hasContent("outside");
    }

    // True where files of both declarations lie there, or what a build had prepared.
    private boolean isEachFileWhole(String when) throws IOException {
        Map<String, String> found = module.artefacts();
        boolean prepared = found.keySet().removeIf(path -> path.contains("/.staging/"));
        for (Map.Entry<String, String> file : found.entrySet()) {
            assertThat(file.getValue())
                    .as("%s: %s", when, file.getKey())
                    .isIn(
                            expected.get(FIRST).get(file.getKey()),
                            expected.get(SECOND).get(file.getKey()));
        }
        for (String path : expected.get(FIRST).keySet()) {
            if (expected.get(SECOND).containsKey(path)) {
                assertThat(found).as(when).containsKey(path);
            }
        }
        return prepared || !expected.containsValue(found);
    }

    @Test
    void whatNoBuildWroteIsNamedWhereItIsReplaced() throws Exception {
        Files.writeString(module.web().resolve("policy.de.html"), "mine");

        assertThat(module.run("generate", SECOND))
                .contains("WARNING overwrote files that this plugin did not create:", "policy.de.html");
        assertThat(module.run("generate", FIRST)).doesNotContain("replaced what no build");
    }

    @Test
    void twoBuildsAtOnceTakeTurns() throws Exception {
        Path log = temporary.resolve("one.txt");
        Path other = temporary.resolve("other.txt");
        Process one = OwnProcess.likeThis()
                .start(
                        Builds.class,
                        ProcessBuilder.Redirect.to(log.toFile()),
                        module.base().toString(),
                        "8",
                        FIRST,
                        SECOND);
        Process two = OwnProcess.likeThis()
                .start(
                        Builds.class,
                        ProcessBuilder.Redirect.to(other.toFile()),
                        module.base().toString(),
                        "8",
                        SECOND,
                        FIRST);
        assertThat(one.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(two.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();

        assertThat(Files.readString(log)).contains("Done").doesNotContain("Refused", "Failed", "Exception");
        assertThat(Files.readString(other)).contains("Done").doesNotContain("Refused", "Failed", "Exception");
        assertThat(module.run("generate", SECOND)).startsWith("Done");
        assertThat(module.artefacts()).isEqualTo(expected.get(SECOND));
    }

    @Test
    void withoutSpaceTheLastBuildStaysAndOneLineTellsWhy() throws Exception {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"), "ulimit is POSIX");
        assertThat(module.run("generate", FIRST)).startsWith("Done");
        Path log = temporary.resolve("full.txt");
        Process build = OwnProcess.likeThis()
                .after("ulimit -f 8")
                .start(
                        Builds.class,
                        ProcessBuilder.Redirect.to(log.toFile()),
                        module.base().toString(),
                        "1",
                        SECOND);
        assertThat(build.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();

        String output = Files.readString(log).replaceFirst("(?s)^" + READY + "\n", "");
        assertThat(output.strip().lines()).as(output).hasSize(1);
        assertThat(output)
                .startsWith("Refused <module>/target/")
                .contains("cannot be written")
                .contains("the space on the disk")
                .doesNotContain("Exception", "java.", "<module>/target/cookie-charter/.staging");
        assertThat(module.artefacts()).isEqualTo(expected.get(FIRST));
        assertThat(module.run("generate", SECOND)).startsWith("Done");
        assertThat(module.artefacts()).isEqualTo(expected.get(SECOND));
    }

    /** The other process: builds the declarations in turn. */
    static final class Builds {

        private Builds() {}

        @SuppressWarnings("SystemOut")
        public static void main(String[] arguments) throws OutputException {
            ExampleModule module = new ExampleModule(Path.of(arguments[0]));
            int times = Integer.parseInt(arguments[1]);
            System.out.println(READY);
            for (int i = 0; i != times; i++) {
                String output = module.run("generate", arguments[2 + i % (arguments.length - 2)]);
                // The output of a killed process is not read, so its pipe could fill up.
                if (times > 0) {
                    System.out.println(output);
                }
            }
        }
    }
}
