package io.github.cookiecharter.scan.bytecode;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** A class with its code. */
final class ParsedClass {

    private final ClassFile file;
    private final ClassNode node;
    private final int bytes;
    private final Map<MethodNode, Optional<Flow>> flows = new IdentityHashMap<>();

    ParsedClass(ClassFile file, ClassNode node, int bytes) {
        this.file = file;
        this.node = node;
        this.bytes = bytes;
    }

    ClassFile file() {
        return file;
    }

    ClassNode node() {
        return node;
    }

    int bytes() {
        return bytes;
    }

    String name() {
        return node.name;
    }

    /** The method that the class itself declares. */
    Optional<MethodNode> method(String name, String descriptor) {
        for (MethodNode method : node.methods) {
            if (method.name.equals(name) && method.desc.equals(descriptor)) {
                return Optional.of(method);
            }
        }
        return Optional.empty();
    }

    /** Where the values in a method come from; empty where it has no code, or code too large to follow. */
    Optional<Flow> flow(MethodNode method) {
        Optional<Flow> known = flows.get(method);
        if (known == null) {
            known = Flow.of(this, method);
            flows.put(method, known);
        }
        return known;
    }
}
