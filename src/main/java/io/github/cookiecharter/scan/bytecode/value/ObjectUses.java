package io.github.cookiecharter.scan.bytecode.value;

import io.github.cookiecharter.scan.bytecode.graph.CallContext;
import io.github.cookiecharter.scan.bytecode.graph.CallResolver;
import io.github.cookiecharter.scan.bytecode.graph.CallSite;
import io.github.cookiecharter.scan.bytecode.graph.LambdaResolver;
import io.github.cookiecharter.scan.bytecode.graph.Operand;
import io.github.cookiecharter.scan.bytecode.index.ClassIndex;
import io.github.cookiecharter.scan.bytecode.index.LoadedClass;
import io.github.cookiecharter.scan.bytecode.index.MethodDataFlow;
import io.github.cookiecharter.scan.bytecode.index.ParameterInstruction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InnerClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Finds the calls that an object takes part in: where it is created, behind the field that it is stored in, and in the
 * methods and lambdas that it is passed to.
 */
final class ObjectUses {

    private static final int MAX_DEPTH = 3;
    private static final int MAX_NESTED_CLASSES = 20;
    private static final int MAX_TARGETS = 2;

    private final ClassIndex index;
    private final CallResolver callResolver;
    private final Budget budget;

    ObjectUses(ClassIndex index, CallResolver callResolver, Budget budget) {
        this.index = index;
        this.callResolver = callResolver;
        this.budget = budget;
    }

    /**
     * A call with the object among its arguments.
     *
     * @param position the index of the object among the arguments, the receiver first
     * @param isShared whether the call is behind a field, so that it may run at any time, in any order
     */
    record Use(CallSite site, MethodInsnNode call, int position, boolean isShared) {

        boolean isReceiver() {
            return position == 0 && call.getOpcode() != Opcodes.INVOKESTATIC;
        }
    }

    /** Returns the uses in the order in which the search finds them: those of the creating method first. */
    List<Use> of(AbstractValue.AllocatedObject object) {
        Search search = new Search();
        search.method(object.flow(), insn -> insn == object.insn(), object.context(), false, 0);
        return search.found;
    }

    private final class Search {

        private final List<Use> found = new ArrayList<>();
        private final Set<String> visited = new HashSet<>();

        void method(
                MethodDataFlow flow,
                Predicate<AbstractInsnNode> isObject,
                CallContext context,
                boolean isShared,
                int depth) {
            if (depth > MAX_DEPTH || !budget.spend()) {
                return;
            }
            for (AbstractInsnNode insn : flow.method().instructions) {
                if (insn.getOpcode() < 0 || !flow.isReachable(insn)) {
                    continue;
                }
                if (insn instanceof MethodInsnNode call) {
                    call(flow, call, isObject, context, isShared, depth);
                } else if (insn instanceof InvokeDynamicInsnNode lambda) {
                    lambda(flow, lambda, isObject, context, isShared, depth);
                } else if (insn instanceof FieldInsnNode field
                        && (field.getOpcode() == Opcodes.PUTFIELD || field.getOpcode() == Opcodes.PUTSTATIC)
                        && isAmong(flow, insn, 0, isObject)) {
                    field(field, depth);
                }
            }
        }

        private void call(
                MethodDataFlow flow,
                MethodInsnNode call,
                Predicate<AbstractInsnNode> isObject,
                CallContext context,
                boolean isShared,
                int depth) {
            CallSite site = CallSite.of(flow, call, context);
            int count = site.arguments().size();
            for (int i = 0; i < count; i++) {
                if (isAmong(flow, call, count - 1 - i, isObject)) {
                    found.add(new Use(site, call, i, isShared));
                    if (!call.owner.startsWith("java/") && !call.name.equals("<init>")) {
                        passed(callResolver.resolve(call), site, i, context, isShared, depth);
                    }
                }
            }
        }

        private void lambda(
                MethodDataFlow flow,
                InvokeDynamicInsnNode insn,
                Predicate<AbstractInsnNode> isObject,
                CallContext context,
                boolean isShared,
                int depth) {
            List<Operand> captured = CallSite.capturedOperands(flow, insn, context);
            Optional<Handle> handle = LambdaResolver.target(insn);
            for (int i = 0; i < captured.size() && handle.isPresent(); i++) {
                if (isAmong(flow, insn, captured.size() - 1 - i, isObject)) {
                    Handle target = handle.get();
                    int position = i;
                    for (MethodDataFlow inner :
                            callResolver.resolveExact(target.getOwner(), target.getName(), target.getDesc())) {
                        method(
                                inner,
                                producer -> isParameter(producer, position),
                                CallContext.TOP,
                                isShared,
                                depth + 1);
                    }
                }
            }
        }

        private void passed(
                List<MethodDataFlow> targets,
                CallSite site,
                int position,
                CallContext context,
                boolean isShared,
                int depth) {
            if (targets.size() > MAX_TARGETS) {
                return;
            }
            for (MethodDataFlow target : targets) {
                context.push(target, site.arguments())
                        .ifPresent(inner -> method(
                                target, producer -> isParameter(producer, position), inner, isShared, depth + 1));
            }
        }

        private void field(FieldInsnNode field, int depth) {
            if (!visited.add(field.owner + '.' + field.name)) {
                return;
            }
            for (LoadedClass type : readers(field.owner)) {
                for (MethodNode method : type.node().methods) {
                    if (reads(method, field)) {
                        type.flow(method)
                                .ifPresent(flow ->
                                        method(flow, insn -> isRead(insn, field), CallContext.TOP, true, depth + 1));
                    }
                }
            }
        }
    }

    private List<LoadedClass> readers(String owner) {
        Set<String> names = new LinkedHashSet<>(List.of(owner));
        index.load(owner).ifPresent(type -> {
            for (InnerClassNode inner : type.node().innerClasses) {
                if (names.size() < MAX_NESTED_CLASSES && isInSameOutermost(inner.name, owner)) {
                    names.add(inner.name);
                }
            }
        });
        List<LoadedClass> loaded = new ArrayList<>();
        names.forEach(name -> index.load(name).ifPresent(loaded::add));
        return loaded;
    }

    private static boolean isInSameOutermost(String name, String other) {
        return outermost(name).equals(outermost(other));
    }

    private static String outermost(String name) {
        int nested = name.indexOf('$');
        return nested < 0 ? name : name.substring(0, nested);
    }

    private static boolean reads(MethodNode method, FieldInsnNode field) {
        for (AbstractInsnNode insn : method.instructions) {
            if (isRead(insn, field)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isRead(AbstractInsnNode insn, FieldInsnNode field) {
        return insn instanceof FieldInsnNode read
                && (read.getOpcode() == Opcodes.GETFIELD || read.getOpcode() == Opcodes.GETSTATIC)
                && read.name.equals(field.name)
                && read.owner.equals(field.owner);
    }

    private static boolean isParameter(AbstractInsnNode producer, int position) {
        return producer instanceof ParameterInstruction parameter && parameter.index() == position;
    }

    private static boolean isAmong(
            MethodDataFlow flow, AbstractInsnNode insn, int fromTop, Predicate<AbstractInsnNode> isObject) {
        for (AbstractInsnNode producer : flow.reachingDefinitions(insn, fromTop)) {
            if (isObject.test(producer)) {
                return true;
            }
        }
        return false;
    }
}
