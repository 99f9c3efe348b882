package io.github.cookiecharter.audit.crawl;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;

/** Reads files of the site over HTTP, by way of the proxy that the JVM has. */
public final class HttpSource implements SiteFiles.Source {

    private static final int MOST_BYTES = 50 * 1024 * 1024;
    private static final int MOST_REDIRECTS = 5;
    private static final int FIRST_ERROR = 400;

    private final Duration timeout;

    /**
     * Creates a source.
     *
     * @param timeout how long an answer may take
     */
    public HttpSource(Duration timeout) {
        this.timeout = timeout;
    }

    @Override
    public SiteFiles.Answer get(URI address) throws IOException {
        URI next = address;
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            HttpURLConnection connection =
                    (HttpURLConnection) reachable(next).toURL().openConnection();
            connection.setInstanceFollowRedirects(false);
            connection.setConnectTimeout((int) timeout.toMillis());
            connection.setReadTimeout((int) timeout.toMillis());
            connection.setRequestProperty("User-Agent", "cookie-charter");
            int status = connection.getResponseCode();
            String location = connection.getHeaderField("Location");
            if (status / 100 != 3 || location == null) {
                return new SiteFiles.Answer(status, body(connection, status));
            }
            connection.disconnect();
            next = next.resolve(location);
        }
        throw new IOException("it redirects more than " + MOST_REDIRECTS + " times");
    }

    private static byte[] body(HttpURLConnection connection, int status) throws IOException {
        if (status >= FIRST_ERROR) {
            connection.disconnect();
            return new byte[0];
        }
        try (InputStream body = connection.getInputStream()) {
            return body.readNBytes(MOST_BYTES + 1);
        }
    }

    // Not every resolver knows that names below localhost are this machine (RFC 6761, 6.3), as every browser does.
    private static URI reachable(URI address) throws IOException {
        String host = Optional.ofNullable(address.getHost()).orElse("");
        if (!host.endsWith(".localhost")) {
            return address;
        }
        try {
            InetAddress.getByName(host);
            return address;
        } catch (UnknownHostException e) {
            try {
                return new URI(
                        address.getScheme(),
                        null,
                        "localhost",
                        address.getPort(),
                        address.getPath(),
                        address.getQuery(),
                        null);
            } catch (URISyntaxException invalid) {
                throw new IOException(address + " is no valid address", invalid);
            }
        }
    }
}
