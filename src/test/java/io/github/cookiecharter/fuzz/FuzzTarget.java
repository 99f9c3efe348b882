package io.github.cookiecharter.fuzz;

import java.util.List;

/** Something that reads what others wrote, and what must hold of it whatever that is. */
interface FuzzTarget {

    /** Its name on the command line, and the name of the folder of its corpus. */
    String name();

    /** Inputs to begin with: good ones, from which a fuzzer goes on. */
    List<byte[]> seeds();

    /** Words that a fuzzer would not find by itself. */
    List<String> words();

    /** Whether inputs are text, in which a part can be repeated: see {@link Repeats}. */
    boolean isText();

    /**
     * Reads an input.
     *
     * @param thorough whether to look as well at what takes long and depends little on the single input
     * @return what came of it, the same for the same input
     * @throws AssertionError if something does not hold
     */
    Object check(byte[] input, boolean thorough);
}
