package io.github.cookiecharter.scan.bytecode.value;

import io.github.cookiecharter.scan.bytecode.graph.CallChain;
import io.github.cookiecharter.scan.bytecode.graph.CallContext;
import io.github.cookiecharter.scan.bytecode.graph.CallGraph;
import io.github.cookiecharter.scan.bytecode.graph.CallSite;
import io.github.cookiecharter.scan.bytecode.graph.Operand;
import io.github.cookiecharter.scan.bytecode.index.ClassIndex;
import io.github.cookiecharter.scan.bytecode.index.MethodDataFlow;
import io.github.cookiecharter.scan.bytecode.index.ParameterInstruction;
import io.github.cookiecharter.scan.bytecode.index.SinkTable;
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
public final class ConstantPropagation {

    private static final int STEPS = 6_000;
    private static final int DEEPEST = 90;
    private static final int MOST = 400;

    private final ClassIndex index;
    private final CallGraph callers;
    private final FieldValues fields;
    private final CallResults calls;
    private final CollectionModel elements;
    private final SinkTable sinks;
    private final Map<String, List<ResolvedValue>> parameters = new HashMap<>();
    private final Set<Object> open = new HashSet<>();
    private int steps;
    private int depth;
    private int cuts;

    public ConstantPropagation(ClassIndex index, SinkTable sinks) {
        this.index = index;
        this.elements = new CollectionModel(this);
        this.callers = new CallGraph(index);
        this.fields = new FieldValues(this);
        this.calls = new CallResults(this, sinks);
        this.sinks = sinks;
    }

    /**
     * Whether a class of cookies is one whose making is looked for, or one that cannot be looked into. What a project
     * writes for itself is neither: its text has to be followed.
     */
    public boolean isOfApi(String type) {
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

    public ClassIndex index() {
        return index;
    }

    public CallGraph callers() {
        return callers;
    }

    CollectionModel elements() {
        return elements;
    }

    /** What a function without parameters gives back. */
    List<ResolvedValue> supplied(AbstractValue.Thing function) {
        return calls.supplied(function);
    }

    /** Begins a new question, which may cost as much as any other. */
    public List<ResolvedValue> ask(Operand operand) {
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

    public List<ResolvedValue> of(Operand operand) {
        if (operand instanceof Operand.Stacked stacked) {
            return made(stacked.flow(), stacked.flow().producers(stacked.at(), stacked.fromTop()), stacked.context());
        }
        if (operand instanceof Operand.ElementOf element) {
            return elements.of(of(element.collection()));
        }
        return ResolvedValue.UNKNOWN;
    }

    private List<ResolvedValue> made(MethodDataFlow flow, Set<AbstractInsnNode> producers, CallContext context) {
        if (producers.isEmpty()) {
            return ResolvedValue.UNKNOWN;
        }
        if (producers.size() == 1) {
            return made(flow, producers.iterator().next(), context);
        }
        List<AbstractInsnNode> ordered = new ArrayList<>(producers);
        ordered.sort((a, b) -> Integer.compare(flow.index(a), flow.index(b)));
        Set<ResolvedValue> all = new LinkedHashSet<>();
        for (int i = 0; i < ordered.size(); i++) {
            int kept = keep(ordered.size() - i);
            all.addAll(made(flow, ordered.get(i), context));
            release(kept);
        }
        return limited(all);
    }

    /** The alternatives, unless there are too many to mean anything. */
    static List<ResolvedValue> limited(Set<ResolvedValue> all) {
        return all.size() > MOST ? ResolvedValue.UNKNOWN : List.copyOf(all);
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
    List<ResolvedValue> made(MethodDataFlow flow, AbstractInsnNode insn, CallContext context) {
        if (depth > DEEPEST || !step()) {
            cuts++;
            return ResolvedValue.UNKNOWN;
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

    private List<ResolvedValue> fresh(MethodDataFlow flow, AbstractInsnNode insn, CallContext context) {
        if (insn instanceof ParameterInstruction parameter) {
            if (context.isTop() && parameter.index() == 0 && !flow.isStatic()) {
                // Whatever object this is: its class is known, and that is enough for its fields.
                return ResolvedValue.only(new AbstractValue.Thing(flow, parameter, context));
            }
            return context.isTop() ? passed(flow, parameter.index()) : of(context.argument(parameter.index()));
        }
        if (insn instanceof LdcInsnNode constant) {
            return constant(constant.cst);
        }
        if (insn instanceof IntInsnNode number && insn.getOpcode() != Opcodes.NEWARRAY) {
            return ResolvedValue.number(number.operand);
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
            case Opcodes.ANEWARRAY, Opcodes.NEWARRAY ->
                ResolvedValue.only(new AbstractValue.Thing(flow, insn, context));
            default -> ResolvedValue.UNKNOWN;
        };
    }

    private static List<ResolvedValue> constant(Object constant) {
        if (constant instanceof String text) {
            return ResolvedValue.text(text);
        }
        if (constant instanceof Integer || constant instanceof Long) {
            return ResolvedValue.number(((Number) constant).longValue());
        }
        if (constant instanceof Type type && type.getSort() == Type.OBJECT) {
            return ResolvedValue.only(new AbstractValue.TypeLiteral(type.getInternalName()));
        }
        return ResolvedValue.UNKNOWN;
    }

    private List<ResolvedValue> simple(MethodDataFlow flow, AbstractInsnNode insn, CallContext context) {
        int opcode = insn.getOpcode();
        if (opcode >= Opcodes.ICONST_M1 && opcode <= Opcodes.ICONST_5) {
            return ResolvedValue.number(opcode - Opcodes.ICONST_0);
        }
        return switch (opcode) {
            case Opcodes.ACONST_NULL -> ResolvedValue.only(AbstractValue.Nothing.NULL);
            case Opcodes.LCONST_0, Opcodes.LCONST_1 -> ResolvedValue.number(opcode - Opcodes.LCONST_0);
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
            default -> ResolvedValue.UNKNOWN;
        };
    }

    private List<ResolvedValue> computed(MethodDataFlow flow, AbstractInsnNode insn, CallContext context) {
        Set<ResolvedValue> results = new LinkedHashSet<>();
        List<ResolvedValue> rights = of(new Operand.Stacked(flow, insn, 0, context));
        for (ResolvedValue left : of(new Operand.Stacked(flow, insn, 1, context))) {
            for (ResolvedValue right : rights) {
                if (left.value() instanceof AbstractValue.Whole a
                        && right.value() instanceof AbstractValue.Whole b
                        && left.trail().fits(right.trail())) {
                    long result = switch (insn.getOpcode()) {
                        case Opcodes.IADD, Opcodes.LADD -> a.number() + b.number();
                        case Opcodes.ISUB, Opcodes.LSUB -> a.number() - b.number();
                        case Opcodes.IMUL, Opcodes.LMUL -> a.number() * b.number();
                        default -> b.number() == 0 ? 0 : a.number() / b.number();
                    };
                    results.add(new ResolvedValue(
                            new AbstractValue.Whole(result), left.trail().with(right.trail())));
                }
            }
        }
        return results.isEmpty() ? ResolvedValue.UNKNOWN : limited(results);
    }

    /** What all callers of a method pass for a parameter. */
    private List<ResolvedValue> passed(MethodDataFlow flow, int index) {
        String key = flow.key() + index;
        List<ResolvedValue> known = parameters.get(key);
        if (known != null) {
            return known;
        }
        if (!open.add(key)) {
            cuts++;
            return List.of();
        }
        int before = cuts;
        List<ResolvedValue> found = injected(flow, index);
        if (found.isEmpty()) {
            found = fromCallers(flow, index);
        }
        open.remove(key);
        if (cuts == before) {
            parameters.put(key, found);
        }
        return found;
    }

    private static List<ResolvedValue> injected(MethodDataFlow flow, int index) {
        int declared = flow.isStatic() ? index : index - 1;
        var annotations = flow.method().visibleParameterAnnotations;
        if (annotations == null || declared >= annotations.length || annotations[declared] == null) {
            return List.of();
        }
        return InjectedDefaults.of(annotations[declared]);
    }

    private List<ResolvedValue> fromCallers(MethodDataFlow flow, int index) {
        List<CallSite> sites = callers.of(flow);
        if (sites.isEmpty()) {
            return ResolvedValue.UNKNOWN;
        }
        Set<ResolvedValue> all = new LinkedHashSet<>();
        int left = sites.size();
        for (CallSite site : sites) {
            int kept = keep(left--);
            List<ResolvedValue> passed = of(site.argument(index));
            for (ResolvedValue found : passed.isEmpty() && site.argument(index) instanceof Operand.Nowhere
                    ? ResolvedValue.UNKNOWN
                    : passed) {
                all.add(new ResolvedValue(found.value(), CallChain.through(flow.key(), site, found.trail())));
            }
            release(kept);
        }
        return limited(all);
    }
}
