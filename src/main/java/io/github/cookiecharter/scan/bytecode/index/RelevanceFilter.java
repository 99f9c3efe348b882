package io.github.cookiecharter.scan.bytecode.index;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/**
 * Selects the classes whose cookies can become evidence. A cookie that a framework sets by itself is no evidence; it
 * becomes evidence when other code passes the name, and that code refers to the class or to one of its supertypes. The
 * analysis of all other classes would take most of the time in a project with a large framework.
 */
public final class RelevanceFilter {

    private static final int MAX_TYPES = 32;

    private final ClassIndex index;
    private final FrameworkTable frameworks;

    public RelevanceFilter(ClassIndex index, FrameworkTable frameworks) {
        this.index = index;
        this.frameworks = frameworks;
    }

    /** Returns whether cookies that a class sets can become evidence. */
    public boolean isRelevant(IndexedClass indexed) {
        if (isReported(indexed)) {
            return true;
        }
        Set<String> seen = new HashSet<>();
        Deque<String> pending = new ArrayDeque<>();
        pending.add(indexed.name());
        while (!pending.isEmpty() && seen.size() < MAX_TYPES) {
            String type = pending.remove();
            if (type.isEmpty() || type.startsWith("java/") || !seen.add(type)) {
                continue;
            }
            for (IndexedClass other : index.classesReferencing(NameHash.of(type))) {
                if (isReported(other)) {
                    return true;
                }
            }
            index.find(type).ifPresent(found -> {
                pending.add(found.superName());
                pending.addAll(found.interfaces());
            });
        }
        return false;
    }

    private boolean isReported(IndexedClass indexed) {
        return indexed.isOwn() || (indexed.entry().isReported() && !frameworks.contains(indexed.name()));
    }
}
