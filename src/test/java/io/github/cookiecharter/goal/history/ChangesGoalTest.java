package io.github.cookiecharter.goal.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.goal.GoalResult;
import io.github.cookiecharter.judge.Html;
import io.github.cookiecharter.project.Golden;
import io.github.cookiecharter.report.ConsoleLine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compares a charter with an earlier one, wherever that is. */
class ChangesGoalTest {

    private static final Path GOLDEN = Path.of("src/test/resources/io/github/cookiecharter/goal/history");

    private static final String CHANGED = HistoryModule.DECLARATION
                    .replace("13 months", "12 months")
                    .replace("Compter les visites", "'<script>alert(1)</script> | *faux* [lien](x)'")
                    .replace(
                            "    cookies: {",
                            "    scripts: [ \"https://stats.example/m.js?a=1&b='2'\" ]\n    cookies: {")
            + "  chat:\n    category: preferences\n    name: \"Chat & <b>Co</b>\"\n"
            + "    purpose: Talk to us\n    cookies: { chat: { lifetime: 1 day, http-only: true } }\n";

    @TempDir
    private Path temporary;

    private HistoryModule module;

    @BeforeEach
    void record() throws Exception {
        module = new HistoryModule(temporary.toRealPath()).declare(HistoryModule.DECLARATION);
        module.record();
        module.generate();
    }

    @Test
    void theReportsAreAsTheyWereRead() throws Exception {
        Path before = Files.move(
                module.base().resolve("web/cookie-charter/charter.json"),
                module.base().resolve("charter.json"));
        module.declare(CHANGED).changes(Optional.of(before), "never");
        Golden.check(GOLDEN.resolve("changes.md"), module.report("changes.md"));
        Golden.check(GOLDEN.resolve("changes.html"), module.report("changes.html"));
        assertThat(Html.check(module.report("changes.html"))).isEmpty();
    }

    @Test
    void comparesWithTheLastRecordedCharter() throws Exception {
        GoalResult same = module.changes(Optional.empty(), "any");
        assertThat(same).isInstanceOf(GoalResult.Done.class);
        assertThat(((GoalResult.Done) same).summary())
                .startsWith("Cookie charter: no change since cookies.history/2026-11-01-r");
        GoalResult changed = module.declare(CHANGED).changes(Optional.empty(), "reask");
        assertThat(changed).isInstanceOf(GoalResult.Failed.class);
        GoalResult.Failed failed = (GoalResult.Failed) changed;
        assertThat(failed.message())
                .endsWith("visitors are asked again (failOnChange=reask): see reports/changes.html");
        assertThat(failed.findings())
                .extracting(ConsoleLine::text)
                .contains(
                        "  - the lifetime of _pk_id.* (Matomo) went from 13 to 12 months",
                        "Visitors are asked again, because:");
    }

    /** A file that somebody names may contain anything. */
    @Test
    void aTextCannotControlTheTerminal() throws Exception {
        Path charter = module.base().resolve("charter.json");
        String hostile = module.web("charter.json").replace("Matomo", "Mat\\u001b[31m\\nomo\\u202e");
        Files.writeString(charter, hostile);
        GoalResult.Done done = (GoalResult.Done) module.changes(Optional.of(charter), "never");
        assertThat(done.findings())
                .extracting(ConsoleLine::text)
                .anyMatch(line -> line.contains("Mat\\u001B[31m"))
                .noneMatch(line -> line.chars().anyMatch(c -> c < ' ' || c == '\u202e'));
        assertThat(Html.check(module.report("changes.html"))).isEmpty();
    }

    @Test
    void failsOnlyOnTheChangeThatTheParameterNames() throws Exception {
        module.declare(HistoryModule.DECLARATION.replace("25 months", "24 months"));
        assertThat(module.changes(Optional.empty(), "never")).isInstanceOf(GoalResult.Done.class);
        assertThat(module.changes(Optional.empty(), "reask")).isInstanceOf(GoalResult.Done.class);
        assertThat(module.changes(Optional.empty(), "any")).isInstanceOf(GoalResult.Failed.class);
        assertThat(module.changes(Optional.empty(), "all"))
                .isEqualTo(new GoalResult.Refused("the parameter failOnChange is 'all': write never, reask or any"));
    }

    @Test
    void readsArchivesAndRefusesWhatIsNone() throws Exception {
        Path charter = module.base().resolve("web/cookie-charter/charter.json");
        assertThat(module.changes(Optional.of(charter), "any")).isInstanceOf(GoalResult.Done.class);
        Path jar = module.base().resolve("shop.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new ZipEntry("META-INF/resources/cookie-charter/charter.json"));
            zip.write(Files.readAllBytes(charter));
        }
        assertThat(module.changes(Optional.of(jar), "any")).isInstanceOf(GoalResult.Done.class);
        Path recorded = module.history().resolve(module.recorded().get(0));
        assertThat(module.changes(Optional.of(recorded), "any")).isInstanceOf(GoalResult.Done.class);
        assertThat(refusal(module.base().resolve("cookies.yaml"))).contains("which is no valid JSON");
        assertThat(refusal(module.base().resolve("nothing.json"))).contains("which does not exist");
        Files.writeString(module.base().resolve("broken.jar"), "PK");
        assertThat(refusal(module.base().resolve("broken.jar"))).contains("which cannot be read as an archive");
    }

    private String refusal(Path since) throws Exception {
        return module.changes(Optional.of(since), "any").toString();
    }

    @Test
    void withoutARecordedCharterSaysWhatToDo() throws Exception {
        Files.delete(module.history().resolve(module.recorded().get(0)));
        assertThat(module.changes(Optional.empty(), "never"))
                .isEqualTo(new GoalResult.Refused("the parameter since is needed, because no charter is recorded in"
                        + " cookies.history: run 'mvn cookie-charter:record' at each release, or name a charter.json or a"
                        + " released artifact"));
    }
}
