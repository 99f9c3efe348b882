package io.github.cookiecharter.scan.bytecode.value;

import io.github.cookiecharter.scan.bytecode.graph.CallSite;
import io.github.cookiecharter.scan.bytecode.graph.ControlFlowGraph;
import io.github.cookiecharter.scan.bytecode.graph.Operand;
import io.github.cookiecharter.scan.bytecode.index.MethodDataFlow;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** Models the entries of maps, as far as the code that puts them in is known. */
public final class MapModel {

    private static final Set<String> PUTTERS =
            Set.of("put", "putIfAbsent", "setProperty", "add", "set", "addHeader", "setHeader");

    private final ValueResolver resolver;
    private final ObjectUses uses;
    private final CollectionModel collections;
    private final Budget budget;

    MapModel(ValueResolver resolver, ObjectUses uses, CollectionModel collections, Budget budget) {
        this.resolver = resolver;
        this.uses = uses;
        this.collections = collections;
        this.budget = budget;
    }

    /** Which entry of a map a key and a value belong to. */
    public record EntryOf(AbstractValue.AllocatedObject map) {}

    /**
     * @param isShared whether other methods than the one that creates the map put the entry in
     * @param isSure whether every path puts it in before the map's last use
     */
    private record Entry(Operand key, Operand value, boolean isShared, boolean isSure) {}

    static boolean isMap(String type) {
        return type.endsWith("Map") || type.equals("java/util/Properties") || type.equals("java/util/Hashtable");
    }

    /** Resolves {@code get}, {@code getOrDefault} and {@code getProperty}. */
    List<ResolvedValue> lookUp(CallSite site) {
        Set<ResolvedValue> all = new LinkedHashSet<>();
        for (ResolvedValue key : resolver.resolve(site.argument(1))) {
            for (ResolvedValue map : resolver.resolve(site.argument(0))) {
                if (map.value() instanceof AbstractValue.AllocatedObject object
                        && object.insn() instanceof MethodInsnNode call
                        && CookieHeaders.readsRequestCookies(call)) {
                    all.addAll(ResolvedValue.single(AbstractValue.Special.COPIED_NAME));
                } else if (map.value() instanceof AbstractValue.AllocatedObject object) {
                    all.addAll(valuesUnderKey(object, key));
                }
            }
        }
        if (site.arguments().size() == 3) {
            all.removeIf(found -> !(found.value() instanceof AbstractValue.Text));
            all.addAll(resolver.resolve(site.argument(2)));
        }
        return all.isEmpty() ? ResolvedValue.UNKNOWN : ResolvedValue.widen(all);
    }

    // A known key selects its value; an unknown one selects all values.
    private List<ResolvedValue> valuesUnderKey(AbstractValue.AllocatedObject map, ResolvedValue key) {
        boolean isKnown = key.value() instanceof AbstractValue.Text text && text.isLiteral();
        Set<ResolvedValue> all = new LinkedHashSet<>();
        for (Entry entry : entries(map)) {
            for (ResolvedValue found : resolver.resolve(entry.key)) {
                if (isKnown
                        && found.value() instanceof AbstractValue.Text
                        && !found.value().equals(key.value())) {
                    continue;
                }
                for (ResolvedValue value : resolver.resolve(entry.value)) {
                    if (value.callChain().isCompatibleWith(found.callChain())) {
                        all.add(new ResolvedValue(
                                isKnown ? value.value() : collections.unlessShared(value, entry.isShared),
                                key.callChain().merge(value.callChain())));
                    }
                }
            }
        }
        return ResolvedValue.widen(all);
    }

    /** Returns the values under a key of any spelling; null where the map has none, or not on every path. */
    List<ResolvedValue> valuesUnder(List<ResolvedValue> maps, String key) {
        Set<ResolvedValue> all = new LinkedHashSet<>();
        for (ResolvedValue map : maps) {
            if (!(map.value() instanceof AbstractValue.AllocatedObject object)) {
                all.add(map);
                continue;
            }
            List<Entry> entries = entries(object);
            boolean isKnown = object.insn().getOpcode() == Opcodes.NEW || !entries.isEmpty();
            boolean isFound = false;
            for (Entry entry : entries) {
                for (ResolvedValue found : resolver.resolve(entry.key)) {
                    boolean isText = found.value() instanceof AbstractValue.Text;
                    isKnown &= isText;
                    if (isText
                            && found.value() instanceof AbstractValue.Text text
                            && text.template().replace("-", "").equalsIgnoreCase(key)) {
                        all.addAll(resolver.resolve(entry.value));
                        isFound |= entry.isSure;
                    }
                }
            }
            if (!isKnown || !isFound) {
                all.add(new ResolvedValue(
                        isKnown ? AbstractValue.Special.NULL : AbstractValue.Special.UNKNOWN, map.callChain()));
            }
        }
        return ResolvedValue.widen(all);
    }

    /** Returns the keys or the values of a map; empty if no entry is known. */
    List<ResolvedValue> contents(AbstractValue.AllocatedObject map, boolean keys) {
        Set<ResolvedValue> all = new LinkedHashSet<>();
        int number = 0;
        for (Entry entry : entries(map)) {
            Set<Object> option = Set.of(number++);
            for (ResolvedValue found : resolver.resolve(keys ? entry.key : entry.value)) {
                all.add(new ResolvedValue(
                        collections.unlessShared(found, entry.isShared),
                        found.callChain().choose(new EntryOf(map), option)));
            }
        }
        return ResolvedValue.widen(all);
    }

    private List<Entry> entries(AbstractValue.AllocatedObject map) {
        List<Entry> entries = new ArrayList<>();
        if (!budget.spend()) {
            return entries;
        }
        if (map.insn() instanceof MethodInsnNode call && call.getOpcode() == Opcodes.INVOKESTATIC) {
            addEntriesOfFactory(map, call, entries);
            return entries;
        }
        if (map.insn() instanceof MethodInsnNode call && call.name.equals("entrySet")) {
            CallSite site = CallSite.of(map.flow(), call, map.context());
            addEntriesOfMaps(map, resolver.resolve(site.argument(0)), entries);
            return entries;
        }
        List<ObjectUses.Use> all = uses.of(map);
        for (ObjectUses.Use use : all) {
            List<Operand> arguments = use.site().arguments();
            if (!use.isReceiver()) {
                continue;
            }
            if (PUTTERS.contains(use.call().name) && arguments.size() == 3) {
                entries.add(new Entry(arguments.get(1), arguments.get(2), use.isShared(), isSure(map, use, all)));
            } else if ((use.call().name.equals("putAll") || use.call().name.equals("<init>"))
                    && arguments.size() == 2
                    && use.call().desc.contains("Map;")) {
                addEntriesOfMaps(map, resolver.resolve(arguments.get(1)), entries);
            }
        }
        return entries;
    }

    private static boolean isSure(AbstractValue.AllocatedObject map, ObjectUses.Use use, List<ObjectUses.Use> all) {
        MethodDataFlow flow = map.flow();
        if (use.site().flow() != flow) {
            return false;
        }
        AbstractInsnNode last = use.call();
        for (ObjectUses.Use other : all) {
            if (other.site().flow() == flow && flow.indexOf(other.call()) > flow.indexOf(last)) {
                last = other.call();
            }
        }
        return new ControlFlowGraph(flow).dominates(use.call(), last);
    }

    private void addEntriesOfFactory(AbstractValue.AllocatedObject map, MethodInsnNode call, List<Entry> entries) {
        CallSite site = CallSite.of(map.flow(), call, map.context());
        switch (call.name) {
            case "of", "singletonMap", "entry" -> {
                for (int i = 0; i + 1 < site.arguments().size(); i += 2) {
                    entries.add(new Entry(site.argument(i), site.argument(i + 1), false, true));
                }
            }
            case "ofEntries" -> {
                for (List<ResolvedValue> array : collections.arrayElements(site.argument(0))) {
                    addEntriesOfMaps(map, array, entries);
                }
            }
            default -> {
                if (!site.arguments().isEmpty()) {
                    addEntriesOfMaps(map, resolver.resolve(site.argument(0)), entries);
                }
            }
        }
    }

    private void addEntriesOfMaps(AbstractValue.AllocatedObject map, List<ResolvedValue> others, List<Entry> entries) {
        for (ResolvedValue other : others) {
            if (other.value() instanceof AbstractValue.AllocatedObject object && object.insn() != map.insn()) {
                entries.addAll(entries(object));
            }
        }
    }
}
