package io.github.cookiecharter.scan.bytecode.value;

import io.github.cookiecharter.scan.bytecode.graph.CallChain;
import io.github.cookiecharter.scan.bytecode.graph.CallContext;
import io.github.cookiecharter.scan.bytecode.graph.CallResolver;
import io.github.cookiecharter.scan.bytecode.graph.CallSite;
import io.github.cookiecharter.scan.bytecode.graph.LambdaResolver;
import io.github.cookiecharter.scan.bytecode.graph.ObjectOrigin;
import io.github.cookiecharter.scan.bytecode.graph.Operand;
import io.github.cookiecharter.scan.bytecode.index.MethodDataFlow;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;

/** Resolves what methods and lambdas with code return, in the context of their call. */
final class MethodReturns {

    /** The methods that make a function of others, and call none. */
    private static final Set<String> COMBINATORS = Set.of("andThen", "compose", "identity", "negate", "and", "or");

    private final ValueResolver resolver;
    private final CallResolver callResolver;
    private final Budget budget;

    MethodReturns(ValueResolver resolver, CallResolver callResolver, Budget budget) {
        this.resolver = resolver;
        this.callResolver = callResolver;
        this.budget = budget;
    }

    /** Which class an object has. */
    private record ClassOf(ObjectOrigin object) {}

    /** Resolves what the possible targets of a call return; empty if none has code on the class path. */
    List<ResolvedValue> resolveCall(CallSite site, MethodInsnNode call, CallContext context) {
        if (call.owner.startsWith("java/util/function/") && COMBINATORS.contains(call.name)) {
            return List.of();
        }
        Set<ResolvedValue> results = new LinkedHashSet<>();
        List<MethodDataFlow> targets = callResolver.resolve(call);
        boolean isVirtual = call.getOpcode() == Opcodes.INVOKEVIRTUAL || call.getOpcode() == Opcodes.INVOKEINTERFACE;
        if (isVirtual && targets.size() != 1) {
            List<MethodDataFlow> exact = new ArrayList<>();
            boolean complete = true;
            for (ResolvedValue receiver : resolver.resolve(site.argument(0))) {
                if (receiver.value() instanceof AbstractValue.AllocatedObject allocated
                        && allocated.insn() instanceof InvokeDynamicInsnNode lambda) {
                    results.addAll(resolveLambda(allocated, lambda, site, context));
                } else if (receiver.value() instanceof AbstractValue.AllocatedObject allocated
                        && call.owner.startsWith("java/util/function/")) {
                    results.addAll(applyTo(
                            allocated,
                            site.arguments().subList(1, site.arguments().size())));
                } else if (receiver.value() instanceof AbstractValue.AllocatedObject allocated
                        && allocated.insn() instanceof TypeInsnNode type
                        && type.getOpcode() == Opcodes.NEW) {
                    for (MethodDataFlow target : callResolver.resolveExact(type.desc, call.name, call.desc)) {
                        if (!exact.contains(target)) {
                            exact.add(target);
                        }
                    }
                } else {
                    complete = false;
                }
            }
            targets = complete && !exact.isEmpty() ? exact : targets;
        }
        Optional<ObjectOrigin> receiver =
                isVirtual && targets.size() > 1 ? ObjectOrigin.of(site.argument(0)) : Optional.empty();
        Map<String, Set<Object>> classes = receiver.isPresent() ? callResolver.classesByTarget(call) : Map.of();
        int remaining = targets.size();
        for (MethodDataFlow target : targets) {
            int reserved = budget.split(remaining--);
            Set<Object> options = classes.getOrDefault(target.key(), Set.of());
            for (ResolvedValue found : resolveReturns(target, site.arguments(), context)) {
                results.add(
                        options.isEmpty()
                                ? found
                                : new ResolvedValue(
                                        found.value(),
                                        found.callChain().choose(new ClassOf(receiver.orElseThrow()), options)));
            }
            budget.restore(reserved);
        }
        return ResolvedValue.widen(results);
    }

    private List<ResolvedValue> resolveLambda(
            AbstractValue.AllocatedObject function, InvokeDynamicInsnNode insn, CallSite site, CallContext context) {
        return apply(
                function, insn, site.arguments().subList(1, site.arguments().size()), context);
    }

    private List<ResolvedValue> apply(
            AbstractValue.AllocatedObject function,
            InvokeDynamicInsnNode insn,
            List<Operand> passed,
            CallContext context) {
        Optional<Handle> handle = LambdaResolver.target(insn);
        if (handle.isEmpty()) {
            return List.of();
        }
        List<Operand> arguments = new ArrayList<>(CallSite.capturedOperands(function.flow(), insn, function.context()));
        arguments.addAll(passed);
        Set<ResolvedValue> results = new LinkedHashSet<>();
        Handle target = handle.get();
        if (target.getOwner().equals("java/lang/String") && target.getDesc().equals("()Ljava/lang/String;")) {
            for (ResolvedValue found : resolver.resolve(arguments.get(0))) {
                results.add(new ResolvedValue(
                        target.getName().equals("toString")
                                ? found.value()
                                : StringOperations.transform(found.value(), target.getName(), List.of()),
                        found.callChain()));
            }
        }
        if (target.getTag() == Opcodes.H_NEWINVOKESPECIAL) {
            results.add(new ResolvedValue(
                    new AbstractValue.AllocatedObject(function.flow(), insn, function.context()), CallChain.EMPTY));
        }
        for (MethodDataFlow flow : callResolver.resolveExact(target.getOwner(), target.getName(), target.getDesc())) {
            if (target.getTag() != Opcodes.H_NEWINVOKESPECIAL) {
                results.addAll(resolveReturns(flow, arguments, context));
            }
        }
        return ResolvedValue.widen(results);
    }

    /** Resolves the result of a lambda without parameters. */
    List<ResolvedValue> resolveSupplier(AbstractValue.AllocatedObject function) {
        return applyTo(function, List.of());
    }

    /** Resolves the results of lambdas for these arguments; unknown where no lambda is known. */
    List<ResolvedValue> applyTo(List<ResolvedValue> functions, List<Operand> arguments) {
        Set<ResolvedValue> results = new LinkedHashSet<>();
        for (ResolvedValue found : functions) {
            List<ResolvedValue> applied = found.value() instanceof AbstractValue.AllocatedObject function
                    ? applyTo(function, arguments)
                    : List.of();
            results.addAll(applied.isEmpty() ? ResolvedValue.UNKNOWN : applied);
        }
        return ResolvedValue.widen(results);
    }

    private List<ResolvedValue> applyTo(AbstractValue.AllocatedObject function, List<Operand> arguments) {
        if (function.insn() instanceof InvokeDynamicInsnNode lambda) {
            return apply(function, lambda, arguments, function.context());
        }
        if (!(function.insn() instanceof MethodInsnNode call) || !call.owner.startsWith("java/util/function/")) {
            return List.of();
        }
        CallSite site = CallSite.of(function.flow(), call, function.context());
        return switch (call.name) {
            case "identity" -> arguments.isEmpty() ? List.of() : resolver.resolve(arguments.get(0));
            case "andThen" ->
                applyTo(resolver.resolve(site.argument(1)), List.of(new Operand.ResultOf(site.argument(0), arguments)));
            case "compose" ->
                applyTo(resolver.resolve(site.argument(0)), List.of(new Operand.ResultOf(site.argument(1), arguments)));
            default -> List.of();
        };
    }

    /** Resolves what a method returns for these arguments. */
    private List<ResolvedValue> resolveReturns(MethodDataFlow target, List<Operand> arguments, CallContext context) {
        Optional<CallContext> inner = context.push(target, arguments);
        if (inner.isEmpty()) {
            return ResolvedValue.UNKNOWN;
        }
        List<AbstractInsnNode> returns = new ArrayList<>();
        for (AbstractInsnNode insn : target.method().instructions) {
            int opcode = insn.getOpcode();
            if (opcode >= Opcodes.IRETURN && opcode <= Opcodes.ARETURN && target.isReachable(insn)) {
                returns.add(insn);
            }
        }
        Set<ResolvedValue> results = new LinkedHashSet<>();
        for (int i = 0; i < returns.size(); i++) {
            int reserved = budget.split(returns.size() - i);
            results.addAll(resolver.resolve(new Operand.Stacked(target, returns.get(i), 0, inner.get())));
            budget.restore(reserved);
        }
        return ResolvedValue.widen(results);
    }
}
