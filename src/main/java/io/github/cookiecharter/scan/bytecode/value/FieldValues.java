package io.github.cookiecharter.scan.bytecode.value;

import io.github.cookiecharter.scan.bytecode.graph.CallContext;
import io.github.cookiecharter.scan.bytecode.graph.CallSite;
import io.github.cookiecharter.scan.bytecode.graph.Operand;
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

/** What a field may hold: what is written into it anywhere, or by the constructor of the very object where that is known. */
final class FieldValues {

    private static final int MOST_CLASSES = 60;

    /** More texts than this in the objects of one class are its data. */
    private static final int MOST_DIRECT = 8;

    private final ConstantPropagation values;
    private final Map<String, List<Write>> writes = new HashMap<>();
    private final Map<String, List<ResolvedValue>> known = new HashMap<>();

    FieldValues(ConstantPropagation values) {
        this.values = values;
    }

    private record Write(MethodDataFlow flow, FieldInsnNode insn) {

        boolean isInConstructor() {
            return flow.method().name.equals("<init>");
        }
    }

    private record Field(LoadedClass owner, FieldNode node) {

        String key() {
            return owner.name() + '.' + node.name + node.desc;
        }

        boolean isStatic() {
            return (node.access & Opcodes.ACC_STATIC) != 0;
        }
    }

    List<ResolvedValue> of(MethodDataFlow flow, FieldInsnNode read, CallContext context) {
        Optional<Field> field = declared(read.owner, read.name, read.desc);
        if (field.isEmpty()) {
            return read.getOpcode() == Opcodes.GETSTATIC
                    ? ResolvedValue.only(new AbstractValue.Thing(flow, read, context))
                    : ResolvedValue.UNKNOWN;
        }
        if (field.get().node().value instanceof String constant) {
            return ResolvedValue.text(constant);
        }
        if (field.get().node().value instanceof Integer || field.get().node().value instanceof Long) {
            return ResolvedValue.number(((Number) field.get().node().value).longValue());
        }
        if (field.get().node().visibleAnnotations != null) {
            List<ResolvedValue> injected = InjectedDefaults.of(field.get().node().visibleAnnotations);
            if (!injected.isEmpty()) {
                return injected;
            }
        }
        if (field.get().isStatic()) {
            return anywhere(field.get(), false);
        }
        return ofReceiver(field.get(), flow, read, context);
    }

    private Optional<Field> declared(String owner, String name, String descriptor) {
        List<String> types = new ArrayList<>(List.of(owner));
        types.addAll(values.index().supertypes(owner));
        for (String type : types) {
            if (type.startsWith("java/")) {
                continue;
            }
            Optional<LoadedClass> parsed = values.index().parse(type);
            if (parsed.isPresent()) {
                for (FieldNode field : parsed.get().node().fields) {
                    if (field.name.equals(name) && field.desc.equals(descriptor)) {
                        return Optional.of(new Field(parsed.get(), field));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /**
     * What the constructors of the objects wrote that the receiver may be, and what others wrote later. Of an object
     * that nobody knows, only what is written into it directly counts: a class that holds anything holds no name.
     */
    private List<ResolvedValue> ofReceiver(Field field, MethodDataFlow flow, FieldInsnNode read, CallContext context) {
        Set<ResolvedValue> all = new LinkedHashSet<>();
        boolean self = false;
        boolean stranger = false;
        boolean later = false;
        for (ResolvedValue receiver : values.of(new Operand.Stacked(flow, read, 0, context))) {
            if (!(receiver.value() instanceof AbstractValue.Thing thing)) {
                stranger |= receiver.value() == AbstractValue.Nothing.UNKNOWN;
            } else if (thing.insn().getOpcode() == Opcodes.NEW) {
                List<ResolvedValue> written = constructed(field, thing);
                self |= written.isEmpty();
                later |= !isFinal(field);
                for (ResolvedValue found : written) {
                    if (thing.context().isTop() && found.trail().sites().size() > 1) {
                        // Out of a collection or a cache: it may have been made for anybody.
                        all.addAll(ResolvedValue.UNKNOWN);
                    } else if (found.trail().fits(receiver.trail())) {
                        all.add(new ResolvedValue(
                                found.value(), receiver.trail().with(found.trail())));
                    }
                }
            } else {
                self |= thing.insn() instanceof ParameterInstruction;
                stranger |= !(thing.insn() instanceof ParameterInstruction);
            }
        }
        if (self || (all.isEmpty() && !stranger)) {
            all.addAll(anywhere(field, false));
        } else if (stranger) {
            all.addAll(direct(anywhere(field, false)));
        } else if (later) {
            all.addAll(direct(anywhere(field, true)));
        }
        return ConstantPropagation.limited(all);
    }

    private static List<ResolvedValue> direct(List<ResolvedValue> all) {
        Set<ResolvedValue> near = new LinkedHashSet<>();
        int texts = 0;
        for (ResolvedValue found : all) {
            if (found.trail().sites().size() <= 1) {
                near.add(found);
                texts += found.value() instanceof AbstractValue.Text ? 1 : 0;
            }
        }
        return texts > MOST_DIRECT || near.isEmpty() ? ResolvedValue.UNKNOWN : List.copyOf(near);
    }

    private static boolean isFinal(Field field) {
        return (field.node().access & Opcodes.ACC_FINAL) != 0;
    }

    private List<ResolvedValue> constructed(Field field, AbstractValue.Thing thing) {
        for (AbstractInsnNode insn : thing.flow().method().instructions) {
            if (insn instanceof MethodInsnNode call
                    && call.name.equals("<init>")
                    && thing.flow().isLive(call)) {
                CallSite site = CallSite.of(thing.flow(), call, thing.context());
                if (thing.flow().producers(call, site.arguments().size() - 1).contains(thing.insn())) {
                    return written(field, call, site.arguments(), thing.context(), 0);
                }
            }
        }
        return List.of();
    }

    private List<ResolvedValue> written(
            Field field, MethodInsnNode call, List<Operand> arguments, CallContext context, int depth) {
        Optional<LoadedClass> type = values.index().parse(call.owner);
        Optional<MethodDataFlow> constructor =
                type.flatMap(found -> found.method(call.name, call.desc).flatMap(found::flow));
        if (constructor.isEmpty() || depth > 4) {
            return List.of();
        }
        Optional<CallContext> inner = context.enter(constructor.get(), arguments);
        if (inner.isEmpty()) {
            return List.of();
        }
        Set<ResolvedValue> all = new LinkedHashSet<>();
        for (AbstractInsnNode insn : constructor.get().method().instructions) {
            if (insn instanceof FieldInsnNode write
                    && write.getOpcode() == Opcodes.PUTFIELD
                    && write.name.equals(field.node().name)
                    && write.desc.equals(field.node().desc)
                    && constructor.get().isLive(write)) {
                all.addAll(values.of(new Operand.Stacked(constructor.get(), write, 0, inner.get())));
            } else if (insn instanceof MethodInsnNode next
                    && next.name.equals("<init>")
                    && constructor.get().isLive(next)
                    && !next.owner.startsWith("java/")) {
                CallSite site = CallSite.of(constructor.get(), next, inner.get());
                if (isThis(constructor.get(), next, site.arguments().size() - 1)) {
                    all.addAll(written(field, next, site.arguments(), inner.get(), depth + 1));
                }
            }
        }
        return ConstantPropagation.limited(all);
    }

    private static boolean isThis(MethodDataFlow flow, AbstractInsnNode insn, int fromTop) {
        for (AbstractInsnNode producer : flow.producers(insn, fromTop)) {
            if (producer instanceof ParameterInstruction parameter && parameter.index() == 0) {
                return true;
            }
        }
        return false;
    }

    private List<ResolvedValue> anywhere(Field field, boolean onlyLate) {
        String key = field.key() + onlyLate;
        List<ResolvedValue> before = known.get(key);
        if (before != null) {
            return before;
        }
        // Whoever asks again meanwhile asks in a circle.
        known.put(key, List.of());
        int cuts = values.cuts();
        Set<ResolvedValue> all = new LinkedHashSet<>();
        List<Write> ways = writes(field);
        for (int i = 0; i < ways.size(); i++) {
            Write write = ways.get(i);
            int kept = values.keep(ways.size() - i);
            if (!onlyLate || !write.isInConstructor()) {
                all.addAll(values.of(new Operand.Stacked(write.flow(), write.insn(), 0, CallContext.TOP)));
            }
            values.release(kept);
        }
        List<ResolvedValue> found =
                all.isEmpty() && !onlyLate ? ResolvedValue.UNKNOWN : ConstantPropagation.limited(all);
        if (values.cuts() == cuts) {
            known.put(key, found);
        } else {
            known.remove(key);
        }
        return found;
    }

    private List<Write> writes(Field field) {
        List<Write> found = writes.get(field.key());
        if (found == null) {
            found = new ArrayList<>();
            for (LoadedClass writer : writers(field)) {
                collect(field, writer, found);
            }
            writes.put(field.key(), found);
        }
        return found;
    }

    private List<LoadedClass> writers(Field field) {
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
            values.index().subtypes(owner, 200).forEach(sub -> owners.add(sub.name()));
            for (IndexedClass file : values.index().mentioning(NameHash.member(field.node().name, field.node().desc))) {
                for (String type : owners) {
                    if (names.size() < MOST_CLASSES && file.mentions(NameHash.of(type))) {
                        names.add(file.name());
                    }
                }
            }
        }
        List<LoadedClass> writers = new ArrayList<>();
        for (String name : names) {
            values.index().parse(name).ifPresent(writers::add);
        }
        return writers;
    }

    private void collect(Field field, LoadedClass writer, List<Write> found) {
        for (MethodNode method : writer.node().methods) {
            for (AbstractInsnNode insn = method.instructions.getFirst(); insn != null; insn = insn.getNext()) {
                if (insn instanceof FieldInsnNode write
                        && (write.getOpcode() == Opcodes.PUTFIELD || write.getOpcode() == Opcodes.PUTSTATIC)
                        && write.name.equals(field.node().name)
                        && write.desc.equals(field.node().desc)
                        && values.index().isA(write.owner, field.owner().name())) {
                    Optional<MethodDataFlow> flow = writer.flow(method);
                    if (flow.isPresent() && flow.get().isLive(write)) {
                        found.add(new Write(flow.get(), write));
                    }
                }
            }
        }
    }
}
