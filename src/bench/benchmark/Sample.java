package benchmark;

/**
 * What one run took.
 *
 * @param peak the largest resident set of the process in kilobytes, 0 where it is not known
 */
record Sample(double seconds, long peak) {}
