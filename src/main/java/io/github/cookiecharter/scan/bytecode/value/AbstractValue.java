package io.github.cookiecharter.scan.bytecode.value;

import io.github.cookiecharter.scan.bytecode.graph.CallContext;
import io.github.cookiecharter.scan.bytecode.index.MethodDataFlow;
import io.github.cookiecharter.scan.cookie.AbstractString;
import org.objectweb.asm.tree.AbstractInsnNode;

/** An element of the abstract domain: a value at run time as far as the analysis can determine it. */
public sealed interface AbstractValue {

    /**
     * A string with known and unknown parts.
     *
     * @param template the text in the notation of {@link AbstractString}
     */
    record Text(String template) implements AbstractValue {

        /** The text of which nothing is known. */
        public static final Text TOP = new Text(AbstractString.ANY.notation());

        /** No cookie has a longer name. */
        private static final int MAX_LENGTH = 600;

        public AbstractString string() {
            return new AbstractString(template);
        }

        public boolean isLiteral() {
            return string().isLiteral();
        }

        Text concat(Text next) {
            String all = template + next.template;
            return new Text(all.length() > MAX_LENGTH ? all.substring(0, MAX_LENGTH) + AbstractString.UNKNOWN : all);
        }
    }

    /** A constant of an integer type, {@code char} and {@code boolean} included. */
    record IntConstant(long value) implements AbstractValue {}

    /**
     * An object, by its allocation site.
     *
     * @param flow the method that contains the instruction
     * @param insn the allocation, or what stands for it: a parameter, a field, or the call of a method without known
     *     code
     * @param context the calling context of the method
     */
    record AllocatedObject(MethodDataFlow flow, AbstractInsnNode insn, CallContext context) implements AbstractValue {}

    /** A class literal, by its internal name. */
    record ClassLiteral(String name) implements AbstractValue {}

    /** A value without content. */
    enum Special implements AbstractValue {
        /** Any value. */
        UNKNOWN,
        /** The null reference. */
        NULL,
        /** A name that was read from an existing cookie, so code that passes it on introduces no new cookie. */
        COPIED_NAME
    }
}
