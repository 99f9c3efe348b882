package io.github.cookiecharter.scan.bytecode.index;

import java.io.IOException;
import java.util.ArrayList;
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

    private final Map<String, IndexedClass> byName = new HashMap<>();
    private final List<IndexedClass> classes = new ArrayList<>();
    private final Map<String, List<IndexedClass>> subtypes = new HashMap<>();
    private final Map<String, LoadedClass> loadedClasses = new LinkedHashMap<>(64, 0.75f, true);
    private final Set<String> unreadable = new TreeSet<>();
    private final FlowBudget budget;
    private Optional<ReferenceIndex> references = Optional.empty();
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

    /** Adds a class; returns false if an earlier entry of the class path has a class of this name. */
    public boolean add(IndexedClass indexed) {
        if (byName.putIfAbsent(indexed.name(), indexed) != null) {
            return false;
        }
        classes.add(indexed);
        if (!indexed.superName().isEmpty() && !indexed.superName().equals("java/lang/Object")) {
            subtypes.computeIfAbsent(indexed.superName(), any -> new ArrayList<>(2))
                    .add(indexed);
        }
        for (String type : indexed.interfaces()) {
            if (!type.startsWith("java/")) {
                subtypes.computeIfAbsent(type, any -> new ArrayList<>(2)).add(indexed);
            }
        }
        return true;
    }

    /** Returns the classes that may refer to the class or member of a hash, see {@link NameHash}. */
    public List<IndexedClass> classesReferencing(int hash) {
        if (references.isEmpty()) {
            references = Optional.of(new ReferenceIndex(classes));
        }
        return references.get().classesReferencing(hash);
    }

    public List<IndexedClass> classes() {
        return classes;
    }

    public Optional<IndexedClass> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** Loads a class with its code; empty if the class path does not have it, or it cannot be read. */
    public Optional<LoadedClass> load(String name) {
        LoadedClass cached = loadedClasses.get(name);
        if (cached != null) {
            return Optional.of(cached);
        }
        IndexedClass indexed = byName.get(name);
        if (indexed == null || unreadable.contains(name)) {
            return Optional.empty();
        }
        try {
            byte[] bytes = indexed.read();
            ClassNode node = new ClassNode();
            new ClassReader(bytes).accept(node, ClassReader.SKIP_FRAMES);
            LoadedClass loaded = new LoadedClass(indexed, node, bytes.length, budget);
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
        IndexedClass indexed = byName.get(name);
        if (indexed == null || found.size() > 200) {
            return;
        }
        if (!indexed.superName().isEmpty() && found.add(indexed.superName())) {
            collectSupertypes(indexed.superName(), found);
        }
        for (String type : indexed.interfaces()) {
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
            for (IndexedClass subtype : subtypes.getOrDefault(pending.get(i), List.of())) {
                if (seen.add(subtype.name())) {
                    found.add(subtype);
                    pending.add(subtype.name());
                }
            }
        }
        return found;
    }
}
