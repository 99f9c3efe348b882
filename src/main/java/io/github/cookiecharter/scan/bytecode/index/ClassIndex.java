package io.github.cookiecharter.scan.bytecode.index;

import io.github.cookiecharter.scan.classpath.ClassPathEntry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;

/** All classes of the class path: the class hierarchy, the references between classes, and their code on demand. */
public final class ClassIndex {

    /** Bytes of the class files whose loaded form is cached; that form takes about thirty times as much memory. */
    private static final int MAX_CACHED_BYTES = 4 << 20;

    /** More than the files of one archive. */
    private static final int CLASS_BITS = 24;

    private static final long AFTER_OWN = 1L << 20;

    private final Map<String, IndexedClass> byName = new HashMap<>();
    private final List<IndexedClass> classes = new ArrayList<>();
    private final Map<String, List<IndexedClass>> subtypes = new HashMap<>();
    private final Set<String> changingNames = new HashSet<>();
    private final Set<String> readLibraryNames = new HashSet<>();
    private final List<ClassTable> tables = new ArrayList<>();
    private final Map<String, Optional<IndexedClass>> foundInTables = new HashMap<>();
    private final Map<String, LoadedClass> loadedClasses = new LinkedHashMap<>(64, 0.75f, true);
    private final Set<String> unreadable = new TreeSet<>();
    private FlowBudget budget;
    private Optional<ReferenceIndex> references = Optional.empty();
    private Optional<QueryTrace> trace = Optional.empty();
    private int cachedBytes;

    public ClassIndex() {
        this(new FlowBudget());
    }

    ClassIndex(FlowBudget budget) {
        this.budget = budget;
    }

    /** Returns the methods whose code was asked for and could not be followed. */
    public Iterable<FlowBudget.Unfollowed> unfollowed() {
        return budget.unfollowed();
    }

    /** Returns the classes whose code was asked for and could not be read. */
    public Set<String> unreadable() {
        return unreadable;
    }

    /** Returns the position of a class: if a library contains a class of the project as well, the own one comes first. */
    static long position(ClassPathEntry entry, int ordinal) {
        return ((entry.isOwn() ? 0 : AFTER_OWN) + entry.position()) << CLASS_BITS | ordinal;
    }

    /** Adds a class; returns false if an earlier entry of the class path has a class of this name. */
    public boolean add(IndexedClass indexed) {
        (indexed.entry().library().isPresent() ? readLibraryNames : changingNames).add(indexed.name());
        if (byName.putIfAbsent(indexed.name(), indexed) != null) {
            return false;
        }
        classes.add(indexed);
        for (String type : indexed.indexedSupertypes()) {
            subtypes.computeIfAbsent(type, any -> new ArrayList<>(2)).add(indexed);
        }
        return true;
    }

    /** Adds the classes of a library in packed form, after those of the libraries before it. */
    void add(ClassTable table) {
        tables.add(table);
    }

    /** Returns the classes that may refer to the class or member of a hash, see {@link NameHash}. */
    public List<IndexedClass> classesReferencing(int hash) {
        trace.ifPresent(recorder -> recorder.addReference(hash));
        if (references.isEmpty()) {
            references = Optional.of(new ReferenceIndex(classes));
        }
        List<IndexedClass> found = references.get().classesReferencing(hash);
        for (ClassTable table : tables) {
            table.collectReferencing(hash, found);
        }
        return visible(found);
    }

    /** Returns whether a class may refer to the class or member of a hash, see {@link NameHash}; false is certain. */
    public boolean mayReference(IndexedClass indexed, int hash) {
        trace.ifPresent(recorder -> recorder.addReference(hash));
        return indexed.mayReference(hash);
    }

    /** Returns the classes that are not hidden by one of the same name, in the order of the class path. */
    private List<IndexedClass> visible(List<IndexedClass> found) {
        if (tables.isEmpty()) {
            return found;
        }
        List<IndexedClass> visible = new ArrayList<>(found.size());
        for (IndexedClass indexed : found) {
            if (findQuietly(indexed.name()).filter(first -> first == indexed).isPresent()) {
                visible.add(indexed);
            }
        }
        visible.sort(Comparator.comparingLong(IndexedClass::position));
        return visible;
    }

    /** Returns the classes that refer to a sink, in the order of the class path. */
    public List<IndexedClass> candidates() {
        List<IndexedClass> found = new ArrayList<>();
        for (IndexedClass indexed : classes) {
            if (indexed.isCandidate()) {
                found.add(indexed);
            }
        }
        for (ClassTable table : tables) {
            table.collectCandidates(found);
        }
        return visible(found);
    }

    /** Returns the classes that can change between two builds: those of the project and of folders, not of libraries. */
    public List<IndexedClass> changingClasses() {
        List<IndexedClass> changing = new ArrayList<>();
        for (IndexedClass indexed : classes) {
            if (indexed.entry().library().isEmpty()) {
                changing.add(indexed);
            }
        }
        return changing;
    }

    /** Returns the project's own classes. */
    List<IndexedClass> ownClasses() {
        List<IndexedClass> own = new ArrayList<>();
        for (IndexedClass indexed : classes) {
            if (indexed.isOwn()) {
                own.add(indexed);
            }
        }
        return own;
    }

    /** Returns the number of the libraries' classes with different names. */
    public int countLibraryNames() {
        Set<String> names = new HashSet<>(readLibraryNames);
        for (ClassTable table : tables) {
            names.addAll(table.names());
        }
        return names.size();
    }

    /**
     * Returns the number of classes with different names.
     *
     * @param libraryNames the number of those in libraries, see {@link #countLibraryNames}
     */
    public int size(int libraryNames) {
        int size = libraryNames;
        for (String name : changingNames) {
            if (!readLibraryNames.contains(name) && findInTables(name).isEmpty()) {
                size++;
            }
        }
        return size;
    }

    /**
     * Starts to record the questions that are asked from now on. Classes that were loaded before are loaded anew, and the
     * budget begins anew, so that the answers do not depend on what was asked before.
     */
    public QueryTrace startTrace() {
        forgetLoadedClasses();
        QueryTrace recorder = new QueryTrace();
        trace = Optional.of(recorder);
        return recorder;
    }

    public void endTrace() {
        trace = Optional.empty();
    }

    private void forgetLoadedClasses() {
        loadedClasses.clear();
        unreadable.clear();
        budget = budget.renew();
        cachedBytes = 0;
    }

    public Optional<IndexedClass> find(String name) {
        trace.ifPresent(recorder -> recorder.addFound(name));
        return findQuietly(name);
    }

    private Optional<IndexedClass> findQuietly(String name) {
        Optional<IndexedClass> read = Optional.ofNullable(byName.get(name));
        if (tables.isEmpty() || read.filter(IndexedClass::isOwn).isPresent()) {
            return read;
        }
        Optional<IndexedClass> packed = foundInTables.computeIfAbsent(name, this::findInTables);
        if (read.isEmpty() || packed.isEmpty()) {
            return read.isPresent() ? read : packed;
        }
        return read.get().position() < packed.get().position() ? read : packed;
    }

    private Optional<IndexedClass> findInTables(String name) {
        int hash = NameHash.of(name);
        for (ClassTable table : tables) {
            Optional<IndexedClass> found = table.find(name, hash);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** Loads a class with its code; empty if the class path does not have it, or it cannot be read. */
    public Optional<LoadedClass> load(String name) {
        trace.ifPresent(recorder -> recorder.addLoaded(name));
        LoadedClass cached = loadedClasses.get(name);
        if (cached != null) {
            return Optional.of(cached);
        }
        Optional<IndexedClass> indexed = findQuietly(name);
        if (indexed.isEmpty() || unreadable.contains(name)) {
            return Optional.empty();
        }
        try {
            byte[] bytes = indexed.get().read();
            ClassNode node = new ClassNode();
            new ClassReader(bytes).accept(node, ClassReader.SKIP_FRAMES);
            LoadedClass loaded = new LoadedClass(indexed.get(), node, bytes.length, budget);
            cache(name, loaded);
            return Optional.of(loaded);
        } catch (IOException | RuntimeException | AssertionError e) {
            // ASM throws what the reads of a damaged class cause, such as ArrayIndexOutOfBoundsException, and errors of
            // its own.
            unreadable.add(name);
            return Optional.empty();
        }
    }

    private void cache(String name, LoadedClass loaded) {
        loadedClasses.put(name, loaded);
        cachedBytes += loaded.byteCount();
        var oldest = loadedClasses.values().iterator();
        while (cachedBytes > MAX_CACHED_BYTES && loadedClasses.size() > 1) {
            cachedBytes -= oldest.next().byteCount();
            oldest.remove();
        }
    }

    /** Returns whether a class is, extends or implements a type, as far as the class path shows. */
    public boolean isA(String name, String type) {
        return name.equals(type) || supertypes(name).contains(type);
    }

    /** Returns all types that a class extends and implements, without itself, nearest first. */
    public Set<String> supertypes(String name) {
        Set<String> found = new java.util.LinkedHashSet<>();
        collectSupertypes(name, found);
        found.remove(name);
        return found;
    }

    private void collectSupertypes(String name, Set<String> found) {
        Optional<IndexedClass> indexed = find(name);
        if (indexed.isEmpty() || found.size() > 200) {
            return;
        }
        String superName = indexed.get().superName();
        if (!superName.isEmpty() && found.add(superName)) {
            collectSupertypes(superName, found);
        }
        for (String type : indexed.get().interfaces()) {
            if (found.add(type)) {
                collectSupertypes(type, found);
            }
        }
    }

    /**
     * Returns the classes that extend or implement a class, directly or indirectly, without itself.
     *
     * @param max the limit of the search: a list longer than this means that there may be more subtypes
     */
    public List<IndexedClass> subtypes(String name, int max) {
        List<IndexedClass> found = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        List<String> pending = new ArrayList<>(List.of(name));
        for (int i = 0; i < pending.size() && found.size() <= max; i++) {
            for (IndexedClass subtype : directSubtypes(pending.get(i))) {
                if (seen.add(subtype.name())) {
                    found.add(subtype);
                    pending.add(subtype.name());
                }
            }
        }
        return found;
    }

    private List<IndexedClass> directSubtypes(String name) {
        trace.ifPresent(recorder -> recorder.addSupertype(name));
        List<IndexedClass> read = subtypes.getOrDefault(name, List.of());
        if (tables.isEmpty()) {
            return read;
        }
        List<IndexedClass> found = new ArrayList<>(read);
        for (ClassTable table : tables) {
            table.collectSubtypes(name, NameHash.of(name), found);
        }
        return visible(found);
    }
}
