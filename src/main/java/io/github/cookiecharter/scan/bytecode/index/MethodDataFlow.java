package io.github.cookiecharter.scan.bytecode.index;

import java.util.Collections;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;

/** Def-use information of one method: the instructions that may have produced each value on the operand stack. */
public final class MethodDataFlow {

    private static final String UNVERIFIABLE = "was not read: its code is damaged, no JVM would run it";

    private final LoadedClass owner;
    private final MethodNode method;
    private final FlowValue[][] stacks;

    private MethodDataFlow(LoadedClass owner, MethodNode method, FlowValue[][] stacks) {
        this.owner = owner;
        this.method = method;
        this.stacks = stacks;
    }

    static Optional<MethodDataFlow> analyze(LoadedClass owner, MethodNode method, FlowBudget budget) {
        if (method.instructions.size() == 0) {
            return Optional.empty();
        }
        try {
            Optional<FlowValue[]> parameters = ReachingDefinitions.parameters(method);
            if (parameters.isPresent()) {
                ReachingDefinitions result = ReachingDefinitions.analyze(method, parameters.get(), budget);
                if (!result.isComplete()) {
                    budget.report(
                            owner.indexed(),
                            method.name,
                            "is too large to be followed: only what stands in the code in front of a call was read");
                }
                return Optional.of(new MethodDataFlow(owner, method, result.stacks()));
            }
        } catch (AnalyzerException | RuntimeException | AssertionError e) {
            // Code that no JVM verifies: ASM executes it without checks and throws whatever that leads to.
            budget.report(owner.indexed(), method.name, UNVERIFIABLE);
            return Optional.empty();
        }
        budget.report(owner.indexed(), method.name, UNVERIFIABLE);
        return Optional.empty();
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
        return stacks[indexOf(insn)] != null;
    }

    /**
     * Returns the instructions that may have produced a value on the operand stack.
     *
     * @param fromTop the distance from the top of the stack before the instruction, 0 for the top
     */
    public Set<AbstractInsnNode> reachingDefinitions(AbstractInsnNode insn, int fromTop) {
        FlowValue[] stack = stacks[indexOf(insn)];
        return stack == null || fromTop >= stack.length || fromTop < 0
                ? Collections.emptySet()
                : stack[stack.length - 1 - fromTop].definitions();
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
