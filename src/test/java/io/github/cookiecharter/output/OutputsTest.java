package io.github.cookiecharter.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("try") // a lease is held, not used
class OutputsTest {

    private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

    @TempDir
    private Path temporary;

    private Path base;
    private Path web;
    private Path sources;
    private Path stateFolder;

    @BeforeEach
    void layOut() throws IOException {
        base = Files.createDirectories(temporary.toRealPath().resolve("module"));
        web = base.resolve("target/web/charter");
        sources = base.resolve("target/sources");
        stateFolder = base.resolve("target/cookie-charter");
    }

    @Test
    void writesFilesThatAreThenCurrent() throws Exception {
        assertThat(current("a", "1")).isFalse();

        PublishResult done = publish("a", "1", page("policy.html", "one"), source("com/acme/Cookies.java", "two"));

        assertThat(done).isEqualTo(new PublishResult.Done(2, 0));
        assertThat(web.resolve("policy.html")).hasContent("one");
        assertThat(sources.resolve("com/acme/Cookies.java")).hasContent("two");
        assertThat(current("a", "1")).isTrue();
        assertThat(current("a", "2")).isFalse();
        assertThat(stateFolder.resolve(".staging")).doesNotExist();
    }

    @Test
    void returnsTheNotesUnchanged() throws Exception {
        Outputs outputs = outputs("a", Set.of("a"), new HashMap<>());
        List<String> notes = List.of("4 cookies -> target", "C:\\new\nline ünïcode", "");
        try (Outputs.OutputLock lock = outputs.open()) {
            outputs.publish(fingerprint("1"), notes, List.of(page("policy.html", "one")));
        }

        assertThat(outputs("a", Set.of("a"), new HashMap<>()).current(fingerprint("1")))
                .contains(notes);
    }

    @Test
    void leavesFilesWithTheSameBytesUntouched() throws Exception {
        publish("a", "1", page("policy.html", "one"), page("policy.css", "style"));
        age("policy.html", "policy.css");

        PublishResult done = publish("a", "2", page("policy.html", "new"), page("policy.css", "style"));

        assertThat(done).isEqualTo(new PublishResult.Done(1, 0));
        assertThat(Files.getLastModifiedTime(web.resolve("policy.css"))).isEqualTo(LONG_AGO);
        assertThat(Files.getLastModifiedTime(web.resolve("policy.html"))).isNotEqualTo(LONG_AGO);
        assertThat(current("a", "2")).isTrue();
    }

    @Test
    void aCheckWithoutChangeTouchesNothingAtAll() throws Exception {
        publish("a", "1", page("policy.html", "one"));
        Map<String, FileTime> before = times();

        assertThat(current("a", "1")).isTrue();

        assertThat(times()).isEqualTo(before);
    }

    @Test
    void detectsEditedAndDeletedFiles() throws Exception {
        publish("a", "1", page("policy.html", "one"), page("policy.css", "style"));
        Files.writeString(web.resolve("policy.html"), "two");
        Files.setLastModifiedTime(web.resolve("policy.html"), LONG_AGO);
        assertThat(current("a", "1")).isFalse();

        publish("a", "1", page("policy.html", "one"), page("policy.css", "style"));
        assertThat(web.resolve("policy.html")).hasContent("one");
        assertThat(current("a", "1")).isTrue();

        Files.delete(web.resolve("policy.css"));
        assertThat(current("a", "1")).isFalse();
    }

    @Test
    void copiesWithOtherModificationTimesAreCurrent() throws Exception {
        publish("a", "1", page("policy.html", "one"));
        age("policy.html");

        assertThat(current("a", "1")).isTrue();
    }

    @Test
    void aMovedModuleRecognisesItsFiles() throws Exception {
        publish("a", "1", page("policy.html", "one"), page("policy.fr.html", "un"));
        Path moved = base.resolveSibling("moved");
        Files.move(base, moved);
        base = moved;
        web = base.resolve("target/web/charter");
        sources = base.resolve("target/sources");
        stateFolder = base.resolve("target/cookie-charter");

        assertThat(current("a", "1")).isTrue();
        assertThat(publish("a", "2", page("policy.html", "one"))).isEqualTo(new PublishResult.Done(0, 1));
        assertThat(web.resolve("policy.fr.html")).doesNotExist();
    }

    @Test
    void removesWhatIsNoLongerGeneratedAndNothingElse() throws Exception {
        publish("a", "1", page("policy.html", "one"), source("com/acme/old/Cookies.java", "two"));
        Files.writeString(web.resolve("mine.html"), "mine");
        Files.createDirectories(sources.resolve("com/other"));

        PublishResult done = publish("a", "2", page("policy.html", "one"), source("com/acme/Cookies.java", "two"));

        assertThat(done).isEqualTo(new PublishResult.Done(1, 1));
        assertThat(sources.resolve("com/acme/old")).doesNotExist();
        assertThat(sources.resolve("com/acme/Cookies.java")).exists();
        assertThat(sources.resolve("com/other")).exists();
        assertThat(web.resolve("mine.html")).hasContent("mine");
    }

    @Test
    void reportsBesideTheLastRunKeepItsFilesAndOutdateIt() throws Exception {
        publish("a", "1", page("policy.html", "one"), report("findings.html", "good"));
        age("policy.html");
        Outputs outputs = outputs("a", Set.of("a"), new HashMap<>());

        assertThat(publishBeside(outputs, report("findings.html", "bad"), report("findings.sarif", "bad")))
                .isEqualTo(new PublishResult.Done(2, 0));

        assertThat(web.resolve("policy.html")).hasContent("one");
        assertThat(Files.getLastModifiedTime(web.resolve("policy.html"))).isEqualTo(LONG_AGO);
        assertThat(stateFolder.resolve("findings.html")).hasContent("bad");
        assertThat(current("a", "1")).isFalse();

        assertThat(publish("a", "1", page("policy.html", "one"), report("findings.html", "good")))
                .as("one report replaced, the other removed")
                .isEqualTo(new PublishResult.Done(1, 1));
        assertThat(Files.getLastModifiedTime(web.resolve("policy.html"))).isEqualTo(LONG_AGO);
        assertThat(current("a", "1")).isTrue();
    }

    @Test
    void reportsOfRemovedExecutionsAreDeleted() throws Exception {
        publishBeside(outputs("a", Set.of("a"), new HashMap<>()), report("a/findings.html", "bad"));
        Files.writeString(stateFolder.resolve("a/mine.html"), "mine");

        publish("b", "1", page("policy.html", "one"));

        assertThat(stateFolder.resolve("a/findings.html")).doesNotExist();
        assertThat(stateFolder.resolve("a/mine.html")).hasContent("mine");
    }

    @Test
    void twoExecutionsDoNotReportIntoOneFile() throws Exception {
        Map<String, String> claims = new HashMap<>();
        Set<String> both = Set.of("a", "b");
        publishBeside(outputs("a", both, claims), report("findings.html", "a"));

        assertThat(publishBeside(outputs("b", both, claims), report("findings.html", "b")))
                .isEqualTo(new PublishResult.Conflict(stateFolder.resolve("findings.html"), "a"));
        assertThat(stateFolder.resolve("findings.html")).hasContent("a");
    }

    @Test
    void placedReportsTouchNothingElse() throws Exception {
        publish("a", "1", page("policy.html", "one"), report("findings.html", "same"));
        Map<String, FileTime> before = times();
        Outputs lint = outputs("default-cli", Set.of(), new HashMap<>());

        lint.placeUnowned(List.of(report("findings.html", "same")));

        assertThat(times().keySet()).isEqualTo(before.keySet());
        assertThat(current("a", "1")).as("the report has the same bytes").isTrue();

        lint.placeUnowned(List.of(report("findings.html", "other")));

        assertThat(stateFolder.resolve("findings.html")).hasContent("other");
        assertThat(times().keySet()).isEqualTo(before.keySet());
        assertThat(current("a", "1")).isFalse();
    }

    @Test
    void keepsAFolderThatWasThereBefore() throws Exception {
        Files.createDirectories(sources.resolve("com/acme"));
        publish("a", "1", source("com/acme/shop/Cookies.java", "two"));

        publish("a", "2", page("policy.html", "one"));

        assertThat(sources.resolve("com/acme/shop")).doesNotExist();
        assertThat(sources.resolve("com/acme")).exists();
    }

    @Test
    void deletesOldFilesWhenAFolderIsConfiguredElsewhere() throws Exception {
        publish("a", "1", page("policy.html", "one"));
        Path old = web;
        web = base.resolve("target/war/charter");

        publish("a", "2", page("policy.html", "one"));

        assertThat(old).doesNotExist();
        assertThat(web.resolve("policy.html")).hasContent("one");
    }

    @Test
    void aKilledBuildLeavesEachFileOldOrNewAndTheNextOneRepairsIt() throws Exception {
        Artefact[] former = {page("a.html", "old a"), page("b.html", "old b"), page("gone.html", "gone")};
        Artefact[] next = {
            page("a.html", "new a"), page("b.html", "new b"), page("c.html", "new c"), source("D.java", "new d")
        };
        for (int moves = 0; moves <= 4; moves++) {
            for (String revert : List.of("1", "2")) {
                Files.createDirectories(base);
                publish("a", "1", former);

                killedAfter(moves, "2", next);

                assertThat(Files.readString(web.resolve("a.html"))).isIn("old a", "new a");
                assertThat(Files.readString(web.resolve("b.html"))).isIn("old b", "new b");
                if (Files.exists(web.resolve("c.html"))) {
                    assertThat(web.resolve("c.html")).hasContent("new c");
                }
                assertThat(current("a", "1")).isFalse();
                assertThat(current("a", "2")).isFalse();

                publish("a", revert, revert.equals("1") ? former : next);
                assertThat(contents()).isEqualTo(contents(revert.equals("1") ? former : next));
                assertThat(current("a", revert)).isTrue();
                assertThat(stateFolder.resolve(".staging")).doesNotExist();
                publish("a", "3");
            }
        }
    }

    @Test
    void stagedFilesOfAKilledBuildAreDeleted() throws Exception {
        publish("a", "1", page("a.html", "a"));
        Files.createDirectories(stateFolder.resolve(".staging"));
        Files.writeString(stateFolder.resolve(".staging/0"), "half");
        assertThat(current("a", "1")).isFalse();

        try (Outputs.OutputLock lock =
                outputs("a", Set.of("a"), new HashMap<>()).open()) {
            assertThat(stateFolder.resolve(".staging")).doesNotExist();
        }
        assertThat(current("a", "1")).isTrue();
    }

    /** The resources plugin copies what is generated and forgets it: a language that is gone would stay in the jar. */
    @Test
    void copiesOfStaleFilesAreDeleted() throws Exception {
        Path classes = Files.createDirectories(base.resolve("classes"));
        OutputLayout copied = new OutputLayout(base, layout().roots(), Optional.of(new ResourceCopies(web, classes)));
        Outputs outputs = new Outputs(copied, stateFolder, "a", Set.of("a"), new HashMap<>());
        try (Outputs.OutputLock lock = outputs.open()) {
            outputs.publish(
                    fingerprint("1"),
                    List.of(),
                    List.of(page("a.html", "a"), page("b.html", "b"), page("c.html", "c"), page("d.html", "d")));
        }
        for (String copy : List.of("a", "b", "d", "own")) {
            Files.writeString(classes.resolve(copy + ".html"), copy);
        }
        Files.writeString(classes.resolve("b.html"), "edited");

        try (Outputs.OutputLock lock = outputs.open()) {
            outputs.publish(fingerprint("2"), List.of(), List.of(page("d.html", "d")));
        }

        assertThat(classes.resolve("a.html")).doesNotExist();
        assertThat(classes.resolve("b.html")).hasContent("edited");
        assertThat(classes.resolve("d.html")).hasContent("d");
        assertThat(classes.resolve("own.html")).hasContent("own");
    }

    /** An application in development mode serves the copies, and nothing copies again while it runs. */
    @Test
    void copiesOfChangedFilesAreRefreshed() throws Exception {
        Path classes = base.resolve("classes");
        OutputLayout copied = new OutputLayout(base, layout().roots(), Optional.of(new ResourceCopies(web, classes)));
        Outputs outputs = new Outputs(copied, stateFolder, "a", Set.of("a"), new HashMap<>());
        try (Outputs.OutputLock lock = outputs.open()) {
            outputs.publish(fingerprint("1"), List.of(), List.of(page("a.html", "a"), page("b.html", "b")));
        }
        assertThat(classes).doesNotExist();

        Files.createDirectories(classes);
        Files.writeString(classes.resolve("a.html"), "a");
        Files.writeString(classes.resolve("b.html"), "edited");
        try (Outputs.OutputLock lock = outputs.open()) {
            outputs.publish(
                    fingerprint("2"),
                    List.of(),
                    List.of(page("a.html", "new"), page("b.html", "new"), page("c.html", "c")));
        }

        assertThat(classes.resolve("a.html")).hasContent("new");
        assertThat(classes.resolve("b.html")).hasContent("edited");
        assertThat(classes.resolve("c.html")).hasContent("c");
    }

    @Test
    void ioErrorsAreReportedInPlainWords() throws Exception {
        publish("a", "1", page("a.html", "old"));
        Outputs outputs = new Outputs(layout(), stateFolder, "a", Set.of("a"), new HashMap<>(), (prepared, target) -> {
            throw new IOException("No space left on device");
        });
        try (Outputs.OutputLock lock = outputs.open()) {
            assertThatThrownBy(() -> outputs.publish(fingerprint("2"), List.of(), List.of(page("a.html", "new"))))
                    .isInstanceOf(OutputException.class)
                    .hasMessageContaining("a.html")
                    .hasMessageContaining("space on the disk")
                    .hasMessageNotContaining("Exception");
        }
        assertThat(web.resolve("a.html")).hasContent("old");
        assertThat(current("a", "1")).isFalse();
    }

    @Test
    void executionsDoNotDisturbEachOther() throws Exception {
        Set<String> both = Set.of("a", "b");
        Map<String, String> claims = new HashMap<>();
        publish(outputs("a", both, claims), "1", page("a.html", "a"));
        publish(outputs("b", both, claims), "1", page("b.html", "b"));

        assertThat(outputs("a", both, new HashMap<>()).current(fingerprint("1")))
                .isPresent();
        assertThat(outputs("b", both, new HashMap<>()).current(fingerprint("1")))
                .isPresent();
        assertThat(contents()).containsOnlyKeys("charter/a.html", "charter/b.html");
    }

    @Test
    void executionIdsThatDifferOnlyInCaseAreDistinct() throws Exception {
        Set<String> both = Set.of("web", "Web", "w/b");
        publish(outputs("web", both, new HashMap<>()), "1", page("a.html", "a"));
        publish(outputs("Web", both, new HashMap<>()), "2", page("b.html", "b"));
        publish(outputs("w/b", both, new HashMap<>()), "3", page("c.html", "c"));

        assertThat(outputs("web", both, new HashMap<>()).current(fingerprint("1")))
                .isPresent();
        assertThat(outputs("Web", both, new HashMap<>()).current(fingerprint("2")))
                .isPresent();
        assertThat(outputs("w/b", both, new HashMap<>()).current(fingerprint("3")))
                .isPresent();
        try (Stream<Path> files = Files.list(stateFolder)) {
            assertThat(files.map(file -> file.getFileName().toString().toLowerCase(java.util.Locale.ROOT)))
                    .doesNotHaveDuplicates()
                    .hasSize(4);
        }
    }

    @Test
    void oneFileFromTwoExecutionsOfABuildIsAConflictThatNamesTheOther() throws Exception {
        Set<String> both = Set.of("a", "b");
        Map<String, String> claims = new HashMap<>();
        publish(outputs("a", both, claims), "1", page("same.html", "a"));

        PublishResult conflict = publish(outputs("b", both, claims), "1", page("same.html", "b"), page("b.html", "b"));

        assertThat(conflict).isEqualTo(new PublishResult.Conflict(web.resolve("same.html"), "a"));
        assertThat(contents()).containsOnlyKeys("charter/same.html");
    }

    @Test
    void conflictsAreFoundEvenIfBothExecutionsAreCurrent() throws Exception {
        Set<String> both = Set.of("a", "b");
        publish(outputs("a", both, new HashMap<>()), "1", page("same.html", "x"));
        publish(outputs("b", both, new HashMap<>()), "1", page("same.html", "x"));

        Map<String, String> claims = new HashMap<>();
        publish(outputs("a", both, claims), "1", page("same.html", "x"));
        assertThat(outputs("b", both, claims).current(fingerprint("1"))).isEmpty();
        assertThat(publish(outputs("b", both, claims), "1", page("same.html", "x")))
                .isInstanceOf(PublishResult.Conflict.class);
    }

    @Test
    void executionsMaySwapTheirFilesFromOneBuildToTheNext() throws Exception {
        Set<String> both = Set.of("a", "b");
        Map<String, String> first = new HashMap<>();
        publish(outputs("a", both, first), "1", page("x.html", "a"));
        publish(outputs("b", both, first), "1", page("y.html", "b"));

        Map<String, String> second = new HashMap<>();
        assertThat(publish(outputs("a", both, second), "2", page("y.html", "a")))
                .isInstanceOf(PublishResult.Done.class);
        assertThat(publish(outputs("b", both, second), "2", page("x.html", "b")))
                .isInstanceOf(PublishResult.Done.class);

        assertThat(contents()).isEqualTo(Map.of("charter/x.html", "b", "charter/y.html", "a"));
    }

    @Test
    void aGoalOnTheCommandLineMayRepeatAnExecutionAndLeavesNothingBehind() throws Exception {
        Set<String> known = Set.of("a", Outputs.FROM_COMMAND_LINE);
        Map<String, String> claims = new HashMap<>();
        publish(outputs("a", known, claims), "1", page("x.html", "x"), page("x.fr.html", "x"));
        assertThat(publish(
                        outputs(Outputs.FROM_COMMAND_LINE, known, claims),
                        "1",
                        page("x.html", "x"),
                        page("x.fr.html", "x")))
                .isEqualTo(new PublishResult.Done(0, 0));

        assertThat(outputs("a", known, new HashMap<>()).current(fingerprint("1")))
                .isPresent();
        publish(outputs("a", known, new HashMap<>()), "2", page("x.html", "x"));

        assertThat(contents()).containsOnlyKeys("charter/x.html");
    }

    @Test
    void filesOfTheCommandLineAreTakenOverByTheModulesExecution() throws Exception {
        Set<String> known = Set.of("a", Outputs.FROM_COMMAND_LINE);
        publish(outputs(Outputs.FROM_COMMAND_LINE, known, new HashMap<>()), "1", page("x.html", "x"));
        publish(outputs("a", known, new HashMap<>()), "1", page("x.html", "x"));
        publish(outputs("a", known, new HashMap<>()), "2", page("y.html", "y"));

        assertThat(contents()).containsOnlyKeys("charter/y.html");
    }

    @Test
    void filesOfRemovedExecutionsAreDeleted() throws Exception {
        publish(outputs("a", Set.of("a", "b"), new HashMap<>()), "1", page("a.html", "a"));
        publish(outputs("b", Set.of("a", "b"), new HashMap<>()), "1", source("com/B.java", "b"));

        Outputs alone = outputs("a", Set.of("a"), new HashMap<>());
        assertThat(alone.current(fingerprint("1"))).isEmpty();
        try (Outputs.OutputLock lock = alone.open()) {
            assertThat(alone.current(fingerprint("1"))).isPresent();
        }

        assertThat(contents()).containsOnlyKeys("charter/a.html");
        assertThat(sources).doesNotExist();
    }

    @Test
    void modulesThatShareAStateFolderAreDistinct() throws Exception {
        stateFolder = base.resolveSibling("shared");
        publish("a", "1", page("a.html", "a"));
        Path first = base;
        Path firstWeb = web;
        base = Files.createDirectories(base.resolveSibling("second"));
        web = base.resolve("target/web/charter");
        sources = base.resolve("target/sources");
        publish("b", "1", page("b.html", "b"));
        publish("a", "1", page("a.html", "other a"));

        assertThat(firstWeb.resolve("a.html")).hasContent("a");
        base = first;
        web = firstWeb;
        assertThat(current("a", "1")).isTrue();
    }

    @Test
    void anotherBuildOfTheModuleWaitsForTheLock() throws Exception {
        StateFolder folder = new StateFolder(stateFolder, base, Set.of("a"));
        CountDownLatch held = new CountDownLatch(1);
        Outputs.OutputLock lock = folder.lock(0);
        Thread second = new Thread(() -> {
            try (Outputs.OutputLock late = folder.lock(20_000)) {
                held.countDown();
            } catch (OutputException e) {
                throw new IllegalStateException(e);
            }
        });
        second.start();
        // It waits, or has ended because it did not have to.
        while (second.getState() != Thread.State.TIMED_WAITING && second.getState() != Thread.State.TERMINATED) {
            Thread.onSpinWait();
        }
        assertThat(held.getCount()).isEqualTo(1);

        lock.close();

        assertThat(held.await(10, TimeUnit.SECONDS)).isTrue();
        second.join();
    }

    @Test
    void waitingForALockTimesOut() throws Exception {
        StateFolder folder = new StateFolder(stateFolder, base, Set.of("a"));
        try (Outputs.OutputLock lock = folder.lock(0)) {
            assertThatThrownBy(() -> folder.lock(60))
                    .isInstanceOf(OutputException.class)
                    .hasMessageContaining("another build of this module");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../out.html", "a/../../out.html", "", "."})
    void nothingIsWrittenOutsideTheRoots(String path) {
        assertThatThrownBy(() -> publish("a", "1", page(path, "x"))).isInstanceOf(OutputException.class);
        assertThat(contents()).isEmpty();
    }

    @Test
    void aLinkThatLeadsOutOfARootIsNotFollowed() throws Exception {
        Path outside = Files.createDirectories(base.resolveSibling("outside"));
        Files.writeString(outside.resolve("keep.html"), "keep");
        publish("a", "1", page("sub/keep.html", "mine"));
        Files.delete(web.resolve("sub/keep.html"));
        Files.delete(web.resolve("sub"));
        Files.createSymbolicLink(web.resolve("sub"), outside);

        assertThatThrownBy(() -> publish("a", "2", page("sub/new.html", "x")))
                .isInstanceOf(OutputException.class)
                .hasMessageContaining("outside");
        publish("a", "3", page("other.html", "x"));

        assertThat(outside.resolve("keep.html")).hasContent("keep");
    }

    @Test
    void aLinkInPlaceOfAFileIsReplacedAndItsTargetStays() throws Exception {
        Path outside = Files.writeString(base.resolveSibling("outside.html"), "same");
        Files.createDirectories(web);
        Files.createSymbolicLink(web.resolve("a.html"), outside);

        publish("a", "1", page("a.html", "same"));

        assertThat(web.resolve("a.html")).isRegularFile().hasContent("same");
        assertThat(Files.isSymbolicLink(web.resolve("a.html"))).isFalse();
        assertThat(outside).hasContent("same");
    }

    @Test
    void aFolderInPlaceOfAFileIsReported() throws Exception {
        Files.createDirectories(web.resolve("policy.html"));

        assertThatThrownBy(() -> publish("a", "1", page("policy.html", "x")))
                .isInstanceOf(OutputException.class)
                .hasMessageContaining("a folder is in the way");
    }

    @Test
    void unreadableStatesAreIgnored() throws Exception {
        publish("a", "1", page("a.html", "a"));
        byte[] state = Files.readAllBytes(stateFolder.resolve("a.state"));
        for (int length = 0; length < state.length; length++) {
            assertThat(OutputState.parse(java.util.Arrays.copyOf(state, length)))
                    .isEmpty();
        }
        Files.writeString(stateFolder.resolve("a.state"), "cookie-charter state 99\n");
        assertThat(current("a", "1")).isFalse();
        assertThat(publish("a", "1", page("a.html", "a"))).isEqualTo(new PublishResult.Done(0, 0));
    }

    @Test
    void inputsWithOtherBoundariesAreDifferent() {
        Fingerprint one = new Fingerprint();
        one.add("a", "b\nc 1\nd");
        Fingerprint two = new Fingerprint();
        two.add("a", "b");
        two.add("c", "d");

        assertThat(one.bytes()).isNotEqualTo(two.bytes());
    }

    @Test
    void aFolderIsFingerprintedByItsFiles() throws Exception {
        Path templates = Files.createDirectories(base.resolve("templates/policy"));
        Files.writeString(templates.resolve("page.mustache"), "x");
        byte[] before = folder();
        Files.writeString(templates.resolve("page.mustache~"), "editor's copy");
        assertThat(folder()).isEqualTo(before);
        Files.writeString(templates.resolve("page.mustache"), "y");
        assertThat(folder()).isNotEqualTo(before);

        assertThatThrownBy(() -> new Fingerprint().addFolder("t", base.resolve("none"), ""))
                .isInstanceOf(OutputException.class)
                .hasMessageContaining("none");
    }

    private byte[] folder() throws OutputException {
        Fingerprint fingerprint = new Fingerprint();
        fingerprint.addFolder("templates", base.resolve("templates"), ".mustache");
        return fingerprint.bytes();
    }

    private static Artefact page(String path, String content) {
        return Artefact.text(OutputRoot.WEB_PATH, path, content);
    }

    private static Artefact report(String path, String content) {
        return Artefact.text(OutputRoot.REPORTS, path, content);
    }

    private static Artefact source(String path, String content) {
        return Artefact.text(OutputRoot.SOURCES, path, content);
    }

    private static Fingerprint fingerprint(String value) {
        Fingerprint fingerprint = new Fingerprint();
        fingerprint.add("value", value);
        return fingerprint;
    }

    private OutputLayout layout() {
        return new OutputLayout(
                base, Map.of(OutputRoot.WEB_PATH, web, OutputRoot.SOURCES, sources, OutputRoot.REPORTS, stateFolder));
    }

    private Outputs outputs(String execution, Set<String> known, Map<String, String> claims) {
        return new Outputs(layout(), stateFolder, execution, known, claims);
    }

    private boolean current(String execution, String value) throws OutputException {
        return outputs(execution, Set.of(execution), new HashMap<>())
                .current(fingerprint(value))
                .isPresent();
    }

    private PublishResult publish(String execution, String value, Artefact... artefacts) throws Exception {
        return publish(outputs(execution, Set.of(execution), new HashMap<>()), value, artefacts);
    }

    private static PublishResult publish(Outputs outputs, String value, Artefact... artefacts) throws Exception {
        try (Outputs.OutputLock lock = outputs.open()) {
            return outputs.publish(fingerprint(value), List.of(), List.of(artefacts));
        }
    }

    private static PublishResult publishBeside(Outputs outputs, Artefact... reports) throws Exception {
        try (Outputs.OutputLock lock = outputs.open()) {
            return outputs.publishBeside(List.of(reports));
        }
    }

    private void killedAfter(int moves, String value, Artefact... artefacts) throws Exception {
        List<Path> moved = new ArrayList<>();
        AtomicReplacer.Mover mover = (prepared, target) -> {
            if (moved.size() == moves) {
                throw new Killed();
            }
            moved.add(target);
            new AtomicMover().move(prepared, target);
            if (moved.size() == 4) {
                throw new Killed();
            }
        };
        Outputs outputs = new Outputs(layout(), stateFolder, "a", Set.of("a"), new HashMap<>(), mover);
        try (Outputs.OutputLock lock = outputs.open()) {
            assertThatThrownBy(() -> outputs.publish(fingerprint(value), List.of(), List.of(artefacts)))
                    .isInstanceOf(Killed.class);
        }
    }

    private void age(String... names) throws IOException {
        for (String name : names) {
            Files.setLastModifiedTime(web.resolve(name), LONG_AGO);
        }
    }

    /** What lies in the roots, by path below {@code target/web} and {@code target/sources}. */
    private Map<String, String> contents() {
        Map<String, String> contents = new TreeMap<>();
        for (Path root : List.of(web.getParent(), sources)) {
            if (Files.exists(root)) {
                try (Stream<Path> files = Files.walk(root)) {
                    for (Path file : files.filter(Files::isRegularFile).toList()) {
                        contents.put(root.relativize(file).toString().replace('\\', '/'), Files.readString(file));
                    }
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
        return contents;
    }

    private static Map<String, String> contents(Artefact... artefacts) {
        Map<String, String> contents = new TreeMap<>();
        for (Artefact artefact : artefacts) {
            String prefix = artefact.root() == OutputRoot.WEB_PATH ? "charter/" : "";
            contents.put(prefix + artefact.path(), new String(artefact.content(), StandardCharsets.UTF_8));
        }
        return contents;
    }

    private Map<String, FileTime> times() throws IOException {
        Map<String, FileTime> times = new TreeMap<>();
        try (Stream<Path> files = Files.walk(base)) {
            for (Path file : files.toList()) {
                times.put(file.toString(), Files.getLastModifiedTime(file));
            }
        }
        return times;
    }

    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }
}
