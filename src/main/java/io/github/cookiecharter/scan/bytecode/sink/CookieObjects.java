package io.github.cookiecharter.scan.bytecode.sink;

import io.github.cookiecharter.scan.bytecode.graph.CallChain;
import io.github.cookiecharter.scan.bytecode.graph.CallContext;
import io.github.cookiecharter.scan.bytecode.graph.CallResolver;
import io.github.cookiecharter.scan.bytecode.graph.CallSite;
import io.github.cookiecharter.scan.bytecode.graph.ControlFlowGraph;
import io.github.cookiecharter.scan.bytecode.graph.Operand;
import io.github.cookiecharter.scan.bytecode.index.MethodDataFlow;
import io.github.cookiecharter.scan.bytecode.index.ParameterInstruction;
import io.github.cookiecharter.scan.bytecode.index.Sink;
import io.github.cookiecharter.scan.bytecode.value.AbstractValue;
import io.github.cookiecharter.scan.bytecode.value.ConstantPropagation;
import io.github.cookiecharter.scan.bytecode.value.ResolvedValue;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** Tracks a cookie object, or its builder, from its creation through the calls that change it. */
final class CookieObjects {

    private static final int MAX_DEPTH = 3;

    /** The families whose cookies are immutable. */
    private static final Set<Sink.Family> IMMUTABLE = EnumSet.of(Sink.Family.REST, Sink.Family.JETTY, Sink.Family.PLAY);

    private static final Set<String> SCOPE_GETTERS = Set.of("getPath", "getDomain", "getMaxAge");

    private static final Set<String> NON_MUTATING = Set.of(
            "add",
            "append",
            "set",
            "put",
            "header",
            "of",
            "from",
            "valueOf",
            "toString",
            "encode",
            "println",
            "debug",
            "info",
            "trace",
            "cookie",
            "cookies",
            "requireNonNull",
            "format",
            "asList",
            "build",
            "equals",
            "listOf");

    private final ConstantPropagation values;
    private final CallResolver callResolver;
    private final StreamedObjects streams;

    CookieObjects(ConstantPropagation values) {
        this.values = values;
        this.callResolver = new CallResolver(values.index());
        this.streams = new StreamedObjects(callResolver);
    }

    /**
     * A cookie object and its setters.
     *
     * @param setterCalls the calls that set its attributes, in the order of the code
     * @param escapes whether code that is not tracked may set further attributes
     */
    record TrackedCookie(List<SetterCall> setterCalls, boolean escapes) {}

    /**
     * A call that sets an attribute.
     *
     * @param operand the value; empty where the call takes no argument, as {@code secure()}
     * @param isUnconditional whether the call is on every path to the places where the cookie is used
     */
    record SetterCall(CookieAttribute attribute, Optional<Operand> operand, boolean isUnconditional) {}

    TrackedCookie track(SinkCall sinkCall, CallChain callChain) {
        Tracker tracker = new Tracker();
        if (!(sinkCall.insn() instanceof MethodInsnNode call)) {
            return new TrackedCookie(List.of(), true);
        }
        Set<AbstractInsnNode> definitions;
        if (call.name.equals("<init>")) {
            definitions = sinkCall.flow().reachingDefinitions(call, Type.getArgumentTypes(call.desc).length);
        } else if (Type.getReturnType(call.desc).getSort() == Type.OBJECT
                && sinkCall.sink().family() != Sink.Family.SPARK) {
            definitions = Set.of(call);
        } else {
            return new TrackedCookie(List.of(), false);
        }
        tracker.trackMethod(sinkCall.flow(), definitions, CallContext.TOP, callChain.callSites(), 0);
        return new TrackedCookie(
                tracker.setterCalls,
                tracker.escapes && !IMMUTABLE.contains(sinkCall.sink().family()));
    }

    private final class Tracker {

        private final List<SetterCall> setterCalls = new ArrayList<>();
        private boolean escapes;
        private boolean isReceiver;

        /**
         * @param definitions the instructions that put the cookie on the stack
         * @param callers the calls that lead to this method, the innermost first
         */
        void trackMethod(
                MethodDataFlow flow,
                Set<AbstractInsnNode> definitions,
                CallContext context,
                List<CallSite> callers,
                int depth) {
            Set<AbstractInsnNode> aliases = new HashSet<>(definitions);
            List<AbstractInsnNode> ends = new ArrayList<>();
            List<MethodInsnNode> calls = new ArrayList<>();
            boolean returned = false;
            for (AbstractInsnNode insn : flow.method().instructions) {
                int opcode = insn.getOpcode();
                if (opcode < 0 || !flow.isReachable(insn)) {
                    continue;
                }
                if (insn instanceof MethodInsnNode call) {
                    if (isReceiver(flow, call, aliases) && isFluent(call)) {
                        if (call.name.equals("build")) {
                            // The built cookie is not changed any more.
                            ends.add(call);
                        } else {
                            aliases.add(call);
                        }
                    }
                    if (isArgument(flow, call, aliases)) {
                        ends.add(call);
                    }
                    calls.add(call);
                } else if (opcode == Opcodes.RETURN && isReceiver) {
                    // What the stream does with the cookie next happens when the function returns.
                    ends.add(insn);
                } else if (opcode == Opcodes.ARETURN && isAlias(flow, insn, 0, aliases)) {
                    returned = true;
                    ends.add(insn);
                } else if (insn instanceof FieldInsnNode && opcode != Opcodes.GETFIELD && opcode != Opcodes.GETSTATIC) {
                    escapes |= isAlias(flow, insn, 0, aliases);
                }
            }
            ControlFlowGraph controlFlow = new ControlFlowGraph(flow);
            boolean readsName = false;
            boolean readsScope = false;
            for (MethodInsnNode call : calls) {
                if (isReceiver(flow, call, aliases)) {
                    readsName |= call.name.equals("getName");
                    readsScope |= SCOPE_GETTERS.contains(call.name);
                    addSetterCall(flow, call, context, isOnEveryPath(controlFlow, call, ends, aliases));
                } else if (isArgument(flow, call, aliases)) {
                    trackArgument(flow, call, aliases, context, depth);
                }
            }
            // Code that reads the name and the scope of a cookie sets it again, with its own attributes.
            escapes |= readsName && readsScope;
            if (returned) {
                trackReturn(flow, context, callers, depth);
            }
        }

        private void trackReturn(MethodDataFlow flow, CallContext context, List<CallSite> callers, int depth) {
            if (!context.isTop()) {
                return;
            }
            if (trackStream(flow, callers, depth)) {
                return;
            }
            List<CallSite> next = callers.isEmpty() ? values.callGraph().callSites(flow) : callers;
            boolean isFollowed = !next.isEmpty() && (!callers.isEmpty() || next.size() == 1) && depth < MAX_DEPTH;
            if (isFollowed
                    && next.get(0).insn() instanceof MethodInsnNode call
                    && call.name.equals(flow.method().name)) {
                List<CallSite> further = callers.isEmpty() ? List.of() : callers.subList(1, callers.size());
                trackMethod(next.get(0).flow(), Set.of(call), CallContext.TOP, further, depth + 1);
            } else {
                escapes = true;
            }
        }

        /** Follows a cookie that a function of a stream makes; returns whether the method is such a function. */
        private boolean trackStream(MethodDataFlow flow, List<CallSite> callers, int depth) {
            List<CallSite> next = callers.isEmpty() ? values.callGraph().callSites(flow) : callers;
            if (next.isEmpty()
                    || depth >= MAX_DEPTH
                    || !StreamedObjects.isProducer(next.get(0).insn())) {
                return false;
            }
            trackReceivers(next.get(0).flow(), next.get(0).insn(), depth);
            return true;
        }

        private void trackReceivers(MethodDataFlow flow, AbstractInsnNode container, int depth) {
            boolean before = isReceiver;
            isReceiver = true;
            for (StreamedObjects.Receiver receiver : streams.receivers(flow, container)) {
                Set<AbstractInsnNode> parameters = parameterDefinitions(receiver.flow(), receiver.parameter());
                if (!parameters.isEmpty()) {
                    trackMethod(receiver.flow(), parameters, CallContext.TOP, List.of(), depth + 1);
                }
            }
            isReceiver = before;
        }

        private void addSetterCall(
                MethodDataFlow flow, MethodInsnNode call, CallContext context, boolean isUnconditional) {
            Type[] types = Type.getArgumentTypes(call.desc);
            Optional<CookieAttribute> attribute = CookieAttribute.ofSetter(call.name);
            CallSite site = CallSite.of(flow, call, context);
            if (call.name.equals("setAttribute") && types.length == 2) {
                List<ResolvedValue> names = values.resolveAnew(site.argument(1));
                boolean isText = names.size() == 1 && names.get(0).value() instanceof AbstractValue.Text;
                attribute = isText && names.get(0).value() instanceof AbstractValue.Text text
                        ? CookieAttribute.ofHeaderAttribute(text.template())
                        : Optional.empty();
                attribute.ifPresent(
                        one -> setterCalls.add(new SetterCall(one, Optional.of(site.argument(2)), isUnconditional)));
                return;
            }
            if (attribute.isEmpty() || types.length > 1) {
                return;
            }
            // A method without arguments that returns a value is a getter, except in a builder.
            if (types.length == 0 && !isFluent(call)) {
                return;
            }
            setterCalls.add(new SetterCall(
                    attribute.get(),
                    types.length == 0 ? Optional.empty() : Optional.of(site.argument(1)),
                    isUnconditional));
        }

        private void trackArgument(
                MethodDataFlow flow,
                MethodInsnNode call,
                Set<AbstractInsnNode> aliases,
                CallContext context,
                int depth) {
            String name = call.name.toLowerCase(Locale.ROOT);
            boolean isCookieSetter = name.contains("cookie") && (name.startsWith("add") || name.startsWith("set"));
            if (StreamedObjects.isFactory(call) && depth < MAX_DEPTH) {
                trackReceivers(flow, call, depth);
            }
            if (NON_MUTATING.contains(call.name) || call.owner.startsWith("java/")) {
                return;
            }
            List<MethodDataFlow> targets = callResolver.resolve(call);
            if (targets.isEmpty() && isCookieSetter) {
                return;
            }
            if (targets.size() != 1 || depth >= MAX_DEPTH) {
                escapes |= !targets.isEmpty() || !name.contains("cookie");
                return;
            }
            CallSite site = CallSite.of(flow, call, context);
            Optional<CallContext> inner = context.push(targets.get(0), site.arguments());
            int count = site.arguments().size();
            for (int i = 0; i < count && inner.isPresent(); i++) {
                if (isAlias(flow, call, count - 1 - i, aliases)) {
                    Set<AbstractInsnNode> parameters = parameterDefinitions(targets.get(0), i);
                    if (!parameters.isEmpty()) {
                        trackMethod(targets.get(0), parameters, inner.get(), List.of(), depth + 1);
                    }
                }
            }
        }
    }

    private static Set<AbstractInsnNode> parameterDefinitions(MethodDataFlow flow, int index) {
        Set<AbstractInsnNode> found = new HashSet<>();
        for (AbstractInsnNode insn : flow.method().instructions) {
            if (insn instanceof MethodInsnNode call && flow.isReachable(call)) {
                int count = CallSite.of(flow, call, CallContext.TOP).arguments().size();
                for (int i = 0; i < count; i++) {
                    for (AbstractInsnNode producer : flow.reachingDefinitions(call, i)) {
                        if (producer instanceof ParameterInstruction parameter && parameter.index() == index) {
                            found.add(parameter);
                        }
                    }
                }
            }
        }
        return found;
    }

    private static boolean isOnEveryPath(
            ControlFlowGraph controlFlow,
            MethodInsnNode call,
            List<AbstractInsnNode> ends,
            Set<AbstractInsnNode> aliases) {
        for (AbstractInsnNode end : ends) {
            if (end != call && !aliases.contains(end) && !controlFlow.dominates(call, end)) {
                return false;
            }
        }
        return true;
    }

    /** Returns whether a method returns its receiver, or the cookie that it builds. */
    private static boolean isFluent(MethodInsnNode call) {
        Type result = Type.getReturnType(call.desc);
        if (result.getSort() != Type.OBJECT) {
            return false;
        }
        String type = result.getInternalName();
        return type.equals(call.owner) || type.contains("Cookie") || type.contains("Builder");
    }

    private static boolean isReceiver(MethodDataFlow flow, MethodInsnNode call, Set<AbstractInsnNode> aliases) {
        return call.getOpcode() != Opcodes.INVOKESTATIC
                && !call.name.equals("<init>")
                && isAlias(flow, call, Type.getArgumentTypes(call.desc).length, aliases);
    }

    private static boolean isArgument(MethodDataFlow flow, MethodInsnNode call, Set<AbstractInsnNode> aliases) {
        for (int i = Type.getArgumentTypes(call.desc).length - 1; i >= 0; i--) {
            if (isAlias(flow, call, i, aliases)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAlias(
            MethodDataFlow flow, AbstractInsnNode insn, int fromTop, Set<AbstractInsnNode> aliases) {
        for (AbstractInsnNode producer : flow.reachingDefinitions(insn, fromTop)) {
            if (aliases.contains(producer)) {
                return true;
            }
        }
        return false;
    }
}
