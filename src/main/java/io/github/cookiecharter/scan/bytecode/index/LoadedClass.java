package io.github.cookiecharter.scan.bytecode.index;

import java.util.IdentityHashMap;
import java.util.Optional;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** A class with its code and, on demand, the data flow of its methods. */
public final class LoadedClass {

    private final IndexedClass indexed;
    private final ClassNode node;
    private final int byteCount;
    private final FlowBudget budget;
    private final IdentityHashMap<MethodNode, Optional<MethodDataFlow>> flows = new IdentityHashMap<>();

    LoadedClass(IndexedClass indexed, ClassNode node, int byteCount, FlowBudget budget) {
        this.indexed = indexed;
        this.node = node;
        this.byteCount = byteCount;
        this.budget = budget;
    }

    public IndexedClass indexed() {
        return indexed;
    }

    public ClassNode node() {
        return node;
    }

    int byteCount() {
        return byteCount;
    }

    public String name() {
        return node.name;
    }

    /** Returns a method that the class itself declares. */
    public Optional<MethodNode> method(String name, String descriptor) {
        for (MethodNode method : node.methods) {
            if (method.name.equals(name) && method.desc.equals(descriptor)) {
                return Optional.of(method);
            }
        }
        return Optional.empty();
    }

    /** Returns the data flow of a method; empty if it has no code, or code that no JVM runs. */
    public Optional<MethodDataFlow> flow(MethodNode method) {
        Optional<MethodDataFlow> flow = flows.get(method);
        if (flow == null) {
            flow = MethodDataFlow.analyze(this, method, budget);
            flows.put(method, flow);
        }
        return flow;
    }
}
