package io.github.cookiecharter.scan.bytecode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Finds which values an operand may have: backwards to where they are made, into the methods that return them, and out
 * of the method to all its callers where they come in as parameters. The work for one question is bounded.
 */
final class Values {

    private static final int STEPS = 6_000;
    private static final int DEEPEST = 90;
    private static final int MOST = 400;

    private final ClassIndex index;
    private final Callers callers;
    private final FieldValues fields;
    private final CallValues calls;
    private final Elements elements;
    private final Sinks sinks;
    private final Map<String, List<Found>> parameters = new HashMap<>();
    private final Set<Object> open = new HashSet<>();
    private int steps;
    private int depth;
    private int cuts;

    Values(ClassIndex index, Sinks sinks) {
        this.index = index;
        this.elements = new Elements(this);
        this.callers = new Callers(index, this);
        this.fields = new FieldValues(this);
        this.calls = new CallValues(this, sinks);
        this.sinks = sinks;
    }

    /**
     * Whether a class of cookies is one whose making is looked for, or one that cannot be looked into. What a project
     * writes for itself is neither: its text has to be followed.
     */
    boolean isOfApi(String type) {
        if (sinks.knows(type)) {
            return true;
        }
        for (String supertype : index.supertypes(type)) {
            if (sinks.knows(supertype)) {
                return true;
            }
        }
        return index.parse(type).isEmpty();
    }

    ClassIndex index() {
        return index;
    }

    Callers callers() {
        return callers;
    }

    Elements elements() {
        return elements;
    }

    /** What a function without parameters gives back. */
    List<Found> supplied(Value.Thing function) {
        return calls.supplied(function);
    }

    /** Begins a new question, which may cost as much as any other. */
    List<Found> ask(Operand operand) {
        steps = STEPS;
        depth = 0;
        open.clear();
        return of(operand);
    }

    /** Takes one more step; false where this question has cost enough. */
    boolean step() {
        if (--steps < 0) {
            cuts++;
            return false;
        }
        return true;
    }

    /**
     * Keeps steps back for the other ways, so that the first of them does not cost all.
     *
     * @param ways how many ways are left, this one included
     * @return what {@link #release} gives back
     */
    int keep(int ways) {
        int kept = steps <= 0 ? 0 : steps - steps / ways;
        steps -= kept;
        return kept;
    }

    void release(int kept) {
        steps = Math.max(0, steps) + kept;
    }

    /** How often a circle or the bounds ended a way: what is found until then may not be all. */
    int cuts() {
        return cuts;
    }

    List<Found> of(Operand operand) {
        if (operand instanceof Operand.Stacked stacked) {
            return made(stacked.flow(), stacked.flow().producers(stacked.at(), stacked.fromTop()), stacked.context());
        }
        if (operand instanceof Operand.ElementOf element) {
            return elements.of(of(element.collection()));
        }
        return Found.UNKNOWN;
    }

    private List<Found> made(Flow flow, Set<AbstractInsnNode> producers, Context context) {
        if (producers.isEmpty()) {
            return Found.UNKNOWN;
        }
        if (producers.size() == 1) {
            return made(flow, producers.iterator().next(), context);
        }
        List<AbstractInsnNode> ordered = new ArrayList<>(producers);
        ordered.sort((a, b) -> Integer.compare(flow.index(a), flow.index(b)));
        Set<Found> all = new LinkedHashSet<>();
        for (int i = 0; i < ordered.size(); i++) {
            int kept = keep(ordered.size() - i);
            all.addAll(made(flow, ordered.get(i), context));
            release(kept);
        }
        return limited(all);
    }

    /** The alternatives, unless there are too many to mean anything. */
    static List<Found> limited(Set<Found> all) {
        return all.size() > MOST ? Found.UNKNOWN : List.copyOf(all);
    }

    private record Question(Object insn, Object context) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Question question && question.insn == insn && question.context == context;
        }

        @Override
        public int hashCode() {
            return 31 * System.identityHashCode(insn) + System.identityHashCode(context);
        }
    }

    /** The values that an instruction makes. */
    List<Found> made(Flow flow, AbstractInsnNode insn, Context context) {
        if (depth > DEEPEST || !step()) {
            cuts++;
            return Found.UNKNOWN;
        }
        Question question = new Question(insn, context);
        if (!open.add(question)) {
            cuts++;
            return List.of();
        }
        depth++;
        try {
            return fresh(flow, insn, context);
        } finally {
            depth--;
            open.remove(question);
        }
    }

    private List<Found> fresh(Flow flow, AbstractInsnNode insn, Context context) {
        if (insn instanceof Parameter parameter) {
            if (context.isTop() && parameter.index() == 0 && !flow.isStatic()) {
                // Whatever object this is: its class is known, and that is enough for its fields.
                return Found.only(new Value.Thing(flow, parameter, context));
            }
            return context.isTop() ? passed(flow, parameter.index()) : of(context.argument(parameter.index()));
        }
        if (insn instanceof LdcInsnNode constant) {
            return constant(constant.cst);
        }
        if (insn instanceof IntInsnNode number && insn.getOpcode() != Opcodes.NEWARRAY) {
            return Found.number(number.operand);
        }
        if (insn instanceof FieldInsnNode field) {
            return fields.of(flow, field, context);
        }
        if (insn instanceof MethodInsnNode call) {
            return calls.of(flow, call, context);
        }
        if (insn instanceof InvokeDynamicInsnNode call) {
            return calls.of(flow, call, context);
        }
        if (insn instanceof InsnNode) {
            return simple(flow, insn, context);
        }
        return switch (insn.getOpcode()) {
            case Opcodes.NEW -> calls.allocated(flow, insn, context);
            case Opcodes.ANEWARRAY, Opcodes.NEWARRAY -> Found.only(new Value.Thing(flow, insn, context));
            default -> Found.UNKNOWN;
        };
    }

    private static List<Found> constant(Object constant) {
        if (constant instanceof String text) {
            return Found.text(text);
        }
        if (constant instanceof Integer || constant instanceof Long) {
            return Found.number(((Number) constant).longValue());
        }
        if (constant instanceof Type type && type.getSort() == Type.OBJECT) {
            return Found.only(new Value.TypeLiteral(type.getInternalName()));
        }
        return Found.UNKNOWN;
    }

    private List<Found> simple(Flow flow, AbstractInsnNode insn, Context context) {
        int opcode = insn.getOpcode();
        if (opcode >= Opcodes.ICONST_M1 && opcode <= Opcodes.ICONST_5) {
            return Found.number(opcode - Opcodes.ICONST_0);
        }
        return switch (opcode) {
            case Opcodes.ACONST_NULL -> Found.only(Value.Nothing.NULL);
            case Opcodes.LCONST_0, Opcodes.LCONST_1 -> Found.number(opcode - Opcodes.LCONST_0);
            case Opcodes.AALOAD -> elements.of(of(new Operand.Stacked(flow, insn, 1, context)));
            case Opcodes.I2L, Opcodes.L2I, Opcodes.I2C -> of(new Operand.Stacked(flow, insn, 0, context));
            case Opcodes.IADD,
                    Opcodes.LADD,
                    Opcodes.IMUL,
                    Opcodes.LMUL,
                    Opcodes.ISUB,
                    Opcodes.LSUB,
                    Opcodes.IDIV,
                    Opcodes.LDIV -> computed(flow, insn, context);
            default -> Found.UNKNOWN;
        };
    }

    private List<Found> computed(Flow flow, AbstractInsnNode insn, Context context) {
        Set<Found> results = new LinkedHashSet<>();
        List<Found> rights = of(new Operand.Stacked(flow, insn, 0, context));
        for (Found left : of(new Operand.Stacked(flow, insn, 1, context))) {
            for (Found right : rights) {
                if (left.value() instanceof Value.Whole a
                        && right.value() instanceof Value.Whole b
                        && left.trail().fits(right.trail())) {
                    long result = switch (insn.getOpcode()) {
                        case Opcodes.IADD, Opcodes.LADD -> a.number() + b.number();
                        case Opcodes.ISUB, Opcodes.LSUB -> a.number() - b.number();
                        case Opcodes.IMUL, Opcodes.LMUL -> a.number() * b.number();
                        default -> b.number() == 0 ? 0 : a.number() / b.number();
                    };
                    results.add(new Found(new Value.Whole(result), left.trail().with(right.trail())));
                }
            }
        }
        return results.isEmpty() ? Found.UNKNOWN : limited(results);
    }

    /** What all callers of a method pass for a parameter. */
    private List<Found> passed(Flow flow, int index) {
        String key = flow.key() + index;
        List<Found> known = parameters.get(key);
        if (known != null) {
            return known;
        }
        if (!open.add(key)) {
            cuts++;
            return List.of();
        }
        int before = cuts;
        List<Found> found = injected(flow, index);
        if (found.isEmpty()) {
            found = fromCallers(flow, index);
        }
        open.remove(key);
        if (cuts == before) {
            parameters.put(key, found);
        }
        return found;
    }

    private static List<Found> injected(Flow flow, int index) {
        int declared = flow.isStatic() ? index : index - 1;
        var annotations = flow.method().visibleParameterAnnotations;
        if (annotations == null || declared >= annotations.length || annotations[declared] == null) {
            return List.of();
        }
        return Injected.of(annotations[declared]);
    }

    private List<Found> fromCallers(Flow flow, int index) {
        List<Site> sites = callers.of(flow);
        if (sites.isEmpty()) {
            return Found.UNKNOWN;
        }
        Set<Found> all = new LinkedHashSet<>();
        int left = sites.size();
        for (Site site : sites) {
            int kept = keep(left--);
            List<Found> passed = of(site.argument(index));
            for (Found found :
                    passed.isEmpty() && site.argument(index) instanceof Operand.Nowhere ? Found.UNKNOWN : passed) {
                all.add(new Found(found.value(), Trail.through(flow.key(), site, found.trail())));
            }
            release(kept);
        }
        return limited(all);
    }
}
