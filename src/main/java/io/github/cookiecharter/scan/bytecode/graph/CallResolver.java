package io.github.cookiecharter.scan.bytecode.graph;

import io.github.cookiecharter.scan.bytecode.index.ClassIndex;
import io.github.cookiecharter.scan.bytecode.index.IndexedClass;
import io.github.cookiecharter.scan.bytecode.index.LoadedClass;
import io.github.cookiecharter.scan.bytecode.index.MethodDataFlow;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Finds the code that a call runs. */
public final class CallResolver {

    private static final int MOST = 8;
    private static final int MOST_SUBTYPES = 60;

    private final ClassIndex index;

    public CallResolver(ClassIndex index) {
        this.index = index;
    }

    /** The methods that a call may run, by the types in it alone; none where there are too many. */
    public List<MethodDataFlow> declared(MethodInsnNode call) {
        if (call.owner.startsWith("java/") || call.owner.startsWith("[")) {
            return List.of();
        }
        if (call.getOpcode() == Opcodes.INVOKESTATIC || call.getOpcode() == Opcodes.INVOKESPECIAL) {
            return exact(call.owner, call.name, call.desc);
        }
        Set<String> owners = new LinkedHashSet<>();
        List<MethodDataFlow> flows = new ArrayList<>();
        for (MethodDataFlow flow : exact(call.owner, call.name, call.desc)) {
            if (owners.add(flow.key())) {
                flows.add(flow);
            }
        }
        List<IndexedClass> subtypes = index.subtypes(call.owner, MOST_SUBTYPES);
        if (subtypes.size() > MOST_SUBTYPES) {
            return flows.isEmpty() ? List.of() : flows;
        }
        int member = 0;
        for (IndexedClass sub : subtypes) {
            Optional<LoadedClass> parsed = index.parse(sub.name());
            Optional<MethodNode> method = parsed.flatMap(type -> type.method(call.name, call.desc));
            if (method.isPresent() && (method.get().access & Opcodes.ACC_ABSTRACT) == 0) {
                if (++member > MOST) {
                    return List.of();
                }
                Optional<MethodDataFlow> flow = parsed.get().flow(method.get());
                if (flow.isPresent() && owners.add(flow.get().key())) {
                    flows.add(flow.get());
                }
            } else if (parsed.isPresent() && flows.isEmpty()) {
                // Inherited by the subtype from a class that is none.
                for (MethodDataFlow flow : exact(sub.name(), call.name, call.desc)) {
                    if (owners.add(flow.key())) {
                        flows.add(flow);
                    }
                }
            }
        }
        return flows;
    }

    /** The method that runs for a receiver of exactly this class. */
    public List<MethodDataFlow> exact(String type, String name, String descriptor) {
        String at = type;
        for (int i = 0; i < 50 && !at.isEmpty() && !at.startsWith("java/"); i++) {
            Optional<LoadedClass> parsed = index.parse(at);
            if (parsed.isEmpty()) {
                break;
            }
            Optional<MethodNode> method = parsed.get().method(name, descriptor);
            if (method.isPresent() && (method.get().access & Opcodes.ACC_ABSTRACT) == 0) {
                Optional<MethodDataFlow> flow = parsed.get().flow(method.get());
                return flow.isPresent() ? List.of(flow.get()) : List.of();
            }
            at = parsed.get().file().superName();
        }
        return inDefaultMethods(type, name, descriptor);
    }

    private List<MethodDataFlow> inDefaultMethods(String type, String name, String descriptor) {
        for (String supertype : index.supertypes(type)) {
            if (supertype.startsWith("java/")) {
                continue;
            }
            Optional<LoadedClass> parsed = index.parse(supertype);
            Optional<MethodNode> method = parsed.flatMap(found -> found.method(name, descriptor));
            if (method.isPresent() && (method.get().access & Opcodes.ACC_ABSTRACT) == 0) {
                Optional<MethodDataFlow> flow = parsed.get().flow(method.get());
                if (flow.isPresent()) {
                    return List.of(flow.get());
                }
            }
        }
        return List.of();
    }
}
