package io.github.cookiecharter.fuzz;

import java.util.Arrays;

/**
 * What Jazzer calls, by these names: nothing here needs its classes, so that the ordinary build does without them. Its
 * argument is the target's name and, where parts are to be repeated, {@code :repeat} behind it: in one word, because a merge
 * calls itself with what it was called with, and would take two for two.
 */
public final class Fuzzer {

    /** Of so many inputs one is looked at thoroughly, and twice. */
    private static final int SAMPLE = 32;

    private static FuzzTarget target;
    private static boolean repeat;

    private Fuzzer() {}

    /** Chooses the target, and holds it to its seeds. */
    public static void fuzzerInitialize(String[] arguments) {
        String[] nameAndMode = arguments[0].split(":");
        target = FuzzTargets.named(nameAndMode[0]);
        repeat = nameAndMode.length > 1 && nameAndMode[1].equals("repeat");
        target.seeds().forEach(seed -> target.check(seed, false));
    }

    /** Reads an input. */
    public static void fuzzerTestOneInput(byte[] input) {
        check(target, repeat ? Repeats.expand(input) : input, Math.floorMod(Arrays.hashCode(input), SAMPLE) == 0);
    }

    /** Everything that must hold of an input. */
    static void check(FuzzTarget target, byte[] input, boolean thorough) {
        byte[] given = input.clone();
        Object result = FuzzBudget.OF_AN_INPUT.hold(() -> target.check(input, thorough));
        if (thorough) {
            Object again = target.check(input, true);
            if (!result.equals(again)) {
                throw new AssertionError("not the same twice: " + result + " and " + again);
            }
            if (!Arrays.equals(given, input)) {
                throw new AssertionError("the input was changed");
            }
        }
    }
}
