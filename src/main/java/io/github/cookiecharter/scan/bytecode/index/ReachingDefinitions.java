package io.github.cookiecharter.scan.bytecode.index;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.VarInsnNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;

/**
 * Computes the values on the operand stack before each instruction of a method. It executes each instruction once, with
 * a {@linkplain FlowValue.Phi phi} for each variable where paths meet, so time and memory are linear in the size of the
 * code; ASM's own analyser repeats until nothing changes, which takes seconds in a method with some hundred branches.
 *
 * <p>A method with too many such values is read without them: where paths meet, an assigned variable is unknown.
 */
final class ReachingDefinitions {

    private static final FlowValue[] EMPTY = new FlowValue[0];

    private final MethodNode method;
    private final AbstractInsnNode[] code;
    private final int[] incoming;
    private final List<List<Integer>> handlers = new ArrayList<>();
    private final BitSet assigned;
    private final List<Integer> afterSubroutineCalls = new ArrayList<>();
    private final FlowInterpreter interpreter = new FlowInterpreter();
    private final List<Optional<Frame<FlowValue>>> joins;
    private final Deque<Start> pending = new ArrayDeque<>();
    private final FlowValue[][] stacks;
    private boolean isComplete;

    private record Start(int at, Frame<FlowValue> frame) {}

    private ReachingDefinitions(MethodNode method) {
        this.method = method;
        code = method.instructions.toArray();
        incoming = new int[code.length + 1];
        stacks = new FlowValue[code.length][];
        joins = new ArrayList<>(java.util.Collections.nCopies(code.length, Optional.empty()));
        assigned = new BitSet(method.maxLocals);
    }

    /** @throws AnalyzerException if no JVM verifies the code; other damage leads to a RuntimeException */
    static ReachingDefinitions analyze(MethodNode method, FlowValue[] parameters, FlowBudget budget)
            throws AnalyzerException {
        ReachingDefinitions analysis = new ReachingDefinitions(method);
        long joins = analysis.collectEdges();
        long protectedCode = analysis.protectedInstructions();
        long values = analysis.code.length + joins * (analysis.assigned.cardinality() + 1L) + protectedCode * 2;
        analysis.isComplete = budget.take(values);
        analysis.run(parameters);
        return analysis;
    }

    /** Returns the stack before each instruction, the lowest value first; null where no path leads. */
    FlowValue[][] stacks() {
        return stacks;
    }

    /** Returns whether the values of variables are known where paths meet. */
    boolean isComplete() {
        return isComplete;
    }

    /** Counts the edges into each instruction; returns the number of instructions where paths meet. */
    private long collectEdges() {
        incoming[0]++;
        for (int at = 0; at < code.length; at++) {
            int variable = assignedVariable(code[at]);
            if (variable >= 0) {
                assigned.set(variable);
            }
            for (int next : successors(at)) {
                incoming[next]++;
            }
            if (code[at].getOpcode() == Opcodes.JSR) {
                afterSubroutineCalls.add(at + 1);
                incoming[at + 1] += 2;
            }
        }
        for (TryCatchBlockNode block : blocks()) {
            incoming[method.instructions.indexOf(block.handler)] += 2;
        }
        return Arrays.stream(incoming).filter(count -> count > 1).count();
    }

    /** Returns the variable that an instruction assigns, or -1. */
    private static int assignedVariable(AbstractInsnNode insn) {
        if (insn instanceof IincInsnNode increment) {
            return increment.var;
        }
        boolean isStore = insn.getOpcode() >= Opcodes.ISTORE && insn.getOpcode() <= Opcodes.ASTORE;
        return isStore && insn instanceof VarInsnNode store ? store.var : -1;
    }

    private List<TryCatchBlockNode> blocks() {
        return method.tryCatchBlocks == null ? List.of() : method.tryCatchBlocks;
    }

    private long protectedInstructions() {
        long all = 0;
        for (TryCatchBlockNode block : blocks()) {
            all += Math.max(0, method.instructions.indexOf(block.end) - method.instructions.indexOf(block.start));
        }
        return all;
    }

    private List<Integer> successors(int at) {
        AbstractInsnNode insn = code[at];
        int opcode = insn.getOpcode();
        List<Integer> next = new ArrayList<>(2);
        if (insn instanceof JumpInsnNode jump) {
            next.add(method.instructions.indexOf(jump.label));
        } else if (insn instanceof TableSwitchInsnNode table) {
            addAll(table.labels, table.dflt, next);
        } else if (insn instanceof LookupSwitchInsnNode lookup) {
            addAll(lookup.labels, lookup.dflt, next);
        }
        boolean ends = (opcode >= Opcodes.TABLESWITCH && opcode <= Opcodes.RETURN)
                || opcode == Opcodes.GOTO
                || opcode == Opcodes.JSR
                || opcode == Opcodes.RET
                || opcode == Opcodes.ATHROW;
        if (!ends) {
            next.add(at + 1);
        }
        return next;
    }

    private void addAll(List<LabelNode> labels, LabelNode otherwise, List<Integer> next) {
        for (LabelNode label : labels) {
            next.add(method.instructions.indexOf(label));
        }
        next.add(method.instructions.indexOf(otherwise));
    }

    private void run(FlowValue[] parameters) throws AnalyzerException {
        for (int i = 0; i < code.length; i++) {
            handlers.add(List.of());
        }
        Frame<FlowValue> entry = new Frame<>(method.maxLocals, method.maxStack);
        for (int i = 0; i < method.maxLocals; i++) {
            entry.setLocal(i, i < parameters.length ? parameters[i] : FlowInterpreter.NONE);
        }
        if (isComplete) {
            collectHandlers();
        } else {
            for (TryCatchBlockNode block : blocks()) {
                flowToHandler(method.instructions.indexOf(block.handler), withoutAssigned(entry));
            }
        }
        flowTo(0, entry);
        while (!pending.isEmpty()) {
            Start start = pending.removeLast();
            runFrom(start.at, start.frame);
        }
    }

    private void collectHandlers() {
        for (TryCatchBlockNode block : blocks()) {
            int handler = method.instructions.indexOf(block.handler);
            int end = method.instructions.indexOf(block.end);
            for (int at = method.instructions.indexOf(block.start); at < end; at++) {
                List<Integer> more = new ArrayList<>(handlers.get(at));
                if (!more.contains(handler)) {
                    more.add(handler);
                }
                handlers.set(at, more.equals(at > 0 ? handlers.get(at - 1) : List.of()) ? handlers.get(at - 1) : more);
            }
        }
    }

    /** Executes the instructions from one on, up to a jump or a point where paths meet. */
    private void runFrom(int from, Frame<FlowValue> frame) throws AnalyzerException {
        int changed = -1;
        int at = from;
        while (true) {
            if (at >= code.length) {
                throw new AnalyzerException(code[code.length - 1], "the code ends without a return");
            }
            AbstractInsnNode insn = code[at];
            flowToHandlers(at, from, changed, frame);
            changed = assignedVariable(insn);
            stacks[at] = stackOf(frame);
            int opcode = insn.getOpcode();
            if (opcode < 0) {
                if (incoming[at + 1] > 1) {
                    flowTo(at + 1, frame);
                    return;
                }
                at++;
                continue;
            }
            frame.execute(insn, interpreter);
            if (opcode == Opcodes.RET) {
                returnFromSubroutine(frame);
                return;
            }
            List<Integer> next = successors(at);
            if (next.size() == 1 && next.get(0) == at + 1 && incoming[at + 1] <= 1) {
                at++;
                continue;
            }
            for (int target : next) {
                flowTo(target, frame);
            }
            return;
        }
    }

    private static FlowValue[] stackOf(Frame<FlowValue> frame) {
        int size = frame.getStackSize();
        if (size == 0) {
            return EMPTY;
        }
        FlowValue[] stack = new FlowValue[size];
        for (int i = 0; i < size; i++) {
            stack[i] = frame.getStack(i);
        }
        return stack;
    }

    // Which call a subroutine returns to is not followed: the values of all its calls meet behind each.
    private void returnFromSubroutine(Frame<FlowValue> frame) throws AnalyzerException {
        for (int target : afterSubroutineCalls) {
            Optional<Frame<FlowValue>> join = joins.get(target);
            if (join.isEmpty() || join.get().getStackSize() == frame.getStackSize()) {
                flowTo(target, frame);
            }
        }
    }

    /** Hands the variables on to the handlers of an instruction: all at the first one that a handler protects. */
    private void flowToHandlers(int at, int from, int changed, Frame<FlowValue> frame) throws AnalyzerException {
        boolean isFirst = at == from || handlers.get(at - 1) != handlers.get(at);
        for (int handler : handlers.get(at)) {
            if (isFirst) {
                flowToHandler(handler, frame);
            } else if (changed >= 0
                    && joins.get(handler).isPresent()
                    && joins.get(handler).get().getLocal(changed) instanceof FlowValue.Phi phi) {
                phi.add(frame.getLocal(changed));
            }
        }
    }

    private void flowToHandler(int handler, Frame<FlowValue> frame) throws AnalyzerException {
        Frame<FlowValue> caught = new Frame<>(frame);
        caught.clearStack();
        caught.push(FlowInterpreter.CAUGHT);
        flowTo(handler, caught);
    }

    private void flowTo(int target, Frame<FlowValue> frame) throws AnalyzerException {
        if (target >= code.length) {
            throw new AnalyzerException(code[code.length - 1], "the code ends without a return");
        }
        if (incoming[target] <= 1) {
            pending.add(new Start(target, new Frame<>(frame)));
            return;
        }
        Optional<Frame<FlowValue>> join = joins.get(target);
        if (join.isEmpty()) {
            Frame<FlowValue> met = isComplete ? new Frame<>(frame) : withoutAssigned(frame);
            insertPhis(met);
            joins.set(target, Optional.of(met));
            join = joins.get(target);
            // The run changes its frame, and later paths still need the phis.
            pending.add(new Start(target, new Frame<>(met)));
        }
        addOperands(join.get(), frame);
    }

    /** A variable that some path has not assigned cannot be read behind the point where the paths meet. */
    private void insertPhis(Frame<FlowValue> frame) {
        for (int i = assigned.nextSetBit(0);
                isComplete && i >= 0 && i < frame.getLocals();
                i = assigned.nextSetBit(i + 1)) {
            FlowValue value = frame.getLocal(i);
            if (value != FlowInterpreter.NONE) {
                frame.setLocal(i, new FlowValue.Phi(value.getSize()));
            }
        }
        for (int i = 0; i < frame.getStackSize(); i++) {
            FlowValue value = frame.getStack(i);
            if (value != FlowInterpreter.NONE && value != FlowInterpreter.CAUGHT) {
                frame.setStack(i, new FlowValue.Phi(value.getSize()));
            }
        }
    }

    private void addOperands(Frame<FlowValue> join, Frame<FlowValue> frame) throws AnalyzerException {
        if (join.getStackSize() != frame.getStackSize()) {
            throw new AnalyzerException(code[0], "the paths bring stacks of different heights");
        }
        for (int i = assigned.nextSetBit(0);
                isComplete && i >= 0 && i < join.getLocals();
                i = assigned.nextSetBit(i + 1)) {
            if (join.getLocal(i) instanceof FlowValue.Phi phi) {
                phi.add(frame.getLocal(i));
            }
        }
        for (int i = 0; i < join.getStackSize(); i++) {
            if (join.getStack(i) instanceof FlowValue.Phi phi) {
                phi.add(frame.getStack(i));
            }
        }
    }

    private Frame<FlowValue> withoutAssigned(Frame<FlowValue> frame) {
        Frame<FlowValue> reduced = new Frame<>(frame);
        for (int i = assigned.nextSetBit(0); i >= 0 && i < reduced.getLocals(); i = assigned.nextSetBit(i + 1)) {
            int size = reduced.getLocal(i).getSize();
            reduced.setLocal(i, FlowValue.Definition.of(new InsnNode(Opcodes.NOP), size));
        }
        return reduced;
    }

    /** Returns the values of the parameters in the local variables of a method's entry. */
    static Optional<FlowValue[]> parameters(MethodNode method) {
        FlowValue[] locals = new FlowValue[method.maxLocals];
        Arrays.fill(locals, FlowInterpreter.NONE);
        int local = 0;
        int parameter = 0;
        if ((method.access & Opcodes.ACC_STATIC) == 0) {
            if (locals.length == 0) {
                return Optional.empty();
            }
            locals[local++] = FlowValue.Definition.of(new ParameterInstruction(parameter++), 1);
        }
        for (Type type : Type.getArgumentTypes(method.desc)) {
            if (local + type.getSize() > locals.length) {
                return Optional.empty();
            }
            locals[local] = FlowValue.Definition.of(new ParameterInstruction(parameter++), type.getSize());
            local += type.getSize();
        }
        return Optional.of(locals);
    }
}
