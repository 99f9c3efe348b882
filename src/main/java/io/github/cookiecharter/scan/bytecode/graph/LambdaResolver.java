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

/** Lambdas and method references: where the function that is made here is called, and with what. */
public final class LambdaResolver {

    private static final Set<String> EACH = Set.of(
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

    /** The method that a lambda or a method reference stands for. */
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

    /** The places where the function is called, with what the method behind it gets; one place, where none is found. */
    public List<CallSite> calls(MethodDataFlow flow, InvokeDynamicInsnNode reference) {
        List<Operand> captured = new ArrayList<>();
        if (target(reference).orElseThrow().getTag() == Opcodes.H_NEWINVOKESPECIAL) {
            captured.add(new Operand.Nowhere());
        }
        captured.addAll(CallSite.captured(flow, reference, CallContext.TOP));
        List<CallSite> sites = new ArrayList<>();
        used(flow, reference, captured, sites, 0);
        if (sites.isEmpty()) {
            sites.add(new CallSite(flow, reference, captured));
        }
        return sites;
    }

    private void used(
            MethodDataFlow flow, AbstractInsnNode function, List<Operand> captured, List<CallSite> sites, int depth) {
        for (AbstractInsnNode insn : flow.method().instructions) {
            if (insn instanceof MethodInsnNode call && flow.isLive(call)) {
                used(flow, call, function, captured, sites, depth);
            } else if (insn instanceof FieldInsnNode field
                    && (field.getOpcode() == Opcodes.PUTFIELD || field.getOpcode() == Opcodes.PUTSTATIC)
                    && flow.isLive(field)
                    && flow.producers(field, 0).contains(function)
                    && depth < 3) {
                stored(field, captured, sites, depth);
            }
        }
    }

    private void used(
            MethodDataFlow flow,
            MethodInsnNode call,
            AbstractInsnNode function,
            List<Operand> captured,
            List<CallSite> sites,
            int depth) {
        CallSite site = CallSite.of(flow, call, CallContext.TOP);
        boolean instance = call.getOpcode() != Opcodes.INVOKESTATIC;
        int count = site.arguments().size();
        for (int i = 0; i < count; i++) {
            if (!flow.producers(call, count - 1 - i).contains(function)) {
                continue;
            }
            if (instance && i == 0) {
                sites.add(called(flow, call, captured, site.arguments().subList(1, count)));
            } else if (call.owner.startsWith("java/")) {
                Operand each = instance && EACH.contains(call.name)
                        ? new Operand.ElementOf(site.argument(0))
                        : new Operand.Nowhere();
                sites.add(called(flow, call, captured, List.of(each)));
            } else if (depth < 3) {
                passed(call, i, captured, sites, depth);
            }
        }
    }

    private static CallSite called(
            MethodDataFlow flow, AbstractInsnNode insn, List<Operand> captured, List<Operand> more) {
        List<Operand> all = new ArrayList<>(captured);
        all.addAll(more);
        return new CallSite(flow, insn, all);
    }

    private void passed(MethodInsnNode call, int argument, List<Operand> captured, List<CallSite> sites, int depth) {
        for (MethodDataFlow target : new CallResolver(index).declared(call)) {
            for (AbstractInsnNode insn : target.method().instructions) {
                if (insn instanceof MethodInsnNode inner && target.isLive(inner)) {
                    int count = Type.getArgumentTypes(inner.desc).length + 1;
                    for (int i = 0; i < count; i++) {
                        for (AbstractInsnNode producer : target.producers(inner, count - 1 - i)) {
                            if (producer instanceof ParameterInstruction parameter && parameter.index() == argument) {
                                used(target, inner, producer, captured, sites, depth + 1);
                                i = count;
                                break;
                            }
                        }
                    }
                }
            }
        }
    }

    private void stored(FieldInsnNode field, List<Operand> captured, List<CallSite> sites, int depth) {
        Optional<LoadedClass> owner = index.parse(field.owner);
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
                        used(flow.get(), read, captured, sites, depth + 1);
                    }
                }
            }
        }
    }
}
