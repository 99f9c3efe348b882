package io.github.cookiecharter.scan.bytecode.index;

import java.util.IdentityHashMap;
import java.util.Optional;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** A class with its code. */
public final class LoadedClass {

    private final IndexedClass file;
    private final ClassNode node;
    private final int bytes;
    private final IdentityHashMap<MethodNode, Optional<MethodDataFlow>> flows = new IdentityHashMap<>();

    LoadedClass(IndexedClass file, ClassNode node, int bytes) {
        this.file = file;
        this.node = node;
        this.bytes = bytes;
    }

    public IndexedClass file() {
        return file;
    }

    public ClassNode node() {
        return node;
    }

    int bytes() {
        return bytes;
    }

    public String name() {
        return node.name;
    }

    /** The method that the class itself declares. */
    public Optional<MethodNode> method(String name, String descriptor) {
        for (MethodNode method : node.methods) {
            if (method.name.equals(name) && method.desc.equals(descriptor)) {
                return Optional.of(method);
            }
        }
        return Optional.empty();
    }

    /** Where the values in a method come from; empty where it has no code, or code too large to follow. */
    public Optional<MethodDataFlow> flow(MethodNode method) {
        Optional<MethodDataFlow> known = flows.get(method);
        if (known == null) {
            known = MethodDataFlow.of(this, method);
            flows.put(method, known);
        }
        return known;
    }
}
