package io.github.cookiecharter.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests files of others in the folders of a build. */
@SuppressWarnings("try") // a lease is held, not used
class ForeignFilesTest {

    @TempDir
    private Path temporary;

    private Path base;
    private Path web;
    private Path stateFolder;
    private Path outside;

    @BeforeEach
    void layOut() throws IOException {
        base = Files.createDirectories(temporary.toRealPath().resolve("module"));
        web = base.resolve("target/web");
        stateFolder = base.resolve("target/cookie-charter");
        outside = Files.createDirectories(base.resolveSibling("outside"));
    }

    @Test
    void aStaleFileThatWasEditedStays() throws Exception {
        publish(page("a.html", "a"), page("edited.html", "old"), page("stale.html", "old"));
        Files.writeString(web.resolve("edited.html"), "my own work");

        publish(page("a.html", "a"));

        assertThat(web.resolve("edited.html")).hasContent("my own work");
        assertThat(web.resolve("stale.html")).doesNotExist();
    }

    @Test
    void aLinkInPlaceOfAStaleFileStays() throws Exception {
        publish(page("a.html", "a"), page("stale.html", "old"));
        Files.delete(web.resolve("stale.html"));
        Path target = Files.writeString(outside.resolve("stale.html"), "old");
        Files.createSymbolicLink(web.resolve("stale.html"), target);

        publish(page("a.html", "a"));

        assertThat(web.resolve("stale.html")).isSymbolicLink().hasContent("old");
    }

    @Test
    void overwrittenForeignFilesAreReported() throws Exception {
        Files.createDirectories(web);
        Files.writeString(web.resolve("a.html"), "mine");
        Files.writeString(web.resolve("same.html"), "same");

        assertThat(publish(page("a.html", "a"), page("same.html", "same")))
                .isEqualTo(new PublishResult.Done(1, 0, List.of(web.resolve("a.html"))));
        assertThat(publish(page("a.html", "b"), page("same.html", "same"))).isEqualTo(new PublishResult.Done(1, 0));
    }

    @Test
    void aLinkInPlaceOfTheStagingFolderIsNotFollowed() throws Exception {
        Files.writeString(outside.resolve("keep.html"), "keep");
        Files.createDirectories(stateFolder);
        Files.createSymbolicLink(stateFolder.resolve(".staging"), outside);

        publish(page("a.html", "a"));

        assertThat(outside.resolve("keep.html")).hasContent("keep");
        assertThat(web.resolve("a.html")).hasContent("a");
    }

    @Test
    void aFolderThatBecameALinkIsNotRemoved() throws Exception {
        publish(page("sub/a.html", "a"));
        Files.delete(web.resolve("sub/a.html"));
        Files.delete(web.resolve("sub"));
        Files.createSymbolicLink(web.resolve("sub"), outside);

        publish(page("b.html", "b"));

        assertThat(web.resolve("sub")).isSymbolicLink();
        assertThat(outside).exists();
    }

    @Test
    void theCopyOfAStaleFileBehindALinkStays() throws Exception {
        Path classes = base.resolve("classes");
        OutputLayout copied = new OutputLayout(base, layout().roots(), Optional.of(new ResourceCopies(web, classes)));
        Outputs outputs = new Outputs(copied, stateFolder, "a", Set.of("a"), new HashMap<>());
        publish(outputs, page("sub/a.html", "a"));
        Files.createDirectories(classes);
        Files.writeString(outside.resolve("a.html"), "a");
        Files.createSymbolicLink(classes.resolve("sub"), outside);

        publish(outputs, page("b.html", "b"));

        assertThat(web.resolve("sub/a.html")).doesNotExist();
        assertThat(outside.resolve("a.html")).hasContent("a");
    }

    @Test
    void onlyTemporaryCopiesOfAKilledBuildAreDeleted() throws Exception {
        publish(page("a.html", "a"));
        Outputs killed = new Outputs(layout(), stateFolder, "a", Set.of("a"), new HashMap<>(), (prepared, target) -> {
            Files.copy(prepared, AtomicMover.temporaryCopy(target));
            throw new Killed();
        });
        assertThatThrownBy(() -> publish(killed, page("a.html", "b"))).isInstanceOf(Killed.class);
        Path copy = web.resolve(".a.html.cookie-charter");
        Path mine = Files.writeString(web.resolve(".mine.html.cookie-charter"), "mine");
        assertThat(copy).exists();

        publish(page("a.html", "a"));

        assertThat(copy).doesNotExist();
        assertThat(mine).hasContent("mine");
    }

    @Test
    void draftsOfAKilledRunAreDeletedByTheNext() throws Exception {
        Path file = base.resolve("cookies.yaml");
        Path draft = Files.writeString(base.resolve(".cookies.yaml.123.cookie-charter"), "half");
        Path mine = Files.writeString(base.resolve(".cookies.yaml.swp"), "an editor's");

        assertThat(Outputs.create(file, new byte[] {'x'})).isTrue();

        assertThat(file).hasContent("x");
        assertThat(draft).doesNotExist();
        assertThat(mine).exists();
    }

    @Test
    void aFileInPlaceOfAFolderIsReported() throws Exception {
        Files.createDirectories(web.getParent());
        Files.writeString(web, "a file");

        assertThatThrownBy(() -> publish(page("a.html", "a")))
                .isInstanceOf(OutputException.class)
                .hasMessageStartingWith(web.resolve("a.html") + " cannot be written: " + web + " is not a folder")
                .hasNoCause();
        assertThat(web).hasContent("a file");
        assertThat(stateFolder.resolve(".staging")).doesNotExist();
    }

    @Test
    void deniedPermissionIsReportedInPlainWords() {
        assertThat(IoErrors.cannotWrite(web, new AccessDeniedException(web.toString())))
                .hasMessage(web + " cannot be written: permission is denied: check the permissions of the file and of"
                        + " its folder")
                .hasNoCause();
        assertThat(IoErrors.cannotWrite(web, new IOException("No space left on device"))
                        .getMessage())
                .startsWith(web + " cannot be written: No space left on device: check its permissions");
    }

    private static Artefact page(String path, String content) {
        return Artefact.text(OutputRoot.WEB_PATH, path, content);
    }

    private OutputLayout layout() {
        return new OutputLayout(base, Map.of(OutputRoot.WEB_PATH, web, OutputRoot.REPORTS, stateFolder));
    }

    private PublishResult publish(Artefact... artefacts) throws OutputException {
        return publish(new Outputs(layout(), stateFolder, "a", Set.of("a"), new HashMap<>()), artefacts);
    }

    private static PublishResult publish(Outputs outputs, Artefact... artefacts) throws OutputException {
        try (Outputs.OutputLock lock = outputs.open()) {
            return outputs.publish(new Fingerprint(), List.of(), List.of(artefacts));
        }
    }

    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
