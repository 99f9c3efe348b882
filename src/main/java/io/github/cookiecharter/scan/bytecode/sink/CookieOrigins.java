package io.github.cookiecharter.scan.bytecode.sink;

import io.github.cookiecharter.scan.bytecode.graph.CallSite;
import io.github.cookiecharter.scan.bytecode.graph.LambdaResolver;
import io.github.cookiecharter.scan.bytecode.graph.Operand;
import io.github.cookiecharter.scan.bytecode.index.SinkTable;
import io.github.cookiecharter.scan.bytecode.value.AbstractValue;
import io.github.cookiecharter.scan.bytecode.value.ConstantPropagation;
import io.github.cookiecharter.scan.bytecode.value.CookieHeaders;
import io.github.cookiecharter.scan.bytecode.value.ResolvedValue;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;

/** Determines whether the code that makes a cookie object is known: then that code is a sink, and reported itself. */
final class CookieOrigins {

    private static final int MAX_DEPTH = 20;

    private final ConstantPropagation values;
    private final SinkTable sinks;

    CookieOrigins(ConstantPropagation values, SinkTable sinks) {
        this.values = values;
        this.sinks = sinks;
    }

    /** Returns whether a value is a cookie of known making, a cookie of the request, or no cookie at all. */
    boolean isKnown(AbstractValue value) {
        return isKnown(value, 0);
    }

    private boolean isKnown(AbstractValue value, int depth) {
        if (!(value instanceof AbstractValue.AllocatedObject object)) {
            return value == AbstractValue.Special.NULL || value == AbstractValue.Special.COPIED_NAME;
        }
        if (object.insn() instanceof TypeInsnNode type && type.getOpcode() == Opcodes.NEW) {
            return true;
        }
        if (object.insn() instanceof InvokeDynamicInsnNode lambda) {
            return LambdaResolver.target(lambda)
                    .map(handle -> handle.getTag() == Opcodes.H_NEWINVOKESPECIAL)
                    .orElse(false);
        }
        if (object.insn() instanceof MethodInsnNode call) {
            return isKnownCall(object, call, depth);
        }
        // The receiver of a method in a cookie class of the project.
        return object.insn().getOpcode() == Opcodes.NOP
                && values.index().supertypes(object.flow().owner().name()).stream()
                        .anyMatch(sinks::isListed);
    }

    private boolean isKnownCall(AbstractValue.AllocatedObject object, MethodInsnNode call, int depth) {
        if (isSink(call) || CookieHeaders.readsRequestCookies(call)) {
            return true;
        }
        if (call.getOpcode() == Opcodes.INVOKESTATIC || depth == MAX_DEPTH) {
            return false;
        }
        boolean isContainer = call.owner.startsWith("java/util/");
        Type result = Type.getReturnType(call.desc);
        String type = result.getSort() == Type.OBJECT ? result.getInternalName() : "";
        // A builder's or a cookie's own method returns the cookie, or a copy of it.
        if (!isContainer && !call.owner.contains("Cookie") && !type.equals(call.owner)) {
            return false;
        }
        return areKnown(
                values.resolve(
                        CallSite.of(object.flow(), call, object.context()).argument(0)),
                depth + 1);
    }

    private boolean areKnown(List<ResolvedValue> found, int depth) {
        return !found.isEmpty() && found.stream().allMatch(one -> isKnown(one.value(), depth));
    }

    /** Returns whether all values of an operand are of known making. */
    boolean isKnown(Operand operand) {
        return areKnown(values.resolveAnew(operand), 0);
    }

    private boolean isSink(MethodInsnNode call) {
        return sinks
                .find(
                        call.name,
                        owner -> owner.equals(call.owner) || values.index().isA(call.owner, owner))
                .stream()
                .anyMatch(
                        sink -> sink.accepts(call.desc) && (sinks.isListed(sink.owner()) || call.name.equals("name")));
    }
}
