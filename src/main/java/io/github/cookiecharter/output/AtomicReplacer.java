package io.github.cookiecharter.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
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
 * Replaces the files of one execution as one: prepares all that changed, notes what it is about to do, moves, removes
 * what is no longer generated, and writes the state last. Killed at any point it leaves each file old or new, and a
 * state from which the next run finds everything that is its own.
 */
final class AtomicReplacer {

    private final OutputLayout layout;
    private final StateFolder states;
    private final Mover mover;
    private final StaleFileCleaner removal;

    AtomicReplacer(OutputLayout layout, StateFolder states, Mover mover) {
        this.layout = layout;
        this.states = states;
        this.mover = mover;
        this.removal = new StaleFileCleaner(layout);
    }

    /** Moves one prepared file into its place. */
    interface Mover {
        void move(Path prepared, Path target) throws IOException;
    }

    /** A file that has other bytes than are wanted. */
    private record Change(Path prepared, Path target) {}

    /** Puts artefacts in place of those of the last run. */
    PublishResult.Done run(String execution, byte[] inputs, List<String> notes, List<Artefact> artefacts)
            throws OutputException {
        return runAndClear(execution, inputs, notes, artefacts, false);
    }

    /**
     * Puts files beside those of the last run, which stay as they are. The state names all of them and no inputs, so
     * that the next run does everything again, and removes what it does not generate.
     */
    PublishResult.Done add(String execution, List<Artefact> artefacts) throws OutputException {
        return runAndClear(execution, new byte[0], List.of(), artefacts, true);
    }

    /** Puts files in place that no execution answers for. */
    void place(List<Artefact> artefacts) throws OutputException {
        deleteStaging(states);
        Map<String, byte[]> wanted = wanted(artefacts);
        try {
            replace(prepare(wanted), new TreeMap<>(), OutputState.empty(), wanted);
        } finally {
            deleteStaging(states);
        }
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

    private PublishResult.Done runAndClear(
            String execution, byte[] inputs, List<String> notes, List<Artefact> artefacts, boolean beside)
            throws OutputException {
        try {
            return run(execution, inputs, notes, artefacts, beside);
        } catch (OutputException e) {
            // A full disk is not relieved by what could not be finished.
            try {
                deleteStaging(states);
            } catch (OutputException second) {
                e.addSuppressed(second);
            }
            throw e;
        }
    }

    private PublishResult.Done run(
            String execution, byte[] inputs, List<String> notes, List<Artefact> artefacts, boolean beside)
            throws OutputException {
        Optional<OutputState> found = states.read(execution);
        OutputState former = found.isPresent() ? found.get() : OutputState.empty();
        Map<String, byte[]> wanted = wanted(artefacts);
        Set<String> owned = new TreeSet<>(wanted.keySet());
        Set<String> ofOthers = filesOfOthers(execution);
        if (execution.equals(Outputs.FROM_COMMAND_LINE)) {
            owned.removeAll(ofOthers);
        }
        boolean ownsAll = owned.size() == wanted.size();
        OutputState next =
                new OutputState(ownsAll ? inputs : new byte[0], notes, roots(), new TreeSet<>(), new TreeMap<>());
        SortedMap<String, OutputState.Stamp> stale = new TreeMap<>();
        if (beside) {
            next.roots().addAll(former.roots());
            next.files().putAll(former.files());
        } else {
            stale.putAll(former.files());
            stale.keySet().removeAll(wanted.keySet());
        }

        clearCopies(former);
        List<Change> changes = prepare(wanted);
        List<Path> strangers = strangers(changes, artefacts, former, ofOthers);
        if (!changes.isEmpty() || !stale.isEmpty()) {
            announce(execution, former, owned, changes, next);
        }
        takeOver(execution, owned);
        int removed = replace(changes, stale, former, wanted);

        next.folders().addAll(former.folders());
        NavigableSet<String> roots = new TreeSet<>(former.roots());
        roots.addAll(next.roots());
        removal.removeEmptyFolders(next.folders(), roots);
        for (Map.Entry<String, byte[]> file : wanted.entrySet()) {
            if (owned.contains(file.getKey())) {
                next.files().put(file.getKey(), FileStamps.of(layout.locate(file.getKey()), file.getValue()));
            }
        }
        save(next, states.file(execution));
        deleteStaging(states);
        return new PublishResult.Done(changes.size(), removed, strangers);
    }

    /** Removes everything that a state lists, and then the state. */
    void discard(OutputState state, Path file) throws OutputException {
        clearCopies(state);
        for (Map.Entry<String, OutputState.Stamp> stale : state.files().entrySet()) {
            removal.remove(stale.getKey(), stale.getValue(), state.roots());
        }
        removal.removeEmptyFolders(state.folders(), state.roots());
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw IoErrors.of(file, e);
        }
    }

    private NavigableSet<String> roots() {
        NavigableSet<String> roots = new TreeSet<>();
        for (Path root : layout.roots().values()) {
            roots.add(layout.spell(root));
        }
        return roots;
    }

    // A killed build may have left copies on their way to another file system.
    private void clearCopies(OutputState former) throws OutputException {
        for (Map.Entry<String, OutputState.Stamp> file : former.files().entrySet()) {
            Path copy = AtomicMover.copyBeside(layout.locate(file.getKey()));
            if (file.getValue().equals(OutputState.Stamp.OPEN) && copy.toFile().isFile()) {
                removal.remove(layout.spell(copy), OutputState.Stamp.OPEN, former.roots());
            }
        }
    }

    // What is in a report's place is a report of another goal, or of a build that kept no state.
    private List<Path> strangers(List<Change> changes, List<Artefact> artefacts, OutputState former, Set<String> others)
            throws OutputException {
        Set<Path> watched = new HashSet<>();
        for (Artefact artefact : artefacts) {
            if (artefact.root() != OutputRoot.REPORTS) {
                watched.add(layout.target(artefact));
            }
        }
        List<Path> strangers = new ArrayList<>();
        for (Change change : changes) {
            Path target = change.target();
            String file = layout.spell(target);
            if (watched.contains(target)
                    && !former.files().containsKey(file)
                    && !others.contains(file)
                    && Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
                strangers.add(target);
            }
        }
        return strangers;
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
                if (!FileStamps.holds(target, file.getValue())) {
                    Files.createDirectories(states.staging());
                    Path prepared = states.staging().resolve(Integer.toString(changes.size()));
                    Files.write(prepared, file.getValue());
                    changes.add(new Change(prepared, target));
                }
            }
        } catch (IOException e) {
            throw IoErrors.of(target, e);
        }
        return changes;
    }

    // Before the first file is moved, the state names all that may be there afterwards, and no inputs: whatever
    // happens, the next run does everything again, and knows which files are its own.
    private void announce(
            String execution, OutputState former, Set<String> owned, List<Change> changes, OutputState next)
            throws OutputException {
        OutputState open = OutputState.empty();
        open.roots().addAll(former.roots());
        open.roots().addAll(next.roots());
        open.files().putAll(former.files());
        for (String file : owned) {
            open.files().put(file, OutputState.Stamp.OPEN);
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
            Optional<OutputState> other = states.readFile(file);
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
            Optional<OutputState> other = states.readFile(file);
            if (other.isPresent() && other.get().files().keySet().removeAll(owned)) {
                OutputState state = other.get();
                save(new OutputState(new byte[0], List.of(), state.roots(), state.folders(), state.files()), file);
            }
        }
    }

    private int replace(
            List<Change> changes,
            SortedMap<String, OutputState.Stamp> stale,
            OutputState former,
            Map<String, byte[]> wanted)
            throws OutputException {
        for (Change change : changes) {
            try {
                Files.createDirectories(change.target().getParent());
                mover.move(change.prepared(), change.target());
            } catch (IOException e) {
                throw IoErrors.of(change.target(), e);
            }
        }
        int removed = 0;
        for (Map.Entry<String, OutputState.Stamp> file : stale.entrySet()) {
            if (!isAnotherSpelling(file.getKey(), wanted)
                    && removal.remove(file.getKey(), file.getValue(), former.roots())) {
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
            throw IoErrors.of(path, e);
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
            Files.write(prepared, state.write());
            new AtomicMover().move(prepared, file);
        } catch (IOException e) {
            throw IoErrors.of(file, e);
        }
    }

    /** Deletes what a build has prepared and not moved. */
    static void deleteStaging(StateFolder states) throws OutputException {
        Path staging = states.staging();
        // A link in its place may lead to somebody's files.
        String[] names = Files.isSymbolicLink(staging) ? null : staging.toFile().list();
        try {
            if (names != null) {
                for (String name : names) {
                    Files.deleteIfExists(staging.resolve(name));
                }
            }
            Files.deleteIfExists(staging);
        } catch (IOException e) {
            throw IoErrors.of(staging, e);
        }
    }
}
