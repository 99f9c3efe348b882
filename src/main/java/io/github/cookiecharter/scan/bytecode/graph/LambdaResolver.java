package io.github.cookiecharter.scan.bytecode.graph;

import io.github.cookiecharter.scan.bytecode.index.ClassIndex;
import io.github.cookiecharter.scan.bytecode.index.LoadedClass;
import io.github.cookiecharter.scan.bytecode.index.MethodDataFlow;
import io.github.cookiecharter.scan.bytecode.index.ParameterInstruction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** Finds where the function that a lambda or a method reference creates is called, and with which arguments. */
public final class LambdaResolver {

    private static final Set<String> ELEMENT_CONSUMERS = Set.of(
            "forEach",
            "map",
            "mapToObj",
            "flatMap",
            "filter",
            "peek",
            "anyMatch",
            "allMatch",
            "ifPresent",
            "forEachOrdered",
            "forEachRemaining",
            "mapToInt",
            "noneMatch",
            "removeIf",
            "collect",
            "toMap",
            "ifPresentOrElse");

    private final ClassIndex index;

    LambdaResolver(ClassIndex index) {
        this.index = index;
    }

    /** Returns the method that a lambda or a method reference runs. */
    public static Optional<Handle> target(InvokeDynamicInsnNode insn) {
        if (!insn.bsm.getOwner().equals("java/lang/invoke/LambdaMetafactory")) {
            return Optional.empty();
        }
        for (Object argument : insn.bsmArgs) {
            if (argument instanceof Handle handle) {
                return Optional.of(handle);
            }
        }
        return Optional.empty();
    }

    /**
     * Returns the places that call the function, with the arguments of the method behind it, captured values first. If
     * none is found, the place that creates it stands for them.
     */
    public List<CallSite> callSites(MethodDataFlow flow, InvokeDynamicInsnNode reference) {
        List<Operand> captured = new ArrayList<>();
        if (target(reference).orElseThrow().getTag() == Opcodes.H_NEWINVOKESPECIAL) {
            captured.add(new Operand.Unknown());
        }
        captured.addAll(CallSite.capturedOperands(flow, reference, CallContext.TOP));
        List<CallSite> callSites = new ArrayList<>();
        collectUses(flow, reference, captured, callSites, 0);
        if (callSites.isEmpty()) {
            callSites.add(new CallSite(flow, reference, captured));
        }
        return callSites;
    }

    private void collectUses(
            MethodDataFlow flow,
            AbstractInsnNode function,
            List<Operand> captured,
            List<CallSite> callSites,
            int depth) {
        for (AbstractInsnNode insn : flow.method().instructions) {
            if (insn instanceof MethodInsnNode call && flow.isReachable(call)) {
                collectUsesInCall(flow, call, function, captured, callSites, depth);
            } else if (insn instanceof FieldInsnNode field
                    && (field.getOpcode() == Opcodes.PUTFIELD || field.getOpcode() == Opcodes.PUTSTATIC)
                    && flow.isReachable(field)
                    && flow.reachingDefinitions(field, 0).contains(function)
                    && depth < 3) {
                followIntoField(field, captured, callSites, depth);
            }
        }
    }

    private void collectUsesInCall(
            MethodDataFlow flow,
            MethodInsnNode call,
            AbstractInsnNode function,
            List<Operand> captured,
            List<CallSite> callSites,
            int depth) {
        CallSite site = CallSite.of(flow, call, CallContext.TOP);
        boolean instance = call.getOpcode() != Opcodes.INVOKESTATIC;
        int count = site.arguments().size();
        for (int i = 0; i < count; i++) {
            if (!flow.reachingDefinitions(call, count - 1 - i).contains(function)) {
                continue;
            }
            if (instance && i == 0) {
                callSites.add(callSite(flow, call, captured, site.arguments().subList(1, count)));
            } else if (call.owner.startsWith("java/")) {
                callSites.add(callSite(flow, call, captured, passedByJdk(call, site, instance)));
            } else if (depth < 3) {
                followIntoCallee(call, i, captured, callSites, depth);
            }
        }
    }

    /** Returns the arguments with which a method of the JDK calls the function that it gets. */
    private static List<Operand> passedByJdk(MethodInsnNode call, CallSite site, boolean instance) {
        if (!instance || !ELEMENT_CONSUMERS.contains(call.name)) {
            return List.of(new Operand.Unknown());
        }
        if (call.desc.startsWith("(Ljava/util/function/BiConsumer;")) {
            return List.of(new Operand.KeyOf(site.argument(0)), new Operand.ValueOf(site.argument(0)));
        }
        // An Optional stands for its value.
        return List.of(
                call.owner.equals("java/util/Optional") ? site.argument(0) : new Operand.ElementOf(site.argument(0)));
    }

    private static CallSite callSite(
            MethodDataFlow flow, AbstractInsnNode insn, List<Operand> captured, List<Operand> more) {
        List<Operand> all = new ArrayList<>(captured);
        all.addAll(more);
        return new CallSite(flow, insn, all);
    }

    private void followIntoCallee(
            MethodInsnNode call, int argument, List<Operand> captured, List<CallSite> callSites, int depth) {
        for (MethodDataFlow target : new CallResolver(index).resolve(call)) {
            for (AbstractInsnNode insn : target.method().instructions) {
                if (insn instanceof MethodInsnNode inner && target.isReachable(inner)) {
                    int count = Type.getArgumentTypes(inner.desc).length + 1;
                    for (int i = 0; i < count; i++) {
                        for (AbstractInsnNode producer : target.reachingDefinitions(inner, count - 1 - i)) {
                            if (producer instanceof ParameterInstruction parameter && parameter.index() == argument) {
                                collectUsesInCall(target, inner, producer, captured, callSites, depth + 1);
                                i = count;
                                break;
                            }
                        }
                    }
                }
            }
        }
    }

    private void followIntoField(FieldInsnNode field, List<Operand> captured, List<CallSite> callSites, int depth) {
        Optional<LoadedClass> owner = index.load(field.owner);
        if (owner.isEmpty()) {
            return;
        }
        for (var method : owner.get().node().methods) {
            for (AbstractInsnNode insn = method.instructions.getFirst(); insn != null; insn = insn.getNext()) {
                if (insn instanceof FieldInsnNode read
                        && (read.getOpcode() == Opcodes.GETFIELD || read.getOpcode() == Opcodes.GETSTATIC)
                        && read.name.equals(field.name)
                        && read.owner.equals(field.owner)) {
                    Optional<MethodDataFlow> flow = owner.get().flow(method);
                    if (flow.isPresent()) {
                        collectUses(flow.get(), read, captured, callSites, depth + 1);
                    }
                }
            }
        }
    }
}
