package io.github.cookiecharter.scan.bytecode.value;

import io.github.cookiecharter.scan.bytecode.graph.CallContext;
import io.github.cookiecharter.scan.bytecode.graph.CallGraph;
import io.github.cookiecharter.scan.bytecode.graph.CallResolver;
import io.github.cookiecharter.scan.bytecode.graph.CallSite;
import io.github.cookiecharter.scan.bytecode.graph.Operand;
import io.github.cookiecharter.scan.bytecode.index.ClassIndex;
import io.github.cookiecharter.scan.bytecode.index.MethodDataFlow;
import io.github.cookiecharter.scan.bytecode.index.ParameterInstruction;
import io.github.cookiecharter.scan.bytecode.index.SinkTable;
import io.github.cookiecharter.scan.model.ConfigurationLookup;
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
 * Interprocedural constant propagation on demand. It resolves an operand backwards to its definitions, into the methods
 * that return it, and from a parameter out to the arguments of all callers. A budget bounds the work for one question.
 */
public final class ConstantPropagation implements ValueResolver {

    private static final int MAX_DEPTH = 90;

    private final ClassIndex index;
    private final SinkTable sinks;
    private final Budget budget = new Budget();
    private final CallGraph callGraph;
    private final FieldValues fields;
    private final CallResults calls;
    private final CollectionModel collections;
    private final MethodReturns returns;
    private final InjectedValues injected;
    private final Map<String, List<ResolvedValue>> parameterValues = new HashMap<>();
    /** What the current question has resolved already, where neither a cycle nor a bound ended the search. */
    private final Map<Visit, List<ResolvedValue>> answered = new HashMap<>();

    private final Set<Object> inProgress = new HashSet<>();
    private int depth;

    /**
     * Creates an analysis.
     *
     * @param configuration what the code reads from the project's configuration
     */
    public ConstantPropagation(ClassIndex index, SinkTable sinks, ConfigurationLookup configuration) {
        this.index = index;
        this.sinks = sinks;
        this.callGraph = new CallGraph(index);
        CallResolver callResolver = new CallResolver(index);
        this.returns = new MethodReturns(this, callResolver, budget);
        this.collections = new CollectionModel(this, new ObjectUses(index, callResolver, budget), returns, budget);
        this.injected = new InjectedValues(index, configuration);
        this.fields = new FieldValues(
                this, index, new BuilderFields(this, callGraph, callResolver, budget), budget, injected);
        ConfigurationCalls configured = new ConfigurationCalls(this, index, collections, injected, configuration);
        this.calls = new CallResults(this, index, sinks, collections, configured, returns);
    }

    /** Returns whether a class of cookies belongs to an API, see {@link SinkTable#isCookieApi}. */
    public boolean isCookieApi(String type) {
        return sinks.isCookieApi(type, index);
    }

    public ClassIndex index() {
        return index;
    }

    public CallGraph callGraph() {
        return callGraph;
    }

    /** Resolves an operand as a new question, with the whole budget. */
    public List<ResolvedValue> resolveAnew(Operand operand) {
        budget.reset();
        depth = 0;
        inProgress.clear();
        answered.clear();
        return resolve(operand);
    }

    /** Resolves an operand as part of the current question, with what is left of its budget. */
    @Override
    public List<ResolvedValue> resolve(Operand operand) {
        if (operand instanceof Operand.Stacked stacked) {
            return resolveDefinitions(
                    stacked.flow(),
                    stacked.flow().reachingDefinitions(stacked.at(), stacked.fromTop()),
                    stacked.context());
        }
        if (operand instanceof Operand.ElementOf element) {
            return collections.elementsOf(resolve(element.collection()));
        }
        if (operand instanceof Operand.ElementAt element) {
            return collections.elementsAt(resolve(element.array()), ResolvedValue.number(element.index()));
        }
        if (operand instanceof Operand.ValueUnder entry) {
            return collections.valuesUnder(resolve(entry.map()), entry.key());
        }
        if (operand instanceof Operand.ResultOf result) {
            return returns.applyTo(resolve(result.function()), result.arguments());
        }
        if (operand instanceof Operand.KeyOf keys) {
            return collections.keysOf(resolve(keys.map()));
        }
        if (operand instanceof Operand.ValueOf entries) {
            return collections.valuesOf(resolve(entries.map()));
        }
        return ResolvedValue.UNKNOWN;
    }

    private List<ResolvedValue> resolveDefinitions(
            MethodDataFlow flow, Set<AbstractInsnNode> definitions, CallContext context) {
        if (definitions.isEmpty()) {
            return ResolvedValue.UNKNOWN;
        }
        if (definitions.size() == 1) {
            return resolveDefinition(flow, definitions.iterator().next(), context);
        }
        List<AbstractInsnNode> ordered = new ArrayList<>(definitions);
        ordered.sort((a, b) -> Integer.compare(flow.indexOf(a), flow.indexOf(b)));
        Set<ResolvedValue> all = new LinkedHashSet<>();
        for (int i = 0; i < ordered.size(); i++) {
            int reserved = budget.split(ordered.size() - i);
            all.addAll(resolveDefinition(flow, ordered.get(i), context));
            budget.restore(reserved);
        }
        return ResolvedValue.widen(all);
    }

    private record Visit(Object insn, Object context) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Visit visit && visit.insn == insn && visit.context == context;
        }

        @Override
        public int hashCode() {
            return 31 * System.identityHashCode(insn) + System.identityHashCode(context);
        }
    }

    /** Resolves the value that an instruction produces. */
    List<ResolvedValue> resolveDefinition(MethodDataFlow flow, AbstractInsnNode insn, CallContext context) {
        if (depth > MAX_DEPTH || !budget.spend()) {
            budget.recordTruncation();
            return ResolvedValue.UNKNOWN;
        }
        Visit visit = new Visit(insn, context);
        List<ResolvedValue> known = answered.get(visit);
        if (known != null) {
            return known;
        }
        if (!inProgress.add(visit)) {
            budget.recordTruncation();
            return List.of();
        }
        depth++;
        try {
            int truncations = budget.truncations();
            List<ResolvedValue> values = evaluate(flow, insn, context);
            if (budget.truncations() == truncations) {
                answered.put(visit, values);
            }
            return values;
        } finally {
            depth--;
            inProgress.remove(visit);
        }
    }

    private List<ResolvedValue> evaluate(MethodDataFlow flow, AbstractInsnNode insn, CallContext context) {
        if (insn instanceof ParameterInstruction parameter) {
            if (context.isTop() && parameter.index() == 0 && !flow.isStatic()) {
                // The object is unknown, but its class is known, which is enough to resolve its fields.
                return ResolvedValue.single(new AbstractValue.AllocatedObject(flow, parameter, context));
            }
            return context.isTop()
                    ? resolveParameter(flow, parameter.index())
                    : resolve(context.argument(parameter.index()));
        }
        if (insn instanceof LdcInsnNode constant) {
            return evaluateConstant(constant.cst);
        }
        if (insn instanceof IntInsnNode number && insn.getOpcode() != Opcodes.NEWARRAY) {
            return ResolvedValue.number(number.operand);
        }
        if (insn instanceof FieldInsnNode field) {
            return fields.resolve(flow, field, context);
        }
        if (insn instanceof MethodInsnNode call) {
            return calls.resolve(flow, call, context);
        }
        if (insn instanceof InvokeDynamicInsnNode call) {
            return calls.resolveDynamic(flow, call, context);
        }
        if (insn instanceof InsnNode) {
            return evaluateSimple(flow, insn, context);
        }
        return switch (insn.getOpcode()) {
            case Opcodes.NEW -> calls.resolveAllocation(flow, insn, context);
            case Opcodes.ANEWARRAY, Opcodes.NEWARRAY ->
                ResolvedValue.single(new AbstractValue.AllocatedObject(flow, insn, context));
            default -> ResolvedValue.UNKNOWN;
        };
    }

    private static List<ResolvedValue> evaluateConstant(Object constant) {
        if (constant instanceof String text) {
            return ResolvedValue.text(text);
        }
        if (constant instanceof Integer || constant instanceof Long) {
            return ResolvedValue.number(((Number) constant).longValue());
        }
        if (constant instanceof Type type && type.getSort() == Type.OBJECT) {
            return ResolvedValue.single(new AbstractValue.ClassLiteral(type.getInternalName()));
        }
        return ResolvedValue.UNKNOWN;
    }

    private List<ResolvedValue> evaluateSimple(MethodDataFlow flow, AbstractInsnNode insn, CallContext context) {
        int opcode = insn.getOpcode();
        if (opcode >= Opcodes.ICONST_M1 && opcode <= Opcodes.ICONST_5) {
            return ResolvedValue.number(opcode - Opcodes.ICONST_0);
        }
        return switch (opcode) {
            case Opcodes.ACONST_NULL -> ResolvedValue.single(AbstractValue.Special.NULL);
            case Opcodes.LCONST_0, Opcodes.LCONST_1 -> ResolvedValue.number(opcode - Opcodes.LCONST_0);
            case Opcodes.AALOAD ->
                collections.elementsAt(
                        resolve(new Operand.Stacked(flow, insn, 1, context)),
                        resolve(new Operand.Stacked(flow, insn, 0, context)));
            case Opcodes.I2L, Opcodes.L2I, Opcodes.I2C -> resolve(new Operand.Stacked(flow, insn, 0, context));
            case Opcodes.IADD,
                    Opcodes.LADD,
                    Opcodes.IMUL,
                    Opcodes.LMUL,
                    Opcodes.ISUB,
                    Opcodes.LSUB,
                    Opcodes.IDIV,
                    Opcodes.LDIV -> evaluateArithmetic(flow, insn, context);
            default -> ResolvedValue.UNKNOWN;
        };
    }

    private List<ResolvedValue> evaluateArithmetic(MethodDataFlow flow, AbstractInsnNode insn, CallContext context) {
        Set<ResolvedValue> results = new LinkedHashSet<>();
        List<ResolvedValue> rights = resolve(new Operand.Stacked(flow, insn, 0, context));
        for (ResolvedValue left : resolve(new Operand.Stacked(flow, insn, 1, context))) {
            for (ResolvedValue right : rights) {
                if (left.value() instanceof AbstractValue.IntConstant a
                        && right.value() instanceof AbstractValue.IntConstant b
                        && left.callChain().isCompatibleWith(right.callChain())) {
                    long result = switch (insn.getOpcode()) {
                        case Opcodes.IADD, Opcodes.LADD -> a.value() + b.value();
                        case Opcodes.ISUB, Opcodes.LSUB -> a.value() - b.value();
                        case Opcodes.IMUL, Opcodes.LMUL -> a.value() * b.value();
                        default -> b.value() == 0 ? 0 : a.value() / b.value();
                    };
                    results.add(new ResolvedValue(
                            new AbstractValue.IntConstant(result),
                            left.callChain().merge(right.callChain())));
                }
            }
        }
        return results.isEmpty() ? ResolvedValue.UNKNOWN : ResolvedValue.widen(results);
    }

    /** Resolves a parameter to what is injected, or to the arguments of all callers. */
    private List<ResolvedValue> resolveParameter(MethodDataFlow flow, int index) {
        String key = flow.key() + index;
        List<ResolvedValue> known = parameterValues.get(key);
        if (known != null) {
            return known;
        }
        if (!inProgress.add(key)) {
            budget.recordTruncation();
            return List.of();
        }
        int truncations = budget.truncations();
        List<ResolvedValue> found = injected.ofParameter(flow, index);
        if (found.isEmpty() || !callGraph.callSites(flow).isEmpty()) {
            Set<ResolvedValue> all = new LinkedHashSet<>(found);
            all.addAll(resolveArguments(flow, index));
            found = ResolvedValue.widen(all);
        }
        inProgress.remove(key);
        if (budget.truncations() == truncations) {
            parameterValues.put(key, found);
        }
        return found;
    }

    private List<ResolvedValue> resolveArguments(MethodDataFlow flow, int index) {
        List<CallSite> callSites = callGraph.callSites(flow);
        if (callSites.isEmpty()) {
            return ResolvedValue.UNKNOWN;
        }
        Set<ResolvedValue> all = new LinkedHashSet<>();
        int remaining = callSites.size();
        for (CallSite site : callSites) {
            int reserved = budget.split(remaining--);
            List<ResolvedValue> passed = resolve(site.argument(index));
            for (ResolvedValue found : passed.isEmpty() && site.argument(index) instanceof Operand.Unknown
                    ? ResolvedValue.UNKNOWN
                    : passed) {
                all.add(new ResolvedValue(found.value(), found.callChain().prepend(flow.key(), site)));
            }
            budget.restore(reserved);
        }
        return ResolvedValue.widen(all);
    }
}
