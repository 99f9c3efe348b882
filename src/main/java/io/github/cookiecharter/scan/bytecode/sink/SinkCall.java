package io.github.cookiecharter.scan.bytecode.sink;

import io.github.cookiecharter.scan.bytecode.graph.CallChain;
import io.github.cookiecharter.scan.bytecode.graph.Operand;
import io.github.cookiecharter.scan.bytecode.index.MethodDataFlow;
import io.github.cookiecharter.scan.bytecode.index.Sink;
import java.util.List;
import org.objectweb.asm.tree.AbstractInsnNode;

/**
 * A call to a known sink.
 *
 * @param role what the operand is; it may differ from the role in the table, by the kind of the call
 * @param insn the call
 * @param nameOperand the operand that contains the name
 * @param conditions the calls through which the call is a sink at all, such as those that pass {@code Set-Cookie} as the
 *     header's name; empty if it always is one
 */
public record SinkCall(
        Sink sink,
        Sink.ArgumentRole role,
        MethodDataFlow flow,
        AbstractInsnNode insn,
        Operand nameOperand,
        List<CallChain> conditions) {

    public SinkCall {
        conditions = List.copyOf(conditions);
    }

    SinkCall(Sink sink, Sink.ArgumentRole role, MethodDataFlow flow, AbstractInsnNode insn, Operand nameOperand) {
        this(sink, role, flow, insn, nameOperand, List.of());
    }

    /** Returns whether a value that these calls pass reaches the sink. */
    boolean accepts(CallChain callChain) {
        return conditions.isEmpty() || conditions.stream().anyMatch(callChain::isCompatibleWith);
    }
}
