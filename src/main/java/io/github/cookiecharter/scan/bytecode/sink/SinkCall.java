package io.github.cookiecharter.scan.bytecode.sink;

import io.github.cookiecharter.scan.bytecode.graph.Operand;
import io.github.cookiecharter.scan.bytecode.index.MethodDataFlow;
import io.github.cookiecharter.scan.bytecode.index.Sink;
import org.objectweb.asm.tree.AbstractInsnNode;

/**
 * A place in the code that sets a cookie in one of the ways of the table.
 *
 * @param names what the operand is, which the kind of call may decide otherwise than the table
 * @param name where the name is to be looked for
 */
public record SinkCall(Sink sink, Sink.ArgumentRole names, MethodDataFlow flow, AbstractInsnNode insn, Operand name) {}
