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

/** Follows a cookie, or its builder, from where it is made through what is done to it. */
final class CookieObjects {

    private static final int DEEPEST = 3;

    /** The families whose cookies cannot be changed. */
    private static final Set<Sink.Family> FIXED = EnumSet.of(Sink.Family.REST, Sink.Family.JETTY, Sink.Family.PLAY);

    private static final Set<String> SCOPE = Set.of("getPath", "getDomain", "getMaxAge");

    private static final Set<String> HARMLESS = Set.of(
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
    private final CallResolver dispatch;

    CookieObjects(ConstantPropagation values) {
        this.values = values;
        this.dispatch = new CallResolver(values.index());
    }

    /**
     * What becomes of a cookie.
     *
     * @param touches what is set on it, in the order of the code
     * @param escapes whether others may set more
     */
    record Life(List<Touch> touches, boolean escapes) {}

    /**
     * A call that sets an attribute.
     *
     * @param operand what it is set to; empty where the call alone says yes
     * @param always whether no way leads past it
     */
    record Touch(CookieAttribute trait, Optional<Operand> operand, boolean always) {}

    Life follow(SinkCall sighting, CallChain trail) {
        Walk walk = new Walk();
        if (!(sighting.insn() instanceof MethodInsnNode call)) {
            return new Life(List.of(), true);
        }
        Set<AbstractInsnNode> made;
        if (call.name.equals("<init>")) {
            made = sighting.flow().reachingDefinitions(call, Type.getArgumentTypes(call.desc).length);
        } else if (Type.getReturnType(call.desc).getSort() == Type.OBJECT
                && sighting.sink().family() != Sink.Family.SPARK) {
            made = Set.of(call);
        } else {
            return new Life(List.of(), false);
        }
        walk.through(sighting.flow(), made, CallContext.TOP, trail.callSites(), 0);
        return new Life(
                walk.touches, walk.escapes && !FIXED.contains(sighting.sink().family()));
    }

    private final class Walk {

        private final List<Touch> touches = new ArrayList<>();
        private boolean escapes;

        /** @param callers the calls that lead to this method, the next first */
        void through(
                MethodDataFlow flow,
                Set<AbstractInsnNode> made,
                CallContext context,
                List<CallSite> callers,
                int depth) {
            Set<AbstractInsnNode> same = new HashSet<>(made);
            List<AbstractInsnNode> ends = new ArrayList<>();
            List<MethodInsnNode> calls = new ArrayList<>();
            boolean returned = false;
            for (AbstractInsnNode insn : flow.method().instructions) {
                int opcode = insn.getOpcode();
                if (opcode < 0 || !flow.isReachable(insn)) {
                    continue;
                }
                if (insn instanceof MethodInsnNode call) {
                    if (isOn(flow, call, same) && givesItself(call)) {
                        if (call.name.equals("build")) {
                            // What a builder has built changes no more.
                            ends.add(call);
                        } else {
                            same.add(call);
                        }
                    }
                    if (isPassed(flow, call, same)) {
                        ends.add(call);
                    }
                    calls.add(call);
                } else if (opcode == Opcodes.ARETURN && holds(flow, insn, 0, same)) {
                    returned = true;
                    ends.add(insn);
                } else if (insn instanceof FieldInsnNode && opcode != Opcodes.GETFIELD && opcode != Opcodes.GETSTATIC) {
                    escapes |= holds(flow, insn, 0, same);
                }
            }
            ControlFlowGraph paths = new ControlFlowGraph(flow);
            boolean named = false;
            boolean scoped = false;
            for (MethodInsnNode call : calls) {
                if (isOn(flow, call, same)) {
                    named |= call.name.equals("getName");
                    scoped |= SCOPE.contains(call.name);
                    touch(flow, call, context, isAlways(paths, call, ends, same));
                } else if (isPassed(flow, call, same)) {
                    passed(flow, call, same, context, depth);
                }
            }
            // Code that reads name and scope of a cookie writes it again, with its own attributes.
            escapes |= named && scoped;
            if (returned) {
                back(flow, context, callers, depth);
            }
        }

        private void back(MethodDataFlow flow, CallContext context, List<CallSite> callers, int depth) {
            if (!context.isTop()) {
                return;
            }
            List<CallSite> next = callers.isEmpty() ? values.callGraph().callSites(flow) : callers;
            boolean follows = !next.isEmpty() && (!callers.isEmpty() || next.size() == 1) && depth < DEEPEST;
            if (follows && next.get(0).insn() instanceof MethodInsnNode call && call.name.equals(flow.method().name)) {
                List<CallSite> further = callers.isEmpty() ? List.of() : callers.subList(1, callers.size());
                through(next.get(0).flow(), Set.of(call), CallContext.TOP, further, depth + 1);
            } else {
                escapes = true;
            }
        }

        private void touch(MethodDataFlow flow, MethodInsnNode call, CallContext context, boolean always) {
            Type[] types = Type.getArgumentTypes(call.desc);
            Optional<CookieAttribute> trait = CookieAttribute.of(call.name);
            CallSite site = CallSite.of(flow, call, context);
            if (call.name.equals("setAttribute") && types.length == 2) {
                List<ResolvedValue> names = values.resolveAnew(site.argument(1));
                boolean known = names.size() == 1 && names.get(0).value() instanceof AbstractValue.Text;
                trait = known && names.get(0).value() instanceof AbstractValue.Text text
                        ? CookieAttribute.named(text.template())
                        : Optional.empty();
                trait.ifPresent(one -> touches.add(new Touch(one, Optional.of(site.argument(2)), always)));
                return;
            }
            if (trait.isEmpty() || types.length > 1) {
                return;
            }
            // Without an argument and with a result it is a question, unless it is asked of a builder.
            if (types.length == 0 && !givesItself(call)) {
                return;
            }
            touches.add(new Touch(
                    trait.get(), types.length == 0 ? Optional.empty() : Optional.of(site.argument(1)), always));
        }

        private void passed(
                MethodDataFlow flow, MethodInsnNode call, Set<AbstractInsnNode> same, CallContext context, int depth) {
            String name = call.name.toLowerCase(Locale.ROOT);
            boolean takes = name.contains("cookie") && (name.startsWith("add") || name.startsWith("set"));
            if (HARMLESS.contains(call.name) || call.owner.startsWith("java/")) {
                return;
            }
            List<MethodDataFlow> targets = dispatch.resolve(call);
            if (targets.isEmpty() && takes) {
                return;
            }
            if (targets.size() != 1 || depth >= DEEPEST) {
                escapes |= !targets.isEmpty() || !name.contains("cookie");
                return;
            }
            CallSite site = CallSite.of(flow, call, context);
            Optional<CallContext> inner = context.push(targets.get(0), site.arguments());
            int count = site.arguments().size();
            for (int i = 0; i < count && inner.isPresent(); i++) {
                if (holds(flow, call, count - 1 - i, same)) {
                    Set<AbstractInsnNode> parameters = parameter(targets.get(0), i);
                    if (!parameters.isEmpty()) {
                        through(targets.get(0), parameters, inner.get(), List.of(), depth + 1);
                    }
                }
            }
        }
    }

    private static Set<AbstractInsnNode> parameter(MethodDataFlow flow, int index) {
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

    private static boolean isAlways(
            ControlFlowGraph paths, MethodInsnNode call, List<AbstractInsnNode> ends, Set<AbstractInsnNode> same) {
        for (AbstractInsnNode end : ends) {
            if (end != call && !same.contains(end) && !paths.dominates(call, end)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a call gives back what it is called on, or what that builds. */
    private static boolean givesItself(MethodInsnNode call) {
        Type result = Type.getReturnType(call.desc);
        if (result.getSort() != Type.OBJECT) {
            return false;
        }
        String type = result.getInternalName();
        return type.equals(call.owner) || type.contains("Cookie") || type.contains("Builder");
    }

    private static boolean isOn(MethodDataFlow flow, MethodInsnNode call, Set<AbstractInsnNode> same) {
        return call.getOpcode() != Opcodes.INVOKESTATIC
                && !call.name.equals("<init>")
                && holds(flow, call, Type.getArgumentTypes(call.desc).length, same);
    }

    private static boolean isPassed(MethodDataFlow flow, MethodInsnNode call, Set<AbstractInsnNode> same) {
        for (int i = Type.getArgumentTypes(call.desc).length - 1; i >= 0; i--) {
            if (holds(flow, call, i, same)) {
                return true;
            }
        }
        return false;
    }

    private static boolean holds(MethodDataFlow flow, AbstractInsnNode insn, int fromTop, Set<AbstractInsnNode> same) {
        for (AbstractInsnNode producer : flow.reachingDefinitions(insn, fromTop)) {
            if (same.contains(producer)) {
                return true;
            }
        }
        return false;
    }
}
