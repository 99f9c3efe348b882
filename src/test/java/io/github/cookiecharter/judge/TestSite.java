package io.github.cookiecharter.judge;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A web server on a free port of the loopback address, for files out of memory and out of folders. */
public final class TestSite implements AutoCloseable {

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("html", "text/html; charset=utf-8"),
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("mjs", "text/javascript; charset=utf-8"),
            Map.entry("json", "application/json"),
            Map.entry("txt", "text/plain; charset=utf-8"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("gif", "image/gif"),
            Map.entry("ico", "image/x-icon"));

    private final HttpServer server;
    private final ExecutorService threads;
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final Map<String, Path> folders = new ConcurrentHashMap<>();
    private final Map<String, Integer> statuses = new ConcurrentHashMap<>();
    private final List<Header> headers = new CopyOnWriteArrayList<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();

    private record Header(String path, String name, String value) {}

    /**
     * A request that came in.
     *
     * @param method such as {@code GET}
     * @param host the host name without the port
     * @param path path and query
     * @param cookie the cookie header, empty where there was none
     * @param referrer the page that asked, empty where it was not told
     * @param body what came with it
     */
    public record Request(String method, String host, String path, String cookie, String referrer, String body) {}

    private TestSite(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /** Starts an empty site, which answers 404 to everything. */
    public static TestSite start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            ExecutorService threads = Executors.newCachedThreadPool(task -> {
                Thread thread = new Thread(task, "site");
                thread.setDaemon(true);
                return thread;
            });
            TestSite site = new TestSite(server, threads);
            server.createContext("/", site::answer);
            server.setExecutor(threads);
            server.start();
            return site;
        } catch (IOException e) {
            throw new UncheckedIOException("Could not start a web server", e);
        }
    }

    /** Serves a text under a path such as {@code /index.html}, in place of what was there. */
    public TestSite put(String path, String text) {
        return put(path, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Serves bytes under a path. */
    public TestSite put(String path, byte[] bytes) {
        files.put(path, bytes);
        return this;
    }

    /** Serves the files of a folder below a path that begins and ends with a slash. */
    public TestSite folder(String path, Path folder) {
        folders.put(path, folder.toAbsolutePath().normalize());
        return this;
    }

    /**
     * Adds a header to the answers for a path, or for each path where it is {@code *}. With {@code Last-Modified} the
     * site answers 304 to a browser that has a file of that time, whatever it holds; with {@code Location} it answers 302.
     */
    public TestSite header(String path, String name, String value) {
        headers.add(new Header(path, name, value));
        return this;
    }

    /** Answers a path with a status and no content. */
    public TestSite status(String path, int status) {
        statuses.put(path, status);
        return this;
    }

    /** The address of a path on the loopback address. */
    public String url(String path) {
        return url("127.0.0.1", path);
    }

    /** The address of a path on a host; a {@link Browser} finds every host below {@code .test} here. */
    public String url(String host, String path) {
        return "http://" + host + ":" + port() + path;
    }

    /** The port on which the site listens. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** The requests so far, in order. */
    public List<Request> requests() {
        return List.copyOf(requests);
    }

    /** The paths asked for so far, with their queries. */
    public List<String> paths() {
        List<String> paths = new ArrayList<>();
        requests.forEach(request -> paths.add(request.path()));
        return paths;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            log(exchange);
            byte[] bytes = find(path);
            for (Header header : headers) {
                if (header.path().equals("*") || header.path().equals(path)) {
                    exchange.getResponseHeaders().add(header.name(), header.value());
                }
            }
            if (path.equals("/favicon.ico") && bytes == null) {
                // Browsers ask for it unbidden, and would report its absence as an error of the page.
                exchange.sendResponseHeaders(204, -1);
                return;
            }
            if (statuses.containsKey(path)) {
                exchange.sendResponseHeaders(statuses.get(path), -1);
                return;
            }
            if (exchange.getResponseHeaders().containsKey("Location")) {
                exchange.sendResponseHeaders(302, -1);
                return;
            }
            String changed = exchange.getResponseHeaders().getFirst("Last-Modified");
            if (bytes != null && changed != null && changed.equals(first(exchange, "If-Modified-Since"))) {
                exchange.sendResponseHeaders(304, -1);
                return;
            }
            exchange.getResponseHeaders().putIfAbsent("Content-Type", List.of(type(path)));
            boolean head = exchange.getRequestMethod().equals("HEAD");
            byte[] body = bytes == null ? "Not here".getBytes(StandardCharsets.UTF_8) : bytes;
            exchange.sendResponseHeaders(bytes == null ? 404 : 200, head || body.length == 0 ? -1 : body.length);
            if (!head && body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    private void log(HttpExchange exchange) throws IOException {
        String host = first(exchange, "Host");
        int colon = host.lastIndexOf(':');
        requests.add(new Request(
                exchange.getRequestMethod(),
                colon < 0 ? host : host.substring(0, colon),
                exchange.getRequestURI().toString(),
                first(exchange, "Cookie"),
                first(exchange, "Referer"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
    }

    private static String first(HttpExchange exchange, String header) {
        String value = exchange.getRequestHeaders().getFirst(header);
        return value == null ? "" : value;
    }

    private byte[] find(String path) throws IOException {
        String file = path.endsWith("/") ? path + "index.html" : path;
        byte[] bytes = files.containsKey(path) ? files.get(path) : files.get(file);
        if (bytes != null) {
            return bytes;
        }
        for (Map.Entry<String, Path> folder : folders.entrySet()) {
            if (file.startsWith(folder.getKey())) {
                Path found = folder.getValue()
                        .resolve(file.substring(folder.getKey().length()))
                        .normalize();
                if (found.startsWith(folder.getValue()) && Files.isRegularFile(found)) {
                    return Files.readAllBytes(found);
                }
            }
        }
        return null;
    }

    private static String type(String path) {
        if (path.endsWith("/")) {
            return "text/html; charset=utf-8";
        }
        String ending = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return TYPES.getOrDefault(ending, "application/octet-stream");
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
