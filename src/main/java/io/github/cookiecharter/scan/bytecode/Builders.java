package io.github.cookiecharter.scan.bytecode;

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
final class Builders {

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

    private final Values values;

    Builders(Values values) {
        this.values = values;
    }

    static boolean isBuilderType(String type) {
        return type.equals("java/lang/StringBuilder") || type.equals("java/lang/StringBuffer");
    }

    boolean isBuilder(Value.Thing thing) {
        return !roots(thing.flow(), Set.of(thing.insn())).isEmpty();
    }

    /** The allocations that a builder on the stack may come from, through the calls that give it back. */
    private static Set<AbstractInsnNode> roots(Flow flow, Set<AbstractInsnNode> producers) {
        Set<AbstractInsnNode> roots = new LinkedHashSet<>();
        Set<AbstractInsnNode> seen = new HashSet<>();
        collect(flow, producers, roots, seen);
        return roots;
    }

    private static void collect(
            Flow flow, Set<AbstractInsnNode> producers, Set<AbstractInsnNode> roots, Set<AbstractInsnNode> seen) {
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
    List<Found> text(Site site, MethodInsnNode call) {
        if (!(site.argument(0) instanceof Operand.Stacked receiver)) {
            return Found.only(Value.ANYTHING);
        }
        Flow flow = receiver.flow();
        Set<Found> all = new LinkedHashSet<>();
        Set<AbstractInsnNode> roots = roots(flow, flow.producers(receiver.at(), receiver.fromTop()));
        for (AbstractInsnNode root : roots) {
            all.addAll(text(flow, root, call, receiver.context()));
        }
        return all.isEmpty() ? Found.only(Value.ANYTHING) : Values.limited(all);
    }

    private List<Found> text(Flow flow, AbstractInsnNode root, MethodInsnNode end, Context context) {
        Paths paths = new Paths(flow);
        List<Found> text = Found.text("");
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
                text = Texts.joined(text, Found.only(Value.ANYTHING));
            }
        }
        return text;
    }

    private static boolean isPassed(Flow flow, MethodInsnNode call, int declared, AbstractInsnNode root) {
        for (int i = 0; i < declared; i++) {
            if (!isBuilderType(call.owner)
                    && roots(flow, flow.producers(call, i)).contains(root)) {
                return true;
            }
        }
        return false;
    }

    private List<Found> after(
            List<Found> text, Flow flow, MethodInsnNode call, MethodInsnNode end, Paths paths, Context context) {
        if (!QUIET.contains(call.name)) {
            List<Found> hole = Found.only(Value.ANYTHING);
            return call.name.equals("insert") ? Texts.joined(hole, text) : Texts.joined(text, hole);
        }
        boolean adds = call.name.equals("append") || call.name.equals("<init>");
        Type[] types = Type.getArgumentTypes(call.desc);
        if (!adds || types.length == 0 || call.name.equals("<init>") && types[0].getSort() != Type.OBJECT) {
            return text;
        }
        if (call.name.equals("append") && (types.length > 1 || paths.repeats(call) && !paths.repeats(end))) {
            return Texts.joined(text, Found.only(Value.ANYTHING));
        }
        Operand operand = new Operand.Stacked(flow, call, 0, context);
        if (hasName(text)) {
            // Behind the equals sign only the attributes count, and an attribute that may be missing is not known.
            boolean always = paths.passes(end, call);
            return Texts.joined(
                    text, always ? Texts.of(values.of(operand), types[0].getDescriptor()) : Found.only(Value.ANYTHING));
        }
        List<Found> longer = Texts.joined(text, Texts.of(values.of(operand), types[0].getDescriptor()));
        if (paths.passes(end, call)) {
            return longer;
        }
        Set<Found> either = new LinkedHashSet<>(longer);
        either.addAll(text);
        return Values.limited(either);
    }

    private static boolean hasName(List<Found> texts) {
        for (Found found : texts) {
            if (!(found.value() instanceof Value.Text text) || text.template().indexOf('=') < 0) {
                return false;
            }
        }
        return true;
    }
}
