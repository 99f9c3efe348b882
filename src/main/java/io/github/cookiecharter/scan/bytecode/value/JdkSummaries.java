package io.github.cookiecharter.scan.bytecode.value;

import io.github.cookiecharter.scan.bytecode.graph.CallContext;
import io.github.cookiecharter.scan.bytecode.graph.CallSite;
import io.github.cookiecharter.scan.bytecode.graph.Operand;
import io.github.cookiecharter.scan.bytecode.index.ClassIndex;
import io.github.cookiecharter.scan.bytecode.index.IndexedClass;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;

/** Summaries of the JDK methods that code builds names with; all other JDK methods have opaque or unknown results. */
final class JdkSummaries {

    private final ValueResolver resolver;
    private final ClassIndex index;
    private final CollectionModel collections;
    private final MethodReturns returns;
    private final StringBuilderModel stringBuilders;
    private final NameBasedSummaries nameBasedSummaries;

    JdkSummaries(
            ValueResolver resolver,
            ClassIndex index,
            CollectionModel collections,
            MethodReturns returns,
            NameBasedSummaries nameBasedSummaries) {
        this.resolver = resolver;
        this.index = index;
        this.collections = collections;
        this.returns = returns;
        this.stringBuilders = new StringBuilderModel(resolver);
        this.nameBasedSummaries = nameBasedSummaries;
    }

    /** Resolves the call of a JDK method, or of a library method with a summary; empty for any other method. */
    Optional<List<ResolvedValue>> resolve(CallSite site, MethodInsnNode call) {
        switch (call.owner) {
            case "java/lang/String" -> {
                return Optional.of(ofString(site, call));
            }
            case "java/lang/StringBuilder", "java/lang/StringBuffer", "java/lang/AbstractStringBuilder" -> {
                return Optional.of(
                        call.name.equals("toString")
                                ? stringBuilders.resolveText(site, call)
                                : ResolvedValue.single(opaqueResult(site)));
            }
            case "java/lang/Object", "java/lang/CharSequence", "java/lang/Enum", "java/lang/Record" -> {
                return Optional.of(ofObject(site, call));
            }
            case "java/lang/Class" -> {
                return Optional.of(ofClass(site, call));
            }
            case "java/lang/ClassLoader" -> {
                return Optional.of(
                        call.name.equals("loadClass")
                                ? classesByName(resolver.resolve(site.argument(1)))
                                : ResolvedValue.single(opaqueResult(site)));
            }
            case "java/util/Objects" -> {
                return Optional.of(ofObjects(site, call));
            }
            case "java/util/Optional" -> {
                return Optional.of(ofOptional(site, call));
            }
            case "java/text/MessageFormat" -> {
                return Optional.of(
                        call.name.equals("format") && call.getOpcode() == Opcodes.INVOKESTATIC
                                ? formatted(site.argument(0), site.argument(1), true)
                                : ResolvedValue.UNKNOWN);
            }
            case "kotlin/jvm/internal/Intrinsics" -> {
                return call.name.equals("stringPlus")
                        ? Optional.of(StringOperations.concat(text(site.argument(0)), text(site.argument(1))))
                        : Optional.empty();
            }
            case "java/lang/Integer",
                    "java/lang/Long",
                    "java/lang/Character",
                    "java/lang/Boolean",
                    "java/lang/Short",
                    "java/lang/Number" -> {
                return Optional.of(ofBoxed(site, call));
            }
            default -> {
                return resolveOther(site, call);
            }
        }
    }

    private Optional<List<ResolvedValue>> resolveOther(CallSite site, MethodInsnNode call) {
        if ((call.name.equals("name") || call.name.equals("toString")) && call.desc.equals("()Ljava/lang/String;")) {
            List<ResolvedValue> names = enumNameCall(site, call);
            if (!names.isEmpty()) {
                return Optional.of(names);
            }
        }
        if (call.owner.startsWith("[") && call.name.equals("clone")) {
            return Optional.of(resolver.resolve(site.argument(0)));
        }
        if (call.owner.startsWith("java/util/function/") || !call.owner.startsWith("java/")) {
            return Optional.empty();
        }
        if (call.owner.equals("java/util/stream/Stream") && call.name.equals("collect")) {
            List<ResolvedValue> joined = collected(site);
            if (!joined.isEmpty()) {
                return Optional.of(joined);
            }
        }
        if (call.owner.startsWith("java/util/")) {
            List<ResolvedValue> collected = collections.resolveCall(site, call);
            if (!collected.isEmpty()) {
                return Optional.of(collected);
            }
        }
        List<ResolvedValue> byName = nameBasedSummaries.resolve(site, call);
        return Optional.of(byName.isEmpty() ? ResolvedValue.single(opaqueResult(site)) : byName);
    }

    private static AbstractValue opaqueResult(CallSite site) {
        CallContext context = site.arguments().isEmpty() || !(site.argument(0) instanceof Operand.Stacked first)
                ? CallContext.TOP
                : first.context();
        return new AbstractValue.AllocatedObject(site.flow(), site.insn(), context);
    }

    private List<ResolvedValue> text(Operand operand) {
        return StringOperations.toTexts(resolver.resolve(operand), "");
    }

    private List<ResolvedValue> ofString(CallSite site, MethodInsnNode call) {
        boolean isStatic = call.getOpcode() == Opcodes.INVOKESTATIC;
        Type[] types = Type.getArgumentTypes(call.desc);
        switch (call.name) {
            case "toString", "intern" -> {
                return resolver.resolve(site.argument(0));
            }
            case "valueOf", "copyValueOf" -> {
                List<ResolvedValue> argument = resolver.resolve(site.argument(0));
                List<ResolvedValue> names = enumConstantNames(argument);
                return names.isEmpty() ? StringOperations.toTexts(argument, types[0].getDescriptor()) : names;
            }
            case "concat" -> {
                return StringOperations.concat(text(site.argument(0)), text(site.argument(1)));
            }
            case "format" -> {
                int at = types[0].getInternalName().equals("java/lang/String") ? 0 : 1;
                return formatted(site.argument(at), site.argument(at + 1), false);
            }
            case "formatted" -> {
                return formatted(site.argument(0), site.argument(1), false);
            }
            case "join" -> {
                return join(site, types);
            }
            default -> {
                return isStatic ? ResolvedValue.UNKNOWN : transformed(site, call);
            }
        }
    }

    private List<ResolvedValue> transformed(CallSite site, MethodInsnNode call) {
        if (!call.desc.endsWith(")Ljava/lang/String;")) {
            return call.name.equals("indexOf")
                    ? StringOperations.indexOf(resolver.resolve(site.argument(0)), resolver.resolve(site.argument(1)))
                    : ResolvedValue.single(opaqueResult(site));
        }
        List<List<ResolvedValue>> arguments = new ArrayList<>();
        for (int i = 1; i < site.arguments().size(); i++) {
            arguments.add(resolver.resolve(site.argument(i)));
        }
        Set<ResolvedValue> all = new LinkedHashSet<>();
        for (ResolvedValue found : resolver.resolve(site.argument(0))) {
            if (!(found.value() instanceof AbstractValue.Text)) {
                all.add(
                        found.value() instanceof AbstractValue.AllocatedObject
                                ? new ResolvedValue(AbstractValue.Special.UNKNOWN, found.callChain())
                                : found);
                continue;
            }
            for (List<AbstractValue> combination : StringOperations.combinations(arguments)) {
                all.add(new ResolvedValue(
                        StringOperations.transform(found.value(), call.name, combination), found.callChain()));
            }
        }
        return ResolvedValue.widen(all);
    }

    private List<ResolvedValue> formatted(Operand format, Operand array, boolean isMessageFormat) {
        List<List<ResolvedValue>> arguments = collections.arrayElements(array);
        Set<ResolvedValue> all = new LinkedHashSet<>();
        for (ResolvedValue found : resolver.resolve(format)) {
            if (found.value() instanceof AbstractValue.Text text) {
                for (List<AbstractValue> combination : StringOperations.combinations(arguments)) {
                    AbstractValue filled = isMessageFormat
                            ? StringOperations.formatMessage(text.template(), combination)
                            : StringOperations.format(text.template(), combination);
                    all.add(new ResolvedValue(filled, found.callChain()));
                }
            } else {
                all.add(found);
            }
        }
        return ResolvedValue.widen(all);
    }

    private List<ResolvedValue> join(CallSite site, Type[] types) {
        List<List<ResolvedValue>> parts = types[1].getSort() == Type.ARRAY
                ? collections.arrayElements(site.argument(1))
                : collections.listElements(site.argument(1), site.insn());
        return joined(text(site.argument(0)), parts);
    }

    private static List<ResolvedValue> joined(List<ResolvedValue> separator, List<List<ResolvedValue>> parts) {
        List<ResolvedValue> text = ResolvedValue.text("");
        boolean first = true;
        for (List<ResolvedValue> part : parts) {
            if (!first) {
                text = StringOperations.concat(text, separator);
            }
            text = StringOperations.concat(text, StringOperations.toTexts(part, ""));
            first = false;
        }
        return first ? ResolvedValue.single(AbstractValue.Text.TOP) : text;
    }

    /** Resolves {@code collect(Collectors.joining(separator))}; empty for any other collector. */
    private List<ResolvedValue> collected(CallSite site) {
        for (ResolvedValue collector : resolver.resolve(site.argument(1))) {
            if (collector.value() instanceof AbstractValue.AllocatedObject object
                    && object.insn() instanceof MethodInsnNode call
                    && call.name.equals("joining")) {
                CallSite joining = CallSite.of(object.flow(), call, object.context());
                List<ResolvedValue> separator =
                        joining.arguments().isEmpty() ? ResolvedValue.text("") : text(joining.argument(0));
                List<List<ResolvedValue>> parts = collections.listElements(site.argument(0), site.insn());
                return joining.arguments().size() > 1
                        ? ResolvedValue.single(AbstractValue.Text.TOP)
                        : joined(separator, parts);
            }
        }
        return List.of();
    }

    private List<ResolvedValue> ofObject(CallSite site, MethodInsnNode call) {
        if (call.name.equals("toString") || call.name.equals("name")) {
            List<ResolvedValue> receiver = resolver.resolve(site.argument(0));
            List<ResolvedValue> names = enumConstantNames(receiver);
            if (!names.isEmpty()) {
                return names;
            }
            for (ResolvedValue found : receiver) {
                if (found.value() instanceof AbstractValue.AllocatedObject allocated
                        && stringBuilders.isStringBuilder(allocated)) {
                    return stringBuilders.resolveText(site, call);
                }
            }
            return receiver;
        }
        return call.name.equals("getClass") ? ofGetClass(site) : ResolvedValue.single(opaqueResult(site));
    }

    private List<ResolvedValue> ofGetClass(CallSite site) {
        Set<ResolvedValue> types = new LinkedHashSet<>();
        for (ResolvedValue found : resolver.resolve(site.argument(0))) {
            if (found.value() instanceof AbstractValue.AllocatedObject allocated
                    && allocated.insn() instanceof TypeInsnNode type
                    && type.getOpcode() == Opcodes.NEW) {
                types.add(new ResolvedValue(new AbstractValue.ClassLiteral(type.desc), found.callChain()));
            }
        }
        return types.isEmpty() ? ResolvedValue.UNKNOWN : List.copyOf(types);
    }

    private static List<ResolvedValue> classesByName(List<ResolvedValue> names) {
        Set<ResolvedValue> types = new LinkedHashSet<>();
        for (ResolvedValue found : names) {
            AbstractValue type = found.value() instanceof AbstractValue.Text text && text.isLiteral()
                    ? new AbstractValue.ClassLiteral(text.template().replace('.', '/'))
                    : AbstractValue.Special.UNKNOWN;
            types.add(new ResolvedValue(type, found.callChain()));
        }
        return List.copyOf(types);
    }

    private List<ResolvedValue> ofClass(CallSite site, MethodInsnNode call) {
        if (call.name.equals("forName")) {
            return classesByName(resolver.resolve(site.argument(call.desc.startsWith("(Ljava/lang/String;") ? 0 : 1)));
        }
        Set<ResolvedValue> names = new LinkedHashSet<>();
        for (ResolvedValue found : resolver.resolve(site.argument(0))) {
            if (found.value() instanceof AbstractValue.ClassLiteral type) {
                String name = type.name().replace('/', '.');
                switch (call.name) {
                    case "getName", "getTypeName", "getCanonicalName" ->
                        names.add(new ResolvedValue(new AbstractValue.Text(name), found.callChain()));
                    case "getSimpleName" -> {
                        int from = Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1;
                        names.add(new ResolvedValue(new AbstractValue.Text(name.substring(from)), found.callChain()));
                    }
                    default -> names.add(new ResolvedValue(AbstractValue.Special.UNKNOWN, found.callChain()));
                }
            }
        }
        return names.isEmpty() ? ResolvedValue.UNKNOWN : List.copyOf(names);
    }

    /** Resolves {@code name()} or {@code toString()} of an enum that does not override it; empty for any other call. */
    private List<ResolvedValue> enumNameCall(CallSite site, MethodInsnNode call) {
        Optional<IndexedClass> owner = index.find(call.owner);
        if (owner.isEmpty()
                || !owner.get().superName().equals("java/lang/Enum")
                || index.load(call.owner)
                        .flatMap(type -> type.method(call.name, call.desc))
                        .isPresent()) {
            return List.of();
        }
        return enumConstantNames(resolver.resolve(site.argument(0)));
    }

    // The compiler passes the constant's name as the first argument to the constructor of an enum.
    private List<ResolvedValue> enumConstantNames(List<ResolvedValue> receivers) {
        Set<ResolvedValue> names = new LinkedHashSet<>();
        for (ResolvedValue found : receivers) {
            if (found.value() instanceof AbstractValue.AllocatedObject allocated
                    && allocated.insn() instanceof TypeInsnNode type
                    && type.getOpcode() == Opcodes.NEW
                    && index.isA(type.desc, "java/lang/Enum")) {
                for (AbstractInsnNode next = type; next != null; next = next.getNext()) {
                    if (next instanceof MethodInsnNode call
                            && call.name.equals("<init>")
                            && call.desc.startsWith("(Ljava/lang/String;I")) {
                        CallSite site = CallSite.of(allocated.flow(), call, allocated.context());
                        names.addAll(resolver.resolve(site.argument(1)));
                        break;
                    }
                }
            }
        }
        return List.copyOf(names);
    }

    private List<ResolvedValue> ofObjects(CallSite site, MethodInsnNode call) {
        return switch (call.name) {
            case "requireNonNull" -> resolver.resolve(site.argument(0));
            case "requireNonNullElse" -> orElse(site.argument(0), site.argument(1));
            case "requireNonNullElseGet" -> orSupplied(site.argument(0), site.argument(1));
            case "toString" ->
                site.arguments().size() == 2
                        ? orElse(site.argument(0), site.argument(1))
                        : resolver.resolve(site.argument(0));
            default -> ResolvedValue.UNKNOWN;
        };
    }

    private List<ResolvedValue> ofOptional(CallSite site, MethodInsnNode call) {
        return switch (call.name) {
            case "of", "ofNullable" -> resolver.resolve(site.argument(0));
            case "get", "orElseThrow", "filter", "or" -> resolver.resolve(site.argument(0));
            case "orElse" -> orElse(site.argument(0), site.argument(1));
            case "orElseGet" -> orSupplied(site.argument(0), site.argument(1));
            case "map", "flatMap" -> returns.applyTo(resolver.resolve(site.argument(1)), List.of(site.argument(0)));
            case "empty" -> ResolvedValue.single(AbstractValue.Special.NULL);
            default -> ResolvedValue.UNKNOWN;
        };
    }

    private List<ResolvedValue> ofBoxed(CallSite site, MethodInsnNode call) {
        return switch (call.name) {
            case "valueOf", "intValue", "longValue", "booleanValue", "charValue" -> {
                boolean parses = call.desc.startsWith("(Ljava/lang/String;");
                yield parses ? parsedNumbers(resolver.resolve(site.argument(0))) : resolver.resolve(site.argument(0));
            }
            case "parseInt", "parseLong" -> parsedNumbers(resolver.resolve(site.argument(0)));
            case "toString" ->
                StringOperations.toTexts(
                        resolver.resolve(site.argument(0)), call.owner.equals("java/lang/Character") ? "C" : "I");
            case "getInteger", "getLong" ->
                site.arguments().size() == 2 ? resolver.resolve(site.argument(1)) : ResolvedValue.UNKNOWN;
            default -> ResolvedValue.UNKNOWN;
        };
    }

    private static List<ResolvedValue> parsedNumbers(List<ResolvedValue> texts) {
        Set<ResolvedValue> numbers = new LinkedHashSet<>();
        for (ResolvedValue found : texts) {
            boolean isNumber = found.value() instanceof AbstractValue.Text text
                    && text.template().matches("-?[0-9]{1,17}");
            numbers.add(
                    isNumber && found.value() instanceof AbstractValue.Text text
                            ? new ResolvedValue(
                                    new AbstractValue.IntConstant(Long.parseLong(text.template())), found.callChain())
                            : new ResolvedValue(AbstractValue.Special.UNKNOWN, found.callChain()));
        }
        return List.copyOf(numbers);
    }

    private List<ResolvedValue> orSupplied(Operand first, Operand supplier) {
        Set<ResolvedValue> all = new LinkedHashSet<>(NameBasedSummaries.constants(resolver.resolve(first)));
        for (ResolvedValue found : resolver.resolve(supplier)) {
            if (found.value() instanceof AbstractValue.AllocatedObject allocated) {
                all.addAll(returns.resolveSupplier(allocated));
            }
        }
        return all.isEmpty() ? ResolvedValue.UNKNOWN : ResolvedValue.widen(all);
    }

    private List<ResolvedValue> orElse(Operand first, Operand second) {
        Set<ResolvedValue> all = new LinkedHashSet<>(NameBasedSummaries.constants(resolver.resolve(first)));
        all.addAll(resolver.resolve(second));
        return ResolvedValue.widen(all);
    }
}
