package io.github.cookiecharter.scan.bytecode.sink;

import io.github.cookiecharter.scan.bytecode.graph.Operand;
import io.github.cookiecharter.scan.bytecode.index.MethodDataFlow;
import io.github.cookiecharter.scan.bytecode.index.Sink;
import org.objectweb.asm.tree.AbstractInsnNode;

/**
 * A call to a known sink.
 *
 * @param role what the operand is; it may differ from the role in the table, by the kind of the call
 * @param insn the call
 * @param nameOperand the operand that contains the name
 */
public record SinkCall(
        Sink sink, Sink.ArgumentRole role, MethodDataFlow flow, AbstractInsnNode insn, Operand nameOperand) {}
