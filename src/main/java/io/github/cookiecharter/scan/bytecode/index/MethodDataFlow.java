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

/** A method of which is known, at each instruction, where the values on its stack come from. */
public final class MethodDataFlow {

    /** Variables times instructions: what javac makes of people's code stays far below. */
    private static final long LARGEST = 3_000_000;

    private final LoadedClass owner;
    private final MethodNode method;
    private final Frame<SourceValue>[] frames;

    private MethodDataFlow(LoadedClass owner, MethodNode method, Frame<SourceValue>[] frames) {
        this.owner = owner;
        this.method = method;
        this.frames = frames;
    }

    static Optional<MethodDataFlow> of(LoadedClass owner, MethodNode method) {
        int size = method.instructions.size();
        if (size == 0 || (long) size * (method.maxLocals + method.maxStack) > LARGEST) {
            return Optional.empty();
        }
        int[] indexOfLocal = new int[method.maxLocals + 2];
        Arrays.fill(indexOfLocal, -1);
        int local = 0;
        int index = 0;
        if ((method.access & Opcodes.ACC_STATIC) == 0) {
            indexOfLocal[local++] = index++;
        }
        for (Type type : Type.getArgumentTypes(method.desc)) {
            if (local >= indexOfLocal.length) {
                return Optional.empty();
            }
            indexOfLocal[local] = index++;
            local += type.getSize();
        }
        try {
            Analyzer<SourceValue> analyzer = new Analyzer<>(new DefUseInterpreter(indexOfLocal));
            return Optional.of(new MethodDataFlow(owner, method, analyzer.analyze(owner.name(), method)));
        } catch (AnalyzerException | RuntimeException | AssertionError e) {
            // Code that no JVM would verify either; a variable of type void is what ASM calls impossible.
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

    /** What identifies the method among all. */
    public String key() {
        return owner.name() + '.' + method.name + method.desc;
    }

    public int index(AbstractInsnNode insn) {
        return insn instanceof ParameterInstruction ? -1 : method.instructions.indexOf(insn);
    }

    /** Whether the instruction can be reached at all. */
    public boolean isLive(AbstractInsnNode insn) {
        return frames[index(insn)] != null;
    }

    /**
     * The instructions that make a value on the stack.
     *
     * @param fromTop 0 for the top of the stack before the instruction
     */
    public Set<AbstractInsnNode> producers(AbstractInsnNode insn, int fromTop) {
        Frame<SourceValue> frame = frames[index(insn)];
        if (frame == null || fromTop >= frame.getStackSize() || fromTop < 0) {
            return Collections.emptySet();
        }
        return frame.getStack(frame.getStackSize() - 1 - fromTop).insns;
    }

    /** The line of an instruction, where the class file tells it. */
    public OptionalInt line(AbstractInsnNode insn) {
        for (AbstractInsnNode at = insn; at != null; at = at.getPrevious()) {
            if (at instanceof LineNumberNode line) {
                return OptionalInt.of(line.line);
            }
        }
        return OptionalInt.empty();
    }
}
