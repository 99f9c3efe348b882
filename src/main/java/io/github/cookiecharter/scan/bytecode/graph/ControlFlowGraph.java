package io.github.cookiecharter.scan.bytecode.graph;

import io.github.cookiecharter.scan.bytecode.index.MethodDataFlow;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/** The ways through a method. */
public final class ControlFlowGraph {

    private final InsnList code;
    private final List<TryCatchBlockNode> handlers;

    public ControlFlowGraph(MethodDataFlow flow) {
        code = flow.method().instructions;
        handlers = flow.method().tryCatchBlocks == null ? List.of() : flow.method().tryCatchBlocks;
    }

    /** Whether every way to an instruction passes another one. */
    public boolean passes(AbstractInsnNode target, AbstractInsnNode by) {
        return by == target || !reached(0, code.indexOf(by), -1, -1).get(code.indexOf(target));
    }

    /** Whether an instruction can follow itself. */
    public boolean repeats(AbstractInsnNode insn) {
        int at = code.indexOf(insn);
        for (int next : successors(at)) {
            if (reached(next, -1, -1, -1).get(at)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a jump has to go on with one of its two successors for an instruction to be reached. */
    public boolean needs(AbstractInsnNode target, JumpInsnNode jump, boolean taken) {
        int from = code.indexOf(jump);
        int to = taken ? code.indexOf(jump.label) : from + 1;
        return !reached(0, -1, from, to).get(code.indexOf(target));
    }

    private BitSet reached(int start, int without, int cutFrom, int cutTo) {
        BitSet reached = new BitSet(code.size());
        Deque<Integer> open = new ArrayDeque<>();
        if (start != without) {
            open.add(start);
            reached.set(start);
        }
        while (!open.isEmpty()) {
            int at = open.remove();
            for (int next : successors(at)) {
                if (next != without && !(at == cutFrom && next == cutTo) && next < code.size() && !reached.get(next)) {
                    reached.set(next);
                    open.add(next);
                }
            }
            for (TryCatchBlockNode handler : handlers) {
                // Once for each block, where it begins: whoever gets in may end in the handler.
                if (handler.start == code.get(at)) {
                    int next = code.indexOf(handler.handler);
                    if (next != without && !reached.get(next)) {
                        reached.set(next);
                        open.add(next);
                    }
                }
            }
        }
        return reached;
    }

    private List<Integer> successors(int at) {
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
