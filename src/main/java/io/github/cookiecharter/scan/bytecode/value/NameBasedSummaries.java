package io.github.cookiecharter.scan.bytecode.value;

import io.github.cookiecharter.scan.bytecode.graph.CallSite;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodInsnNode;

/** Fallback summaries, by name and signature, for methods whose code is missing or yields nothing. */
final class NameBasedSummaries {

    private static final Set<String> WITH_DEFAULT = Set.of(
            "getProperty",
            "getString",
            "getOrDefault",
            "getParameter",
            "getConfig",
            "getConfigValue",
            "getAttribute",
            "getValue",
            "getSetting",
            "getInitParameter",
            "getStringProperty",
            "getSystemProperty",
            "get",
            "defaultString",
            "defaultIfEmpty",
            "defaultIfBlank",
            "firstNonNull",
            "firstNonBlank",
            "firstNonEmpty");

    private static final Set<String> PASS_THROUGH = Set.of(
            "requireNonNull",
            "checkNotNull",
            "notNull",
            "notEmpty",
            "notBlank",
            "checkNotEmpty",
            "checkNotBlank",
            "nonNull",
            "requireNonEmpty",
            "trimToNull",
            "trimToEmpty",
            "nullToEmpty",
            "emptyToNull",
            "intern");

    private final ValueResolver resolver;

    NameBasedSummaries(ValueResolver resolver) {
        this.resolver = resolver;
    }

    /**
     * Resolves a call by the method's name and signature: {@code getProperty(key, default)} to the default, {@code
     * notNull(value)} to the value. Empty if no summary applies.
     */
    List<ResolvedValue> resolve(CallSite site, MethodInsnNode call) {
        Type[] types = Type.getArgumentTypes(call.desc);
        int receiver = call.getOpcode() == Opcodes.INVOKESTATIC ? 0 : 1;
        Type result = Type.getReturnType(call.desc);
        if (PASS_THROUGH.contains(call.name)
                && receiver == 0
                && types.length > 0
                && isTextual(result)
                && isTextual(types[0])) {
            return resolver.resolve(site.argument(0));
        }
        if (WITH_DEFAULT.contains(call.name) && types.length == 2 && isTextual(result) && isTextual(types[1])) {
            List<ResolvedValue> byDefault = constants(resolver.resolve(site.argument(receiver + 1)));
            boolean both = call.name.startsWith("default") || call.name.startsWith("first");
            Set<ResolvedValue> all =
                    new LinkedHashSet<>(both ? constants(resolver.resolve(site.argument(receiver))) : List.of());
            all.addAll(byDefault);
            return List.copyOf(all);
        }
        if ((call.name.equals("orElse") || call.name.equals("or")) && receiver == 1 && types.length == 1) {
            return constants(resolver.resolve(site.argument(1)));
        }
        return List.of();
    }

    /** Resolves a read from a data object to its default: {@code asText(default)}, {@code optString(key, default)}. */
    List<ResolvedValue> resolveDataDefault(CallSite site, MethodInsnNode call) {
        Type[] types = Type.getArgumentTypes(call.desc);
        boolean isRead = call.getOpcode() != Opcodes.INVOKESTATIC && isTextual(Type.getReturnType(call.desc));
        boolean convertsItself = call.name.startsWith("as") || call.name.endsWith("Value");
        boolean hasDefault = isRead
                && ((types.length == 1 && convertsItself) || types.length == 2)
                && isTextual(types[types.length - 1]);
        return hasDefault ? constants(resolver.resolve(site.argument(types.length))) : List.of();
    }

    private static boolean isTextual(Type type) {
        return type.getSort() == Type.OBJECT
                && (type.getInternalName().equals("java/lang/String")
                        || type.getInternalName().equals("java/lang/Object")
                        || type.getInternalName().equals("java/lang/CharSequence"));
    }

    /** Returns the texts and numbers among the values. */
    static List<ResolvedValue> constants(List<ResolvedValue> all) {
        List<ResolvedValue> constants = new ArrayList<>();
        for (ResolvedValue found : all) {
            if (found.value() instanceof AbstractValue.Text || found.value() instanceof AbstractValue.IntConstant) {
                constants.add(found);
            }
        }
        return constants;
    }
}
