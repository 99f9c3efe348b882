package io.github.cookiecharter.scan.bytecode.value;

import io.github.cookiecharter.scan.bytecode.graph.CallSite;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodInsnNode;

/** What a method's name and signature say of its result where its code is not there, or says nothing. */
final class NameBasedSummaries {

    private static final Set<String> DEFAULTED = Set.of(
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

    private static final Set<String> CHECKED = Set.of(
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

    private final ConstantPropagation values;

    NameBasedSummaries(ConstantPropagation values) {
        this.values = values;
    }

    /**
     * What the shape of a method says that cannot be looked into, or in which nothing was found: of {@code
     * getProperty(key, default)} the default, of {@code notNull(value)} the value; else empty.
     */
    List<ResolvedValue> of(CallSite site, MethodInsnNode call) {
        Type[] types = Type.getArgumentTypes(call.desc);
        int receiver = call.getOpcode() == Opcodes.INVOKESTATIC ? 0 : 1;
        Type result = Type.getReturnType(call.desc);
        if (CHECKED.contains(call.name)
                && receiver == 0
                && types.length > 0
                && isTextual(result)
                && isTextual(types[0])) {
            return values.of(site.argument(0));
        }
        if (DEFAULTED.contains(call.name) && types.length == 2 && isTextual(result) && isTextual(types[1])) {
            List<ResolvedValue> byDefault = known(values.of(site.argument(receiver + 1)));
            boolean both = call.name.startsWith("default") || call.name.startsWith("first");
            Set<ResolvedValue> all = new LinkedHashSet<>(both ? known(values.of(site.argument(receiver))) : List.of());
            all.addAll(byDefault);
            return List.copyOf(all);
        }
        if ((call.name.equals("orElse") || call.name.equals("or")) && receiver == 1 && types.length == 1) {
            return known(values.of(site.argument(1)));
        }
        return List.of();
    }

    private static boolean isTextual(Type type) {
        return type.getSort() == Type.OBJECT
                && (type.getInternalName().equals("java/lang/String")
                        || type.getInternalName().equals("java/lang/Object")
                        || type.getInternalName().equals("java/lang/CharSequence"));
    }

    /** The texts and numbers among the values. */
    static List<ResolvedValue> known(List<ResolvedValue> all) {
        List<ResolvedValue> known = new ArrayList<>();
        for (ResolvedValue found : all) {
            if (found.value() instanceof AbstractValue.Text || found.value() instanceof AbstractValue.Whole) {
                known.add(found);
            }
        }
        return known;
    }
}
