package io.github.cookiecharter.audit.visit;

import io.github.cookiecharter.audit.bidi.BidiException;
import io.github.cookiecharter.audit.browser.BrowserLaunchException;
import io.github.cookiecharter.audit.browser.BrowserSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The browsers of an audit, each of which makes one visit at a time. One that ends is replaced. */
final class BrowserPool implements AutoCloseable {

    private static final int MOST_RESTARTS = 3;
    private static final long END_SECONDS = 60;

    private final SiteAudit.Starter starter;
    private final ExecutorService threads;
    private final ConcurrentLinkedQueue<BrowserSession> idle = new ConcurrentLinkedQueue<>();
    private final AtomicInteger restarts = new AtomicInteger();
    private final String title;

    /** Something that is done with a browser. */
    interface Task<T> {

        /** Does it with the browser of a lease. */
        T run(Lease lease) throws BrowserLaunchException;
    }

    /** A browser for a task, and for no other meanwhile. */
    final class Lease {

        private BrowserSession session;

        private Lease(BrowserSession session) {
            this.session = session;
        }

        BrowserSession session() {
            return session;
        }

        /**
         * Replaces a browser that has ended.
         *
         * @param when the visit that it ended at
         * @throws BrowserLaunchException if that happens too often
         */
        void replace(String when) throws BrowserLaunchException {
            session.close();
            int count = restarts.incrementAndGet();
            if (count > MOST_RESTARTS) {
                throw new BrowserLaunchException("the browser ended " + count + " times, the last time at " + when
                        + ": see whether it has enough memory");
            }
            session = subscribed();
        }
    }

    /**
     * Starts the first browser, and shows that it tells what it has to.
     *
     * @param size the number of browsers at most
     */
    BrowserPool(SiteAudit.Starter starter, int size) throws BrowserLaunchException {
        this.starter = starter;
        BrowserSession first = subscribed();
        try {
            SelfTest.run(first);
        } catch (BrowserLaunchException e) {
            first.close();
            throw e;
        }
        title = first.title();
        idle.add(first);
        threads = Executors.newFixedThreadPool(size, task -> {
            Thread thread = new Thread(task, "cookie-charter audit");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Returns name and version of the browser. */
    String title() {
        return title;
    }

    /** Does all tasks, as many at a time as there are browsers, and returns what they return, in their order. */
    <T> List<T> run(List<Task<T>> tasks) throws BrowserLaunchException, InterruptedException {
        List<Future<T>> futures = new ArrayList<>();
        for (Task<T> task : tasks) {
            futures.add(threads.submit(() -> run(task)));
        }
        List<T> results = new ArrayList<>();
        for (Future<T> future : futures) {
            try {
                results.add(future.get());
            } catch (ExecutionException e) {
                futures.forEach(each -> each.cancel(true));
                if (e.getCause() instanceof BrowserLaunchException launch) {
                    throw launch;
                }
                throw new IllegalStateException(e.getCause());
            }
        }
        return results;
    }

    private <T> T run(Task<T> task) throws BrowserLaunchException {
        BrowserSession free = idle.poll();
        Lease lease = new Lease(free == null ? subscribed() : free);
        try {
            return task.run(lease);
        } finally {
            idle.add(lease.session());
        }
    }

    private BrowserSession subscribed() throws BrowserLaunchException {
        BrowserSession session = starter.start();
        try {
            List<String> events = new ArrayList<>(EventLog.EVENTS);
            if (session.hasDevTools()) {
                events.add(EventLog.EXTRA_INFO);
            }
            session.connection().call("session.subscribe", Map.of("events", events));
            return session;
        } catch (BidiException e) {
            session.close();
            throw new BrowserLaunchException(session.title() + " does not tell what happens: " + e.words(), e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        try {
            // A visit that is interrupted gives its browser back; what does not end now, ends with the build.
            threads.awaitTermination(END_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            idle.forEach(BrowserSession::close);
        }
    }
}
