package io.github.cookiecharter.goal.audit;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;

/** Waits until somebody listens where the site should run. */
final class SiteWait {

    private static final int CONNECT_MILLIS = 2_000;
    private static final int PAUSE_MILLIS = 200;

    private SiteWait() {}

    /** Returns whether somebody listened in time. A connection is enough: the browser tells more about an answer. */
    static boolean isUp(URI url, Duration patience) throws InterruptedException {
        // Not every resolver knows that names below localhost are this machine (RFC 6761, 6.3), as every browser does.
        String host =
                SiteParameters.isLoopback(url) && url.getHost().endsWith("localhost") ? "localhost" : url.getHost();
        int port = url.getPort() >= 0 ? url.getPort() : url.getScheme().equalsIgnoreCase("https") ? 443 : 80;
        long stop = System.nanoTime() + patience.toNanos();
        while (true) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
                return true;
            } catch (IOException e) {
                if (System.nanoTime() > stop) {
                    return false;
                }
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }
}
