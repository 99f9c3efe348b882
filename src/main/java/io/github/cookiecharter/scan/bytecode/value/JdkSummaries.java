package io.github.cookiecharter.scan.bytecode.value;

import io.github.cookiecharter.scan.bytecode.graph.CallContext;
import io.github.cookiecharter.scan.bytecode.graph.CallSite;
import io.github.cookiecharter.scan.bytecode.graph.Operand;
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

/** What the methods of the JDK give back that names are made with; everything else of the JDK stays unknown. */
final class JdkSummaries {

    private final ConstantPropagation values;
    private final StringBuilderModel builders;
    private final NameBasedSummaries shapes;

    JdkSummaries(ConstantPropagation values) {
        this.values = values;
        this.builders = new StringBuilderModel(values);
        this.shapes = new NameBasedSummaries(values);
    }

    /** What is known of a method of the JDK; empty for a method of anybody else. */
    Optional<List<ResolvedValue>> of(CallSite site, MethodInsnNode call) {
        switch (call.owner) {
            case "java/lang/String" -> {
                return Optional.of(ofString(site, call));
            }
            case "java/lang/StringBuilder", "java/lang/StringBuffer", "java/lang/AbstractStringBuilder" -> {
                return Optional.of(
                        call.name.equals("toString") ? builders.text(site, call) : ResolvedValue.only(thing(site)));
            }
            case "java/lang/Object", "java/lang/CharSequence", "java/lang/Enum", "java/lang/Record" -> {
                return Optional.of(ofObject(site, call));
            }
            case "java/lang/Class" -> {
                return Optional.of(ofClass(site, call));
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
                        ? Optional.of(StringOperations.joined(text(site.argument(0)), text(site.argument(1))))
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
                return elsewhere(site, call);
            }
        }
    }

    private Optional<List<ResolvedValue>> elsewhere(CallSite site, MethodInsnNode call) {
        if ((call.name.equals("name") || call.name.equals("toString")) && call.desc.equals("()Ljava/lang/String;")) {
            List<ResolvedValue> names = enumNames(site, call);
            if (!names.isEmpty()) {
                return Optional.of(names);
            }
        }
        if (call.owner.startsWith("[") && call.name.equals("clone")) {
            return Optional.of(values.of(site.argument(0)));
        }
        if (call.owner.startsWith("java/util/function/") || !call.owner.startsWith("java/")) {
            return Optional.empty();
        }
        if (call.owner.startsWith("java/util/")) {
            List<ResolvedValue> collected = values.elements().called(site, call);
            if (!collected.isEmpty()) {
                return Optional.of(collected);
            }
        }
        List<ResolvedValue> shaped = shapes.of(site, call);
        return Optional.of(shaped.isEmpty() ? ResolvedValue.only(thing(site)) : shaped);
    }

    private static AbstractValue thing(CallSite site) {
        CallContext context = site.arguments().isEmpty() || !(site.argument(0) instanceof Operand.Stacked first)
                ? CallContext.TOP
                : first.context();
        return new AbstractValue.Thing(site.flow(), site.insn(), context);
    }

    private List<ResolvedValue> text(Operand operand) {
        return StringOperations.of(values.of(operand), "");
    }

    private List<ResolvedValue> ofString(CallSite site, MethodInsnNode call) {
        boolean isStatic = call.getOpcode() == Opcodes.INVOKESTATIC;
        Type[] types = Type.getArgumentTypes(call.desc);
        switch (call.name) {
            case "toString", "intern" -> {
                return values.of(site.argument(0));
            }
            case "valueOf", "copyValueOf" -> {
                List<ResolvedValue> argument = values.of(site.argument(0));
                List<ResolvedValue> names = ofThings(argument);
                return names.isEmpty() ? StringOperations.of(argument, types[0].getDescriptor()) : names;
            }
            case "concat" -> {
                return StringOperations.joined(text(site.argument(0)), text(site.argument(1)));
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
                return isStatic ? ResolvedValue.UNKNOWN : changed(site, call);
            }
        }
    }

    private List<ResolvedValue> changed(CallSite site, MethodInsnNode call) {
        if (!call.desc.endsWith("Ljava/lang/String;")) {
            return ResolvedValue.only(thing(site));
        }
        List<List<ResolvedValue>> arguments = new ArrayList<>();
        for (int i = 1; i < site.arguments().size(); i++) {
            arguments.add(values.of(site.argument(i)));
        }
        Set<ResolvedValue> all = new LinkedHashSet<>();
        for (ResolvedValue found : values.of(site.argument(0))) {
            if (!(found.value() instanceof AbstractValue.Text)) {
                all.add(
                        found.value() instanceof AbstractValue.Thing
                                ? new ResolvedValue(AbstractValue.Nothing.UNKNOWN, found.trail())
                                : found);
                continue;
            }
            for (List<AbstractValue> combination : StringOperations.combinations(arguments)) {
                all.add(new ResolvedValue(
                        StringOperations.changed(found.value(), call.name, combination), found.trail()));
            }
        }
        return ConstantPropagation.limited(all);
    }

    private List<ResolvedValue> formatted(Operand format, Operand array, boolean message) {
        List<List<ResolvedValue>> arguments = values.elements().inOrder(array);
        Set<ResolvedValue> all = new LinkedHashSet<>();
        for (ResolvedValue found : values.of(format)) {
            if (found.value() instanceof AbstractValue.Text text) {
                for (List<AbstractValue> combination : StringOperations.combinations(arguments)) {
                    AbstractValue filled = message
                            ? StringOperations.message(text.template(), combination)
                            : StringOperations.formatted(text.template(), combination);
                    all.add(new ResolvedValue(filled, found.trail()));
                }
            } else {
                all.add(found);
            }
        }
        return ConstantPropagation.limited(all);
    }

    private List<ResolvedValue> join(CallSite site, Type[] types) {
        if (types[1].getSort() != Type.ARRAY) {
            return ResolvedValue.only(AbstractValue.ANYTHING);
        }
        List<ResolvedValue> text = ResolvedValue.text("");
        boolean first = true;
        for (List<ResolvedValue> part : values.elements().inOrder(site.argument(1))) {
            if (!first) {
                text = StringOperations.joined(text, text(site.argument(0)));
            }
            text = StringOperations.joined(text, StringOperations.of(part, ""));
            first = false;
        }
        return first ? ResolvedValue.only(AbstractValue.ANYTHING) : text;
    }

    private List<ResolvedValue> ofObject(CallSite site, MethodInsnNode call) {
        if (call.name.equals("toString") || call.name.equals("name")) {
            List<ResolvedValue> receiver = values.of(site.argument(0));
            List<ResolvedValue> names = ofThings(receiver);
            if (!names.isEmpty()) {
                return names;
            }
            for (ResolvedValue found : receiver) {
                if (found.value() instanceof AbstractValue.Thing thing && builders.isBuilder(thing)) {
                    return builders.text(site, call);
                }
            }
            return receiver;
        }
        return call.name.equals("getClass") ? ofGetClass(site) : ResolvedValue.only(thing(site));
    }

    private List<ResolvedValue> ofGetClass(CallSite site) {
        Set<ResolvedValue> types = new LinkedHashSet<>();
        for (ResolvedValue found : values.of(site.argument(0))) {
            if (found.value() instanceof AbstractValue.Thing thing
                    && thing.insn() instanceof TypeInsnNode type
                    && type.getOpcode() == Opcodes.NEW) {
                types.add(new ResolvedValue(new AbstractValue.TypeLiteral(type.desc), found.trail()));
            }
        }
        return types.isEmpty() ? ResolvedValue.UNKNOWN : List.copyOf(types);
    }

    private List<ResolvedValue> ofClass(CallSite site, MethodInsnNode call) {
        Set<ResolvedValue> names = new LinkedHashSet<>();
        for (ResolvedValue found : values.of(site.argument(0))) {
            if (found.value() instanceof AbstractValue.TypeLiteral type) {
                String name = type.name().replace('/', '.');
                switch (call.name) {
                    case "getName", "getTypeName", "getCanonicalName" ->
                        names.add(new ResolvedValue(new AbstractValue.Text(name), found.trail()));
                    case "getSimpleName" -> {
                        int from = Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1;
                        names.add(new ResolvedValue(new AbstractValue.Text(name.substring(from)), found.trail()));
                    }
                    default -> names.add(new ResolvedValue(AbstractValue.Nothing.UNKNOWN, found.trail()));
                }
            }
        }
        return names.isEmpty() ? ResolvedValue.UNKNOWN : List.copyOf(names);
    }

    /** The names of the constants of an enum that the receiver may be. */
    private List<ResolvedValue> enumNames(CallSite site, MethodInsnNode call) {
        Optional<IndexedClass> owner = values.index().find(call.owner);
        if (owner.isEmpty()
                || !owner.get().superName().equals("java/lang/Enum")
                || values.index()
                        .parse(call.owner)
                        .flatMap(type -> type.method(call.name, call.desc))
                        .isPresent()) {
            return List.of();
        }
        return ofThings(values.of(site.argument(0)));
    }

    // The compiler passes the constant's name first to each constructor of an enum.
    private List<ResolvedValue> ofThings(List<ResolvedValue> receivers) {
        Set<ResolvedValue> names = new LinkedHashSet<>();
        for (ResolvedValue found : receivers) {
            if (found.value() instanceof AbstractValue.Thing thing
                    && thing.insn() instanceof TypeInsnNode type
                    && type.getOpcode() == Opcodes.NEW
                    && values.index().isA(type.desc, "java/lang/Enum")) {
                for (AbstractInsnNode next = type; next != null; next = next.getNext()) {
                    if (next instanceof MethodInsnNode call
                            && call.name.equals("<init>")
                            && call.desc.startsWith("(Ljava/lang/String;I")) {
                        CallSite site = CallSite.of(thing.flow(), call, thing.context());
                        names.addAll(values.of(site.argument(1)));
                        break;
                    }
                }
            }
        }
        return List.copyOf(names);
    }

    private List<ResolvedValue> ofObjects(CallSite site, MethodInsnNode call) {
        return switch (call.name) {
            case "requireNonNull" -> values.of(site.argument(0));
            case "requireNonNullElse" -> either(site.argument(0), site.argument(1));
            case "requireNonNullElseGet" -> supplied(site.argument(0), site.argument(1));
            case "toString" ->
                site.arguments().size() == 2 ? either(site.argument(0), site.argument(1)) : values.of(site.argument(0));
            default -> ResolvedValue.UNKNOWN;
        };
    }

    private List<ResolvedValue> ofOptional(CallSite site, MethodInsnNode call) {
        return switch (call.name) {
            case "of", "ofNullable" -> values.of(site.argument(0));
            case "get", "orElseThrow", "filter", "or" -> values.of(site.argument(0));
            case "orElse" -> either(site.argument(0), site.argument(1));
            case "orElseGet" -> supplied(site.argument(0), site.argument(1));
            default -> ResolvedValue.UNKNOWN;
        };
    }

    private List<ResolvedValue> ofBoxed(CallSite site, MethodInsnNode call) {
        return switch (call.name) {
            case "valueOf", "intValue", "longValue", "booleanValue", "charValue" -> {
                boolean parses = call.desc.startsWith("(Ljava/lang/String;");
                yield parses ? parsed(values.of(site.argument(0))) : values.of(site.argument(0));
            }
            case "parseInt", "parseLong" -> parsed(values.of(site.argument(0)));
            case "toString" ->
                StringOperations.of(values.of(site.argument(0)), call.owner.equals("java/lang/Character") ? "C" : "I");
            case "getInteger", "getLong" ->
                site.arguments().size() == 2 ? values.of(site.argument(1)) : ResolvedValue.UNKNOWN;
            default -> ResolvedValue.UNKNOWN;
        };
    }

    private static List<ResolvedValue> parsed(List<ResolvedValue> texts) {
        Set<ResolvedValue> numbers = new LinkedHashSet<>();
        for (ResolvedValue found : texts) {
            boolean isNumber = found.value() instanceof AbstractValue.Text text
                    && text.template().matches("-?[0-9]{1,17}");
            numbers.add(
                    isNumber && found.value() instanceof AbstractValue.Text text
                            ? new ResolvedValue(new AbstractValue.Whole(Long.parseLong(text.template())), found.trail())
                            : new ResolvedValue(AbstractValue.Nothing.UNKNOWN, found.trail()));
        }
        return List.copyOf(numbers);
    }

    private List<ResolvedValue> supplied(Operand first, Operand supplier) {
        Set<ResolvedValue> all = new LinkedHashSet<>(NameBasedSummaries.known(values.of(first)));
        for (ResolvedValue found : values.of(supplier)) {
            if (found.value() instanceof AbstractValue.Thing thing) {
                all.addAll(values.supplied(thing));
            }
        }
        return all.isEmpty() ? ResolvedValue.UNKNOWN : ConstantPropagation.limited(all);
    }

    private List<ResolvedValue> either(Operand first, Operand second) {
        Set<ResolvedValue> all = new LinkedHashSet<>(NameBasedSummaries.known(values.of(first)));
        all.addAll(values.of(second));
        return ConstantPropagation.limited(all);
    }
}
