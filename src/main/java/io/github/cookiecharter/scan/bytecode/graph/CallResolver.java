package io.github.cookiecharter.scan.bytecode.graph;

import io.github.cookiecharter.scan.bytecode.index.ClassIndex;
import io.github.cookiecharter.scan.bytecode.index.IndexedClass;
import io.github.cookiecharter.scan.bytecode.index.LoadedClass;
import io.github.cookiecharter.scan.bytecode.index.MethodDataFlow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Finds the methods that a call may run, by class hierarchy analysis (CHA). */
public final class CallResolver {

    private static final int MAX_TARGETS = 8;
    private static final int MAX_SUBTYPES = 60;

    private final ClassIndex index;

    public CallResolver(ClassIndex index) {
        this.index = index;
    }

    /**
     * Returns the methods that a call may run, by its declared types alone; none if more than 8 subtypes override it.
     */
    public List<MethodDataFlow> resolve(MethodInsnNode call) {
        if (call.owner.startsWith("java/") || call.owner.startsWith("[")) {
            return List.of();
        }
        if (call.getOpcode() == Opcodes.INVOKESTATIC || call.getOpcode() == Opcodes.INVOKESPECIAL) {
            return resolveExact(call.owner, call.name, call.desc);
        }
        Set<String> keys = new LinkedHashSet<>();
        List<MethodDataFlow> flows = new ArrayList<>();
        for (MethodDataFlow flow : resolveExact(call.owner, call.name, call.desc)) {
            if (keys.add(flow.key())) {
                flows.add(flow);
            }
        }
        List<IndexedClass> subtypes = index.subtypes(call.owner, MAX_SUBTYPES);
        if (subtypes.size() > MAX_SUBTYPES) {
            return flows.isEmpty() ? List.of() : flows;
        }
        int overriding = 0;
        for (IndexedClass subtype : subtypes) {
            Optional<LoadedClass> loaded = index.load(subtype.name());
            Optional<MethodNode> method = loaded.flatMap(type -> type.method(call.name, call.desc));
            if (method.isPresent() && (method.get().access & Opcodes.ACC_ABSTRACT) == 0) {
                if (++overriding > MAX_TARGETS) {
                    return List.of();
                }
                Optional<MethodDataFlow> flow = loaded.get().flow(method.get());
                if (flow.isPresent() && keys.add(flow.get().key())) {
                    flows.add(flow.get());
                }
            } else if (loaded.isPresent() && flows.isEmpty()) {
                // The subtype inherits the method from a class that is no subtype.
                for (MethodDataFlow flow : resolveExact(subtype.name(), call.name, call.desc)) {
                    if (keys.add(flow.key())) {
                        flows.add(flow);
                    }
                }
            }
        }
        return flows;
    }

    /** Returns the classes of the receiver for which a call runs each of its targets, by the key of the target. */
    public Map<String, Set<Object>> classesByTarget(MethodInsnNode call) {
        Map<String, Set<Object>> classes = new HashMap<>();
        List<String> types = new ArrayList<>(List.of(call.owner));
        index.subtypes(call.owner, MAX_SUBTYPES).forEach(subtype -> types.add(subtype.name()));
        for (String type : types) {
            boolean isConcrete = index.load(type)
                    .map(loaded -> (loaded.node().access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_INTERFACE)) == 0)
                    .orElse(false);
            if (isConcrete) {
                for (MethodDataFlow flow : resolveExact(type, call.name, call.desc)) {
                    classes.computeIfAbsent(flow.key(), any -> new HashSet<>()).add(type);
                }
            }
        }
        return classes;
    }

    /**
     * Returns the method that runs if the receiver has exactly this class; none if its code is not on the class path.
     */
    public List<MethodDataFlow> resolveExact(String type, String name, String descriptor) {
        String current = type;
        for (int i = 0; i < 50 && !current.isEmpty() && !current.startsWith("java/"); i++) {
            Optional<LoadedClass> loaded = index.load(current);
            if (loaded.isEmpty()) {
                break;
            }
            Optional<MethodNode> method = loaded.get().method(name, descriptor);
            if (method.isPresent() && (method.get().access & Opcodes.ACC_ABSTRACT) == 0) {
                Optional<MethodDataFlow> flow = loaded.get().flow(method.get());
                return flow.isPresent() ? List.of(flow.get()) : List.of();
            }
            current = loaded.get().indexed().superName();
        }
        return resolveDefaultMethod(type, name, descriptor);
    }

    private List<MethodDataFlow> resolveDefaultMethod(String type, String name, String descriptor) {
        for (String supertype : index.supertypes(type)) {
            if (supertype.startsWith("java/")) {
                continue;
            }
            Optional<LoadedClass> loaded = index.load(supertype);
            Optional<MethodNode> method = loaded.flatMap(found -> found.method(name, descriptor));
            if (method.isPresent() && (method.get().access & Opcodes.ACC_ABSTRACT) == 0) {
                Optional<MethodDataFlow> flow = loaded.get().flow(method.get());
                if (flow.isPresent()) {
                    return List.of(flow.get());
                }
            }
        }
        return List.of();
    }
}
