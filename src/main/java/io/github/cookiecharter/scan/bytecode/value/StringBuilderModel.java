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

/** The text that a {@code StringBuilder} holds: what is appended to it in its method, in the order of the code. */
final class StringBuilderModel {

    private static final Set<String> QUIET = Set.of(
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

    private final ConstantPropagation values;

    StringBuilderModel(ConstantPropagation values) {
        this.values = values;
    }

    static boolean isBuilderType(String type) {
        return type.equals("java/lang/StringBuilder") || type.equals("java/lang/StringBuffer");
    }

    boolean isBuilder(AbstractValue.Thing thing) {
        return !roots(thing.flow(), Set.of(thing.insn())).isEmpty();
    }

    /** The allocations that a builder on the stack may come from, through the calls that give it back. */
    private static Set<AbstractInsnNode> roots(MethodDataFlow flow, Set<AbstractInsnNode> producers) {
        Set<AbstractInsnNode> roots = new LinkedHashSet<>();
        Set<AbstractInsnNode> seen = new HashSet<>();
        collect(flow, producers, roots, seen);
        return roots;
    }

    private static void collect(
            MethodDataFlow flow,
            Set<AbstractInsnNode> producers,
            Set<AbstractInsnNode> roots,
            Set<AbstractInsnNode> seen) {
        for (AbstractInsnNode producer : producers) {
            if (seen.size() > 2_000 || !seen.add(producer)) {
                continue;
            }
            if (producer instanceof TypeInsnNode type && isBuilderType(type.desc)) {
                roots.add(producer);
            } else if (producer instanceof MethodInsnNode call
                    && isBuilderType(call.owner)
                    && isBuilderType(
                            Type.getReturnType(call.desc).getSort() == Type.OBJECT
                                    ? Type.getReturnType(call.desc).getInternalName()
                                    : "")) {
                int receiver = Type.getArgumentTypes(call.desc).length;
                collect(flow, flow.producers(call, receiver), roots, seen);
            }
        }
    }

    /** What {@code toString} gives at this place. */
    List<ResolvedValue> text(CallSite site, MethodInsnNode call) {
        if (!(site.argument(0) instanceof Operand.Stacked receiver)) {
            return ResolvedValue.only(AbstractValue.ANYTHING);
        }
        MethodDataFlow flow = receiver.flow();
        Set<ResolvedValue> all = new LinkedHashSet<>();
        Set<AbstractInsnNode> roots = roots(flow, flow.producers(receiver.at(), receiver.fromTop()));
        for (AbstractInsnNode root : roots) {
            all.addAll(text(flow, root, call, receiver.context()));
        }
        return all.isEmpty() ? ResolvedValue.only(AbstractValue.ANYTHING) : ConstantPropagation.limited(all);
    }

    private List<ResolvedValue> text(
            MethodDataFlow flow, AbstractInsnNode root, MethodInsnNode end, CallContext context) {
        ControlFlowGraph paths = new ControlFlowGraph(flow);
        List<ResolvedValue> text = ResolvedValue.text("");
        for (AbstractInsnNode insn : flow.method().instructions) {
            if (insn == end) {
                break;
            }
            if (!(insn instanceof MethodInsnNode call) || !flow.isLive(call)) {
                continue;
            }
            int declared = Type.getArgumentTypes(call.desc).length;
            boolean isOn = call.getOpcode() != Opcodes.INVOKESTATIC
                    && isBuilderType(call.owner)
                    && roots(flow, flow.producers(call, declared)).contains(root);
            if (isOn) {
                text = after(text, flow, call, end, paths, context);
            } else if (isPassed(flow, call, declared, root)) {
                text = StringOperations.joined(text, unknown(text));
            }
        }
        return text;
    }

    private static boolean isPassed(MethodDataFlow flow, MethodInsnNode call, int declared, AbstractInsnNode root) {
        for (int i = 0; i < declared; i++) {
            if (!isBuilderType(call.owner)
                    && roots(flow, flow.producers(call, i)).contains(root)) {
                return true;
            }
        }
        return false;
    }

    private List<ResolvedValue> after(
            List<ResolvedValue> text,
            MethodDataFlow flow,
            MethodInsnNode call,
            MethodInsnNode end,
            ControlFlowGraph paths,
            CallContext context) {
        if (!QUIET.contains(call.name)) {
            return call.name.equals("insert")
                    ? StringOperations.joined(ResolvedValue.only(AbstractValue.ANYTHING), text)
                    : StringOperations.joined(text, unknown(text));
        }
        boolean adds = call.name.equals("append") || call.name.equals("<init>");
        Type[] types = Type.getArgumentTypes(call.desc);
        if (!adds || types.length == 0 || (call.name.equals("<init>") && types[0].getSort() != Type.OBJECT)) {
            return text;
        }
        if (call.name.equals("append") && (types.length > 1 || (paths.repeats(call) && !paths.repeats(end)))) {
            return StringOperations.joined(text, unknown(text));
        }
        Operand operand = new Operand.Stacked(flow, call, 0, context);
        if (hasName(text)) {
            boolean always = paths.passes(end, call);
            return StringOperations.joined(
                    text, always ? StringOperations.of(values.of(operand), types[0].getDescriptor()) : unknown(text));
        }
        List<ResolvedValue> longer =
                StringOperations.joined(text, StringOperations.of(values.of(operand), types[0].getDescriptor()));
        if (paths.passes(end, call)) {
            return longer;
        }
        Set<ResolvedValue> either = new LinkedHashSet<>(longer);
        either.addAll(text);
        return ConstantPropagation.limited(either);
    }

    /** What cannot be known, behind a text: where a cookie has its name already it may be any attributes. */
    private static List<ResolvedValue> unknown(List<ResolvedValue> text) {
        return hasName(text)
                ? ResolvedValue.text(";" + AbstractString.UNKNOWN + ";")
                : ResolvedValue.only(AbstractValue.ANYTHING);
    }

    private static boolean hasName(List<ResolvedValue> texts) {
        for (ResolvedValue found : texts) {
            if (!(found.value() instanceof AbstractValue.Text text)
                    || text.template().indexOf('=') < 0) {
                return false;
            }
        }
        return true;
    }
}
