package io.github.cookiecharter.scan.bytecode.index;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.analysis.Value;

/** A value in static single assignment form: what one instruction produces, or one of several where paths meet. */
abstract sealed class FlowValue implements Value {

    private final int size;

    private FlowValue(int size) {
        this.size = size;
    }

    @Override
    public int getSize() {
        return size;
    }

    /** Returns the instructions that may have produced the value, in the order in which a search backwards finds them. */
    abstract Set<AbstractInsnNode> definitions();

    /** The value that one instruction produces, or a value of no known instruction. */
    static final class Definition extends FlowValue {

        private final Set<AbstractInsnNode> insns;

        private Definition(int size, Set<AbstractInsnNode> insns) {
            super(size);
            this.insns = insns;
        }

        static Definition of(AbstractInsnNode insn, int size) {
            return new Definition(size, Collections.singleton(insn));
        }

        /** A value without an instruction: an unassigned variable, or a caught exception. */
        static Definition none() {
            return new Definition(1, Collections.emptySet());
        }

        @Override
        Set<AbstractInsnNode> definitions() {
            return insns;
        }
    }

    /** One of the values that the paths to a point in the code bring there. */
    static final class Phi extends FlowValue {

        private final List<FlowValue> operands = new ArrayList<>(2);
        private Optional<Set<AbstractInsnNode>> known = Optional.empty();

        Phi(int size) {
            super(size);
        }

        void add(FlowValue value) {
            if (value != this && (operands.isEmpty() || operands.get(operands.size() - 1) != value)) {
                operands.add(value);
            }
        }

        @Override
        Set<AbstractInsnNode> definitions() {
            if (known.isEmpty()) {
                known = Optional.of(search());
            }
            return known.get();
        }

        private Set<AbstractInsnNode> search() {
            Set<AbstractInsnNode> found = new LinkedHashSet<>();
            Set<Phi> seen = new HashSet<>(Set.of(this));
            Deque<Phi> pending = new ArrayDeque<>(List.of(this));
            while (!pending.isEmpty()) {
                for (FlowValue operand : pending.remove().operands) {
                    if (operand instanceof Phi phi && phi.known.isEmpty()) {
                        if (seen.add(phi)) {
                            pending.add(phi);
                        }
                    } else {
                        found.addAll(operand.definitions());
                    }
                }
            }
            return found.size() == 1 ? Collections.singleton(found.iterator().next()) : found;
        }
    }
}
