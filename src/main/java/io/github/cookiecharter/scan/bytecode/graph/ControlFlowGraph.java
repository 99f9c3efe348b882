package io.github.cookiecharter.scan.bytecode.graph;

import io.github.cookiecharter.scan.bytecode.index.MethodDataFlow;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/** The control flow graph of a method, exception handlers included. */
public final class ControlFlowGraph {

    private final InsnList code;
    private final Map<AbstractInsnNode, List<Integer>> handlersByStart = new HashMap<>();
    private final int[][] successors;

    public ControlFlowGraph(MethodDataFlow flow) {
        code = flow.method().instructions;
        successors = new int[code.size()][];
        if (flow.method().tryCatchBlocks != null) {
            for (TryCatchBlockNode block : flow.method().tryCatchBlocks) {
                handlersByStart
                        .computeIfAbsent(block.start, any -> new ArrayList<>(1))
                        .add(code.indexOf(block.handler));
            }
        }
    }

    /** Returns whether every path from the method's entry to an instruction passes the dominator. */
    public boolean dominates(AbstractInsnNode dominator, AbstractInsnNode insn) {
        return dominator == insn
                || !reachable(0, code.indexOf(dominator), -1, -1).get(code.indexOf(insn));
    }

    /** Returns whether an instruction can run again after itself. */
    public boolean isInLoop(AbstractInsnNode insn) {
        int at = code.indexOf(insn);
        for (int next : successors(at)) {
            if (reachable(next, -1, -1, -1).get(at)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Returns whether every path to an instruction takes one branch of a jump.
     *
     * @param taken true for the branch to the jump's label, false for the one to the next instruction
     */
    public boolean isDominatedByBranch(AbstractInsnNode target, JumpInsnNode jump, boolean taken) {
        int from = code.indexOf(jump);
        int to = taken ? code.indexOf(jump.label) : from + 1;
        return !reachable(0, -1, from, to).get(code.indexOf(target));
    }

    private BitSet reachable(int start, int removed, int cutFrom, int cutTo) {
        BitSet reachable = new BitSet(code.size());
        int[] pending = new int[code.size()];
        int count = 0;
        if (start != removed) {
            pending[count++] = start;
            reachable.set(start);
        }
        while (count > 0) {
            int at = pending[--count];
            for (int next : successors(at)) {
                if (next != removed && !(at == cutFrom && next == cutTo) && !reachable.get(next)) {
                    reachable.set(next);
                    pending[count++] = next;
                }
            }
            // One edge for each protected block, from its start: the code inside may end in the handler.
            for (int next : handlersByStart.getOrDefault(code.get(at), List.of())) {
                if (next != removed && !reachable.get(next)) {
                    reachable.set(next);
                    pending[count++] = next;
                }
            }
        }
        return reachable;
    }

    private int[] successors(int at) {
        if (successors[at] == null) {
            successors[at] = computeSuccessors(at).stream()
                    .mapToInt(Integer::intValue)
                    .filter(next -> next < code.size())
                    .toArray();
        }
        return successors[at];
    }

    private List<Integer> computeSuccessors(int at) {
        AbstractInsnNode insn = code.get(at);
        List<Integer> next = new ArrayList<>(2);
        int opcode = insn.getOpcode();
        if (insn instanceof JumpInsnNode jump) {
            next.add(code.indexOf(jump.label));
            if (opcode != Opcodes.GOTO) {
                next.add(at + 1);
            }
        } else if (insn instanceof TableSwitchInsnNode table) {
            addAll(next, table.labels, table.dflt);
        } else if (insn instanceof LookupSwitchInsnNode lookup) {
            addAll(next, lookup.labels, lookup.dflt);
        } else if ((opcode < Opcodes.IRETURN || opcode > Opcodes.RETURN)
                && opcode != Opcodes.ATHROW
                && opcode != Opcodes.RET
                && at + 1 < code.size()) {
            next.add(at + 1);
        }
        return next;
    }

    private void addAll(List<Integer> next, List<LabelNode> labels, LabelNode otherwise) {
        for (LabelNode label : labels) {
            next.add(code.indexOf(label));
        }
        next.add(code.indexOf(otherwise));
    }
}
