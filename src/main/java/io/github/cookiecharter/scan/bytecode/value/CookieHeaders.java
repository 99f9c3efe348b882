package io.github.cookiecharter.scan.bytecode.value;

import io.github.cookiecharter.scan.bytecode.graph.CallSite;
import io.github.cookiecharter.scan.cookie.AbstractString;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** The text of a header that is made of a name which is seen nowhere else: no way to set cookies makes the cookie. */
public final class CookieHeaders {

    private static final String REST = "=" + AbstractString.UNKNOWN;

    private CookieHeaders() {}

    /** Whether a call gives such a text: of the JDK's cookie, made for requests, or of an encoder's two words. */
    public static boolean of(MethodInsnNode call) {
        return isOfJdk(call)
                || (call.owner.endsWith("CookieEncoder")
                        && call.desc.equals("(Ljava/lang/String;Ljava/lang/String;)Ljava/lang/String;"));
    }

    private static boolean isOfJdk(MethodInsnNode call) {
        return call.owner.equals("java/net/HttpCookie") && call.name.equals("toString");
    }

    /** The texts that it gives. */
    static List<ResolvedValue> made(ConstantPropagation values, CallSite site, MethodInsnNode call) {
        if (!isOfJdk(call)) {
            int first = call.getOpcode() == Opcodes.INVOKESTATIC ? 0 : 1;
            return named(values.of(site.argument(first)));
        }
        Set<ResolvedValue> all = new LinkedHashSet<>();
        for (ResolvedValue cookie : values.of(site.argument(0))) {
            if (cookie.value() instanceof AbstractValue.Thing thing
                    && thing.insn().getOpcode() == Opcodes.NEW) {
                all.addAll(named(nameOf(values, thing)));
            } else {
                // Out of another server's answer, say: the visitor gets it here all the same.
                all.addAll(ResolvedValue.UNKNOWN);
            }
        }
        return ConstantPropagation.limited(all);
    }

    private static List<ResolvedValue> nameOf(ConstantPropagation values, AbstractValue.Thing thing) {
        for (AbstractInsnNode next = thing.insn(); next != null; next = next.getNext()) {
            if (next instanceof MethodInsnNode call
                    && call.name.equals("<init>")
                    && thing.flow().isLive(call)
                    && thing.flow().producers(call, 2).contains(thing.insn())) {
                return values.of(
                        CallSite.of(thing.flow(), call, thing.context()).argument(1));
            }
        }
        return ResolvedValue.UNKNOWN;
    }

    private static List<ResolvedValue> named(List<ResolvedValue> names) {
        return StringOperations.joined(StringOperations.of(names, ""), ResolvedValue.text(REST));
    }
}
