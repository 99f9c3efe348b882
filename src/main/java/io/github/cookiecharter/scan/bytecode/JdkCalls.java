package io.github.cookiecharter.scan.bytecode;

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
final class JdkCalls {

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

    private final Values values;
    private final Builders builders;

    JdkCalls(Values values) {
        this.values = values;
        this.builders = new Builders(values);
    }

    /** What is known of a method of the JDK; empty for a method of anybody else. */
    Optional<List<Found>> of(Site site, MethodInsnNode call) {
        switch (call.owner) {
            case "java/lang/String" -> {
                return Optional.of(ofString(site, call));
            }
            case "java/lang/StringBuilder", "java/lang/StringBuffer", "java/lang/AbstractStringBuilder" -> {
                return Optional.of(call.name.equals("toString") ? builders.text(site, call) : Found.only(thing(site)));
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
                                : Found.UNKNOWN);
            }
            case "kotlin/jvm/internal/Intrinsics" -> {
                return call.name.equals("stringPlus")
                        ? Optional.of(Texts.joined(text(site.argument(0)), text(site.argument(1))))
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

    private Optional<List<Found>> elsewhere(Site site, MethodInsnNode call) {
        if ((call.name.equals("name") || call.name.equals("toString")) && call.desc.equals("()Ljava/lang/String;")) {
            List<Found> names = enumNames(site, call);
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
            List<Found> collected = values.elements().called(site, call);
            if (!collected.isEmpty()) {
                return Optional.of(collected);
            }
        }
        List<Found> shaped = byShape(site, call);
        return Optional.of(shaped.isEmpty() ? Found.only(thing(site)) : shaped);
    }

    private static Value thing(Site site) {
        Context context = site.arguments().isEmpty() || !(site.argument(0) instanceof Operand.Stacked first)
                ? Context.TOP
                : first.context();
        return new Value.Thing(site.flow(), site.insn(), context);
    }

    private List<Found> text(Operand operand) {
        return Texts.of(values.of(operand), "");
    }

    private List<Found> ofString(Site site, MethodInsnNode call) {
        boolean isStatic = call.getOpcode() == Opcodes.INVOKESTATIC;
        Type[] types = Type.getArgumentTypes(call.desc);
        switch (call.name) {
            case "toString", "intern" -> {
                return values.of(site.argument(0));
            }
            case "valueOf", "copyValueOf" -> {
                List<Found> argument = values.of(site.argument(0));
                List<Found> names = ofThings(argument);
                return names.isEmpty() ? Texts.of(argument, types[0].getDescriptor()) : names;
            }
            case "concat" -> {
                return Texts.joined(text(site.argument(0)), text(site.argument(1)));
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
                return isStatic ? Found.UNKNOWN : changed(site, call);
            }
        }
    }

    private List<Found> changed(Site site, MethodInsnNode call) {
        if (!call.desc.endsWith("Ljava/lang/String;")) {
            return Found.only(thing(site));
        }
        List<List<Found>> arguments = new ArrayList<>();
        for (int i = 1; i < site.arguments().size(); i++) {
            arguments.add(values.of(site.argument(i)));
        }
        Set<Found> all = new LinkedHashSet<>();
        for (Found found : values.of(site.argument(0))) {
            if (!(found.value() instanceof Value.Text)) {
                all.add(found.value() instanceof Value.Thing ? new Found(Value.Nothing.UNKNOWN, found.trail()) : found);
                continue;
            }
            for (List<Value> combination : Texts.combinations(arguments)) {
                all.add(new Found(Texts.changed(found.value(), call.name, combination), found.trail()));
            }
        }
        return Values.limited(all);
    }

    private List<Found> formatted(Operand format, Operand array, boolean message) {
        List<List<Found>> arguments = values.elements().inOrder(array);
        Set<Found> all = new LinkedHashSet<>();
        for (Found found : values.of(format)) {
            if (found.value() instanceof Value.Text text) {
                for (List<Value> combination : Texts.combinations(arguments)) {
                    Value filled = message
                            ? Texts.message(text.template(), combination)
                            : Texts.formatted(text.template(), combination);
                    all.add(new Found(filled, found.trail()));
                }
            } else {
                all.add(found);
            }
        }
        return Values.limited(all);
    }

    private List<Found> join(Site site, Type[] types) {
        if (types[1].getSort() != Type.ARRAY) {
            return Found.only(Value.ANYTHING);
        }
        List<Found> text = Found.text("");
        boolean first = true;
        for (List<Found> part : values.elements().inOrder(site.argument(1))) {
            if (!first) {
                text = Texts.joined(text, text(site.argument(0)));
            }
            text = Texts.joined(text, Texts.of(part, ""));
            first = false;
        }
        return first ? Found.only(Value.ANYTHING) : text;
    }

    private List<Found> ofObject(Site site, MethodInsnNode call) {
        if (call.name.equals("toString") || call.name.equals("name")) {
            List<Found> receiver = values.of(site.argument(0));
            List<Found> names = ofThings(receiver);
            if (!names.isEmpty()) {
                return names;
            }
            for (Found found : receiver) {
                if (found.value() instanceof Value.Thing thing && builders.isBuilder(thing)) {
                    return builders.text(site, call);
                }
            }
            return receiver;
        }
        return call.name.equals("getClass") ? ofGetClass(site) : Found.only(thing(site));
    }

    private List<Found> ofGetClass(Site site) {
        Set<Found> types = new LinkedHashSet<>();
        for (Found found : values.of(site.argument(0))) {
            if (found.value() instanceof Value.Thing thing
                    && thing.insn() instanceof TypeInsnNode type
                    && type.getOpcode() == Opcodes.NEW) {
                types.add(new Found(new Value.TypeLiteral(type.desc), found.trail()));
            }
        }
        return types.isEmpty() ? Found.UNKNOWN : List.copyOf(types);
    }

    private List<Found> ofClass(Site site, MethodInsnNode call) {
        Set<Found> names = new LinkedHashSet<>();
        for (Found found : values.of(site.argument(0))) {
            if (found.value() instanceof Value.TypeLiteral type) {
                String name = type.name().replace('/', '.');
                switch (call.name) {
                    case "getName", "getTypeName", "getCanonicalName" ->
                        names.add(new Found(new Value.Text(name), found.trail()));
                    case "getSimpleName" -> {
                        int from = Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1;
                        names.add(new Found(new Value.Text(name.substring(from)), found.trail()));
                    }
                    default -> names.add(new Found(Value.Nothing.UNKNOWN, found.trail()));
                }
            }
        }
        return names.isEmpty() ? Found.UNKNOWN : List.copyOf(names);
    }

    /** The names of the constants of an enum that the receiver may be. */
    private List<Found> enumNames(Site site, MethodInsnNode call) {
        Optional<ClassFile> owner = values.index().find(call.owner);
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
    private List<Found> ofThings(List<Found> receivers) {
        Set<Found> names = new LinkedHashSet<>();
        for (Found found : receivers) {
            if (found.value() instanceof Value.Thing thing
                    && thing.insn() instanceof TypeInsnNode type
                    && type.getOpcode() == Opcodes.NEW
                    && values.index().isA(type.desc, "java/lang/Enum")) {
                for (AbstractInsnNode next = type; next != null; next = next.getNext()) {
                    if (next instanceof MethodInsnNode call
                            && call.name.equals("<init>")
                            && call.desc.startsWith("(Ljava/lang/String;I")) {
                        Site site = Site.of(thing.flow(), call, thing.context());
                        names.addAll(values.of(site.argument(1)));
                        break;
                    }
                }
            }
        }
        return List.copyOf(names);
    }

    private List<Found> ofObjects(Site site, MethodInsnNode call) {
        return switch (call.name) {
            case "requireNonNull" -> values.of(site.argument(0));
            case "requireNonNullElse" -> either(site.argument(0), site.argument(1));
            case "requireNonNullElseGet" -> supplied(site.argument(0), site.argument(1));
            case "toString" ->
                site.arguments().size() == 2 ? either(site.argument(0), site.argument(1)) : values.of(site.argument(0));
            default -> Found.UNKNOWN;
        };
    }

    private List<Found> ofOptional(Site site, MethodInsnNode call) {
        return switch (call.name) {
            case "of", "ofNullable" -> values.of(site.argument(0));
            case "get", "orElseThrow", "filter", "or" -> values.of(site.argument(0));
            case "orElse" -> either(site.argument(0), site.argument(1));
            case "orElseGet" -> supplied(site.argument(0), site.argument(1));
            default -> Found.UNKNOWN;
        };
    }

    private List<Found> ofBoxed(Site site, MethodInsnNode call) {
        return switch (call.name) {
            case "valueOf", "intValue", "longValue", "booleanValue", "charValue" -> {
                boolean parses = call.desc.startsWith("(Ljava/lang/String;");
                yield parses ? parsed(values.of(site.argument(0))) : values.of(site.argument(0));
            }
            case "parseInt", "parseLong" -> parsed(values.of(site.argument(0)));
            case "toString" ->
                Texts.of(values.of(site.argument(0)), call.owner.equals("java/lang/Character") ? "C" : "I");
            case "getInteger", "getLong" -> site.arguments().size() == 2 ? values.of(site.argument(1)) : Found.UNKNOWN;
            default -> Found.UNKNOWN;
        };
    }

    private static List<Found> parsed(List<Found> texts) {
        Set<Found> numbers = new LinkedHashSet<>();
        for (Found found : texts) {
            boolean isNumber =
                    found.value() instanceof Value.Text text && text.template().matches("-?[0-9]{1,17}");
            numbers.add(
                    isNumber && found.value() instanceof Value.Text text
                            ? new Found(new Value.Number(Long.parseLong(text.template())), found.trail())
                            : new Found(Value.Nothing.UNKNOWN, found.trail()));
        }
        return List.copyOf(numbers);
    }

    private List<Found> supplied(Operand first, Operand supplier) {
        Set<Found> all = new LinkedHashSet<>(known(values.of(first)));
        for (Found found : values.of(supplier)) {
            if (found.value() instanceof Value.Thing thing) {
                all.addAll(values.supplied(thing));
            }
        }
        return all.isEmpty() ? Found.UNKNOWN : Values.limited(all);
    }

    private List<Found> either(Operand first, Operand second) {
        Set<Found> all = new LinkedHashSet<>(known(values.of(first)));
        all.addAll(values.of(second));
        return Values.limited(all);
    }

    private static List<Found> known(List<Found> all) {
        List<Found> known = new ArrayList<>();
        for (Found found : all) {
            if (found.value() instanceof Value.Text || found.value() instanceof Value.Number) {
                known.add(found);
            }
        }
        return known;
    }

    /**
     * What the shape of a method says that cannot be looked into, or in which nothing was found: of {@code
     * getProperty(key, default)} the default, of {@code notNull(value)} the value; else empty.
     */
    List<Found> byShape(Site site, MethodInsnNode call) {
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
            List<Found> byDefault = known(values.of(site.argument(receiver + 1)));
            boolean both = call.name.startsWith("default") || call.name.startsWith("first");
            Set<Found> all = new LinkedHashSet<>(both ? known(values.of(site.argument(receiver))) : List.of());
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
}
