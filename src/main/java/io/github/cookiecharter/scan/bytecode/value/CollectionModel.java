package io.github.cookiecharter.scan.bytecode.value;

import io.github.cookiecharter.scan.bytecode.graph.CallSite;
import io.github.cookiecharter.scan.bytecode.graph.ControlFlowGraph;
import io.github.cookiecharter.scan.bytecode.graph.Operand;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** Models the content of collections, arrays and maps that are filled in the method that creates them. */
final class CollectionModel {

    private static final Set<String> FACTORIES =
            Set.of("of", "ofNullable", "asList", "singletonList", "singleton", "copyOf", "entry", "singletonMap");
    private static final Set<String> ADDERS = Set.of("add", "addLast", "addFirst", "offer", "push", "set", "lazySet");
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
            "entrySet",
            "collect",
            "orElse",
            "sequential",
            "parallel",
            "unordered",
            "onClose",
            "unmodifiableSequencedCollection");
    private static final Set<String> MAPPING = Set.of("map", "mapToObj", "flatMap");
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
    private final ObjectUses uses;
    private final MapModel maps;
    private final MethodReturns returns;
    private final Set<Object> inProgress = new HashSet<>();

    CollectionModel(ValueResolver resolver, ObjectUses uses, MethodReturns returns, Budget budget) {
        this.resolver = resolver;
        this.budget = budget;
        this.uses = uses;
        this.returns = returns;
        this.maps = new MapModel(resolver, uses, this, budget);
    }

    /** Resolves a call that reads from a collection or map; empty for any other call. */
    List<ResolvedValue> resolveCall(CallSite site, MethodInsnNode call) {
        if (call.getOpcode() == Opcodes.INVOKESTATIC) {
            return List.of();
        }
        if (MapModel.isMap(call.owner)
                && (call.name.equals("get") || call.name.equals("getOrDefault") || call.name.equals("getProperty"))) {
            return maps.lookUp(site);
        }
        if (call.owner.equals("java/util/Map$Entry")) {
            if (call.name.equals("getKey") || call.name.equals("getValue")) {
                return contents(
                        resolver.resolve(site.argument(0)), call.name.equals("getKey") ? Content.KEYS : Content.VALUES);
            }
            return List.of();
        }
        // Stream.peek returns the stream, unlike Deque.peek.
        if (!ELEMENT_GETTERS.contains(call.name)
                || call.desc.endsWith("Stream;")
                || !(call.desc.endsWith("Ljava/lang/Object;") || call.owner.startsWith("java/util/stream"))) {
            return List.of();
        }
        List<ResolvedValue> collections = resolver.resolve(site.argument(0));
        return call.desc.startsWith("(I)")
                ? elementsAt(collections, resolver.resolve(site.argument(1)))
                : elementsOf(collections);
    }

    /** Returns the values that any element of these collections or arrays may have. */
    List<ResolvedValue> elementsOf(List<ResolvedValue> collections) {
        return contents(collections, Content.ELEMENTS);
    }

    List<ResolvedValue> valuesUnder(List<ResolvedValue> of, String key) {
        return maps.valuesUnder(of, key);
    }

    List<ResolvedValue> keysOf(List<ResolvedValue> of) {
        return contents(of, Content.KEYS);
    }

    List<ResolvedValue> valuesOf(List<ResolvedValue> of) {
        return contents(of, Content.VALUES);
    }

    /** Returns the values of the element at an index; of any element where the index or the order is unknown. */
    List<ResolvedValue> elementsAt(List<ResolvedValue> collections, List<ResolvedValue> at) {
        if (at.size() != 1 || !(at.get(0).value() instanceof AbstractValue.IntConstant number)) {
            return elementsOf(collections);
        }
        Set<ResolvedValue> all = new LinkedHashSet<>();
        for (ResolvedValue collection : collections) {
            List<ResolvedValue> exact = collection.value() instanceof AbstractValue.AllocatedObject object
                    ? elementAt(object, (int) number.value())
                    : List.of();
            all.addAll(exact.isEmpty() ? elementsOf(List.of(collection)) : exact);
        }
        return ResolvedValue.widen(all);
    }

    private List<ResolvedValue> elementAt(AbstractValue.AllocatedObject object, int index) {
        if (object.insn().getOpcode() == Opcodes.ANEWARRAY) {
            return arrayElementAt(object, index);
        }
        if (!(object.insn() instanceof MethodInsnNode call)) {
            return List.of();
        }
        CallSite site = CallSite.of(object.flow(), call, object.context());
        if (call.owner.equals("java/lang/String") && call.name.equals("split")) {
            return StringOperations.split(
                    resolver.resolve(site.argument(0)), resolver.resolve(site.argument(1)), index);
        }
        if (call.getOpcode() != Opcodes.INVOKESTATIC || !(call.name.equals("of") || call.name.equals("asList"))) {
            return List.of();
        }
        if (call.desc.startsWith("([")) {
            Set<ResolvedValue> all = new LinkedHashSet<>();
            for (ResolvedValue array : resolver.resolve(site.argument(0))) {
                if (array.value() instanceof AbstractValue.AllocatedObject allocated) {
                    all.addAll(elementAt(allocated, index));
                }
            }
            return ResolvedValue.widen(all);
        }
        return index >= 0 && index < site.arguments().size() ? resolver.resolve(site.argument(index)) : List.of();
    }

    private List<ResolvedValue> arrayElementAt(AbstractValue.AllocatedObject array, int index) {
        Set<ResolvedValue> all = new LinkedHashSet<>();
        for (AbstractInsnNode insn : stores(array)) {
            List<ResolvedValue> at = resolver.resolve(new Operand.Stacked(array.flow(), insn, 1, array.context()));
            if (at.size() == 1
                    && at.get(0).value() instanceof AbstractValue.IntConstant number
                    && number.value() != index) {
                continue;
            }
            all.addAll(resolver.resolve(new Operand.Stacked(array.flow(), insn, 0, array.context())));
        }
        return ResolvedValue.widen(all);
    }

    private List<ResolvedValue> contents(List<ResolvedValue> collections, Content content) {
        Set<ResolvedValue> all = new LinkedHashSet<>();
        for (ResolvedValue collection : collections) {
            if (collection.value() == AbstractValue.Special.COPIED_NAME) {
                all.add(collection);
                continue;
            }
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
        if (CookieHeaders.readsRequestCookies(call)) {
            return ResolvedValue.single(AbstractValue.Special.COPIED_NAME);
        }
        if (call.getOpcode() == Opcodes.INVOKESTATIC && FACTORIES.contains(call.name)) {
            return contentOfFactory(object, site, call, content);
        }
        if (content == Content.ELEMENTS
                && MAPPING.contains(call.name)
                && site.arguments().size() == 2) {
            List<ResolvedValue> mapped = returns.applyTo(
                    resolver.resolve(site.argument(1)), List.of(new Operand.ElementOf(site.argument(0))));
            return call.name.equals("flatMap") ? elementsOf(mapped) : mapped;
        }
        if (call.name.equals("concat") && site.arguments().size() == 2 && call.getOpcode() == Opcodes.INVOKESTATIC) {
            Set<ResolvedValue> both = new LinkedHashSet<>(elementsOf(resolver.resolve(site.argument(0))));
            both.addAll(elementsOf(resolver.resolve(site.argument(1))));
            return ResolvedValue.widen(both);
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
        List<ResolvedValue> receivers =
                site.arguments().isEmpty() ? List.of() : copied(resolver.resolve(site.argument(0)));
        return receivers.isEmpty() ? ResolvedValue.UNKNOWN : receivers;
    }

    /** Parts of a copied text are copies too. */
    private static List<ResolvedValue> copied(List<ResolvedValue> values) {
        return values.stream()
                .filter(found -> found.value() == AbstractValue.Special.COPIED_NAME)
                .toList();
    }

    private List<ResolvedValue> contentOfFactory(
            AbstractValue.AllocatedObject object, CallSite site, MethodInsnNode call, Content content) {
        if (call.owner.endsWith("Map") || call.name.equals("singletonMap")) {
            return maps.contents(object, content == Content.KEYS);
        }
        if (call.name.equals("entry") && content != Content.ELEMENTS) {
            return resolver.resolve(site.argument(content == Content.KEYS ? 0 : 1));
        }
        Set<ResolvedValue> all = new LinkedHashSet<>();
        Type[] types = Type.getArgumentTypes(call.desc);
        for (int i = 0; i < types.length; i++) {
            boolean isMany = types[i].getSort() == Type.ARRAY || call.name.equals("copyOf");
            List<ResolvedValue> argument = resolver.resolve(site.argument(i));
            all.addAll(isMany ? elementsOf(argument) : argument);
        }
        return ResolvedValue.widen(all);
    }

    /** Returns what is put into a collection or map, wherever the code that does so is known. */
    private List<ResolvedValue> contentOfAllocation(AbstractValue.AllocatedObject object, Content content) {
        if (content != Content.ELEMENTS) {
            return maps.contents(object, content == Content.KEYS);
        }
        Set<ResolvedValue> all = new LinkedHashSet<>();
        for (ObjectUses.Use use : uses.of(object)) {
            List<Operand> arguments = use.site().arguments();
            String name = use.call().name;
            if (use.isReceiver() && arguments.size() >= 2) {
                Operand last = arguments.get(arguments.size() - 1);
                if (ADDERS.contains(name)
                        || (name.equals("<init>") && use.call().desc.equals("(Ljava/lang/Object;)V"))) {
                    addContent(resolver.resolve(last), use.isShared(), all);
                } else if (name.equals("addAll")
                        || (name.equals("<init>") && !use.call().desc.startsWith("(I"))) {
                    addContent(elementsOf(resolver.resolve(last)), use.isShared(), all);
                }
            } else if (name.equals("addAll") && use.position() == 0 && arguments.size() == 2) {
                addContent(elementsOf(resolver.resolve(arguments.get(1))), use.isShared(), all);
            }
        }
        return all.isEmpty() ? ResolvedValue.UNKNOWN : ResolvedValue.widen(all);
    }

    private void addContent(List<ResolvedValue> values, boolean isShared, Set<ResolvedValue> all) {
        for (ResolvedValue found : values) {
            all.add(new ResolvedValue(unlessShared(found, isShared), found.callChain()));
        }
    }

    /**
     * Returns the value of an element, or an unknown one for a text that callers put into a container which the whole
     * class shares: such a container holds texts of all kinds.
     */
    AbstractValue unlessShared(ResolvedValue found, boolean isShared) {
        return isShared
                        && found.value() instanceof AbstractValue.Text
                        && !found.callChain().callSites().isEmpty()
                ? AbstractValue.Special.UNKNOWN
                : found.value();
    }

    private static List<AbstractInsnNode> stores(AbstractValue.AllocatedObject array) {
        List<AbstractInsnNode> stores = new ArrayList<>();
        for (AbstractInsnNode insn : array.flow().method().instructions) {
            if (insn.getOpcode() == Opcodes.AASTORE
                    && array.flow().isReachable(insn)
                    && array.flow().reachingDefinitions(insn, 2).contains(array.insn())) {
                stores.add(insn);
            }
        }
        return stores;
    }

    private static List<Operand> storedElements(AbstractValue.AllocatedObject array) {
        List<Operand> stored = new ArrayList<>();
        for (AbstractInsnNode insn : stores(array)) {
            stored.add(new Operand.Stacked(array.flow(), insn, 0, array.context()));
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

    /**
     * Returns the values of each element of a list or stream that a factory creates, or that the method itself fills, in
     * order. An element that some path leaves out is unknown, but for the first.
     */
    List<List<ResolvedValue>> listElements(Operand list, AbstractInsnNode at) {
        List<List<ResolvedValue>> elements = new ArrayList<>();
        for (ResolvedValue found : resolver.resolve(list)) {
            if (!(found.value() instanceof AbstractValue.AllocatedObject object)) {
                continue;
            }
            if (object.insn() instanceof MethodInsnNode call) {
                CallSite site = CallSite.of(object.flow(), call, object.context());
                if (call.getOpcode() != Opcodes.INVOKESTATIC && CONTENT_PRESERVING.contains(call.name)) {
                    elements.addAll(listElements(site.argument(0), call));
                } else if (FACTORIES.contains(call.name) && call.desc.startsWith("([")) {
                    elements.addAll(arrayElements(site.argument(0)));
                } else if (FACTORIES.contains(call.name)) {
                    site.arguments().forEach(argument -> elements.add(resolver.resolve(argument)));
                }
            } else if (object.insn().getOpcode() == Opcodes.NEW) {
                addElements(object, at, elements);
            }
        }
        return elements;
    }

    private void addElements(
            AbstractValue.AllocatedObject list, AbstractInsnNode at, List<List<ResolvedValue>> elements) {
        ControlFlowGraph graph = new ControlFlowGraph(list.flow());
        for (ObjectUses.Use use : uses.of(list)) {
            List<Operand> arguments = use.site().arguments();
            if (!use.isReceiver() || !use.call().name.equals("add")) {
                continue;
            }
            boolean isSure = use.site().flow() == list.flow()
                    && list.flow().method().instructions.contains(at)
                    && graph.dominates(use.call(), at)
                    && !graph.isInLoop(use.call());
            elements.add(
                    isSure || elements.isEmpty()
                            ? resolver.resolve(arguments.get(arguments.size() - 1))
                            : ResolvedValue.UNKNOWN);
        }
    }
}
