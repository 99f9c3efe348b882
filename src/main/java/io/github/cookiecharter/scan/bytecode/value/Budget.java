package io.github.cookiecharter.scan.bytecode.value;

/**
 * The work that the answer to one question may cost, in steps: one for each definition that is visited.
 *
 * <p>Where a value may come from several places, {@link #split} gives each of them its share, so that the first does
 * not use up all steps; {@link #restore} returns what the others keep.
 */
final class Budget {

    private static final int MAX_STEPS = 6_000;

    private int steps;
    private int truncations;

    /** Makes all steps available again. */
    void reset() {
        steps = MAX_STEPS;
    }

    /** Spends one step; returns false and records a truncation if none is left. */
    boolean spend() {
        if (--steps < 0) {
            truncations++;
            return false;
        }
        return true;
    }

    boolean isExhausted() {
        return steps <= 0;
    }

    /**
     * Leaves the next branch its share of the steps and reserves the rest.
     *
     * @param branches how many branches are left, the next one included; at least 1
     * @return the reserved steps, for {@link #restore}
     */
    int split(int branches) {
        int reserved = isExhausted() ? 0 : steps - steps / branches;
        steps -= reserved;
        return reserved;
    }

    /** Makes reserved steps available again, together with those that the branch did not spend. */
    void restore(int reserved) {
        steps = Math.max(0, steps) + reserved;
    }

    /** Records that a cycle or a bound ended a search, so that its result may be incomplete. */
    void recordTruncation() {
        truncations++;
    }

    /** Returns how many searches a cycle or a bound has ended; a result is complete where this did not change. */
    int truncations() {
        return truncations;
    }
}
