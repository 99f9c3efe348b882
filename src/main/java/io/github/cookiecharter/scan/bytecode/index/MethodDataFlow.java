package io.github.cookiecharter.scan.bytecode.index;

import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;
import org.objectweb.asm.tree.analysis.SourceValue;

/** Def-use information of one method: the instructions that may have produced each value on the operand stack. */
public final class MethodDataFlow {

    /** Stack and local variable slots times instructions; compiled hand-written code stays far below. */
    private static final long MAX_FRAME_CELLS = 3_000_000;

    private final LoadedClass owner;
    private final MethodNode method;
    private final Frame<SourceValue>[] frames;

    private MethodDataFlow(LoadedClass owner, MethodNode method, Frame<SourceValue>[] frames) {
        this.owner = owner;
        this.method = method;
        this.frames = frames;
    }

    static Optional<MethodDataFlow> analyze(LoadedClass owner, MethodNode method) {
        int size = method.instructions.size();
        if (size == 0 || (long) size * (method.maxLocals + method.maxStack) > MAX_FRAME_CELLS) {
            return Optional.empty();
        }
        int[] parameterOfLocal = new int[method.maxLocals + 2];
        Arrays.fill(parameterOfLocal, -1);
        int local = 0;
        int parameter = 0;
        if ((method.access & Opcodes.ACC_STATIC) == 0) {
            parameterOfLocal[local++] = parameter++;
        }
        for (Type type : Type.getArgumentTypes(method.desc)) {
            if (local >= parameterOfLocal.length) {
                return Optional.empty();
            }
            parameterOfLocal[local] = parameter++;
            local += type.getSize();
        }
        try {
            Analyzer<SourceValue> analyzer = new Analyzer<>(new DefUseInterpreter(parameterOfLocal));
            return Optional.of(new MethodDataFlow(owner, method, analyzer.analyze(owner.name(), method)));
        } catch (AnalyzerException | RuntimeException | AssertionError e) {
            // Code that no JVM verifies; ASM throws an AssertionError at a variable of type void.
            return Optional.empty();
        }
    }

    public LoadedClass owner() {
        return owner;
    }

    public MethodNode method() {
        return method;
    }

    public boolean isStatic() {
        return (method.access & Opcodes.ACC_STATIC) != 0;
    }

    /** Returns the unique key of the method: class, name and descriptor. */
    public String key() {
        return owner.name() + '.' + method.name + method.desc;
    }

    /** Returns the position of an instruction; -1 for a {@link ParameterInstruction}. */
    public int indexOf(AbstractInsnNode insn) {
        return insn instanceof ParameterInstruction ? -1 : method.instructions.indexOf(insn);
    }

    /** Returns whether an instruction is reachable from the method's entry. */
    public boolean isReachable(AbstractInsnNode insn) {
        return frames[indexOf(insn)] != null;
    }

    /**
     * Returns the instructions that may have produced a value on the operand stack.
     *
     * @param fromTop the distance from the top of the stack before the instruction, 0 for the top
     */
    public Set<AbstractInsnNode> reachingDefinitions(AbstractInsnNode insn, int fromTop) {
        Frame<SourceValue> frame = frames[indexOf(insn)];
        if (frame == null || fromTop >= frame.getStackSize() || fromTop < 0) {
            return Collections.emptySet();
        }
        return frame.getStack(frame.getStackSize() - 1 - fromTop).insns;
    }

    /** Returns the source line of an instruction, if the class file has line numbers. */
    public OptionalInt line(AbstractInsnNode insn) {
        for (AbstractInsnNode current = insn; current != null; current = current.getPrevious()) {
            if (current instanceof LineNumberNode line) {
                return OptionalInt.of(line.line);
            }
        }
        return OptionalInt.empty();
    }
}
