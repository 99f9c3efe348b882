package io.github.cookiecharter.goal;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Runs a task on a background thread and joins it on close. A first build mostly loads classes, and two threads load them in
 * less time than one. The thread never outlives the block that started it.
 */
final class BackgroundTask<T> extends Thread implements AutoCloseable {

    private final Supplier<T> supplier;
    // Written only by the background thread, and read after it has ended.
    private Optional<T> result = Optional.empty();
    private Optional<Throwable> failure = Optional.empty();

    private BackgroundTask(Supplier<T> supplier) {
        super("cookie-charter");
        setDaemon(true);
        this.supplier = supplier;
    }

    static <T> BackgroundTask<T> start(Supplier<T> supplier) {
        BackgroundTask<T> task = new BackgroundTask<>(supplier);
        task.start();
        return task;
    }

    @Override
    public void run() {
        try {
            result = Optional.of(supplier.get());
        } catch (RuntimeException | Error e) {
            failure = Optional.of(e);
        }
    }

    /** Waits for the task and returns its result, or throws what the task threw. */
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

    /** Waits until the thread has ended, whether the task succeeded or failed. */
    @Override
    public void close() {
        awaitEnd();
    }

    // Waits even if interrupted, so that no thread stays behind, and then restores the interrupt status for the caller.
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
