package io.github.cookiecharter.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import org.junit.jupiter.api.function.ThrowingSupplier;

/** Bounds for the time of the processor, and not of the clock: that depends on what else the machine does. */
public final class ProcessorTime {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** What would never end is broken off, on the busiest of machines too. */
    private static final int LONGEST_WAIT = 60;

    private ProcessorTime() {}

    /** The processor time that this thread has taken so far. */
    public static long nanoseconds() {
        return THREADS.getCurrentThreadCpuTime();
    }

    /** Does some work in a thread of its own and fails where that takes the processor for longer than a limit. */
    public static <T> T within(Duration limit, String what, ThrowingSupplier<T> work) {
        return assertTimeoutPreemptively(
                limit.multipliedBy(LONGEST_WAIT),
                () -> {
                    long start = nanoseconds();
                    T result = work.get();
                    assertThat(Duration.ofNanos(nanoseconds() - start)).as(what).isLessThan(limit);
                    return result;
                },
                what);
    }
}
