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

/** Checks whether an instruction is dominated by a consent check. */
public final class ConsentGuards {

    private static final int MAX_DEPTH = 3;

    /** The most callers that are followed to find a check; beyond that the method counts as unguarded. */
    private static final int MAX_METHODS = 60;

    private final Set<String> guardTypes = new HashSet<>();
    private final ClassIndex index;
    private final CallResolver callResolver;
    private final ClosedWorldCallers closedWorldCallers;
    private final Map<Method, Access> accesses = new HashMap<>();

    /** A method by its names; a reference to its code would keep its class in memory. */
    private record Method(String owner, String name, String descriptor) {

        static Method of(MethodDataFlow flow) {
            return new Method(flow.owner().name(), flow.method().name, flow.method().desc);
        }
    }

    /**
     * The callers of a method.
     *
     * @param isKnown whether all callers are known, and there is one
     * @param isChecked whether one of them checks for consent before the call
     * @param uncheckedCallers the methods that call it without a check of their own
     */
    private record Access(boolean isKnown, boolean isChecked, Set<Method> uncheckedCallers) {

        static final Access UNKNOWN = new Access(false, false, Set.of());
    }

    /** @param guardTypes the fully qualified names of the classes whose {@code isAllowed} returns the visitor's consent */
    public ConsentGuards(Set<String> guardTypes, ClassIndex index) {
        for (String type : guardTypes) {
            this.guardTypes.add(type.replace('.', '/'));
        }
        this.index = index;
        callResolver = new CallResolver(index);
        closedWorldCallers = new ClosedWorldCallers(index);
    }

    /**
     * Returns whether an instruction, or one of the calls that lead to it, is dominated by a consent check.
     *
     * @param outerCalls the calls through which the cookie's name reached the instruction
     */
    boolean isDominatedByCheck(MethodDataFlow flow, AbstractInsnNode insn, List<CallSite> outerCalls) {
        if (guardTypes.isEmpty()) {
            return false;
        }
        if (isDominatedByCheck(flow, insn, 0)) {
            return true;
        }
        for (CallSite site : outerCalls) {
            if (isDominatedByCheck(site.flow(), site.insn(), 0)) {
                return true;
            }
        }
        if (areAllCallersChecked(flow)) {
            return true;
        }
        for (CallSite site : outerCalls) {
            if (areAllCallersChecked(site.flow())) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether every call path to a method checks for consent first; visits each method on the paths once. */
    private boolean areAllCallersChecked(MethodDataFlow flow) {
        Set<Method> seen = new HashSet<>();
        List<Method> open = new ArrayList<>();
        seen.add(Method.of(flow));
        open.add(Method.of(flow));
        boolean isChecked = false;
        for (int i = 0; i < open.size(); i++) {
            Access access = access(open.get(i));
            if (!access.isKnown || i == MAX_METHODS) {
                return false;
            }
            isChecked |= access.isChecked;
            for (Method caller : access.uncheckedCallers) {
                if (seen.add(caller)) {
                    open.add(caller);
                }
            }
        }
        return isChecked;
    }

    private Access access(Method method) {
        Access access = accesses.get(method);
        if (access == null) {
            access = computeAccess(method);
            accesses.put(method, access);
        }
        return access;
    }

    private Access computeAccess(Method method) {
        Optional<MethodDataFlow> flow = index.load(method.owner)
                .flatMap(type -> type.method(method.name, method.descriptor).flatMap(type::flow));
        if (flow.isEmpty()) {
            return Access.UNKNOWN;
        }
        List<ClosedWorldCallers.Caller> callers = closedWorldCallers.find(flow.get());
        boolean isChecked = false;
        Set<Method> uncheckedCallers = new LinkedHashSet<>();
        for (ClosedWorldCallers.Caller caller : callers) {
            if (isDominatedByCheck(caller.flow(), caller.insn(), 0)) {
                isChecked = true;
            } else {
                uncheckedCallers.add(Method.of(caller.flow()));
            }
        }
        return callers.isEmpty() ? Access.UNKNOWN : new Access(true, isChecked, uncheckedCallers);
    }

    private boolean isDominatedByCheck(MethodDataFlow flow, AbstractInsnNode target, int depth) {
        ControlFlowGraph controlFlow = new ControlFlowGraph(flow);
        for (AbstractInsnNode insn : flow.method().instructions) {
            if (insn instanceof JumpInsnNode jump
                    && (jump.getOpcode() == Opcodes.IFEQ || jump.getOpcode() == Opcodes.IFNE)
                    && flow.isReachable(jump)
                    && impliesConsent(flow, flow.reachingDefinitions(jump, 0), depth)
                    && controlFlow.isDominatedByBranch(target, jump, jump.getOpcode() == Opcodes.IFNE)) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether a boolean value is true only if the visitor consents. */
    private boolean impliesConsent(MethodDataFlow flow, Set<AbstractInsnNode> producers, int depth) {
        boolean impliesConsent = false;
        for (AbstractInsnNode producer : producers) {
            if (producer instanceof MethodInsnNode call) {
                if (!isConsentCheck(flow, call) && !returnsConsent(call, depth)) {
                    return false;
                }
                impliesConsent = true;
            } else if (producer.getOpcode() == Opcodes.ICONST_1) {
                if (depth >= MAX_DEPTH || !isDominatedByCheck(flow, producer, depth + 1)) {
                    return false;
                }
                impliesConsent = true;
            } else if (producer.getOpcode() != Opcodes.ICONST_0) {
                return false;
            }
        }
        return impliesConsent;
    }

    private boolean isConsentCheck(MethodDataFlow flow, MethodInsnNode call) {
        if (call.name.equals("isAllowed") && isGuardType(call.owner)) {
            return true;
        }
        if (!call.name.equals("contains") || !call.owner.startsWith("java/util/")) {
            return false;
        }
        for (AbstractInsnNode producer : flow.reachingDefinitions(call, 1)) {
            if (producer instanceof MethodInsnNode granted
                    && granted.name.equals("granted")
                    && isGuardType(granted.owner)) {
                return true;
            }
        }
        return false;
    }

    private boolean isGuardType(String owner) {
        int nested = owner.indexOf('$');
        return guardTypes.contains(owner)
                || guardTypes.contains(owner.replace('$', '/'))
                || (nested > 0 && guardTypes.contains(owner.substring(0, nested)));
    }

    /** Returns whether a method of the project returns true only if the visitor consents. */
    private boolean returnsConsent(MethodInsnNode call, int depth) {
        if (depth >= MAX_DEPTH || Type.getReturnType(call.desc).getSort() != Type.BOOLEAN) {
            return false;
        }
        List<MethodDataFlow> targets = callResolver.resolve(call);
        for (MethodDataFlow target : targets) {
            boolean impliesConsent = false;
            for (AbstractInsnNode insn : target.method().instructions) {
                if (insn.getOpcode() == Opcodes.IRETURN && target.isReachable(insn)) {
                    Set<AbstractInsnNode> returned = target.reachingDefinitions(insn, 0);
                    boolean isFalse =
                            returned.size() == 1 && returned.iterator().next().getOpcode() == Opcodes.ICONST_0;
                    if (!isFalse && !impliesConsent(target, returned, depth + 1)) {
                        return false;
                    }
                    impliesConsent |= !isFalse;
                }
            }
            if (!impliesConsent) {
                return false;
            }
        }
        return !targets.isEmpty();
    }
}
