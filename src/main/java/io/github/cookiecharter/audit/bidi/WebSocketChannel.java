package io.github.cookiecharter.audit.bidi;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A connection over the JDK's web socket, which allows one send at a time and delivers messages in parts. */
final class WebSocketChannel implements MessageSocket {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final WebSocket socket;

    private WebSocketChannel(WebSocket socket) {
        this.socket = socket;
    }

    /**
     * Connects.
     *
     * @throws IOException if nobody answers
     */
    static WebSocketChannel open(URI address, Receiver receiver) throws IOException {
        // The browser runs on this machine, whatever proxy leads elsewhere.
        HttpClient client =
                HttpClient.newBuilder().proxy(HttpClient.Builder.NO_PROXY).build();
        CompletableFuture<WebSocket> opening =
                client.newWebSocketBuilder().connectTimeout(PATIENCE).buildAsync(address, new Parts(receiver));
        return new WebSocketChannel(await(opening, "connecting to " + address));
    }

    @Override
    public synchronized void send(String text) throws IOException {
        await(socket.sendText(text, true), "sending to the browser");
    }

    @Override
    public void close() {
        socket.abort();
    }

    private static <T> T await(CompletableFuture<T> future, String what) throws IOException {
        try {
            return future.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException(what + " failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(what + " was interrupted", e);
        }
    }

    /** Collects the parts of a message. */
    private static final class Parts implements WebSocket.Listener {

        private final Receiver receiver;
        private final StringBuilder parts = new StringBuilder();

        Parts(Receiver receiver) {
            this.receiver = receiver;
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            parts.append(part);
            if (last) {
                String text = parts.toString();
                parts.setLength(0);
                receiver.message(text);
            }
            socket.request(1);
            return CompletableFuture.completedFuture(part);
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            receiver.closed("the browser closed the connection");
            return CompletableFuture.completedFuture(code);
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            receiver.closed("the connection to the browser broke (" + error.getMessage() + ")");
        }
    }
}
