package io.github.cookiecharter.scan.bytecode.value;

import io.github.cookiecharter.scan.bytecode.graph.CallChain;
import io.github.cookiecharter.scan.bytecode.graph.CallContext;
import io.github.cookiecharter.scan.bytecode.graph.CallGraph;
import io.github.cookiecharter.scan.bytecode.graph.CallResolver;
import io.github.cookiecharter.scan.bytecode.graph.CallSite;
import io.github.cookiecharter.scan.bytecode.graph.ControlFlowGraph;
import io.github.cookiecharter.scan.bytecode.graph.ObjectOrigin;
import io.github.cookiecharter.scan.bytecode.graph.Operand;
import io.github.cookiecharter.scan.bytecode.index.MethodDataFlow;
import io.github.cookiecharter.scan.bytecode.index.ParameterInstruction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Resolves a field by the setters that are called on the same object in front of the call that reads it, as on a builder:
 * the default counts only where no such setter is called.
 */
final class BuilderFields {

    private static final int MAX_CHAIN = 60;

    private final ValueResolver resolver;
    private final CallGraph callGraph;
    private final CallResolver callResolver;
    private final Budget budget;

    BuilderFields(ValueResolver resolver, CallGraph callGraph, CallResolver callResolver, Budget budget) {
        this.resolver = resolver;
        this.callGraph = callGraph;
        this.callResolver = callResolver;
        this.budget = budget;
    }

    /**
     * What setters say of a field.
     *
     * @param values the values that they set
     * @param isComplete whether one of them is called on every path, so that nothing else counts
     */
    private record Settings(List<ResolvedValue> values, boolean isComplete) {}

    /**
     * Resolves a field where all code that uses the object calls a setter first.
     *
     * @param byDefault the values of the field where no setter is called
     * @return empty if setters do not decide, or the users of the object are not known
     */
    Optional<List<ResolvedValue>> resolve(FieldNode field, Operand receiver, List<ResolvedValue> byDefault) {
        Operand outer = ObjectOrigin.outermost(receiver);
        if (!(outer instanceof Operand.Stacked stacked)) {
            return Optional.empty();
        }
        if (!isThis(stacked)) {
            return settings(field, stacked).filter(Settings::isComplete).map(Settings::values);
        }
        MethodDataFlow flow = stacked.flow();
        List<CallSite> users = callGraph.callSites(flow);
        Set<ResolvedValue> all = new LinkedHashSet<>();
        boolean isSet = false;
        for (CallSite user : users) {
            if (!(user.argument(0) instanceof Operand.Stacked used) || isThis(used)) {
                return Optional.empty();
            }
            Optional<Settings> settings = settings(field, used);
            isSet |= settings.isPresent();
            List<ResolvedValue> values = settings.map(Settings::values).orElse(List.of());
            for (ResolvedValue found : values) {
                CallChain chain = found.callChain().prepend(flow.key(), user);
                all.add(new ResolvedValue(found.value(), chain));
            }
            if (settings.isEmpty() || !settings.get().isComplete()) {
                all.addAll(byDefault);
            }
        }
        return isSet ? Optional.of(ResolvedValue.widen(all)) : Optional.empty();
    }

    private static boolean isThis(Operand.Stacked operand) {
        for (AbstractInsnNode producer : operand.flow().reachingDefinitions(operand.at(), operand.fromTop())) {
            if (producer instanceof ParameterInstruction parameter
                    && parameter.index() == 0
                    && !operand.flow().isStatic()) {
                return true;
            }
        }
        return false;
    }

    /** Returns what the setters say that are called on an object in the method that uses it; empty if there is none. */
    private Optional<Settings> settings(FieldNode field, Operand.Stacked object) {
        MethodDataFlow flow = object.flow();
        Set<AbstractInsnNode> aliases = aliases(flow, flow.reachingDefinitions(object.at(), object.fromTop()));
        ControlFlowGraph graph = new ControlFlowGraph(flow);
        Set<ResolvedValue> values = new LinkedHashSet<>();
        boolean isFound = false;
        boolean isComplete = false;
        for (AbstractInsnNode insn : flow.method().instructions) {
            if (insn == object.at()) {
                break;
            }
            if (!(insn instanceof MethodInsnNode call)
                    || call.getOpcode() == Opcodes.INVOKESTATIC
                    || call.name.equals("<init>")
                    || !flow.isReachable(call)
                    || !isAmong(flow, call, aliases)) {
                continue;
            }
            List<ResolvedValue> set = written(field, CallSite.of(flow, call, object.context()), call, object.context());
            if (!set.isEmpty()) {
                boolean isAlways = graph.dominates(call, object.at());
                if (isAlways) {
                    values.clear();
                }
                values.addAll(set);
                isFound = true;
                isComplete |= isAlways;
            }
            if (isFluent(call)) {
                aliases.add(call);
            }
        }
        return isFound ? Optional.of(new Settings(ResolvedValue.widen(values), isComplete)) : Optional.empty();
    }

    /** Returns the definitions of an object, through the calls of its own that return it. */
    private static Set<AbstractInsnNode> aliases(MethodDataFlow flow, Set<AbstractInsnNode> definitions) {
        Set<AbstractInsnNode> aliases = new HashSet<>();
        List<AbstractInsnNode> pending = new ArrayList<>(definitions);
        for (int i = 0; i < pending.size() && i < MAX_CHAIN; i++) {
            AbstractInsnNode definition = pending.get(i);
            if (aliases.add(definition) && definition instanceof MethodInsnNode call && isFluent(call)) {
                pending.addAll(flow.reachingDefinitions(call, Type.getArgumentTypes(call.desc).length));
            }
        }
        return aliases;
    }

    private static boolean isFluent(MethodInsnNode call) {
        Type result = Type.getReturnType(call.desc);
        return call.getOpcode() != Opcodes.INVOKESTATIC
                && result.getSort() == Type.OBJECT
                && (result.getInternalName().equals(call.owner)
                        || result.getInternalName().endsWith("Builder"));
    }

    private static boolean isAmong(MethodDataFlow flow, MethodInsnNode call, Set<AbstractInsnNode> aliases) {
        for (AbstractInsnNode producer : flow.reachingDefinitions(call, Type.getArgumentTypes(call.desc).length)) {
            if (aliases.contains(producer)) {
                return true;
            }
        }
        return false;
    }

    private List<ResolvedValue> written(FieldNode field, CallSite site, MethodInsnNode call, CallContext context) {
        Set<ResolvedValue> all = new LinkedHashSet<>();
        for (MethodDataFlow target : budget.spend() ? callResolver.resolve(call) : List.<MethodDataFlow>of()) {
            Optional<CallContext> inner = context.push(target, site.arguments());
            for (AbstractInsnNode insn : target.method().instructions) {
                if (inner.isPresent()
                        && insn instanceof FieldInsnNode write
                        && write.getOpcode() == Opcodes.PUTFIELD
                        && write.name.equals(field.name)
                        && write.desc.equals(field.desc)
                        && target.isReachable(write)) {
                    all.addAll(resolver.resolve(new Operand.Stacked(target, write, 0, inner.get())));
                }
            }
        }
        return ResolvedValue.widen(all);
    }
}
