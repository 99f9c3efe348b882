package io.github.cookiecharter.scan.bytecode.sink;

import io.github.cookiecharter.scan.bytecode.graph.CallResolver;
import io.github.cookiecharter.scan.bytecode.graph.CallSite;
import io.github.cookiecharter.scan.bytecode.graph.ClosedWorldCallers;
import io.github.cookiecharter.scan.bytecode.graph.ControlFlowGraph;
import io.github.cookiecharter.scan.bytecode.index.ClassIndex;
import io.github.cookiecharter.scan.bytecode.index.MethodDataFlow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** Whether the code goes on to a place only where it was told that the visitor consents. */
public final class ConsentGuards {

    private static final int DEEPEST = 3;

    /** Methods on the way to those that ask; more are no helpers of theirs. */
    private static final int MOST_METHODS = 60;

    private final Set<String> types = new HashSet<>();
    private final ClassIndex index;
    private final CallResolver dispatch;
    private final ClosedWorldCallers entrances;
    private final Map<Method, Access> accesses = new HashMap<>();

    /** A method by its names: its code would keep its class in memory. */
    private record Method(String owner, String name, String descriptor) {

        static Method of(MethodDataFlow flow) {
            return new Method(flow.owner().name(), flow.method().name, flow.method().desc);
        }
    }

    /**
     * How a method is reached.
     *
     * @param isKnown whether all ways are known, and there is one
     * @param asks whether one of them asks before
     * @param others the methods that lead to it without asking
     */
    private record Access(boolean isKnown, boolean asks, Set<Method> others) {

        static final Access UNKNOWN = new Access(false, false, Set.of());
    }

    /** @param types the fully qualified names of the classes that are asked */
    public ConsentGuards(Set<String> types, ClassIndex index) {
        for (String type : types) {
            this.types.add(type.replace('.', '/'));
        }
        this.index = index;
        dispatch = new CallResolver(index);
        entrances = new ClosedWorldCallers(index);
    }

    /**
     * Whether one of the places is reached with consent alone.
     *
     * @param outer the calls through which the cookie's name came in
     */
    boolean guard(MethodDataFlow flow, AbstractInsnNode insn, List<CallSite> outer) {
        if (types.isEmpty()) {
            return false;
        }
        if (guards(flow, insn, 0)) {
            return true;
        }
        for (CallSite site : outer) {
            if (guards(site.flow(), site.insn(), 0)) {
                return true;
            }
        }
        if (allAsk(flow)) {
            return true;
        }
        for (CallSite site : outer) {
            if (allAsk(site.flow())) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether every call path to a method checks for consent first; visits each method on the paths once. */
    private boolean allAsk(MethodDataFlow flow) {
        Set<Method> seen = new HashSet<>();
        List<Method> open = new ArrayList<>();
        seen.add(Method.of(flow));
        open.add(Method.of(flow));
        boolean asks = false;
        for (int i = 0; i < open.size(); i++) {
            Access access = access(open.get(i));
            if (!access.isKnown || i == MOST_METHODS) {
                return false;
            }
            asks |= access.asks;
            for (Method other : access.others) {
                if (seen.add(other)) {
                    open.add(other);
                }
            }
        }
        return asks;
    }

    private Access access(Method method) {
        Access known = accesses.get(method);
        if (known == null) {
            known = find(method);
            accesses.put(method, known);
        }
        return known;
    }

    private Access find(Method method) {
        Optional<MethodDataFlow> flow = index.load(method.owner)
                .flatMap(type -> type.method(method.name, method.descriptor).flatMap(type::flow));
        if (flow.isEmpty()) {
            return Access.UNKNOWN;
        }
        List<ClosedWorldCallers.Caller> found = entrances.find(flow.get());
        boolean asks = false;
        Set<Method> others = new LinkedHashSet<>();
        for (ClosedWorldCallers.Caller entrance : found) {
            if (guards(entrance.flow(), entrance.insn(), 0)) {
                asks = true;
            } else {
                others.add(Method.of(entrance.flow()));
            }
        }
        return found.isEmpty() ? Access.UNKNOWN : new Access(true, asks, others);
    }

    private boolean guards(MethodDataFlow flow, AbstractInsnNode target, int depth) {
        ControlFlowGraph paths = new ControlFlowGraph(flow);
        for (AbstractInsnNode insn : flow.method().instructions) {
            if (insn instanceof JumpInsnNode jump
                    && (jump.getOpcode() == Opcodes.IFEQ || jump.getOpcode() == Opcodes.IFNE)
                    && flow.isReachable(jump)
                    && means(flow, flow.reachingDefinitions(jump, 0), depth)
                    && paths.isDominatedByBranch(target, jump, jump.getOpcode() == Opcodes.IFNE)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the value is true only where the visitor consents. */
    private boolean means(MethodDataFlow flow, Set<AbstractInsnNode> producers, int depth) {
        boolean asked = false;
        for (AbstractInsnNode producer : producers) {
            if (producer instanceof MethodInsnNode call) {
                if (!isAsked(flow, call) && !passesOn(call, depth)) {
                    return false;
                }
                asked = true;
            } else if (producer.getOpcode() == Opcodes.ICONST_1) {
                if (depth >= DEEPEST || !guards(flow, producer, depth + 1)) {
                    return false;
                }
                asked = true;
            } else if (producer.getOpcode() != Opcodes.ICONST_0) {
                return false;
            }
        }
        return asked;
    }

    private boolean isAsked(MethodDataFlow flow, MethodInsnNode call) {
        if (call.name.equals("isAllowed") && isGuard(call.owner)) {
            return true;
        }
        if (!call.name.equals("contains") || !call.owner.startsWith("java/util/")) {
            return false;
        }
        for (AbstractInsnNode producer : flow.reachingDefinitions(call, 1)) {
            if (producer instanceof MethodInsnNode granted
                    && granted.name.equals("granted")
                    && isGuard(granted.owner)) {
                return true;
            }
        }
        return false;
    }

    private boolean isGuard(String owner) {
        int nested = owner.indexOf('$');
        return types.contains(owner)
                || types.contains(owner.replace('$', '/'))
                || (nested > 0 && types.contains(owner.substring(0, nested)));
    }

    /** Whether a method of the project gives back what it was told. */
    private boolean passesOn(MethodInsnNode call, int depth) {
        if (depth >= DEEPEST || Type.getReturnType(call.desc).getSort() != Type.BOOLEAN) {
            return false;
        }
        List<MethodDataFlow> targets = dispatch.resolve(call);
        for (MethodDataFlow target : targets) {
            boolean asked = false;
            for (AbstractInsnNode insn : target.method().instructions) {
                if (insn.getOpcode() == Opcodes.IRETURN && target.isReachable(insn)) {
                    Set<AbstractInsnNode> returned = target.reachingDefinitions(insn, 0);
                    boolean isFalse =
                            returned.size() == 1 && returned.iterator().next().getOpcode() == Opcodes.ICONST_0;
                    if (!isFalse && !means(target, returned, depth + 1)) {
                        return false;
                    }
                    asked |= !isFalse;
                }
            }
            if (!asked) {
                return false;
            }
        }
        return !targets.isEmpty();
    }
}
