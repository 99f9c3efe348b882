package io.github.cookiecharter.scan.bytecode.value;

import io.github.cookiecharter.scan.bytecode.graph.CallContext;
import io.github.cookiecharter.scan.bytecode.index.MethodDataFlow;
import io.github.cookiecharter.scan.cookie.AbstractString;
import org.objectweb.asm.tree.AbstractInsnNode;

/** A value in the code, as far as it is known. */
public sealed interface AbstractValue {

    /** The text of which nothing is known. */
    Text ANYTHING = new Text(AbstractString.ANY.notation());

    /**
     * A text.
     *
     * @param template the text in the notation of {@link AbstractString}
     */
    record Text(String template) implements AbstractValue {

        /** Past this length no cookie has its name. */
        private static final int LONGEST = 600;

        public AbstractString string() {
            return new AbstractString(template);
        }

        public boolean isLiteral() {
            return string().isLiteral();
        }

        Text then(Text next) {
            String all = template + next.template;
            return new Text(all.length() > LONGEST ? all.substring(0, LONGEST) + AbstractString.UNKNOWN : all);
        }
    }

    /** A number, a character or a truth value. */
    record Whole(long number) implements AbstractValue {}

    /**
     * An object.
     *
     * @param insn what makes it: an allocation, or the call of a method that cannot be looked into
     */
    record Thing(MethodDataFlow flow, AbstractInsnNode insn, CallContext context) implements AbstractValue {}

    /** A class as an object, by its internal name. */
    record TypeLiteral(String name) implements AbstractValue {}

    /** What is neither. */
    enum Nothing implements AbstractValue {
        /** It cannot be known. */
        UNKNOWN,
        /** No object. */
        NULL,
        /** The name of another cookie: whoever takes it over invents no cookie. */
        COPIED
    }
}
