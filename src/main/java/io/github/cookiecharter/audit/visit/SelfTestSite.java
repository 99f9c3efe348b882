package io.github.cookiecharter.audit.visit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A small site on the loopback address, with a third party. Names below {@code localhost} lead there in every browser, count
 * as secure, and are sites of their own.
 */
final class SelfTestSite implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads;

    private SelfTestSite(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    static SelfTestSite start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ExecutorService threads = Executors.newFixedThreadPool(4, task -> {
            Thread thread = new Thread(task, "cookie-charter self-test");
            thread.setDaemon(true);
            return thread;
        });
        SelfTestSite site = new SelfTestSite(server, threads);
        server.createContext("/", site::answer);
        server.setExecutor(threads);
        server.start();
        return site;
    }

    /** Returns the address of its first page. */
    String url() {
        return "http://cookie-charter.localhost:" + server.getAddress().getPort() + "/";
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            switch (exchange.getRequestURI().getPath()) {
                case "/" -> {
                    exchange.getResponseHeaders().add("Set-Cookie", "redirect=1");
                    exchange.getResponseHeaders().add("Location", "/page");
                    exchange.sendResponseHeaders(302, -1);
                }
                case "/page" -> {
                    exchange.getResponseHeaders().add("Set-Cookie", "refused=1; Domain=other.example");
                    html(
                            exchange,
                            "<script>document.cookie = 'script=1'; localStorage.setItem('storage', '1')</script>"
                                    + "<iframe title='third party' src='http://third-party.localhost:"
                                    + server.getAddress().getPort() + "/third'></iframe>");
                }
                case "/third" -> {
                    exchange.getResponseHeaders().add("Set-Cookie", "third=1; SameSite=None; Secure");
                    html(exchange, "<p>third party</p>");
                }
                default -> exchange.sendResponseHeaders(404, -1);
            }
        }
    }

    private static void html(HttpExchange exchange, String body) throws IOException {
        byte[] bytes =
                ("<!doctype html><html lang=en><title>Self-test</title>" + body).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
