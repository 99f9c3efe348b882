package io.github.cookiecharter.scan.bytecode;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.InsnNode;

/** Stands for the instruction that a parameter's value comes from. */
final class Parameter extends InsnNode {

    private final int index;

    /** @param index counted from 0, the receiver of an instance method first */
    Parameter(int index) {
        super(Opcodes.NOP);
        this.index = index;
    }

    int index() {
        return index;
    }
}
