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
 * The files of one execution on disk: checks whether they are up to date, and replaces them together.
 *
 * <p>Each file belongs to one execution, the last that published it. In one build two executions cannot publish the
 * same file; in different builds the later one takes it over, so that a changed configuration never causes an error
 * that needs {@code clean}.
 */
public final class Outputs {

    /** The execution id of a goal that is run from the command line, which repeats one of the module's executions. */
    public static final String FROM_COMMAND_LINE = "default-cli";

    /** A lock that keeps other builds of the module out until it is closed. */
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
     * Creates the outputs of one execution.
     *
     * @param layout the locations of the files
     * @param stateFolder the folder of the module's states
     * @param execution the id of the execution
     * @param known the ids of all executions of the module: files of any other are removed
     * @param claims the execution that wrote each file in this build, by absolute path; shared by the executions of the
     *     module
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
     * Checks whether all files exist unchanged and were generated from these inputs. It writes nothing and takes no
     * lock: while another build writes, the state has no inputs.
     *
     * @return the notes of the run that generated the files; empty if the files are out of date
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
     * Locks the module for other builds until the lock is closed, and removes what a killed build and removed
     * executions left behind.
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
     * Replaces the artefacts of the last run; only while the lock of {@link #open} is held. Files with the same bytes
     * stay untouched; files that the last run wrote and this one does not are removed.
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
     * Writes the reports of a failed run beside the artefacts of the last successful one, which stay unchanged; only
     * while the lock of {@link #open} is held. The next run generates everything again.
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
     * Writes reports that belong to no execution: no state lists them, and no other file changes. An execution that
     * generates them later becomes their owner.
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
     * Creates a file that belongs to the user from then on, completely or not at all.
     *
     * @return whether the file was created; false if it exists already, in which case it stays unchanged
     */
    public static boolean create(Path file, byte[] content) throws OutputException {
        Path folder = file.toAbsolutePath().resolveSibling("").normalize();
        String draftPrefix = "." + file.getFileName() + ".";
        Path draft = folder.resolve(draftPrefix + System.nanoTime() + DRAFT_SUFFIX);
        try {
            Files.createDirectories(folder);
            deleteDrafts(folder, draftPrefix);
            Files.write(draft, content, StandardOpenOption.CREATE_NEW);
            // A link and not a move: a move would replace a file that was created in the meantime.
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

    // Drafts that a killed run left behind.
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
     * Returns the artefacts whose file exists with other bytes that the last run did not write, that is, files that the
     * user edited. Only while the lock of {@link #open} is held.
     */
    public List<Artefact> edited(List<Artefact> artefacts) throws OutputException {
        Optional<OutputState> found = states.read(execution);
        OutputState previous = found.isPresent() ? found.get() : OutputState.empty();
        List<Artefact> edited = new ArrayList<>();
        for (Artefact artefact : artefacts) {
            Path target = layout.target(artefact);
            OutputState.FileStamp stamp = previous.files().get(layout.display(target));
            boolean own = stamp != null
                    && (stamp.equals(OutputState.FileStamp.PENDING) || FileStamps.isUnchanged(target, stamp));
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

    /** Removes the files of the last run; for a run without a declaration. */
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

    // If several goals of one execution keep states, the id begins with the goal and a colon.
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
