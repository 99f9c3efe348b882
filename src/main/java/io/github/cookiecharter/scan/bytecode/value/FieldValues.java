package io.github.cookiecharter.scan.bytecode.value;

import io.github.cookiecharter.scan.bytecode.graph.CallChain;
import io.github.cookiecharter.scan.bytecode.graph.CallContext;
import io.github.cookiecharter.scan.bytecode.graph.CallSite;
import io.github.cookiecharter.scan.bytecode.graph.ObjectOrigin;
import io.github.cookiecharter.scan.bytecode.graph.Operand;
import io.github.cookiecharter.scan.bytecode.index.ClassIndex;
import io.github.cookiecharter.scan.bytecode.index.IndexedClass;
import io.github.cookiecharter.scan.bytecode.index.LoadedClass;
import io.github.cookiecharter.scan.bytecode.index.MethodDataFlow;
import io.github.cookiecharter.scan.bytecode.index.NameHash;
import io.github.cookiecharter.scan.bytecode.index.ParameterInstruction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.InnerClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Resolves fields: to the writes in the constructor if the object is known, else to all writes. */
final class FieldValues {

    private static final int MAX_CLASSES = 60;

    /** A field with more texts holds data and no names of cookies. */
    private static final int MAX_DIRECT_TEXTS = 8;

    private final ValueResolver resolver;
    private final ClassIndex index;
    private final BuilderFields builders;
    private final Budget budget;
    private final InjectedValues injected;
    private final Map<String, List<Write>> writesByField = new HashMap<>();
    private final Map<String, List<ResolvedValue>> valuesByField = new HashMap<>();

    FieldValues(
            ValueResolver resolver, ClassIndex index, BuilderFields builders, Budget budget, InjectedValues injected) {
        this.resolver = resolver;
        this.index = index;
        this.builders = builders;
        this.budget = budget;
        this.injected = injected;
    }

    private record Write(MethodDataFlow flow, FieldInsnNode insn) {

        /** Returns whether the method stores its parameter: without a caller it says nothing about the field. */
        boolean isOfParameter() {
            for (AbstractInsnNode producer : flow.reachingDefinitions(insn, 0)) {
                if (!(producer instanceof ParameterInstruction)) {
                    return false;
                }
            }
            return true;
        }

        boolean isInConstructor() {
            return flow.method().name.equals("<init>");
        }
    }

    /** Which of several objects is used. */
    private record InstanceOf(ObjectOrigin object) {}

    private record Field(LoadedClass owner, FieldNode node) {

        String key() {
            return owner.name() + '.' + node.name + node.desc;
        }

        /** Returns whether the field may hold objects of any type, or of a type that only users of the class know. */
        boolean isGeneric() {
            return node.desc.equals("Ljava/lang/Object;") || (node.signature != null && node.signature.startsWith("T"));
        }

        boolean isStatic() {
            return (node.access & Opcodes.ACC_STATIC) != 0;
        }
    }

    /** Resolves a read of a field. */
    List<ResolvedValue> resolve(MethodDataFlow flow, FieldInsnNode read, CallContext context) {
        Optional<Field> field = findField(read.owner, read.name, read.desc);
        if (field.isEmpty()) {
            return read.getOpcode() == Opcodes.GETSTATIC
                    ? ResolvedValue.single(new AbstractValue.AllocatedObject(flow, read, context))
                    : ResolvedValue.UNKNOWN;
        }
        if (field.get().node().value instanceof String constant) {
            return ResolvedValue.text(constant);
        }
        if (field.get().node().value instanceof Integer || field.get().node().value instanceof Long) {
            return ResolvedValue.number(((Number) field.get().node().value).longValue());
        }
        List<ResolvedValue> injectedValues =
                injected.ofField(field.get().owner(), field.get().node());
        if (!injectedValues.isEmpty()) {
            return injectedValues;
        }
        if (field.get().isStatic()) {
            return resolveAllWrites(field.get(), false);
        }
        if (isSettable(field.get())) {
            Optional<List<ResolvedValue>> set = builders.resolve(
                    field.get().node(), new Operand.Stacked(flow, read, 0, context), constructorWrites(field.get()));
            if (set.isPresent()) {
                return set.get();
            }
        }
        return resolveInstanceField(field.get(), flow, read, context);
    }

    /** Returns whether a constructor gives the field a default that another method replaces. */
    private boolean isSettable(Field field) {
        boolean hasDefault = false;
        boolean hasSetter = false;
        for (Write write : isFinal(field) ? List.<Write>of() : findWrites(field)) {
            hasDefault |= write.isInConstructor();
            hasSetter |= !write.isInConstructor() && write.isOfParameter();
        }
        return hasSetter && (hasDefault || field.node().desc.equals("Ljava/lang/String;"));
    }

    private List<ResolvedValue> constructorWrites(Field field) {
        Set<ResolvedValue> all = new LinkedHashSet<>();
        for (Write write : findWrites(field)) {
            if (write.isInConstructor()) {
                all.addAll(resolver.resolve(new Operand.Stacked(write.flow(), write.insn(), 0, CallContext.TOP)));
            }
        }
        return ResolvedValue.widen(all);
    }

    private Optional<Field> findField(String owner, String name, String descriptor) {
        List<String> types = new ArrayList<>(List.of(owner));
        types.addAll(index.supertypes(owner));
        for (String type : types) {
            if (type.startsWith("java/")) {
                continue;
            }
            Optional<LoadedClass> loaded = index.load(type);
            if (loaded.isPresent()) {
                for (FieldNode field : loaded.get().node().fields) {
                    if (field.name.equals(name) && field.desc.equals(descriptor)) {
                        return Optional.of(new Field(loaded.get(), field));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Resolves an instance field to what the constructors of the possible receivers wrote, and to what other methods
     * wrote later. Of an unknown receiver only direct writes count, because the field of a general container holds no
     * name.
     */
    private List<ResolvedValue> resolveInstanceField(
            Field field, MethodDataFlow flow, FieldInsnNode read, CallContext context) {
        if (injected.replacesInitialValue(field.owner(), field.node())) {
            return resolveAllWrites(field, true);
        }
        Set<ResolvedValue> all = new LinkedHashSet<>();
        boolean anyObject = false;
        boolean unknownObject = false;
        boolean mutable = false;
        Operand object = new Operand.Stacked(flow, read, 0, context);
        List<ResolvedValue> receivers = resolver.resolve(object);
        Optional<ObjectOrigin> origin = receivers.size() > 1 ? ObjectOrigin.of(object) : Optional.empty();
        for (ResolvedValue receiver : receivers) {
            if (!(receiver.value() instanceof AbstractValue.AllocatedObject allocated)) {
                unknownObject |= receiver.value() == AbstractValue.Special.UNKNOWN;
            } else if (allocated.insn().getOpcode() == Opcodes.NEW) {
                List<ResolvedValue> written = resolveConstructed(field, allocated);
                anyObject |= written.isEmpty();
                mutable |= !isFinal(field);
                for (ResolvedValue found : written) {
                    if (allocated.context().isTop()
                            && found.callChain().callSites().size() > 1) {
                        // The object comes from a collection or a cache, so any caller may have created it.
                        all.addAll(ResolvedValue.UNKNOWN);
                    } else if (found.callChain().isCompatibleWith(receiver.callChain())) {
                        CallChain chain = receiver.callChain().merge(found.callChain());
                        all.add(new ResolvedValue(
                                found.value(),
                                origin.map(one -> chain.choose(new InstanceOf(one), Set.of(allocated)))
                                        .orElse(chain)));
                    }
                }
            } else {
                anyObject |= allocated.insn() instanceof ParameterInstruction;
                unknownObject |= !(allocated.insn() instanceof ParameterInstruction);
            }
        }
        if ((anyObject || unknownObject) && field.isGeneric()) {
            // The field of a general container holds values of all kinds.
            all.addAll(ResolvedValue.UNKNOWN);
        } else if (anyObject || (all.isEmpty() && !unknownObject)) {
            all.addAll(resolveAllWrites(field, false));
        } else if (unknownObject) {
            all.addAll(directlyWritten(resolveAllWrites(field, false)));
        } else if (mutable) {
            all.addAll(directlyWritten(resolveAllWrites(field, true)));
        }
        return ResolvedValue.widen(all);
    }

    private static List<ResolvedValue> directlyWritten(List<ResolvedValue> all) {
        Set<ResolvedValue> direct = new LinkedHashSet<>();
        int texts = 0;
        for (ResolvedValue found : all) {
            if (found.callChain().callSites().size() <= 1) {
                direct.add(found);
                texts += found.value() instanceof AbstractValue.Text ? 1 : 0;
            }
        }
        return texts > MAX_DIRECT_TEXTS || direct.isEmpty() ? ResolvedValue.UNKNOWN : List.copyOf(direct);
    }

    private static boolean isFinal(Field field) {
        return (field.node().access & Opcodes.ACC_FINAL) != 0;
    }

    private List<ResolvedValue> resolveConstructed(Field field, AbstractValue.AllocatedObject allocated) {
        for (AbstractInsnNode insn : allocated.flow().method().instructions) {
            if (insn instanceof MethodInsnNode call
                    && call.name.equals("<init>")
                    && allocated.flow().isReachable(call)) {
                CallSite site = CallSite.of(allocated.flow(), call, allocated.context());
                if (allocated
                        .flow()
                        .reachingDefinitions(call, site.arguments().size() - 1)
                        .contains(allocated.insn())) {
                    return resolveConstructorWrites(field, call, site.arguments(), allocated.context(), 0);
                }
            }
        }
        return List.of();
    }

    private List<ResolvedValue> resolveConstructorWrites(
            Field field, MethodInsnNode call, List<Operand> arguments, CallContext context, int depth) {
        Optional<LoadedClass> type = index.load(call.owner);
        Optional<MethodDataFlow> constructor =
                type.flatMap(found -> found.method(call.name, call.desc).flatMap(found::flow));
        if (constructor.isEmpty() || depth > 4) {
            return List.of();
        }
        Optional<CallContext> inner = context.push(constructor.get(), arguments);
        if (inner.isEmpty()) {
            return List.of();
        }
        Set<ResolvedValue> all = new LinkedHashSet<>();
        for (AbstractInsnNode insn : constructor.get().method().instructions) {
            if (insn instanceof FieldInsnNode write
                    && write.getOpcode() == Opcodes.PUTFIELD
                    && write.name.equals(field.node().name)
                    && write.desc.equals(field.node().desc)
                    && constructor.get().isReachable(write)) {
                all.addAll(resolver.resolve(new Operand.Stacked(constructor.get(), write, 0, inner.get())));
            } else if (insn instanceof MethodInsnNode next
                    && next.name.equals("<init>")
                    && constructor.get().isReachable(next)
                    && !next.owner.startsWith("java/")) {
                CallSite site = CallSite.of(constructor.get(), next, inner.get());
                if (isThis(constructor.get(), next, site.arguments().size() - 1)) {
                    all.addAll(resolveConstructorWrites(field, next, site.arguments(), inner.get(), depth + 1));
                }
            }
        }
        return ResolvedValue.widen(all);
    }

    private static boolean isThis(MethodDataFlow flow, AbstractInsnNode insn, int fromTop) {
        for (AbstractInsnNode producer : flow.reachingDefinitions(insn, fromTop)) {
            if (producer instanceof ParameterInstruction parameter && parameter.index() == 0) {
                return true;
            }
        }
        return false;
    }

    private List<ResolvedValue> resolveAllWrites(Field field, boolean excludesConstructors) {
        String key = field.key() + excludesConstructors;
        List<ResolvedValue> known = valuesByField.get(key);
        if (known != null) {
            return known;
        }
        // A nested request for the same field is a cycle and adds nothing.
        valuesByField.put(key, List.of());
        int truncations = budget.truncations();
        Set<ResolvedValue> all = new LinkedHashSet<>();
        List<Write> writes = findWrites(field);
        for (int i = 0; i < writes.size(); i++) {
            Write write = writes.get(i);
            int reserved = budget.split(writes.size() - i);
            if (!excludesConstructors || !write.isInConstructor()) {
                List<ResolvedValue> written =
                        resolver.resolve(new Operand.Stacked(write.flow(), write.insn(), 0, CallContext.TOP));
                if (!write.isOfParameter() || !written.equals(ResolvedValue.UNKNOWN)) {
                    all.addAll(written);
                }
            }
            budget.restore(reserved);
        }
        List<ResolvedValue> found =
                all.isEmpty() && !excludesConstructors ? ResolvedValue.UNKNOWN : ResolvedValue.widen(all);
        if (budget.truncations() == truncations) {
            valuesByField.put(key, found);
        } else {
            valuesByField.remove(key);
        }
        return found;
    }

    private List<Write> findWrites(Field field) {
        List<Write> found = writesByField.get(field.key());
        if (found == null) {
            found = new ArrayList<>();
            for (LoadedClass writer : findWriters(field)) {
                collectWrites(field, writer, found);
            }
            writesByField.put(field.key(), found);
        }
        return found;
    }

    private List<LoadedClass> findWriters(Field field) {
        Set<String> names = new LinkedHashSet<>(List.of(field.owner().name()));
        String owner = field.owner().name();
        String outermost = owner.indexOf('$') > 0 ? owner.substring(0, owner.indexOf('$')) : owner;
        boolean constant = isFinal(field);
        if (!constant) {
            names.add(outermost);
            for (InnerClassNode inner : field.owner().node().innerClasses) {
                if (inner.name.startsWith(outermost)) {
                    names.add(inner.name);
                }
            }
        }
        if (!constant && (field.node().access & Opcodes.ACC_PRIVATE) == 0) {
            Set<String> owners = new LinkedHashSet<>(List.of(owner));
            index.subtypes(owner, 200).forEach(subtype -> owners.add(subtype.name()));
            for (IndexedClass indexed :
                    index.classesReferencing(NameHash.ofMember(field.node().name, field.node().desc))) {
                for (String type : owners) {
                    if (names.size() < MAX_CLASSES && index.mayReference(indexed, NameHash.of(type))) {
                        names.add(indexed.name());
                    }
                }
            }
        }
        List<LoadedClass> writers = new ArrayList<>();
        for (String name : names) {
            index.load(name).ifPresent(writers::add);
        }
        return writers;
    }

    private void collectWrites(Field field, LoadedClass writer, List<Write> found) {
        for (MethodNode method : writer.node().methods) {
            for (AbstractInsnNode insn = method.instructions.getFirst(); insn != null; insn = insn.getNext()) {
                if (insn instanceof FieldInsnNode write
                        && (write.getOpcode() == Opcodes.PUTFIELD || write.getOpcode() == Opcodes.PUTSTATIC)
                        && write.name.equals(field.node().name)
                        && write.desc.equals(field.node().desc)
                        && index.isA(write.owner, field.owner().name())) {
                    Optional<MethodDataFlow> flow = writer.flow(method);
                    if (flow.isPresent() && flow.get().isReachable(write)) {
                        found.add(new Write(flow.get(), write));
                    }
                }
            }
        }
    }
}
