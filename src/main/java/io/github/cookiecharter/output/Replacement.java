package io.github.cookiecharter.output;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Replaces the files of one execution as one: prepares all that changed, notes what it is about to do, moves, removes
 * what is no longer generated, and writes the state last. Killed at any point it leaves each file old or new, and a
 * state from which the next run finds everything that is its own.
 */
final class Replacement {

    private final Layout layout;
    private final StateFolder states;
    private final Mover mover;

    Replacement(Layout layout, StateFolder states, Mover mover) {
        this.layout = layout;
        this.states = states;
        this.mover = mover;
    }

    /** Moves one prepared file into its place. */
    interface Mover {
        void move(Path prepared, Path target) throws IOException;
    }

    /** Moves in one step of the file system, across file systems by way of a copy beside the target. */
    static final class AtomicMover implements Mover {

        @Override
        public void move(Path prepared, Path target) throws IOException {
            try {
                Files.move(prepared, target, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Path beside = target.resolveSibling("." + target.getFileName() + ".cookie-charter");
                Files.copy(prepared, beside, StandardCopyOption.REPLACE_EXISTING);
                try {
                    Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
                } catch (AtomicMoveNotSupportedException none) {
                    Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    /** A file that has other bytes than are wanted. */
    private record Change(Path prepared, Path target) {}

    /** Puts artefacts in place of those of the last run. */
    Publication.Done run(String execution, byte[] inputs, List<String> notes, List<Artefact> artefacts)
            throws OutputException {
        return run(execution, inputs, notes, artefacts, false);
    }

    /**
     * Puts files beside those of the last run, which stay as they are. The state names all of them and no inputs, so
     * that the next run does everything again, and removes what it does not generate.
     */
    Publication.Done add(String execution, List<Artefact> artefacts) throws OutputException {
        return run(execution, new byte[0], List.of(), artefacts, true);
    }

    /** Puts files in place that no execution answers for. */
    void place(List<Artefact> artefacts) throws OutputException {
        deleteStaging(states);
        Map<String, byte[]> wanted = wanted(artefacts);
        replace(prepare(wanted), new TreeSet<>(), State.empty(), wanted);
        deleteStaging(states);
    }

    private Map<String, byte[]> wanted(List<Artefact> artefacts) throws OutputException {
        Map<String, byte[]> wanted = new TreeMap<>();
        for (Artefact artefact : artefacts) {
            if (wanted.put(layout.spell(layout.target(artefact)), artefact.content()) != null) {
                throw new IllegalArgumentException("two artefacts are called " + artefact.path());
            }
        }
        return wanted;
    }

    private Publication.Done run(
            String execution, byte[] inputs, List<String> notes, List<Artefact> artefacts, boolean beside)
            throws OutputException {
        Optional<State> found = states.read(execution);
        State former = found.isPresent() ? found.get() : State.empty();
        Map<String, byte[]> wanted = wanted(artefacts);
        Set<String> owned = new TreeSet<>(wanted.keySet());
        if (execution.equals(Outputs.FROM_COMMAND_LINE)) {
            owned.removeAll(filesOfOthers(execution));
        }
        boolean ownsAll = owned.size() == wanted.size();
        State next = new State(ownsAll ? inputs : new byte[0], notes, roots(), new TreeSet<>(), new TreeMap<>());
        NavigableSet<String> stale = new TreeSet<>();
        if (beside) {
            next.roots().addAll(former.roots());
            next.files().putAll(former.files());
        } else {
            stale.addAll(former.files().keySet());
            stale.removeAll(wanted.keySet());
        }

        List<Change> changes = prepare(wanted);
        if (!changes.isEmpty() || !stale.isEmpty()) {
            announce(execution, former, owned, changes, next);
        }
        takeOver(execution, owned);
        int removed = replace(changes, stale, former, wanted);

        next.folders().addAll(former.folders());
        removeEmptyFolders(next.folders());
        for (Map.Entry<String, byte[]> file : wanted.entrySet()) {
            if (owned.contains(file.getKey())) {
                next.files().put(file.getKey(), Stamps.of(layout.locate(file.getKey()), file.getValue()));
            }
        }
        save(next, states.file(execution));
        deleteStaging(states);
        return new Publication.Done(changes.size(), removed);
    }

    /** Removes everything that a state lists, and then the state. */
    void discard(State state, Path file) throws OutputException {
        for (String stale : state.files().keySet()) {
            remove(stale, state.roots());
        }
        removeEmptyFolders(state.folders());
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw refused(file, e);
        }
    }

    private NavigableSet<String> roots() {
        NavigableSet<String> roots = new TreeSet<>();
        for (Path root : layout.roots().values()) {
            roots.add(layout.spell(root));
        }
        return roots;
    }

    private List<Change> prepare(Map<String, byte[]> wanted) throws OutputException {
        List<Change> changes = new ArrayList<>();
        Path target = states.staging();
        try {
            for (Map.Entry<String, byte[]> file : wanted.entrySet()) {
                target = layout.locate(file.getKey());
                if (Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
                    throw new OutputException("a folder is in the way of the file " + target + ": move it elsewhere");
                }
                if (!Stamps.holds(target, file.getValue())) {
                    Files.createDirectories(states.staging());
                    Path prepared = states.staging().resolve(Integer.toString(changes.size()));
                    Files.write(prepared, file.getValue());
                    changes.add(new Change(prepared, target));
                }
            }
        } catch (IOException e) {
            throw refused(target, e);
        }
        return changes;
    }

    // Before the first file is moved, the state names all that may be there afterwards, and no inputs: whatever
    // happens,
    // the next run does everything again, and knows which files are its own.
    private void announce(String execution, State former, Set<String> owned, List<Change> changes, State next)
            throws OutputException {
        State open = State.empty();
        open.roots().addAll(former.roots());
        open.roots().addAll(next.roots());
        open.files().putAll(former.files());
        for (String file : owned) {
            open.files().put(file, State.Stamp.OPEN);
        }
        for (Change change : changes) {
            Path folder = change.target().getParent();
            while (folder != null && !Files.exists(folder)) {
                former.folders().add(layout.spell(folder));
                folder = folder.getParent();
            }
        }
        open.folders().addAll(former.folders());
        save(open, states.file(execution));
    }

    // A goal on the command line repeats an execution of the module and may never run again: what it would take over
    // nobody would remove.
    private Set<String> filesOfOthers(String execution) throws OutputException {
        Set<String> files = new TreeSet<>();
        for (Path file : states.others(execution)) {
            Optional<State> other = states.readFile(file);
            if (other.isPresent()) {
                files.addAll(other.get().files().keySet());
            }
        }
        return files;
    }

    // A file belongs to the execution that wrote it last. The former owner forgets it and, when it runs again, finds
    // that it is not finished.
    private void takeOver(String execution, Set<String> owned) throws OutputException {
        for (Path file : states.others(execution)) {
            Optional<State> other = states.readFile(file);
            if (other.isPresent() && other.get().files().keySet().removeAll(owned)) {
                State state = other.get();
                save(new State(new byte[0], List.of(), state.roots(), state.folders(), state.files()), file);
            }
        }
    }

    private int replace(List<Change> changes, NavigableSet<String> stale, State former, Map<String, byte[]> wanted)
            throws OutputException {
        for (Change change : changes) {
            try {
                Files.createDirectories(change.target().getParent());
                mover.move(change.prepared(), change.target());
            } catch (IOException e) {
                throw refused(change.target(), e);
            }
        }
        int removed = 0;
        for (String file : stale) {
            if (!isAnotherSpelling(file, wanted) && remove(file, former.roots())) {
                removed++;
            }
        }
        return removed;
    }

    // Where the file system does not tell capital letters apart, the stale file may be the new one.
    private boolean isAnotherSpelling(String stale, Map<String, byte[]> wanted) throws OutputException {
        Path path = layout.locate(stale);
        try {
            for (String file : wanted.keySet()) {
                if (file.equalsIgnoreCase(stale) && Files.exists(path) && Files.isSameFile(path, layout.locate(file))) {
                    return true;
                }
            }
        } catch (IOException e) {
            throw refused(path, e);
        }
        return false;
    }

    private boolean remove(String file, NavigableSet<String> roots) throws OutputException {
        Path path = layout.locate(file);
        try {
            for (String root : roots) {
                Path folder = layout.locate(root);
                if (path.startsWith(folder) && !path.equals(folder) && !Layout.leadsOut(folder, path)) {
                    removeCopy(path);
                    return !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS) && Files.deleteIfExists(path);
                }
            }
            return false;
        } catch (IOException e) {
            throw refused(path, e);
        }
    }

    // A copy with other bytes is somebody else's.
    private void removeCopy(Path path) throws IOException {
        Optional<Path> copy = layout.copies().flatMap(copies -> copies.of(path));
        if (copy.isPresent()
                && Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
                && Stamps.holds(copy.get(), Files.readAllBytes(path))) {
            Files.delete(copy.get());
        }
    }

    private void removeEmptyFolders(NavigableSet<String> folders) throws OutputException {
        for (String folder : new ArrayList<>(folders.descendingSet())) {
            Path path = layout.locate(folder);
            try {
                if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                    folders.remove(folder);
                } else if (isEmpty(path)) {
                    Files.delete(path);
                    folders.remove(folder);
                }
            } catch (NoSuchFileException | DirectoryNotEmptyException e) {
                // Somebody else was faster: the folder is theirs.
                folders.remove(folder);
            } catch (IOException e) {
                throw refused(path, e);
            }
        }
    }

    private static boolean isEmpty(Path folder) {
        String[] names = folder.toFile().list();
        return names != null && names.length == 0;
    }

    private void save(State state, Path file) throws OutputException {
        try {
            if (state.inputs().length == 0
                    && state.files().isEmpty()
                    && state.folders().isEmpty()) {
                Files.deleteIfExists(file);
                return;
            }
            Files.createDirectories(states.staging());
            Path prepared = states.staging().resolve("state");
            Files.write(prepared, state.write());
            new AtomicMover().move(prepared, file);
        } catch (IOException e) {
            throw refused(file, e);
        }
    }

    /** Deletes what a build has prepared and not moved. */
    static void deleteStaging(StateFolder states) throws OutputException {
        Path staging = states.staging();
        String[] names = staging.toFile().list();
        try {
            if (names != null) {
                for (String name : names) {
                    Files.deleteIfExists(staging.resolve(name));
                }
            }
            Files.deleteIfExists(staging);
        } catch (IOException e) {
            throw refused(staging, e);
        }
    }

    private static OutputException refused(Path path, IOException e) {
        return new OutputException(
                path + " cannot be written: check its permissions, the space on the disk, and whether another program"
                        + " has it open",
                e);
    }
}
