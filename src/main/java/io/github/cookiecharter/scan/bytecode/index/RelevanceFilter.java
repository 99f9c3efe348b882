package io.github.cookiecharter.scan.bytecode.index;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/**
 * Tells the classes whose cookies can become evidence. What a framework sets by itself never does; it does so once other
 * code passes it a name, and that code mentions the class, or a type that it extends. Following all the rest would take
 * most of the time that a project with a large framework needs.
 */
public final class RelevanceFilter {

    private static final int MOST_TYPES = 32;

    private final ClassIndex index;
    private final FrameworkTable frameworks;

    public RelevanceFilter(ClassIndex index, FrameworkTable frameworks) {
        this.index = index;
        this.frameworks = frameworks;
    }

    public boolean has(IndexedClass file) {
        if (counts(file)) {
            return true;
        }
        Set<String> seen = new HashSet<>();
        Deque<String> types = new ArrayDeque<>();
        types.add(file.name());
        while (!types.isEmpty() && seen.size() < MOST_TYPES) {
            String type = types.remove();
            if (type.isEmpty() || type.startsWith("java/") || !seen.add(type)) {
                continue;
            }
            for (IndexedClass other : index.mentioning(NameHash.of(type))) {
                if (counts(other)) {
                    return true;
                }
            }
            index.find(type).ifPresent(found -> {
                types.add(found.superName());
                types.addAll(found.interfaces());
            });
        }
        return false;
    }

    private boolean counts(IndexedClass file) {
        return file.isOwn() || (file.container().isReported() && !frameworks.contain(file.name()));
    }
}
