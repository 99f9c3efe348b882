package io.github.cookiecharter.fuzz;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.Supplier;

/**
 * What some work may cost, in the thread that does it.
 *
 * @param nanoseconds of processor time
 * @param bytes that are allocated in all: what is in use at once is far less
 */
record FuzzBudget(long nanoseconds, long bytes) {

    /** What the reading of an input of at most 64 KiB may cost; a file of that size from a person takes milliseconds. */
    static final FuzzBudget OF_AN_INPUT = new FuzzBudget(1_000_000_000, 512L << 20);

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /**
     * Does something within the budget.
     *
     * @throws AssertionError if it takes more twice in a row: the first time may include what a young JVM has to load
     */
    <T> T hold(Supplier<T> work) {
        long time = THREADS.getCurrentThreadCpuTime();
        long allocated = THREADS.getCurrentThreadAllocatedBytes();
        T result = work.get();
        if (isOver(time, allocated)) {
            time = THREADS.getCurrentThreadCpuTime();
            allocated = THREADS.getCurrentThreadAllocatedBytes();
            result = work.get();
            if (isOver(time, allocated)) {
                throw new AssertionError("took " + (THREADS.getCurrentThreadCpuTime() - time) / 1_000_000 + " ms and "
                        + ((THREADS.getCurrentThreadAllocatedBytes() - allocated) >> 20) + " MiB");
            }
        }
        return result;
    }

    private boolean isOver(long time, long allocated) {
        return THREADS.getCurrentThreadCpuTime() - time > nanoseconds
                || THREADS.getCurrentThreadAllocatedBytes() - allocated > bytes;
    }
}
