package io.github.cookiecharter.goal;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Work that a second thread does while this one is at something else. Most of a first build is the JVM's loading of
 * classes, and two threads load them in less time than one. The thread never outlives the block that the work was
 * started in.
 */
final class BackgroundTask<T> extends Thread implements AutoCloseable {

    private final Supplier<T> work;
    // Written by the second thread alone, and read when it has ended.
    private Optional<T> result = Optional.empty();
    private Optional<Throwable> failure = Optional.empty();

    private BackgroundTask(Supplier<T> work) {
        super("cookie-charter");
        setDaemon(true);
        this.work = work;
    }

    static <T> BackgroundTask<T> start(Supplier<T> work) {
        BackgroundTask<T> ahead = new BackgroundTask<>(work);
        ahead.start();
        return ahead;
    }

    @Override
    public void run() {
        try {
            result = Optional.of(work.get());
        } catch (RuntimeException | Error e) {
            failure = Optional.of(e);
        }
    }

    /** What the work has come to, as soon as it has; what it threw is thrown here. */
    T result() {
        awaitEnd();
        if (failure.isEmpty()) {
            return result.orElseThrow();
        }
        if (failure.get() instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) failure.get();
    }

    /** Waits until the thread has ended, whatever came of the work. */
    @Override
    public void close() {
        awaitEnd();
    }

    // Nobody who interrupts a build is served by a thread that stays behind: the interruption is kept for the caller.
    private void awaitEnd() {
        boolean interrupted = false;
        while (isAlive()) {
            try {
                join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
