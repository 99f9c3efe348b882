package io.github.cookiecharter;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * Work that a second thread does while this one is at something else. Most of a first build is the JVM's loading of
 * classes, and two threads load them in less time than one. The thread never outlives the block that the work was
 * started in.
 */
final class Ahead<T> implements AutoCloseable {

    private final FutureTask<T> task;
    private final Thread thread;

    private Ahead(Supplier<T> work) {
        this.task = new FutureTask<>(work::get);
        this.thread = new Thread(task, "cookie-charter");
        thread.setDaemon(true);
    }

    static <T> Ahead<T> start(Supplier<T> work) {
        Ahead<T> ahead = new Ahead<>(work);
        ahead.thread.start();
        return ahead;
    }

    /** What the work has come to, as soon as it has; what it threw is thrown here. */
    T result() {
        awaitEnd();
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof RuntimeException own ? own : new IllegalStateException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("the task is done, so there is nothing to wait for", e);
        }
    }

    /** Waits until the thread has ended, whatever came of the work. */
    @Override
    public void close() {
        awaitEnd();
    }

    // Nobody who interrupts a build is served by a thread that stays behind: the interruption is kept for the caller.
    private void awaitEnd() {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
