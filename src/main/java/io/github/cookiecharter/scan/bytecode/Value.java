package io.github.cookiecharter.scan.bytecode;

import org.objectweb.asm.tree.AbstractInsnNode;

/** A value in the code, as far as it is known. */
sealed interface Value {

    /** Stands in a text for what is not known; a character for private use, so no name has it. */
    char HOLE = '\uE000';

    /** The text of which nothing is known. */
    Text ANYTHING = new Text(String.valueOf(HOLE));

    /**
     * A text.
     *
     * @param template the text, with {@link #HOLE} for each part that is not known
     */
    record Text(String template) implements Value {

        /** Past this length no cookie has its name. */
        private static final int LONGEST = 600;

        Text then(Text next) {
            String all = template + next.template;
            return new Text(all.length() > LONGEST ? all.substring(0, LONGEST) + HOLE : all);
        }
    }

    /** A number, a character or a truth value. */
    record Number(long number) implements Value {}

    /**
     * An object.
     *
     * @param insn what makes it: an allocation, or the call of a method that cannot be looked into
     */
    record Thing(Flow flow, AbstractInsnNode insn, Context context) implements Value {}

    /** A class as an object, by its internal name. */
    record TypeLiteral(String name) implements Value {}

    /** What is neither. */
    enum Nothing implements Value {
        /** It cannot be known. */
        UNKNOWN,
        /** No object. */
        NULL,
        /** The name of another cookie: whoever takes it over invents no cookie. */
        COPIED
    }
}
