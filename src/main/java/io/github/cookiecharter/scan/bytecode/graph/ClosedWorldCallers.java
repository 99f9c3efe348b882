package io.github.cookiecharter.scan.bytecode.graph;

import io.github.cookiecharter.scan.bytecode.index.ClassIndex;
import io.github.cookiecharter.scan.bytecode.index.IndexedClass;
import io.github.cookiecharter.scan.bytecode.index.LoadedClass;
import io.github.cookiecharter.scan.bytecode.index.MethodDataFlow;
import io.github.cookiecharter.scan.bytecode.index.NameHash;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Finds the places through which alone a method is reached. {@link CallGraph} finds where a name may come from, and misses
 * some; here none may be missing. So a lambda is reached where it is made, wherever it runs.
 */
public final class ClosedWorldCallers {

    /** What a method's callers lie in; more would cost too much. */
    private static final int MOST_CLASSES = 400;

    private static final int MOST_SUPERTYPES = 60;

    private static final int VISIBLE_TO_OTHERS = Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED;

    private final ClassIndex index;

    /** A place in a method. */
    public record Entrance(MethodDataFlow flow, AbstractInsnNode insn) {}

    public ClosedWorldCallers(ClassIndex index) {
        this.index = index;
    }

    /** All places that lead to a method; none where there is none, or where others are thinkable. */
    public List<Entrance> of(MethodDataFlow flow) {
        if (!isClosed(flow)) {
            return List.of();
        }
        MethodNode method = flow.method();
        List<Entrance> found = new ArrayList<>();
        int classes = 0;
        for (IndexedClass file : index.mentioning(NameHash.member(method.name, method.desc))) {
            if (!isInPackage(file.name(), flow.owner().name())) {
                continue;
            }
            Optional<LoadedClass> caller = index.parse(file.name());
            if (++classes > MOST_CLASSES || caller.isEmpty() || !collect(caller.get(), flow, found)) {
                return List.of();
            }
        }
        return found;
    }

    /** Whether nobody outside the package can call it, and no framework has a sign that it should. */
    private boolean isClosed(MethodDataFlow flow) {
        MethodNode method = flow.method();
        String owner = flow.owner().name();
        return (method.access & VISIBLE_TO_OTHERS) == 0
                && !method.name.startsWith("<")
                && method.visibleAnnotations == null
                && method.visibleParameterAnnotations == null
                && !index.isA(owner, "groovy/lang/GroovyObject")
                && (isPrivate(method) || flow.isStatic() || !mayOverride(owner, method));
    }

    private static boolean isPrivate(MethodNode method) {
        return (method.access & Opcodes.ACC_PRIVATE) != 0;
    }

    /** Whether a call of a supertype's method may run it. Only the same package has methods that it can override. */
    private boolean mayOverride(String owner, MethodNode method) {
        var supertypes = index.supertypes(owner);
        if (supertypes.size() > MOST_SUPERTYPES) {
            return true;
        }
        for (String type : supertypes) {
            if (isInPackage(type, owner)
                    && index.parse(type)
                            .map(parsed ->
                                    parsed.method(method.name, method.desc).isPresent())
                            .orElse(true)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isInPackage(String type, String other) {
        int end = type.lastIndexOf('/');
        return end == other.lastIndexOf('/') && (end < 0 || type.regionMatches(0, other, 0, end));
    }

    /** Adds the places in a class; false where one of its methods is too large to follow. */
    private boolean collect(LoadedClass caller, MethodDataFlow target, List<Entrance> found) {
        for (MethodNode method : caller.node().methods) {
            for (AbstractInsnNode insn = method.instructions.getFirst(); insn != null; insn = insn.getNext()) {
                if (leadsTo(insn, target)) {
                    Optional<MethodDataFlow> flow = caller.flow(method);
                    if (flow.isEmpty()) {
                        return false;
                    }
                    if (flow.get().isLive(insn)) {
                        found.add(new Entrance(flow.get(), insn));
                    }
                }
            }
        }
        return true;
    }

    private boolean leadsTo(AbstractInsnNode insn, MethodDataFlow target) {
        if (insn instanceof MethodInsnNode call) {
            return isTarget(call.owner, call.name, call.desc, target);
        }
        if (insn instanceof InvokeDynamicInsnNode dynamic) {
            return isAmong(dynamic.bsmArgs, target);
        }
        return insn instanceof LdcInsnNode constant && isAmong(new Object[] {constant.cst}, target);
    }

    private boolean isAmong(Object[] constants, MethodDataFlow target) {
        for (Object constant : constants) {
            if (constant instanceof Handle handle
                    && isTarget(handle.getOwner(), handle.getName(), handle.getDesc(), target)) {
                return true;
            }
            if (constant instanceof ConstantDynamic dynamic) {
                for (int i = 0; i < dynamic.getBootstrapMethodArgumentCount(); i++) {
                    if (isAmong(new Object[] {dynamic.getBootstrapMethodArgument(i)}, target)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private boolean isTarget(String owner, String name, String descriptor, MethodDataFlow target) {
        return name.equals(target.method().name)
                && descriptor.equals(target.method().desc)
                && (isPrivate(target.method())
                        ? owner.equals(target.owner().name())
                        : index.isA(owner, target.owner().name()));
    }
}
