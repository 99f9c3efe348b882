package io.github.cookiecharter.scan.bytecode.value;

import io.github.cookiecharter.scan.bytecode.graph.CallSite;
import io.github.cookiecharter.scan.bytecode.index.SinkTable;
import io.github.cookiecharter.scan.cookie.AbstractString;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** Models calls that render a {@code Set-Cookie} text from a name, although the cookie passes no sink. */
public final class CookieHeaders {

    private static final String UNKNOWN_VALUE = "=" + AbstractString.UNKNOWN;

    private static final Set<String> HEADER_GETTERS = Set.of(
            "getHeader",
            "getHeaders",
            "get",
            "getFirst",
            "getAll",
            "getOrEmpty",
            "getOrDefault",
            "getValuesAsList",
            "getHeaderString",
            "getHeaderStrings");

    /** The types of responses that a program receives as a client. */
    private static final Pattern CLIENT =
            Pattern.compile("[Cc]lient|ResponseEntity|java/net/|okhttp|/HttpEntity$|RestTemplate|HttpURLConnection");

    private CookieHeaders() {}

    /**
     * Returns whether a call renders such a text: that of {@code java.net.HttpCookie}, or an encoder for name and
     * value.
     */
    public static boolean isCookieHeader(MethodInsnNode call) {
        return isOfJdk(call)
                || (call.owner.endsWith("CookieEncoder")
                        && call.desc.equals("(Ljava/lang/String;Ljava/lang/String;)Ljava/lang/String;"));
    }

    private static boolean isOfJdk(MethodInsnNode call) {
        return call.owner.equals("java/net/HttpCookie") && call.name.equals("toString");
    }

    /**
     * Returns whether a call reads the {@code Set-Cookie} headers of the response itself: code that writes them again
     * introduces no new cookie. Those of a response from another server are new to the visitor.
     */
    static boolean readsOwnHeader(CallSite site, MethodInsnNode call, ValueResolver resolver) {
        if (!HEADER_GETTERS.contains(call.name)
                || call.owner.startsWith("java/")
                || call.getOpcode() == Opcodes.INVOKESTATIC
                || site.arguments().size() != 2
                || CLIENT.matcher(call.owner).find()) {
            return false;
        }
        for (ResolvedValue name : resolver.resolve(site.argument(1))) {
            boolean isHeader = name.value() instanceof AbstractValue.Text text
                    ? text.template().equalsIgnoreCase("set-cookie")
                    : name.value() instanceof AbstractValue.AllocatedObject object
                            && object.insn() instanceof FieldInsnNode field
                            && SinkTable.isHeaderConstant(field.name);
            if (!isHeader) {
                return false;
            }
        }
        return !isOfClient(resolver.resolve(site.argument(0)));
    }

    /** Returns whether a call reads the cookies that the browser has sent. */
    public static boolean readsRequestCookies(MethodInsnNode call) {
        String name = call.name.toLowerCase(Locale.ROOT);
        return name.contains("cookie")
                && (name.startsWith("get") || name.startsWith("cookie") || name.startsWith("request"))
                && !call.owner.contains("Factory")
                && !call.desc.startsWith("(Ljava/lang/String;Ljava/lang/String;");
    }

    private static boolean isOfClient(List<ResolvedValue> receivers) {
        for (ResolvedValue found : receivers) {
            if (found.value() instanceof AbstractValue.AllocatedObject object
                    && object.insn() instanceof MethodInsnNode call
                    && CLIENT.matcher(call.owner).find()) {
                return true;
            }
        }
        return false;
    }

    /** Resolves the texts that the call returns. */
    static List<ResolvedValue> resolve(ValueResolver resolver, CallSite site, MethodInsnNode call) {
        if (!isOfJdk(call)) {
            int first = call.getOpcode() == Opcodes.INVOKESTATIC ? 0 : 1;
            return toHeaders(resolver.resolve(site.argument(first)));
        }
        Set<ResolvedValue> all = new LinkedHashSet<>();
        for (ResolvedValue cookie : resolver.resolve(site.argument(0))) {
            if (cookie.value() instanceof AbstractValue.AllocatedObject allocated
                    && allocated.insn().getOpcode() == Opcodes.NEW) {
                all.addAll(toHeaders(resolveName(resolver, allocated)));
            } else {
                // The cookie may come from another server's response; the visitor receives it all the same.
                all.addAll(ResolvedValue.UNKNOWN);
            }
        }
        return ResolvedValue.widen(all);
    }

    private static List<ResolvedValue> resolveName(ValueResolver resolver, AbstractValue.AllocatedObject allocated) {
        for (AbstractInsnNode next = allocated.insn(); next != null; next = next.getNext()) {
            if (next instanceof MethodInsnNode call
                    && call.name.equals("<init>")
                    && allocated.flow().isReachable(call)
                    && allocated.flow().reachingDefinitions(call, 2).contains(allocated.insn())) {
                return resolver.resolve(
                        CallSite.of(allocated.flow(), call, allocated.context()).argument(1));
            }
        }
        return ResolvedValue.UNKNOWN;
    }

    private static List<ResolvedValue> toHeaders(List<ResolvedValue> names) {
        return StringOperations.concat(StringOperations.toTexts(names, ""), ResolvedValue.text(UNKNOWN_VALUE));
    }
}
