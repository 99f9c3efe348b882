package io.github.cookiecharter.scan.bytecode;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Finds the code that a call runs. */
final class Dispatch {

    private static final int MOST = 8;
    private static final int MOST_SUBTYPES = 60;

    private final ClassIndex index;

    Dispatch(ClassIndex index) {
        this.index = index;
    }

    /** The methods that a call may run, by the types in it alone; none where there are too many. */
    List<Flow> declared(MethodInsnNode call) {
        if (call.owner.startsWith("java/") || call.owner.startsWith("[")) {
            return List.of();
        }
        if (call.getOpcode() == Opcodes.INVOKESTATIC || call.getOpcode() == Opcodes.INVOKESPECIAL) {
            return exact(call.owner, call.name, call.desc);
        }
        Set<String> owners = new LinkedHashSet<>();
        List<Flow> flows = new ArrayList<>();
        for (Flow flow : exact(call.owner, call.name, call.desc)) {
            if (owners.add(flow.key())) {
                flows.add(flow);
            }
        }
        List<ClassFile> subtypes = index.subtypes(call.owner, MOST_SUBTYPES);
        if (subtypes.size() > MOST_SUBTYPES) {
            return flows.isEmpty() ? List.of() : flows;
        }
        int member = 0;
        for (ClassFile sub : subtypes) {
            Optional<ParsedClass> parsed = index.parse(sub.name());
            Optional<MethodNode> method = parsed.flatMap(type -> type.method(call.name, call.desc));
            if (method.isPresent() && (method.get().access & Opcodes.ACC_ABSTRACT) == 0) {
                if (++member > MOST) {
                    return List.of();
                }
                Optional<Flow> flow = parsed.get().flow(method.get());
                if (flow.isPresent() && owners.add(flow.get().key())) {
                    flows.add(flow.get());
                }
            } else if (parsed.isPresent() && flows.isEmpty()) {
                // Inherited by the subtype from a class that is none.
                for (Flow flow : exact(sub.name(), call.name, call.desc)) {
                    if (owners.add(flow.key())) {
                        flows.add(flow);
                    }
                }
            }
        }
        return flows;
    }

    /** The method that runs for a receiver of exactly this class. */
    List<Flow> exact(String type, String name, String descriptor) {
        String at = type;
        for (int i = 0; i < 50 && !at.isEmpty() && !at.startsWith("java/"); i++) {
            Optional<ParsedClass> parsed = index.parse(at);
            if (parsed.isEmpty()) {
                break;
            }
            Optional<MethodNode> method = parsed.get().method(name, descriptor);
            if (method.isPresent() && (method.get().access & Opcodes.ACC_ABSTRACT) == 0) {
                Optional<Flow> flow = parsed.get().flow(method.get());
                return flow.isPresent() ? List.of(flow.get()) : List.of();
            }
            at = parsed.get().file().superName();
        }
        return inDefaultMethods(type, name, descriptor);
    }

    private List<Flow> inDefaultMethods(String type, String name, String descriptor) {
        for (String supertype : index.supertypes(type)) {
            if (supertype.startsWith("java/")) {
                continue;
            }
            Optional<ParsedClass> parsed = index.parse(supertype);
            Optional<MethodNode> method = parsed.flatMap(found -> found.method(name, descriptor));
            if (method.isPresent() && (method.get().access & Opcodes.ACC_ABSTRACT) == 0) {
                Optional<Flow> flow = parsed.get().flow(method.get());
                if (flow.isPresent()) {
                    return List.of(flow.get());
                }
            }
        }
        return List.of();
    }
}
