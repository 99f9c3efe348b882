package io.github.cookiecharter.scan.bytecode.sink;

import io.github.cookiecharter.scan.bytecode.graph.CallChain;
import io.github.cookiecharter.scan.bytecode.graph.CallSite;
import io.github.cookiecharter.scan.bytecode.graph.Operand;
import io.github.cookiecharter.scan.bytecode.index.MethodDataFlow;
import io.github.cookiecharter.scan.bytecode.index.Sink;
import io.github.cookiecharter.scan.bytecode.index.SinkTable;
import io.github.cookiecharter.scan.bytecode.value.AbstractValue;
import io.github.cookiecharter.scan.bytecode.value.ConstantPropagation;
import io.github.cookiecharter.scan.bytecode.value.MapModel;
import io.github.cookiecharter.scan.bytecode.value.ResolvedValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** Finds the calls that write a {@code Set-Cookie} header, or one whose name is not known. */
final class HeaderCalls {

    private static final String SET_COOKIE = "set-cookie";

    private final ConstantPropagation values;

    HeaderCalls(ConstantPropagation values) {
        this.values = values;
    }

    /** Adds a call of a method that, by its name, writes a header or a map's entry: only a known name counts. */
    void addByName(MethodDataFlow flow, MethodInsnNode call, CallSite site, int receiver, List<SinkCall> found) {
        Type[] types = Type.getArgumentTypes(call.desc);
        boolean isMap = SinkTable.isMapMethod(call.owner, call.name);
        for (int i = 0; i + 1 < types.length; i += isMap ? 2 : 1) {
            if (isSetCookie(site.argument(receiver + i))) {
                Sink sink = new Sink(call.owner, call.name, Sink.ArgumentRole.HEADER, i + 1, Sink.Family.HEADER, 0, 99);
                add(sink, flow, call, types[i + 1], site.argument(receiver + i + 1), Optional.empty(), found);
                return;
            }
        }
    }

    private boolean isSetCookie(Operand name) {
        boolean isField = false;
        for (AbstractInsnNode producer : producers(name)) {
            if (producer instanceof LdcInsnNode constant
                    && constant.cst instanceof String text
                    && text.equalsIgnoreCase(SET_COOKIE)) {
                return true;
            }
            if (producer instanceof FieldInsnNode field && field.getOpcode() == Opcodes.GETSTATIC) {
                if (SinkTable.isHeaderConstant(field.name)) {
                    return true;
                }
                isField = true;
            }
        }
        return isField && values.resolveAnew(name).stream().anyMatch(one -> isSetCookie(one.value()));
    }

    private static boolean isSetCookie(AbstractValue value) {
        return value instanceof AbstractValue.Text text && text.template().equalsIgnoreCase(SET_COOKIE);
    }

    private static Set<AbstractInsnNode> producers(Operand operand) {
        return operand instanceof Operand.Stacked stacked
                ? stacked.flow().reachingDefinitions(stacked.at(), stacked.fromTop())
                : Set.of();
    }

    /** Adds a call of the table's methods, whose arguments are a header's name and its value. */
    void addEntry(
            Sink row, MethodDataFlow flow, AbstractInsnNode insn, Type type, Operand[] entry, List<SinkCall> found) {
        Operand name = entry[0];
        if (isOtherLiteral(name)) {
            return;
        }
        Set<CallChain> chains = new HashSet<>(isSetCookie(name) ? Set.of(CallChain.EMPTY) : Set.of());
        boolean isUnknown = false;
        for (ResolvedValue one : chains.isEmpty() ? values.resolveAnew(name) : List.<ResolvedValue>of()) {
            if (isSetCookie(one.value()) || isHeaderConstant(one.value())) {
                // Where the name is a key of a map, the code that puts in the entry is the sink.
                if (!one.callChain().dependsOn(MapModel.EntryOf.class)) {
                    chains.add(one.callChain());
                }
            } else {
                isUnknown |= mayBeSetCookie(one.value());
            }
        }
        Sink sink = new Sink(
                row.owner(), row.method(), Sink.ArgumentRole.HEADER, row.argument() + 1, Sink.Family.HEADER, 0, 9);
        if (!chains.isEmpty()) {
            add(sink, flow, insn, type, entry[1], Optional.of(chains), found);
        }
        if (isUnknown && row.role() == Sink.ArgumentRole.HEADER_ENTRY && mayBeCookie(entry[1])) {
            found.add(new SinkCall(row, row.role(), flow, insn, name));
        }
    }

    private static boolean isOtherLiteral(Operand name) {
        Set<AbstractInsnNode> producers = producers(name);
        for (AbstractInsnNode producer : producers) {
            if (!(producer instanceof LdcInsnNode constant)
                    || !(constant.cst instanceof String text)
                    || text.equalsIgnoreCase(SET_COOKIE)) {
                return false;
            }
        }
        return !producers.isEmpty();
    }

    private static boolean isHeaderConstant(AbstractValue value) {
        return value instanceof AbstractValue.AllocatedObject object
                && object.insn() instanceof FieldInsnNode field
                && SinkTable.isHeaderConstant(field.name);
    }

    private static boolean mayBeSetCookie(AbstractValue value) {
        if (value instanceof AbstractValue.Text text) {
            String start = text.string().pattern().toLowerCase(Locale.ROOT);
            int unknown = start.indexOf('*');
            return unknown >= 0 && SET_COOKIE.startsWith(start.substring(0, unknown));
        }
        if (value instanceof AbstractValue.AllocatedObject object) {
            // A constant of a library whose code is missing: its name says which header it is.
            return !(object.insn() instanceof FieldInsnNode);
        }
        return value == AbstractValue.Special.UNKNOWN;
    }

    /** Returns whether the value of a header may begin with the name of a cookie. */
    private boolean mayBeCookie(Operand value) {
        for (AbstractInsnNode producer : producers(value)) {
            if (producer instanceof MethodInsnNode call && call.owner.endsWith("Request")) {
                return false;
            }
        }
        for (ResolvedValue one : values.resolveAnew(value)) {
            boolean isOther = one.value() == AbstractValue.Special.COPIED_NAME
                    || one.value() == AbstractValue.Special.NULL
                    || one.value() instanceof AbstractValue.IntConstant
                    || (one.value() instanceof AbstractValue.Text text
                            && text.isLiteral()
                            && text.template().indexOf('=') < 0);
            if (!isOther) {
                return true;
            }
        }
        return false;
    }

    private static void add(
            Sink sink,
            MethodDataFlow flow,
            AbstractInsnNode insn,
            Type type,
            Operand value,
            Optional<Set<CallChain>> chains,
            List<SinkCall> found) {
        Operand one = isMany(type) ? new Operand.ElementOf(value) : value;
        found.add(new SinkCall(
                sink,
                sink.role(),
                flow,
                insn,
                one,
                chains.map(ArrayList::new).map(List::copyOf).orElse(List.of())));
    }

    private static boolean isMany(Type type) {
        return type.getSort() == Type.ARRAY
                || Set.of("java/lang/Iterable", "java/util/List", "java/util/Collection")
                        .contains(type.getSort() == Type.OBJECT ? type.getInternalName() : "");
    }
}
