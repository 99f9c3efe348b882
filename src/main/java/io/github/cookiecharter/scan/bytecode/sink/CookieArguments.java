package io.github.cookiecharter.scan.bytecode.sink;

import io.github.cookiecharter.scan.bytecode.graph.CallContext;
import io.github.cookiecharter.scan.bytecode.graph.Operand;
import io.github.cookiecharter.scan.bytecode.index.Sink;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * The attributes that a sink call has as arguments.
 *
 * @param operands the arguments
 * @param areOpen whether the call may set any attribute in a way that is not read
 */
record CookieArguments(Map<CookieAttribute, Operand> operands, boolean areOpen) {

    static CookieArguments of(SinkCall sinkCall) {
        Map<CookieAttribute, Operand> operands = new EnumMap<>(CookieAttribute.class);
        if (!(sinkCall.insn() instanceof MethodInsnNode call)) {
            return new CookieArguments(operands, false);
        }
        Type[] types = Type.getArgumentTypes(call.desc);
        if (hasKotlinDefaults(types)) {
            // Kotlin passes 0 or null for an omitted argument and a bit mask that selects the defaults inside.
            return new CookieArguments(operands, true);
        }
        int last = types.length - 1;
        if (last >= 2 && types[last].getDescriptor().equals("Ljava/util/Map;")) {
            for (CookieAttribute attribute : CookieAttribute.values()) {
                operands.put(attribute, new Operand.ValueUnder(argument(sinkCall, call, 0), attribute.mapKey()));
            }
            return new CookieArguments(operands, false);
        }
        String layout = layout(sinkCall, types);
        for (int i = 0; i < layout.length(); i++) {
            Operand operand = argument(sinkCall, call, last - i);
            Optional<CookieAttribute> attribute = CookieAttribute.ofLayoutLetter(layout.charAt(i));
            attribute.ifPresent(one -> operands.put(one, operand));
        }
        return new CookieArguments(operands, false);
    }

    private static Operand argument(SinkCall sinkCall, MethodInsnNode call, int fromTop) {
        return new Operand.Stacked(sinkCall.flow(), call, fromTop, CallContext.TOP);
    }

    private static String layout(SinkCall sinkCall, Type[] types) {
        String before = "";
        if (sinkCall.role() == Sink.ArgumentRole.SECOND_TO_LAST_STRING) {
            int strings = 0;
            while (strings < types.length && types[strings].getSort() == Type.OBJECT) {
                strings++;
            }
            // In front of the name: the path, or the domain and the path.
            before = strings >= 4 ? "dp" : strings == 3 ? "p" : "";
        }
        if (sinkCall.sink().family() == Sink.Family.REST) {
            StringBuilder descriptors = new StringBuilder();
            for (Type type : types) {
                String descriptor = type.getDescriptor();
                descriptors.append(
                        type.getSort() == Type.OBJECT
                                ? descriptor.endsWith("/Cookie;") ? 'K' : descriptor.endsWith("/Date;") ? 'T' : 'L'
                                : descriptor.charAt(0));
            }
            return CookieAttribute.restLayout(descriptors.toString());
        }
        return before + CookieAttribute.argumentLayout(sinkCall.sink().family(), types.length - before.length());
    }

    private static boolean hasKotlinDefaults(Type[] types) {
        return types.length > 0
                && types[types.length - 1].getDescriptor().equals("Lkotlin/jvm/internal/DefaultConstructorMarker;");
    }
}
