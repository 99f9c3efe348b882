package io.github.cookiecharter.output;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The files of one execution on disk: tells whether they are as they should be, and replaces them as one.
 *
 * <p>Each file belongs to one execution, the last that published it. In one build two executions cannot publish the
 * same file; in different builds the later one takes it over, so that changing the configuration never ends in an
 * error that only {@code clean} cures.
 */
public final class Outputs {

    /** The execution of a goal that was named on the command line: it repeats one of the module's own. */
    public static final String FROM_COMMAND_LINE = "default-cli";

    /** Keeps other builds of the module out until it is closed. */
    public interface OutputLock extends AutoCloseable {

        @Override
        void close() throws OutputException;
    }

    private static final long LOCK_TIMEOUT_MILLIS = 30_000;
    private static final String DRAFT_SUFFIX = ".cookie-charter";

    private final OutputLayout layout;
    private final StateFolder states;
    private final String execution;
    private final Map<String, String> claims;
    private final AtomicReplacer.Mover mover;

    /**
     * The outputs of one execution.
     *
     * @param layout where they lie
     * @param stateFolder where their state is kept
     * @param execution the id of the execution
     * @param known the ids of all executions of the module: files of any other are removed
     * @param claims which execution wrote which file in this build; shared by the executions of the module
     */
    public Outputs(
            OutputLayout layout, Path stateFolder, String execution, Set<String> known, Map<String, String> claims) {
        this(layout, stateFolder, execution, known, claims, new AtomicMover());
    }

    Outputs(
            OutputLayout layout,
            Path stateFolder,
            String execution,
            Set<String> known,
            Map<String, String> claims,
            AtomicReplacer.Mover mover) {
        this.layout = layout;
        this.states = new StateFolder(stateFolder, layout.base(), known);
        this.execution = execution;
        this.claims = claims;
        this.mover = mover;
    }

    /**
     * Whether all files are there, untouched, and made from these inputs. It writes nothing and takes no lock: while
     * another build is at work, the state says so.
     *
     * @return the notes of the run that made them; empty if there is something to do
     */
    public Optional<List<String>> current(Fingerprint fingerprint) throws OutputException {
        if (states.needsCleanUp()) {
            return Optional.empty();
        }
        Optional<OutputState> found = states.read(execution);
        if (found.isEmpty() || !found.get().isGeneratedFrom(fingerprint.bytes())) {
            return Optional.empty();
        }
        OutputState state = found.get();
        for (Map.Entry<String, OutputState.FileStamp> file : state.files().entrySet()) {
            Path path = layout.locate(file.getKey());
            if (claimedByOther(path).isPresent() || !FileStamps.isUnchanged(path, file.getValue())) {
                return Optional.empty();
            }
        }
        for (String file : state.files().keySet()) {
            claim(layout.locate(file));
        }
        return Optional.of(state.notes());
    }

    /**
     * Keeps other builds of the module out until the lease is closed, and clears away what a killed build and
     * executions that are gone from the module have left.
     */
    public OutputLock open() throws OutputException {
        OutputLock lock = states.lock(LOCK_TIMEOUT_MILLIS);
        try {
            cleanUp();
            return lock;
        } catch (OutputException e) {
            lock.close();
            throw e;
        }
    }

    private void cleanUp() throws OutputException {
        AtomicReplacer.deleteStaging(states);
        for (Path orphan : states.orphanedStates()) {
            Optional<OutputState> state = states.readFile(orphan);
            if (state.isPresent()) {
                new AtomicReplacer(layout, states, mover).discard(state.get(), orphan);
            }
        }
    }

    /**
     * Puts artefacts in place of those of the last run; only while the lease of {@link #open} is held. Files with the
     * same bytes are not touched; files that the last run wrote and this one does not are removed.
     *
     * @param notes lines that {@link #current} gives back
     */
    public PublishResult publish(Fingerprint fingerprint, List<String> notes, List<Artefact> artefacts)
            throws OutputException {
        Optional<PublishResult.Conflict> conflict = conflict(artefacts);
        if (conflict.isPresent()) {
            return conflict.get();
        }
        PublishResult.Done done =
                new AtomicReplacer(layout, states, mover).publish(execution, fingerprint.bytes(), notes, artefacts);
        claim(artefacts);
        return done;
    }

    /**
     * Puts the reports of a run that failed beside the artefacts of the last good one, which stay as they are; only
     * while the lease of {@link #open} is held. Whatever runs next generates everything again.
     */
    public PublishResult publishBeside(List<Artefact> reports) throws OutputException {
        Optional<PublishResult.Conflict> conflict = conflict(reports);
        if (conflict.isPresent()) {
            return conflict.get();
        }
        PublishResult.Done done = new AtomicReplacer(layout, states, mover).publishBeside(execution, reports);
        claim(reports);
        return done;
    }

    /**
     * Puts reports in place that belong to no execution: nothing is noted of them, and nothing but they is touched.
     * Whoever generates them later takes them over.
     */
    public void placeUnowned(List<Artefact> reports) throws OutputException {
        OutputLock lock = states.lock(LOCK_TIMEOUT_MILLIS);
        try {
            new AtomicReplacer(layout, states, mover).placeUnowned(reports);
        } finally {
            lock.close();
        }
    }

    /**
     * Creates a file that is the user's from then on, whole or not at all.
     *
     * @return whether it was created; not so where there is a file already, which stays as it is
     */
    public static boolean create(Path file, byte[] content) throws OutputException {
        Path folder = file.toAbsolutePath().resolveSibling("").normalize();
        String draftPrefix = "." + file.getFileName() + ".";
        Path draft = folder.resolve(draftPrefix + System.nanoTime() + DRAFT_SUFFIX);
        try {
            Files.createDirectories(folder);
            deleteDrafts(folder, draftPrefix);
            Files.write(draft, content, StandardOpenOption.CREATE_NEW);
            // A link and no move: a move would replace what somebody else has put there meanwhile.
            try {
                Files.createLink(file, draft);
            } catch (UnsupportedOperationException | FileSystemException e) {
                if (e instanceof FileAlreadyExistsException) {
                    return false;
                }
                if (file.toFile().exists()) {
                    return false;
                }
                Files.move(draft, file);
            }
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (IOException e) {
            throw IoErrors.cannotWrite(file, e);
        } finally {
            if (!draft.toFile().delete()) {
                draft.toFile().deleteOnExit();
            }
        }
    }

    // What a killed run has left.
    private static void deleteDrafts(Path folder, String prefix) throws IOException {
        String[] names = folder.toFile().list();
        if (names != null) {
            for (String name : names) {
                if (name.startsWith(prefix) && name.endsWith(DRAFT_SUFFIX)) {
                    Files.deleteIfExists(folder.resolve(name));
                }
            }
        }
    }

    private Optional<PublishResult.Conflict> conflict(List<Artefact> artefacts) throws OutputException {
        for (Artefact artefact : artefacts) {
            Path target = layout.target(artefact);
            Optional<String> other = claimedByOther(target);
            if (other.isPresent()) {
                return Optional.of(new PublishResult.Conflict(target, other.get()));
            }
        }
        return Optional.empty();
    }

    /**
     * The artefacts in whose place somebody's own work lies: a file with other bytes, which the last run did not leave
     * so. Only while the lease of {@link #open} is held.
     */
    public List<Artefact> edited(List<Artefact> artefacts) throws OutputException {
        Optional<OutputState> found = states.read(execution);
        OutputState previous = found.isPresent() ? found.get() : OutputState.empty();
        List<Artefact> edited = new ArrayList<>();
        for (Artefact artefact : artefacts) {
            Path target = layout.target(artefact);
            OutputState.FileStamp stamp = previous.files().get(layout.display(target));
            boolean own =
                    stamp != null && (stamp.equals(OutputState.FileStamp.PENDING) || FileStamps.isUnchanged(target, stamp));
            try {
                if (!own && target.toFile().isFile() && !FileStamps.hasContent(target, artefact.content())) {
                    edited.add(artefact);
                }
            } catch (IOException e) {
                throw new OutputException("the file " + target + " cannot be read: check its permissions", e);
            }
        }
        return edited;
    }

    /** Removes what the last run wrote; for a run that has nothing to generate from. */
    public void removePublished() throws OutputException {
        if (!states.stateFile(execution).toFile().exists()) {
            return;
        }
        OutputLock lock = open();
        try {
            Optional<OutputState> state = states.read(execution);
            if (state.isPresent()) {
                new AtomicReplacer(layout, states, mover).discard(state.get(), states.stateFile(execution));
            }
        } finally {
            lock.close();
        }
    }

    private Optional<String> claimedByOther(Path file) {
        String owner = claims.get(file.toString());
        if (owner == null || owner.equals(execution) || isFromCommandLine(owner) || isFromCommandLine(execution)) {
            return Optional.empty();
        }
        return Optional.of(owner);
    }

    // Before a colon stands the goal, where several goals of one execution keep states.
    private static boolean isFromCommandLine(String execution) {
        return execution.equals(FROM_COMMAND_LINE) || execution.endsWith(":" + FROM_COMMAND_LINE);
    }

    private void claim(List<Artefact> artefacts) throws OutputException {
        for (Artefact artefact : artefacts) {
            claim(layout.target(artefact));
        }
    }

    private void claim(Path file) {
        claims.put(file.toString(), execution);
    }
}
