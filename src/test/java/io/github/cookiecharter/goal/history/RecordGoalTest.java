package io.github.cookiecharter.goal.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.goal.GoalResult;
import io.github.cookiecharter.output.Artefact;
import io.github.cookiecharter.output.OutputRoot;
import io.github.cookiecharter.output.WebManifest;
import io.github.cookiecharter.report.ConsoleLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records a charter, finds it again, and shows its history on the page. */
class RecordGoalTest {

    private static final String CHANGED =
            HistoryModule.DECLARATION.replace("13 months", "12 months").replace("2026-11-01", "2026-12-01");

    @TempDir
    private Path temporary;

    private HistoryModule module;

    @BeforeEach
    void declare() throws IOException {
        module = new HistoryModule(temporary.toRealPath()).declare(HistoryModule.DECLARATION);
    }

    private static GoalResult.Done done(GoalResult result) {
        assertThat(result).isInstanceOf(GoalResult.Done.class);
        return (GoalResult.Done) result;
    }

    private static String hash(GoalResult result) {
        String summary = done(result).summary();
        return summary.substring(summary.length() - 64);
    }

    @Test
    void recordsTheCharterOnce() throws Exception {
        GoalResult.Done first = done(module.record());
        assertThat(first.summary())
                .matches("Cookie charter: recorded cookies[.]history/2026-11-01-r[0-9]+[.]zip, charter [0-9a-f]{64}");
        assertThat(first.fresh()).isTrue();
        byte[] bytes =
                Files.readAllBytes(module.history().resolve(module.recorded().get(0)));
        GoalResult.Done second = done(module.record());
        assertThat(second.summary())
                .startsWith("Cookie charter: nothing to record, the charter is already cookies.history/");
        assertThat(second.fresh()).isFalse();
        assertThat(module.recorded()).hasSize(1);
        Files.delete(module.history().resolve(module.recorded().get(0)));
        module.record();
        assertThat(module.history().resolve(module.recorded().get(0))).hasBinaryContent(bytes);
    }

    @Test
    void theHashIsTheSameBeforeAndAfterItStandsInTheFiles() {
        List<Artefact> files = List.of(
                Artefact.text(
                        OutputRoot.WEB_PATH, "head.html", "<script data-charter=\"" + WebManifest.PLACEHOLDER + "\">"),
                Artefact.text(OutputRoot.WEB_PATH, "policy.html", "<p>" + WebManifest.PLACEHOLDER),
                Artefact.text(OutputRoot.WEB_PATH, "banner.js", "run()"));
        WebManifest manifest = RecordGoal.manifest(files);
        List<Artefact> complete = files.stream().map(manifest::complete).toList();
        assertThat(RecordGoal.manifest(complete).text()).isEqualTo(manifest.text());
    }

    @Test
    void twoChartersOfOneDayLieSideBySide() throws Exception {
        module.record();
        module.declare(HistoryModule.DECLARATION.replace("13 months", "12 months"))
                .record();
        module.declare(HistoryModule.DECLARATION.replace("13 months", "11 months"))
                .record();
        assertThat(module.recorded())
                .hasSize(3)
                .anyMatch(name -> name.endsWith("-2.zip"))
                .anyMatch(name -> name.endsWith("-3.zip"));
    }

    @Test
    void aCharterWithoutADateTakesTheDayOfTheRecording() throws Exception {
        module.declare(HistoryModule.DECLARATION.replace("  updated: 2026-11-01\n", ""))
                .record();
        assertThat(module.recorded()).singleElement().asString().startsWith("2026-12-24-r");
    }

    @Test
    void aCharterCannotPrecedeTheLastOne() throws Exception {
        module.declare(CHANGED).record();
        assertThat(module.declare(HistoryModule.DECLARATION).record())
                .isEqualTo(new GoalResult.Refused(
                        "the charter of 2026-11-01 cannot follow the recorded one of 2026-12-01: set"
                                + " site.updated to the day from which visitors are shown it"));
    }

    @Test
    void damagedAndForeignFilesAreReportedAndKept() throws Exception {
        module.record();
        Path recorded = module.history().resolve(module.recorded().get(0));
        byte[] half = java.util.Arrays.copyOf(Files.readAllBytes(recorded), 5000);
        Files.write(recorded, half);
        Files.writeString(module.history().resolve("backup.zip"), "anything");
        GoalResult.Done again = done(module.record());
        assertThat(again.findings())
                .extracting(ConsoleLine::text)
                .anyMatch(line ->
                        line.contains("is damaged: it cannot be read as a zip file: restore it from version control"))
                .anyMatch(line -> line.startsWith("cookies.history/backup.zip is not the name of a recorded charter"));
        assertThat(recorded).hasBinaryContent(half);
        assertThat(module.recorded()).hasSize(3).anyMatch(name -> name.endsWith("-2.zip"));
        assertThat(done(module.generate()).warnings()).hasSize(2).allMatch(line -> line.startsWith("[8,"));
    }

    @Test
    void findsTheCharterOfALogEntry() throws Exception {
        String first = hash(module.record());
        String second = hash(module.declare(CHANGED).record());
        assertThat(done(module.find(Optional.of(first.substring(0, 8)), Optional.empty()))
                        .summary())
                .startsWith("Cookie charter: found cookies.history/2026-11-01-r");
        GoalResult.Done found =
                done(module.find(Optional.of(second.toUpperCase(java.util.Locale.ROOT)), Optional.of("fr")));
        assertThat(found.findings())
                .singleElement()
                .extracting(ConsoleLine::text)
                .asString()
                .contains("shown from 2026-12-01 on");
        String page = found.summary().substring(found.summary().indexOf("-> ") + 3);
        assertThat(module.base().resolve(page)).content().contains("Compter les visites");
        assertThat(module.find(Optional.of(second), Optional.of("de"))).isInstanceOf(GoalResult.Failed.class);
        assertThat(module.find(Optional.of(second), Optional.of("../../x"))).isInstanceOf(GoalResult.Failed.class);
        assertThat(module.find(Optional.of("0123456789"), Optional.empty()))
                .isInstanceOfSatisfying(
                        GoalResult.Failed.class,
                        failed -> assertThat(failed.message())
                                .startsWith("no recorded charter has the hash 0123456789: cookies.history holds 2"));
        assertThat(module.find(Optional.of("xyz"), Optional.empty())).isInstanceOf(GoalResult.Refused.class);
    }

    /** The record contains the page, so recording must not change it. */
    @Test
    void thePageIsTheSameBeforeAndAfterItIsRecorded() throws Exception {
        module.record();
        for (String declaration : new String[] {CHANGED, CHANGED.replace("  updated: 2026-12-01\n", "")}) {
            module.declare(declaration).generate();
            String before = module.web("policy.fr.html") + module.web("policy.en.md");
            module.record();
            module.generate();
            assertThat(module.web("policy.fr.html") + module.web("policy.en.md"))
                    .isEqualTo(before);
            assertThat(before).contains("Durée", "12\u00a0mois (auparavant\u00a0: 13\u00a0mois)");
            assertThat(done(module.record()).fresh()).isFalse();
        }
    }

    @Test
    void anUnchangedBuildNoticesARecordedCharter() throws Exception {
        module.declare(CHANGED);
        assertThat(done(module.generate()).fresh()).isTrue();
        assertThat(done(module.generate()).fresh()).isFalse();
        assertThat(module.web("policy.en.html")).contains("Nothing has changed so far.");
        module.declare(HistoryModule.DECLARATION).record();
        module.declare(CHANGED);
        assertThat(done(module.generate()).fresh()).isTrue();
        assertThat(module.web("policy.en.html")).contains("12 months (previously: 13 months)");
        assertThat(done(module.generate()).fresh()).isFalse();
    }

    @Test
    void aPageWithoutTheSectionIgnoresTheFolder() throws Exception {
        module.declare(HistoryModule.DECLARATION.replace(", history], history: 3", "]"));
        module.generate();
        Files.createDirectories(module.history());
        Files.writeString(module.history().resolve("2026-11-01-r1.zip"), "damaged");
        GoalResult.Done done = done(module.generate());
        assertThat(done.fresh()).isFalse();
        assertThat(done.warnings()).isEmpty();
    }

    @Test
    void asManyReleasesAsTheDeclarationSays() throws Exception {
        for (int month = 1; month <= 6; month++) {
            module.declare(HistoryModule.DECLARATION
                            .replace("13 months", month + " months")
                            .replace("2026-11-01", "2026-0" + month + "-01"))
                    .record();
        }
        module.generate();
        assertThat(module.web("policy.en.md").lines().filter(line -> line.startsWith("### ") && line.endsWith("2026")))
                .containsExactly("### 1 June 2026", "### 1 May 2026", "### 1 April 2026");
    }
}
