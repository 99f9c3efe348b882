package io.github.cookiecharter.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Replaces the files of one execution together: stages all changed files, saves a state that announces the change,
 * moves the files, removes those that are no longer generated, and saves the final state last. A build that is killed
 * at any point leaves each file either old or new, and a state from which the next run finds all files of the
 * execution.
 */
final class AtomicReplacer {

    private final OutputLayout layout;
    private final StateFolder states;
    private final Mover mover;
    private final StaleFileCleaner cleaner;

    AtomicReplacer(OutputLayout layout, StateFolder states, Mover mover) {
        this.layout = layout;
        this.states = states;
        this.mover = mover;
        this.cleaner = new StaleFileCleaner(layout);
    }

    /** Moves one staged file to its target. */
    interface Mover {
        void move(Path prepared, Path target) throws IOException;
    }

    /** A file whose content differs from the artefact. */
    private record Change(Path prepared, Path target) {}

    /**
     * Staged files.
     *
     * @param changes the files to move
     * @param contents what the stamps of all files keep of their contents, by displayed path
     */
    private record Prepared(List<Change> changes, Map<String, FileStamps.Content> contents) {}

    /** Replaces the artefacts of the last run. */
    PublishResult.Done publish(String execution, byte[] inputs, List<String> notes, List<Artefact> artefacts)
            throws OutputException {
        return publishAndClear(execution, inputs, notes, artefacts, false);
    }

    /**
     * Writes files beside those of the last run, which stay unchanged. The state lists all of them without inputs, so
     * that the next run generates everything again and removes what it does not generate.
     */
    PublishResult.Done publishBeside(String execution, List<Artefact> artefacts) throws OutputException {
        return publishAndClear(execution, new byte[0], List.of(), artefacts, true);
    }

    /** Writes files that belong to no execution. */
    void placeUnowned(List<Artefact> artefacts) throws OutputException {
        deleteStaging(states);
        Map<String, Artefact> files = files(artefacts);
        try {
            replace(prepare(files).changes(), new TreeMap<>(), OutputState.empty(), files.keySet());
        } finally {
            deleteStaging(states);
        }
    }

    private Map<String, Artefact> files(List<Artefact> artefacts) throws OutputException {
        Map<String, Artefact> files = new TreeMap<>();
        for (Artefact artefact : artefacts) {
            if (files.put(layout.display(layout.target(artefact)), artefact) != null) {
                throw new IllegalArgumentException("two artefacts are called " + artefact.path());
            }
        }
        return files;
    }

    private PublishResult.Done publishAndClear(
            String execution, byte[] inputs, List<String> notes, List<Artefact> artefacts, boolean keepsPrevious)
            throws OutputException {
        try {
            return publish(execution, inputs, notes, artefacts, keepsPrevious);
        } catch (OutputException | RuntimeException e) {
            // On a full disk, staged files would only take up space; a deferred file may fail when it is generated.
            try {
                deleteStaging(states);
            } catch (OutputException second) {
                e.addSuppressed(second);
            }
            throw e;
        }
    }

    private PublishResult.Done publish(
            String execution, byte[] inputs, List<String> notes, List<Artefact> artefacts, boolean keepsPrevious)
            throws OutputException {
        Optional<OutputState> found = states.read(execution);
        OutputState previous = found.isPresent() ? found.get() : OutputState.empty();
        Map<String, Artefact> files = files(artefacts);
        Set<String> owned = new TreeSet<>(files.keySet());
        Set<String> otherFiles = filesOfOthers(execution);
        if (execution.equals(Outputs.FROM_COMMAND_LINE)) {
            owned.removeAll(otherFiles);
        }
        boolean ownsAll = owned.size() == files.size();
        OutputState next =
                new OutputState(ownsAll ? inputs : new byte[0], notes, roots(), new TreeSet<>(), new TreeMap<>());
        SortedMap<String, OutputState.FileStamp> stale = new TreeMap<>();
        if (keepsPrevious) {
            next.roots().addAll(previous.roots());
            next.files().putAll(previous.files());
        } else {
            stale.putAll(previous.files());
            stale.keySet().removeAll(files.keySet());
        }

        deletePartialCopies(previous);
        Prepared prepared = prepare(files);
        List<Change> changes = prepared.changes();
        List<Path> foreignFiles = foreignFiles(changes, artefacts, previous, otherFiles);
        if (!changes.isEmpty() || !stale.isEmpty()) {
            saveChangesAhead(execution, previous, owned, changes, next);
        }
        takeOver(execution, owned);
        int removed = replace(changes, stale, previous, files.keySet());

        next.folders().addAll(previous.folders());
        NavigableSet<String> roots = new TreeSet<>(previous.roots());
        roots.addAll(next.roots());
        cleaner.removeEmptyFolders(next.folders(), roots);
        for (Map.Entry<String, FileStamps.Content> file : prepared.contents().entrySet()) {
            if (owned.contains(file.getKey())) {
                next.files().put(file.getKey(), file.getValue().stampOf(layout.locate(file.getKey())));
            }
        }
        save(next, states.stateFile(execution));
        deleteStaging(states);
        return new PublishResult.Done(changes.size(), removed, foreignFiles);
    }

    /** Removes all files that a state lists, and then the state itself. */
    void discard(OutputState state, Path file) throws OutputException {
        deletePartialCopies(state);
        for (Map.Entry<String, OutputState.FileStamp> stale : state.files().entrySet()) {
            cleaner.remove(stale.getKey(), stale.getValue(), state.roots());
        }
        cleaner.removeEmptyFolders(state.folders(), state.roots());
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw IoErrors.cannotWrite(file, e);
        }
    }

    private NavigableSet<String> roots() {
        NavigableSet<String> roots = new TreeSet<>();
        for (Path root : layout.roots().values()) {
            roots.add(layout.display(root));
        }
        return roots;
    }

    // A killed build may have left copies on their way to another file system.
    private void deletePartialCopies(OutputState previous) throws OutputException {
        for (Map.Entry<String, OutputState.FileStamp> file : previous.files().entrySet()) {
            Path copy = AtomicMover.temporaryCopy(layout.locate(file.getKey()));
            if (file.getValue().equals(OutputState.FileStamp.PENDING)
                    && copy.toFile().isFile()) {
                cleaner.remove(layout.display(copy), OutputState.FileStamp.PENDING, previous.roots());
            }
        }
    }

    // Reports are left out: an existing report comes from another goal, or from a build that kept no state.
    private List<Path> foreignFiles(
            List<Change> changes, List<Artefact> artefacts, OutputState previous, Set<String> otherFiles)
            throws OutputException {
        Set<Path> ownTargets = new HashSet<>();
        for (Artefact artefact : artefacts) {
            if (artefact.root() != OutputRoot.REPORTS) {
                ownTargets.add(layout.target(artefact));
            }
        }
        List<Path> foreignFiles = new ArrayList<>();
        for (Change change : changes) {
            Path target = change.target();
            String file = layout.display(target);
            if (ownTargets.contains(target)
                    && !previous.files().containsKey(file)
                    && !otherFiles.contains(file)
                    && Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
                foreignFiles.add(target);
            }
        }
        return foreignFiles;
    }

    // Holds the bytes of one file at a time.
    private Prepared prepare(Map<String, Artefact> files) throws OutputException {
        List<Change> changes = new ArrayList<>();
        Map<String, FileStamps.Content> contents = new TreeMap<>();
        Path target = states.staging();
        try {
            for (Map.Entry<String, Artefact> file : files.entrySet()) {
                target = layout.locate(file.getKey());
                if (Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
                    throw new OutputException("a folder is in the way of the file " + target + ": move it elsewhere");
                }
                byte[] content = file.getValue().content();
                contents.put(file.getKey(), FileStamps.Content.of(content));
                if (!FileStamps.hasContent(target, content)) {
                    Files.createDirectories(states.staging());
                    Path prepared = states.staging().resolve(Integer.toString(changes.size()));
                    Files.write(prepared, content);
                    changes.add(new Change(prepared, target));
                }
            }
        } catch (IOException e) {
            throw IoErrors.cannotWrite(target, e);
        }
        return new Prepared(changes, contents);
    }

    // Before the first file is moved, the state lists all files that may exist afterwards, without inputs: if the build
    // is killed, the next run generates everything again and still recognises its own files.
    private void saveChangesAhead(
            String execution, OutputState previous, Set<String> owned, List<Change> changes, OutputState next)
            throws OutputException {
        OutputState pending = OutputState.empty();
        pending.roots().addAll(previous.roots());
        pending.roots().addAll(next.roots());
        pending.files().putAll(previous.files());
        for (String file : owned) {
            pending.files().put(file, OutputState.FileStamp.PENDING);
        }
        for (Change change : changes) {
            Path folder = change.target().getParent();
            while (folder != null && !Files.exists(folder)) {
                previous.folders().add(layout.display(folder));
                folder = folder.getParent();
            }
        }
        pending.folders().addAll(previous.folders());
        save(pending, states.stateFile(execution));
    }

    // A goal on the command line repeats an execution of the module and may never run again: files that it took over
    // would never be removed.
    private Set<String> filesOfOthers(String execution) throws OutputException {
        Set<String> files = new TreeSet<>();
        for (Path file : states.otherStates(execution)) {
            Optional<OutputState> other = states.readFile(file);
            if (other.isPresent()) {
                files.addAll(other.get().files().keySet());
            }
        }
        return files;
    }

    // A file belongs to the execution that wrote it last. Its previous owner drops it from its state and is out of date
    // when it runs again.
    private void takeOver(String execution, Set<String> owned) throws OutputException {
        for (Path file : states.otherStates(execution)) {
            Optional<OutputState> other = states.readFile(file);
            if (other.isPresent() && other.get().files().keySet().removeAll(owned)) {
                OutputState state = other.get();
                save(new OutputState(new byte[0], List.of(), state.roots(), state.folders(), state.files()), file);
            }
        }
    }

    private int replace(
            List<Change> changes,
            SortedMap<String, OutputState.FileStamp> stale,
            OutputState previous,
            Set<String> files)
            throws OutputException {
        for (Change change : changes) {
            try {
                Optional<Path> copy = ownCopy(change.target());
                Files.createDirectories(change.target().getParent());
                mover.move(change.prepared(), change.target());
                if (copy.isPresent()) {
                    refresh(copy.get(), change.target());
                }
            } catch (IOException e) {
                throw IoErrors.cannotWrite(change.target(), e);
            }
        }
        int removed = 0;
        for (Map.Entry<String, OutputState.FileStamp> file : stale.entrySet()) {
            if (!isCaseVariant(file.getKey(), files)
                    && cleaner.remove(file.getKey(), file.getValue(), previous.roots())) {
                removed++;
            }
        }
        return removed;
    }

    // The copy of a file that a former build made, and of a new file among such copies. An application in development
    // mode
    // serves it, and no later phase runs there that would copy again. A copy with other bytes is not ours.
    private Optional<Path> ownCopy(Path target) throws IOException, OutputException {
        Optional<Path> copy = layout.copies().flatMap(copies -> copies.copyOf(target));
        if (copy.isEmpty() || OutputLayout.leavesRoot(layout.copies().get().to(), copy.get())) {
            return Optional.empty();
        }
        boolean isOwn = Files.exists(copy.get(), LinkOption.NOFOLLOW_LINKS)
                ? target.toFile().isFile() && FileStamps.hasContent(copy.get(), Files.readAllBytes(target))
                : copy.get().resolveSibling(".").toFile().isDirectory();
        return isOwn ? copy : Optional.empty();
    }

    private void refresh(Path copy, Path source) throws IOException {
        Files.createDirectories(states.staging());
        Path prepared = states.staging().resolve("copy");
        Files.copy(source, prepared, StandardCopyOption.REPLACE_EXISTING);
        new AtomicMover().move(prepared, copy);
    }

    // On a case-insensitive file system, the stale file may be the new one.
    private boolean isCaseVariant(String stale, Set<String> files) throws OutputException {
        Path path = layout.locate(stale);
        try {
            for (String file : files) {
                if (file.equalsIgnoreCase(stale) && Files.exists(path) && Files.isSameFile(path, layout.locate(file))) {
                    return true;
                }
            }
        } catch (IOException e) {
            throw IoErrors.cannotWrite(path, e);
        }
        return false;
    }

    private void save(OutputState state, Path file) throws OutputException {
        try {
            if (state.inputs().length == 0
                    && state.files().isEmpty()
                    && state.folders().isEmpty()) {
                Files.deleteIfExists(file);
                return;
            }
            Files.createDirectories(states.staging());
            Path prepared = states.staging().resolve("state");
            Files.write(prepared, state.toBytes());
            new AtomicMover().move(prepared, file);
        } catch (IOException e) {
            throw IoErrors.cannotWrite(file, e);
        }
    }

    /** Deletes staged files that were not moved. */
    static void deleteStaging(StateFolder states) throws OutputException {
        Path staging = states.staging();
        // A symbolic link in its place may lead to files of the user.
        String[] names = Files.isSymbolicLink(staging) ? null : staging.toFile().list();
        try {
            if (names != null) {
                for (String name : names) {
                    Files.deleteIfExists(staging.resolve(name));
                }
            }
            Files.deleteIfExists(staging);
        } catch (IOException e) {
            throw IoErrors.cannotWrite(staging, e);
        }
    }
}
