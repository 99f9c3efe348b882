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
 * Finds all callers of a method that cannot be called from outside its package. {@link CallGraph} may miss callers;
 * here the set is complete or empty. A lambda counts as called where it is created, wherever it runs.
 */
public final class ClosedWorldCallers {

    /** The search stops at more classes, because it would take too long. */
    private static final int MAX_CALLING_CLASSES = 400;

    private static final int MAX_SUPERTYPES = 60;

    private static final int VISIBLE_OUTSIDE_PACKAGE = Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED;

    private final ClassIndex index;

    /** An instruction that calls a method or creates a reference to it. */
    public record Caller(MethodDataFlow flow, AbstractInsnNode insn) {}

    public ClosedWorldCallers(ClassIndex index) {
        this.index = index;
    }

    /** Returns all callers of a method; none if it has none, or if there may be others. */
    public List<Caller> find(MethodDataFlow flow) {
        if (!isClosed(flow)) {
            return List.of();
        }
        MethodNode method = flow.method();
        List<Caller> found = new ArrayList<>();
        int classes = 0;
        for (IndexedClass indexed : index.classesReferencing(NameHash.ofMember(method.name, method.desc))) {
            if (!isInPackage(indexed.name(), flow.owner().name())) {
                continue;
            }
            Optional<LoadedClass> caller = index.load(indexed.name());
            if (++classes > MAX_CALLING_CLASSES || caller.isEmpty() || !collectCallers(caller.get(), flow, found)) {
                return List.of();
            }
        }
        return found;
    }

    /** Returns whether no code outside the package can call a method, and no annotation lets a framework call it. */
    private boolean isClosed(MethodDataFlow flow) {
        MethodNode method = flow.method();
        String owner = flow.owner().name();
        return (method.access & VISIBLE_OUTSIDE_PACKAGE) == 0
                && !method.name.startsWith("<")
                && method.visibleAnnotations == null
                && method.visibleParameterAnnotations == null
                && !index.isA(owner, "groovy/lang/GroovyObject")
                && (isPrivate(method) || flow.isStatic() || !mayOverride(owner, method));
    }

    private static boolean isPrivate(MethodNode method) {
        return (method.access & Opcodes.ACC_PRIVATE) != 0;
    }

    /**
     * Returns whether it may override a supertype's method; a package-private method overrides only inside its package.
     */
    private boolean mayOverride(String owner, MethodNode method) {
        var supertypes = index.supertypes(owner);
        if (supertypes.size() > MAX_SUPERTYPES) {
            return true;
        }
        for (String type : supertypes) {
            if (isInPackage(type, owner)
                    && index.load(type)
                            .map(loaded ->
                                    loaded.method(method.name, method.desc).isPresent())
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

    /** Adds the callers in a class; returns false if one of its methods is too large to analyse. */
    private boolean collectCallers(LoadedClass caller, MethodDataFlow target, List<Caller> found) {
        for (MethodNode method : caller.node().methods) {
            for (AbstractInsnNode insn = method.instructions.getFirst(); insn != null; insn = insn.getNext()) {
                if (refersTo(insn, target)) {
                    Optional<MethodDataFlow> flow = caller.flow(method);
                    if (flow.isEmpty()) {
                        return false;
                    }
                    if (flow.get().isReachable(insn)) {
                        found.add(new Caller(flow.get(), insn));
                    }
                }
            }
        }
        return true;
    }

    private boolean refersTo(AbstractInsnNode insn, MethodDataFlow target) {
        if (insn instanceof MethodInsnNode call) {
            return isTarget(call.owner, call.name, call.desc, target);
        }
        if (insn instanceof InvokeDynamicInsnNode dynamic) {
            return containsTarget(dynamic.bsmArgs, target);
        }
        return insn instanceof LdcInsnNode constant && containsTarget(new Object[] {constant.cst}, target);
    }

    private boolean containsTarget(Object[] constants, MethodDataFlow target) {
        for (Object constant : constants) {
            if (constant instanceof Handle handle
                    && isTarget(handle.getOwner(), handle.getName(), handle.getDesc(), target)) {
                return true;
            }
            if (constant instanceof ConstantDynamic dynamic) {
                for (int i = 0; i < dynamic.getBootstrapMethodArgumentCount(); i++) {
                    if (containsTarget(new Object[] {dynamic.getBootstrapMethodArgument(i)}, target)) {
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
