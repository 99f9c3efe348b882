package io.github.cookiecharter.scan.bytecode.value;

import io.github.cookiecharter.scan.bytecode.graph.CallSite;
import io.github.cookiecharter.scan.bytecode.graph.Operand;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** What collections, arrays and maps hold that are filled where they are made. */
final class CollectionModel {

    private static final Set<String> MAKERS = Set.of("of", "asList", "singletonList", "singleton", "copyOf", "entry");
    private static final Set<String> SAME = Set.of(
            "iterator",
            "listIterator",
            "stream",
            "parallelStream",
            "sorted",
            "distinct",
            "filter",
            "peek",
            "skip",
            "limit",
            "unmodifiableList",
            "unmodifiableSet",
            "unmodifiableCollection",
            "unmodifiableMap",
            "copyOf",
            "toArray",
            "subList",
            "reversed",
            "synchronizedList",
            "toList",
            "spliterator",
            "boxed",
            "values",
            "keySet",
            "entrySet");
    private static final Set<String> TAKERS = Set.of(
            "next",
            "get",
            "getFirst",
            "getLast",
            "findFirst",
            "findAny",
            "first",
            "last",
            "poll",
            "pop",
            "peek",
            "remove",
            "element",
            "previous",
            "removeFirst",
            "nextElement");

    private enum Part {
        ELEMENTS,
        KEYS,
        VALUES
    }

    private final ConstantPropagation values;
    private final Set<Object> open = new HashSet<>();

    CollectionModel(ConstantPropagation values) {
        this.values = values;
    }

    /** What a method of a collection gives back; empty where it is no such method. */
    List<ResolvedValue> called(CallSite site, MethodInsnNode call) {
        boolean instance = call.getOpcode() != Opcodes.INVOKESTATIC;
        if (!instance) {
            return List.of();
        }
        boolean isMap = call.owner.endsWith("Map") || call.owner.equals("java/util/Properties");
        if (isMap && (call.name.equals("get") || call.name.equals("getOrDefault") || call.name.equals("getProperty"))) {
            return looked(site);
        }
        if (call.owner.equals("java/util/Map$Entry")) {
            if (call.name.equals("getKey") || call.name.equals("getValue")) {
                return parts(values.of(site.argument(0)), call.name.equals("getKey") ? Part.KEYS : Part.VALUES);
            }
            return List.of();
        }
        boolean takes = TAKERS.contains(call.name)
                && (call.desc.endsWith("Ljava/lang/Object;") || call.owner.startsWith("java/util/stream"));
        return takes ? of(values.of(site.argument(0))) : List.of();
    }

    private List<ResolvedValue> looked(CallSite site) {
        Set<ResolvedValue> all = new LinkedHashSet<>();
        List<ResolvedValue> keys = values.of(site.argument(1));
        String key = keys.size() == 1 && keys.get(0).value() instanceof AbstractValue.Text text ? text.template() : "";
        for (ResolvedValue map : values.of(site.argument(0))) {
            if (map.value() instanceof AbstractValue.Thing thing) {
                all.addAll(under(thing, key));
            }
        }
        if (site.arguments().size() == 3) {
            all.removeIf(found -> !(found.value() instanceof AbstractValue.Text));
            all.addAll(values.of(site.argument(2)));
        }
        return all.isEmpty() ? ResolvedValue.UNKNOWN : ConstantPropagation.limited(all);
    }

    // Under a key that is known, the value beside it; under any other, each of them.
    private List<ResolvedValue> under(AbstractValue.Thing map, String key) {
        Set<ResolvedValue> all = new LinkedHashSet<>();
        for (List<Operand> pair : pairs(map)) {
            boolean fits = key.isEmpty();
            for (ResolvedValue found : values.of(pair.get(0))) {
                fits |= !(found.value() instanceof AbstractValue.Text text)
                        || text.template().equals(key);
            }
            if (fits) {
                all.addAll(values.of(pair.get(1)));
            }
        }
        return ConstantPropagation.limited(all);
    }

    /** Any element of the collections or arrays that these are. */
    List<ResolvedValue> of(List<ResolvedValue> collections) {
        return parts(collections, Part.ELEMENTS);
    }

    private List<ResolvedValue> parts(List<ResolvedValue> collections, Part part) {
        Set<ResolvedValue> all = new LinkedHashSet<>();
        for (ResolvedValue collection : collections) {
            List<ResolvedValue> inner =
                    collection.value() instanceof AbstractValue.Thing thing ? part(thing, part) : ResolvedValue.UNKNOWN;
            for (ResolvedValue found : inner) {
                if (found.trail().fits(collection.trail())) {
                    all.add(new ResolvedValue(found.value(), collection.trail().with(found.trail())));
                }
            }
        }
        return all.isEmpty() ? ResolvedValue.UNKNOWN : ConstantPropagation.limited(all);
    }

    private List<ResolvedValue> part(AbstractValue.Thing thing, Part part) {
        List<Object> question = List.of(thing, part);
        if (!values.step() || !open.add(question)) {
            return List.of();
        }
        try {
            return fresh(thing, part);
        } finally {
            open.remove(question);
        }
    }

    private List<ResolvedValue> fresh(AbstractValue.Thing thing, Part part) {
        AbstractInsnNode insn = thing.insn();
        if (insn instanceof MethodInsnNode call) {
            return ofCall(thing, call, part);
        }
        if (insn.getOpcode() == Opcodes.ANEWARRAY) {
            Set<ResolvedValue> all = new LinkedHashSet<>();
            for (Operand operand : stored(thing)) {
                all.addAll(values.of(operand));
            }
            return ConstantPropagation.limited(all);
        }
        if (insn.getOpcode() == Opcodes.NEW) {
            return filled(thing, part);
        }
        return ResolvedValue.UNKNOWN;
    }

    private List<ResolvedValue> ofCall(AbstractValue.Thing thing, MethodInsnNode call, Part part) {
        CallSite site = CallSite.of(thing.flow(), call, thing.context());
        if (call.getOpcode() == Opcodes.INVOKESTATIC && MAKERS.contains(call.name)) {
            return made(thing, site, call, part);
        }
        if (SAME.contains(call.name) && !site.arguments().isEmpty()) {
            Part inner = switch (call.name) {
                case "values" -> Part.VALUES;
                case "keySet" -> Part.KEYS;
                default -> part;
            };
            // An entry of a map stands for the map: its key and its value are asked for later.
            List<ResolvedValue> outer = values.of(site.argument(0));
            return call.name.equals("entrySet") && part == Part.ELEMENTS ? outer : parts(outer, inner);
        }
        return ResolvedValue.UNKNOWN;
    }

    private List<ResolvedValue> made(AbstractValue.Thing thing, CallSite site, MethodInsnNode call, Part part) {
        Set<ResolvedValue> all = new LinkedHashSet<>();
        if (call.owner.endsWith("Map")) {
            for (List<Operand> pair : pairs(thing)) {
                all.addAll(values.of(pair.get(part == Part.KEYS ? 0 : 1)));
            }
            return ConstantPropagation.limited(all);
        }
        Type[] types = Type.getArgumentTypes(call.desc);
        for (int i = 0; i < types.length; i++) {
            boolean isMany = types[i].getSort() == Type.ARRAY || call.name.equals("copyOf");
            List<ResolvedValue> argument = values.of(site.argument(i));
            all.addAll(isMany ? of(argument) : argument);
        }
        return ConstantPropagation.limited(all);
    }

    /** What is put into a collection or map in the method that makes it. */
    private List<ResolvedValue> filled(AbstractValue.Thing thing, Part part) {
        Set<ResolvedValue> all = new LinkedHashSet<>();
        if (part != Part.ELEMENTS) {
            for (List<Operand> pair : pairs(thing)) {
                all.addAll(values.of(pair.get(part == Part.KEYS ? 0 : 1)));
            }
            return ConstantPropagation.limited(all);
        }
        for (AbstractInsnNode insn : thing.flow().method().instructions) {
            if (!(insn instanceof MethodInsnNode call) || !thing.flow().isLive(call)) {
                continue;
            }
            CallSite site = CallSite.of(thing.flow(), call, thing.context());
            int count = site.arguments().size();
            if (count < 2 || !holds(thing, call, count - 1)) {
                continue;
            }
            switch (call.name) {
                case "add", "addLast", "addFirst", "offer", "push" -> all.addAll(values.of(site.argument(count - 1)));
                case "addAll", "<init>" -> {
                    if (!call.desc.startsWith("(I")) {
                        all.addAll(of(values.of(site.argument(count - 1))));
                    }
                }
                default -> {
                    // Nothing that fills it.
                }
            }
        }
        return all.isEmpty() ? ResolvedValue.UNKNOWN : ConstantPropagation.limited(all);
    }

    private static boolean holds(AbstractValue.Thing thing, MethodInsnNode call, int fromTop) {
        for (AbstractInsnNode producer : thing.flow().producers(call, fromTop)) {
            if (producer == thing.insn() || isStoredIn(thing, producer)) {
                return true;
            }
        }
        return false;
    }

    // A field that the same method has written the object into.
    private static boolean isStoredIn(AbstractValue.Thing thing, AbstractInsnNode producer) {
        if (!(producer instanceof FieldInsnNode read)) {
            return false;
        }
        for (AbstractInsnNode insn : thing.flow().method().instructions) {
            if (insn instanceof FieldInsnNode write
                    && (write.getOpcode() == Opcodes.PUTSTATIC || write.getOpcode() == Opcodes.PUTFIELD)
                    && write.name.equals(read.name)
                    && write.owner.equals(read.owner)
                    && thing.flow().isLive(write)
                    && thing.flow().producers(write, 0).contains(thing.insn())) {
                return true;
            }
        }
        return false;
    }

    /** Keys and values of a map. */
    private List<List<Operand>> pairs(AbstractValue.Thing map) {
        List<List<Operand>> pairs = new ArrayList<>();
        if (!values.step()) {
            return pairs;
        }
        if (map.insn() instanceof MethodInsnNode call && call.getOpcode() == Opcodes.INVOKESTATIC) {
            CallSite site = CallSite.of(map.flow(), call, map.context());
            if (call.name.equals("of")) {
                for (int i = 0; i + 1 < site.arguments().size(); i += 2) {
                    pairs.add(List.of(site.argument(i), site.argument(i + 1)));
                }
            } else if (call.name.equals("ofEntries")) {
                for (List<ResolvedValue> entries : inOrder(site.argument(0))) {
                    entriesOf(entries, pairs);
                }
            } else if (!site.arguments().isEmpty()) {
                for (ResolvedValue inner : values.of(site.argument(0))) {
                    if (inner.value() instanceof AbstractValue.Thing thing && thing.insn() != map.insn()) {
                        pairs.addAll(pairs(thing));
                    }
                }
            }
            return pairs;
        }
        for (AbstractInsnNode insn : map.flow().method().instructions) {
            if (insn instanceof MethodInsnNode call
                    && (call.name.equals("put") || call.name.equals("putIfAbsent") || call.name.equals("setProperty"))
                    && map.flow().isLive(call)) {
                CallSite site = CallSite.of(map.flow(), call, map.context());
                if (site.arguments().size() == 3 && holds(map, call, 2)) {
                    pairs.add(List.of(site.argument(1), site.argument(2)));
                }
            }
        }
        return pairs;
    }

    private static void entriesOf(List<ResolvedValue> entries, List<List<Operand>> pairs) {
        for (ResolvedValue entry : entries) {
            if (entry.value() instanceof AbstractValue.Thing thing
                    && thing.insn() instanceof MethodInsnNode make
                    && make.name.equals("entry")) {
                CallSite inner = CallSite.of(thing.flow(), make, thing.context());
                pairs.add(List.of(inner.argument(0), inner.argument(1)));
            }
        }
    }

    private static List<Operand> stored(AbstractValue.Thing array) {
        List<Operand> stored = new ArrayList<>();
        for (AbstractInsnNode insn : array.flow().method().instructions) {
            if (insn.getOpcode() == Opcodes.AASTORE
                    && array.flow().isLive(insn)
                    && array.flow().producers(insn, 2).contains(array.insn())) {
                stored.add(new Operand.Stacked(array.flow(), insn, 0, array.context()));
            }
        }
        return stored;
    }

    /** The elements of an array that is made where it is passed, one list each; empty where it is made elsewhere. */
    List<List<ResolvedValue>> inOrder(Operand array) {
        List<List<ResolvedValue>> elements = new ArrayList<>();
        for (ResolvedValue found : values.of(array)) {
            if (found.value() instanceof AbstractValue.Thing thing
                    && thing.insn().getOpcode() == Opcodes.ANEWARRAY) {
                for (Operand operand : stored(thing)) {
                    elements.add(values.of(operand));
                }
            }
        }
        return elements;
    }
}
