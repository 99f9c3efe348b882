package io.github.cookiecharter.scan.bytecode.value;

import io.github.cookiecharter.scan.bytecode.graph.CallContext;
import io.github.cookiecharter.scan.bytecode.graph.CallSite;
import io.github.cookiecharter.scan.bytecode.graph.ControlFlowGraph;
import io.github.cookiecharter.scan.bytecode.graph.Operand;
import io.github.cookiecharter.scan.bytecode.index.MethodDataFlow;
import io.github.cookiecharter.scan.cookie.AbstractString;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;

/** Models the text of a {@code StringBuilder}: what its method appends, in the order of the code. */
final class StringBuilderModel {

    private static final Set<String> KNOWN_METHODS = Set.of(
            "toString",
            "length",
            "charAt",
            "isEmpty",
            "indexOf",
            "capacity",
            "ensureCapacity",
            "<init>",
            "append",
            "lastIndexOf",
            "chars",
            "equals",
            "hashCode");

    private final ValueResolver resolver;

    StringBuilderModel(ValueResolver resolver) {
        this.resolver = resolver;
    }

    static boolean isStringBuilderType(String type) {
        return type.equals("java/lang/StringBuilder") || type.equals("java/lang/StringBuffer");
    }

    boolean isStringBuilder(AbstractValue.AllocatedObject allocated) {
        return !allocations(allocated.flow(), Set.of(allocated.insn())).isEmpty();
    }

    /** Returns the allocations of a builder, also through calls that return it, such as {@code append}. */
    private static Set<AbstractInsnNode> allocations(MethodDataFlow flow, Set<AbstractInsnNode> definitions) {
        Set<AbstractInsnNode> allocations = new LinkedHashSet<>();
        Set<AbstractInsnNode> seen = new HashSet<>();
        collectAllocations(flow, definitions, allocations, seen);
        return allocations;
    }

    private static void collectAllocations(
            MethodDataFlow flow,
            Set<AbstractInsnNode> definitions,
            Set<AbstractInsnNode> allocations,
            Set<AbstractInsnNode> seen) {
        for (AbstractInsnNode producer : definitions) {
            if (seen.size() > 2_000 || !seen.add(producer)) {
                continue;
            }
            if (producer instanceof TypeInsnNode type && isStringBuilderType(type.desc)) {
                allocations.add(producer);
            } else if (producer instanceof MethodInsnNode call
                    && isStringBuilderType(call.owner)
                    && isStringBuilderType(
                            Type.getReturnType(call.desc).getSort() == Type.OBJECT
                                    ? Type.getReturnType(call.desc).getInternalName()
                                    : "")) {
                int receiver = Type.getArgumentTypes(call.desc).length;
                collectAllocations(flow, flow.reachingDefinitions(call, receiver), allocations, seen);
            }
        }
    }

    /** Resolves the text that {@code toString} returns at a call site. */
    List<ResolvedValue> resolveText(CallSite site, MethodInsnNode call) {
        if (!(site.argument(0) instanceof Operand.Stacked receiver)) {
            return ResolvedValue.single(AbstractValue.Text.TOP);
        }
        MethodDataFlow flow = receiver.flow();
        Set<ResolvedValue> all = new LinkedHashSet<>();
        Set<AbstractInsnNode> allocations =
                allocations(flow, flow.reachingDefinitions(receiver.at(), receiver.fromTop()));
        for (AbstractInsnNode allocation : allocations) {
            all.addAll(textBefore(flow, allocation, call, receiver.context()));
        }
        return all.isEmpty() ? ResolvedValue.single(AbstractValue.Text.TOP) : ResolvedValue.widen(all);
    }

    private List<ResolvedValue> textBefore(
            MethodDataFlow flow, AbstractInsnNode allocation, MethodInsnNode end, CallContext context) {
        ControlFlowGraph graph = new ControlFlowGraph(flow);
        List<ResolvedValue> text = ResolvedValue.text("");
        for (AbstractInsnNode insn : flow.method().instructions) {
            if (insn == end) {
                break;
            }
            if (!(insn instanceof MethodInsnNode call) || !flow.isReachable(call)) {
                continue;
            }
            int declared = Type.getArgumentTypes(call.desc).length;
            boolean isOn = call.getOpcode() != Opcodes.INVOKESTATIC
                    && isStringBuilderType(call.owner)
                    && allocations(flow, flow.reachingDefinitions(call, declared))
                            .contains(allocation);
            if (isOn) {
                text = textAfterCall(text, flow, call, end, graph, context);
            } else if (isPassed(flow, call, declared, allocation)) {
                text = StringOperations.concat(text, unknownAfter(text));
            }
        }
        return text;
    }

    private static boolean isPassed(
            MethodDataFlow flow, MethodInsnNode call, int declared, AbstractInsnNode allocation) {
        for (int i = 0; i < declared; i++) {
            if (!isStringBuilderType(call.owner)
                    && allocations(flow, flow.reachingDefinitions(call, i)).contains(allocation)) {
                return true;
            }
        }
        return false;
    }

    private List<ResolvedValue> textAfterCall(
            List<ResolvedValue> text,
            MethodDataFlow flow,
            MethodInsnNode call,
            MethodInsnNode end,
            ControlFlowGraph graph,
            CallContext context) {
        if (!KNOWN_METHODS.contains(call.name)) {
            return call.name.equals("insert")
                    ? StringOperations.concat(ResolvedValue.single(AbstractValue.Text.TOP), text)
                    : StringOperations.concat(text, unknownAfter(text));
        }
        boolean adds = call.name.equals("append") || call.name.equals("<init>");
        Type[] types = Type.getArgumentTypes(call.desc);
        if (!adds || types.length == 0 || (call.name.equals("<init>") && types[0].getSort() != Type.OBJECT)) {
            return text;
        }
        if (call.name.equals("append") && (types.length > 1 || (graph.isInLoop(call) && !graph.isInLoop(end)))) {
            return StringOperations.concat(text, unknownAfter(text));
        }
        Operand operand = new Operand.Stacked(flow, call, 0, context);
        if (allHaveEqualsSign(text)) {
            // After the equals sign only attributes matter; an attribute on some paths only is unknown.
            boolean always = graph.dominates(call, end);
            return StringOperations.concat(
                    text,
                    always
                            ? StringOperations.toTexts(resolver.resolve(operand), types[0].getDescriptor())
                            : unknownAfter(text));
        }
        List<ResolvedValue> longer = StringOperations.concat(
                text, StringOperations.toTexts(resolver.resolve(operand), types[0].getDescriptor()));
        if (graph.dominates(call, end)) {
            return longer;
        }
        Set<ResolvedValue> either = new LinkedHashSet<>(longer);
        either.addAll(text);
        return ResolvedValue.widen(either);
    }

    /** An unknown part after a text: where the text has a cookie's name already, it may be any attributes. */
    private static List<ResolvedValue> unknownAfter(List<ResolvedValue> text) {
        return allHaveEqualsSign(text)
                ? ResolvedValue.text(";" + AbstractString.UNKNOWN + ";")
                : ResolvedValue.single(AbstractValue.Text.TOP);
    }

    private static boolean allHaveEqualsSign(List<ResolvedValue> texts) {
        for (ResolvedValue found : texts) {
            if (!(found.value() instanceof AbstractValue.Text text)
                    || text.template().indexOf('=') < 0) {
                return false;
            }
        }
        return true;
    }
}
