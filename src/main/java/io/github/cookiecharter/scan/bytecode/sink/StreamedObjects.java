package io.github.cookiecharter.scan.bytecode.sink;

import io.github.cookiecharter.scan.bytecode.graph.CallResolver;
import io.github.cookiecharter.scan.bytecode.graph.LambdaResolver;
import io.github.cookiecharter.scan.bytecode.index.MethodDataFlow;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** Follows an object through a stream, an Optional or a list, to the functions that receive it. */
final class StreamedObjects {

    /** The methods that put their argument into a stream, an Optional or a list. */
    private static final Set<String> FACTORIES =
            Set.of("of", "ofNullable", "asList", "singleton", "singletonList", "listOf");

    /** The methods whose function returns the elements of the result. */
    private static final Set<String> PRODUCERS = Set.of("map", "mapToObj", "generate", "flatMap");

    private static final Set<String> CONSUMERS =
            Set.of("peek", "forEach", "forEachOrdered", "ifPresent", "ifPresentOrElse", "filter");

    private static final Set<String> PASSING =
            Set.of("peek", "filter", "stream", "sorted", "distinct", "limit", "skip", "toList", "iterator");

    private final CallResolver callResolver;

    StreamedObjects(CallResolver callResolver) {
        this.callResolver = callResolver;
    }

    /**
     * A method that receives the object.
     *
     * @param parameter the index of the parameter, with the receiver as 0
     */
    record Receiver(MethodDataFlow flow, int parameter) {}

    /** Returns whether a call puts its argument into a stream, an Optional or a list. */
    static boolean isFactory(MethodInsnNode call) {
        return FACTORIES.contains(call.name)
                && (call.owner.startsWith("java/util/") || call.owner.startsWith("kotlin/collections/"));
    }

    /** Returns whether an instruction is a call that takes a function, whose results are the elements of its own result. */
    static boolean isProducer(AbstractInsnNode insn) {
        return insn instanceof MethodInsnNode call
                && PRODUCERS.contains(call.name)
                && call.owner.startsWith("java/util/");
    }

    /** Returns the methods that receive the elements of what a call returns, in the order of the code. */
    List<Receiver> receivers(MethodDataFlow flow, AbstractInsnNode container) {
        List<Receiver> receivers = new ArrayList<>();
        Set<AbstractInsnNode> containers = new HashSet<>(Set.of(container));
        for (AbstractInsnNode insn : flow.method().instructions) {
            if (!(insn instanceof MethodInsnNode call) || !call.owner.startsWith("java/") || !flow.isReachable(call)) {
                continue;
            }
            int count = Type.getArgumentTypes(call.desc).length;
            boolean isCalledOnIt =
                    flow.reachingDefinitions(call, count).stream().anyMatch(containers::contains);
            if (isCalledOnIt && CONSUMERS.contains(call.name)) {
                addReceivers(flow, call, count - 1, receivers);
            }
            if (isCalledOnIt && PASSING.contains(call.name)) {
                containers.add(call);
            }
        }
        return receivers;
    }

    private void addReceivers(MethodDataFlow flow, MethodInsnNode call, int fromTop, List<Receiver> receivers) {
        for (AbstractInsnNode producer : flow.reachingDefinitions(call, fromTop)) {
            if (producer instanceof InvokeDynamicInsnNode function) {
                Optional<Handle> target = LambdaResolver.target(function);
                int captured = Type.getArgumentTypes(function.desc).length;
                target.ifPresent(handle -> {
                    for (MethodDataFlow method :
                            callResolver.resolveExact(handle.getOwner(), handle.getName(), handle.getDesc())) {
                        receivers.add(new Receiver(method, captured));
                    }
                });
            }
        }
    }
}
