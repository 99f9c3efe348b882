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
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;

/** All classes of the class path: their family tree, who mentions whom, and their code on demand. */
public final class ClassIndex {

    /** Bytes of class files that are kept parsed: some thirty times as much memory. */
    private static final int KEPT_BYTES = 4 << 20;

    private final Map<String, IndexedClass> byName = new HashMap<>();
    private final List<IndexedClass> all = new ArrayList<>();
    private final Map<String, List<IndexedClass>> subtypes = new HashMap<>();
    private final Map<String, LoadedClass> parsed = new LinkedHashMap<>(64, 0.75f, true);
    private final Set<String> broken = new HashSet<>();
    private Optional<ReferenceIndex> mentions = Optional.empty();
    private int parsedBytes;

    /** Adds a class, unless the class path has one of this name before it. */
    public boolean add(IndexedClass file) {
        if (byName.putIfAbsent(file.name(), file) != null) {
            return false;
        }
        all.add(file);
        if (!file.superName().isEmpty() && !file.superName().equals("java/lang/Object")) {
            subtypes.computeIfAbsent(file.superName(), any -> new ArrayList<>(2))
                    .add(file);
        }
        for (String type : file.interfaces()) {
            if (!type.startsWith("java/")) {
                subtypes.computeIfAbsent(type, any -> new ArrayList<>(2)).add(file);
            }
        }
        return true;
    }

    /** The classes that may refer to this: see {@link NameHash}. */
    public List<IndexedClass> mentioning(int word) {
        if (mentions.isEmpty()) {
            mentions = Optional.of(new ReferenceIndex(all));
        }
        return mentions.get().of(word);
    }

    public List<IndexedClass> all() {
        return all;
    }

    public Optional<IndexedClass> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The class with its code; empty where it is not on the class path, or cannot be read. */
    public Optional<LoadedClass> parse(String name) {
        LoadedClass known = parsed.get(name);
        if (known != null) {
            return Optional.of(known);
        }
        IndexedClass file = byName.get(name);
        if (file == null || broken.contains(name)) {
            return Optional.empty();
        }
        try {
            byte[] bytes = file.container().readClass(file.path());
            ClassNode node = new ClassNode();
            new ClassReader(bytes).accept(node, ClassReader.SKIP_FRAMES);
            LoadedClass fresh = new LoadedClass(file, node, bytes.length);
            keep(name, fresh);
            return Optional.of(fresh);
        } catch (IOException | RuntimeException | AssertionError e) {
            // ASM throws whatever a damaged class makes its arrays throw, and errors of its own.
            broken.add(name);
            return Optional.empty();
        }
    }

    private void keep(String name, LoadedClass fresh) {
        parsed.put(name, fresh);
        parsedBytes += fresh.bytes();
        var oldest = parsed.values().iterator();
        while (parsedBytes > KEPT_BYTES && parsed.size() > 1) {
            parsedBytes -= oldest.next().bytes();
            oldest.remove();
        }
    }

    /** Whether a class is another one, or extends or implements it as far as the class path tells. */
    public boolean isA(String name, String type) {
        return name.equals(type) || supertypes(name).contains(type);
    }

    /** Everything that a class extends and implements, without itself, nearest first. */
    public Set<String> supertypes(String name) {
        Set<String> found = new java.util.LinkedHashSet<>();
        collectSupertypes(name, found);
        found.remove(name);
        return found;
    }

    private void collectSupertypes(String name, Set<String> found) {
        IndexedClass file = byName.get(name);
        if (file == null || found.size() > 200) {
            return;
        }
        if (!file.superName().isEmpty() && found.add(file.superName())) {
            collectSupertypes(file.superName(), found);
        }
        for (String type : file.interfaces()) {
            if (found.add(type)) {
                collectSupertypes(type, found);
            }
        }
    }

    /**
     * The classes that extend or implement a class, also indirectly, without itself.
     *
     * @param most where there are more than this many, the list ends after as many
     */
    public List<IndexedClass> subtypes(String name, int most) {
        List<IndexedClass> found = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        List<String> open = new ArrayList<>(List.of(name));
        for (int i = 0; i < open.size() && found.size() <= most; i++) {
            for (IndexedClass sub : subtypes.getOrDefault(open.get(i), List.of())) {
                if (seen.add(sub.name())) {
                    found.add(sub);
                    open.add(sub.name());
                }
            }
        }
        return found;
    }
}
