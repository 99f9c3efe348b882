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

/** Models the content of collections, arrays and maps that are filled in the method that creates them. */
final class CollectionModel {

    private static final Set<String> FACTORIES =
            Set.of("of", "asList", "singletonList", "singleton", "copyOf", "entry");
    private static final Set<String> CONTENT_PRESERVING = Set.of(
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
    private static final Set<String> ELEMENT_GETTERS = Set.of(
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

    private enum Content {
        ELEMENTS,
        KEYS,
        VALUES
    }

    private final ValueResolver resolver;
    private final Budget budget;
    private final Set<Object> inProgress = new HashSet<>();

    CollectionModel(ValueResolver resolver, Budget budget) {
        this.resolver = resolver;
        this.budget = budget;
    }

    /** Resolves a call that reads from a collection or map; empty for any other call. */
    List<ResolvedValue> resolveCall(CallSite site, MethodInsnNode call) {
        boolean instance = call.getOpcode() != Opcodes.INVOKESTATIC;
        if (!instance) {
            return List.of();
        }
        boolean isMap = call.owner.endsWith("Map") || call.owner.equals("java/util/Properties");
        if (isMap && (call.name.equals("get") || call.name.equals("getOrDefault") || call.name.equals("getProperty"))) {
            return lookUp(site);
        }
        if (call.owner.equals("java/util/Map$Entry")) {
            if (call.name.equals("getKey") || call.name.equals("getValue")) {
                return contents(
                        resolver.resolve(site.argument(0)), call.name.equals("getKey") ? Content.KEYS : Content.VALUES);
            }
            return List.of();
        }
        boolean getsElement = ELEMENT_GETTERS.contains(call.name)
                && (call.desc.endsWith("Ljava/lang/Object;") || call.owner.startsWith("java/util/stream"));
        return getsElement ? elementsOf(resolver.resolve(site.argument(0))) : List.of();
    }

    private List<ResolvedValue> lookUp(CallSite site) {
        Set<ResolvedValue> all = new LinkedHashSet<>();
        List<ResolvedValue> keys = resolver.resolve(site.argument(1));
        String key = keys.size() == 1 && keys.get(0).value() instanceof AbstractValue.Text text ? text.template() : "";
        for (ResolvedValue map : resolver.resolve(site.argument(0))) {
            if (map.value() instanceof AbstractValue.AllocatedObject object) {
                all.addAll(valuesUnderKey(object, key));
            }
        }
        if (site.arguments().size() == 3) {
            all.removeIf(found -> !(found.value() instanceof AbstractValue.Text));
            all.addAll(resolver.resolve(site.argument(2)));
        }
        return all.isEmpty() ? ResolvedValue.UNKNOWN : ResolvedValue.widen(all);
    }

    // A known key selects its value; an unknown one selects all values.
    private List<ResolvedValue> valuesUnderKey(AbstractValue.AllocatedObject map, String key) {
        Set<ResolvedValue> all = new LinkedHashSet<>();
        for (List<Operand> pair : keyValuePairs(map)) {
            boolean fits = key.isEmpty();
            for (ResolvedValue found : resolver.resolve(pair.get(0))) {
                fits |= !(found.value() instanceof AbstractValue.Text text)
                        || text.template().equals(key);
            }
            if (fits) {
                all.addAll(resolver.resolve(pair.get(1)));
            }
        }
        return ResolvedValue.widen(all);
    }

    /** Returns the values that any element of these collections or arrays may have. */
    List<ResolvedValue> elementsOf(List<ResolvedValue> collections) {
        return contents(collections, Content.ELEMENTS);
    }

    private List<ResolvedValue> contents(List<ResolvedValue> collections, Content content) {
        Set<ResolvedValue> all = new LinkedHashSet<>();
        for (ResolvedValue collection : collections) {
            List<ResolvedValue> inner = collection.value() instanceof AbstractValue.AllocatedObject object
                    ? contentOf(object, content)
                    : ResolvedValue.UNKNOWN;
            for (ResolvedValue found : inner) {
                if (found.callChain().isCompatibleWith(collection.callChain())) {
                    all.add(new ResolvedValue(
                            found.value(), collection.callChain().merge(found.callChain())));
                }
            }
        }
        return all.isEmpty() ? ResolvedValue.UNKNOWN : ResolvedValue.widen(all);
    }

    private List<ResolvedValue> contentOf(AbstractValue.AllocatedObject object, Content content) {
        List<Object> key = List.of(object, content);
        if (!budget.spend() || !inProgress.add(key)) {
            return List.of();
        }
        try {
            return resolveContent(object, content);
        } finally {
            inProgress.remove(key);
        }
    }

    private List<ResolvedValue> resolveContent(AbstractValue.AllocatedObject object, Content content) {
        AbstractInsnNode insn = object.insn();
        if (insn instanceof MethodInsnNode call) {
            return contentOfCall(object, call, content);
        }
        if (insn.getOpcode() == Opcodes.ANEWARRAY) {
            Set<ResolvedValue> all = new LinkedHashSet<>();
            for (Operand operand : storedElements(object)) {
                all.addAll(resolver.resolve(operand));
            }
            return ResolvedValue.widen(all);
        }
        if (insn.getOpcode() == Opcodes.NEW) {
            return contentOfAllocation(object, content);
        }
        return ResolvedValue.UNKNOWN;
    }

    private List<ResolvedValue> contentOfCall(
            AbstractValue.AllocatedObject object, MethodInsnNode call, Content content) {
        CallSite site = CallSite.of(object.flow(), call, object.context());
        if (call.getOpcode() == Opcodes.INVOKESTATIC && FACTORIES.contains(call.name)) {
            return contentOfFactory(object, site, call, content);
        }
        if (CONTENT_PRESERVING.contains(call.name) && !site.arguments().isEmpty()) {
            Content inner = switch (call.name) {
                case "values" -> Content.VALUES;
                case "keySet" -> Content.KEYS;
                default -> content;
            };
            // The map stands for its entries, because its keys and values are resolved later.
            List<ResolvedValue> outer = resolver.resolve(site.argument(0));
            return call.name.equals("entrySet") && content == Content.ELEMENTS ? outer : contents(outer, inner);
        }
        return ResolvedValue.UNKNOWN;
    }

    private List<ResolvedValue> contentOfFactory(
            AbstractValue.AllocatedObject object, CallSite site, MethodInsnNode call, Content content) {
        Set<ResolvedValue> all = new LinkedHashSet<>();
        if (call.owner.endsWith("Map")) {
            for (List<Operand> pair : keyValuePairs(object)) {
                all.addAll(resolver.resolve(pair.get(content == Content.KEYS ? 0 : 1)));
            }
            return ResolvedValue.widen(all);
        }
        Type[] types = Type.getArgumentTypes(call.desc);
        for (int i = 0; i < types.length; i++) {
            boolean isMany = types[i].getSort() == Type.ARRAY || call.name.equals("copyOf");
            List<ResolvedValue> argument = resolver.resolve(site.argument(i));
            all.addAll(isMany ? elementsOf(argument) : argument);
        }
        return ResolvedValue.widen(all);
    }

    /** Returns what is put into a collection or map in the method that creates it. */
    private List<ResolvedValue> contentOfAllocation(AbstractValue.AllocatedObject object, Content content) {
        Set<ResolvedValue> all = new LinkedHashSet<>();
        if (content != Content.ELEMENTS) {
            for (List<Operand> pair : keyValuePairs(object)) {
                all.addAll(resolver.resolve(pair.get(content == Content.KEYS ? 0 : 1)));
            }
            return ResolvedValue.widen(all);
        }
        for (AbstractInsnNode insn : object.flow().method().instructions) {
            if (!(insn instanceof MethodInsnNode call) || !object.flow().isReachable(call)) {
                continue;
            }
            CallSite site = CallSite.of(object.flow(), call, object.context());
            int count = site.arguments().size();
            if (count < 2 || !isSameObject(object, call, count - 1)) {
                continue;
            }
            switch (call.name) {
                case "add", "addLast", "addFirst", "offer", "push" ->
                    all.addAll(resolver.resolve(site.argument(count - 1)));
                case "addAll", "<init>" -> {
                    if (!call.desc.startsWith("(I")) {
                        all.addAll(elementsOf(resolver.resolve(site.argument(count - 1))));
                    }
                }
                default -> {
                    // The other methods add nothing.
                }
            }
        }
        return all.isEmpty() ? ResolvedValue.UNKNOWN : ResolvedValue.widen(all);
    }

    private static boolean isSameObject(AbstractValue.AllocatedObject object, MethodInsnNode call, int fromTop) {
        for (AbstractInsnNode producer : object.flow().reachingDefinitions(call, fromTop)) {
            if (producer == object.insn() || isReadFromField(object, producer)) {
                return true;
            }
        }
        return false;
    }

    // The same method has stored the object in the field.
    private static boolean isReadFromField(AbstractValue.AllocatedObject object, AbstractInsnNode producer) {
        if (!(producer instanceof FieldInsnNode read)) {
            return false;
        }
        for (AbstractInsnNode insn : object.flow().method().instructions) {
            if (insn instanceof FieldInsnNode write
                    && (write.getOpcode() == Opcodes.PUTSTATIC || write.getOpcode() == Opcodes.PUTFIELD)
                    && write.name.equals(read.name)
                    && write.owner.equals(read.owner)
                    && object.flow().isReachable(write)
                    && object.flow().reachingDefinitions(write, 0).contains(object.insn())) {
                return true;
            }
        }
        return false;
    }

    /** Returns the keys and values of a map, a list of two operands for each entry. */
    private List<List<Operand>> keyValuePairs(AbstractValue.AllocatedObject map) {
        List<List<Operand>> pairs = new ArrayList<>();
        if (!budget.spend()) {
            return pairs;
        }
        if (map.insn() instanceof MethodInsnNode call && call.getOpcode() == Opcodes.INVOKESTATIC) {
            CallSite site = CallSite.of(map.flow(), call, map.context());
            if (call.name.equals("of")) {
                for (int i = 0; i + 1 < site.arguments().size(); i += 2) {
                    pairs.add(List.of(site.argument(i), site.argument(i + 1)));
                }
            } else if (call.name.equals("ofEntries")) {
                for (List<ResolvedValue> entries : arrayElements(site.argument(0))) {
                    addEntries(entries, pairs);
                }
            } else if (!site.arguments().isEmpty()) {
                for (ResolvedValue inner : resolver.resolve(site.argument(0))) {
                    if (inner.value() instanceof AbstractValue.AllocatedObject object && object.insn() != map.insn()) {
                        pairs.addAll(keyValuePairs(object));
                    }
                }
            }
            return pairs;
        }
        for (AbstractInsnNode insn : map.flow().method().instructions) {
            if (insn instanceof MethodInsnNode call
                    && (call.name.equals("put") || call.name.equals("putIfAbsent") || call.name.equals("setProperty"))
                    && map.flow().isReachable(call)) {
                CallSite site = CallSite.of(map.flow(), call, map.context());
                if (site.arguments().size() == 3 && isSameObject(map, call, 2)) {
                    pairs.add(List.of(site.argument(1), site.argument(2)));
                }
            }
        }
        return pairs;
    }

    private static void addEntries(List<ResolvedValue> entries, List<List<Operand>> pairs) {
        for (ResolvedValue entry : entries) {
            if (entry.value() instanceof AbstractValue.AllocatedObject object
                    && object.insn() instanceof MethodInsnNode make
                    && make.name.equals("entry")) {
                CallSite inner = CallSite.of(object.flow(), make, object.context());
                pairs.add(List.of(inner.argument(0), inner.argument(1)));
            }
        }
    }

    private static List<Operand> storedElements(AbstractValue.AllocatedObject array) {
        List<Operand> stored = new ArrayList<>();
        for (AbstractInsnNode insn : array.flow().method().instructions) {
            if (insn.getOpcode() == Opcodes.AASTORE
                    && array.flow().isReachable(insn)
                    && array.flow().reachingDefinitions(insn, 2).contains(array.insn())) {
                stored.add(new Operand.Stacked(array.flow(), insn, 0, array.context()));
            }
        }
        return stored;
    }

    /** Returns the values of each element of an array that is created where it is passed; empty for any other array. */
    List<List<ResolvedValue>> arrayElements(Operand array) {
        List<List<ResolvedValue>> elements = new ArrayList<>();
        for (ResolvedValue found : resolver.resolve(array)) {
            if (found.value() instanceof AbstractValue.AllocatedObject object
                    && object.insn().getOpcode() == Opcodes.ANEWARRAY) {
                for (Operand operand : storedElements(object)) {
                    elements.add(resolver.resolve(operand));
                }
            }
        }
        return elements;
    }
}
