package io.github.cookiecharter.audit.bidi;

import io.github.cookiecharter.audit.bidi.BidiException.Reason;
import io.github.cookiecharter.audit.json.JsonValue;
import io.github.cookiecharter.template.JsonWriter;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** A session with a browser: sends commands, waits for their results, and passes events on. */
public final class BidiConnection implements AutoCloseable, MessageSocket.Receiver {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final AtomicInteger lastId = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonValue>> waiting = new ConcurrentHashMap<>();
    private final List<Consumer<BidiEvent>> listeners = new CopyOnWriteArrayList<>();
    private final CompletableFuture<MessageSocket> socket = new CompletableFuture<>();
    private final CompletableFuture<String> end = new CompletableFuture<>();

    private BidiConnection() {}

    /** Opens a connection by way of a socket that reports to it. */
    interface Opener {

        /** Connects. */
        MessageSocket open(MessageSocket.Receiver receiver) throws IOException;
    }

    /**
     * Connects to a browser.
     *
     * @throws IOException if it does not answer
     */
    public static BidiConnection open(URI address) throws IOException {
        return open(receiver -> WebSocketChannel.open(address, receiver));
    }

    static BidiConnection open(Opener opener) throws IOException {
        BidiConnection connection = new BidiConnection();
        connection.socket.complete(opener.open(connection));
        return connection;
    }

    /** Adds a listener to all events; the connection calls it from one thread and waits for it, so it must send nothing. */
    public void listen(Consumer<BidiEvent> listener) {
        listeners.add(listener);
    }

    /** Removes a listener. */
    public void forget(Consumer<BidiEvent> listener) {
        listeners.remove(listener);
    }

    /**
     * Sends a command and waits for its result.
     *
     * @param parameters what {@link JsonWriter} can write
     */
    public JsonValue call(String method, Map<String, ?> parameters) throws BidiException {
        return call(method, parameters, PATIENCE);
    }

    /**
     * Sends a command and waits for its result.
     *
     * @param patience how long to wait at most
     */
    public JsonValue call(String method, Map<String, ?> parameters, Duration patience) throws BidiException {
        int id = lastId.incrementAndGet();
        CompletableFuture<JsonValue> result = new CompletableFuture<>();
        waiting.put(id, result);
        try {
            if (end.isDone()) {
                throw new BidiException(Reason.CLOSED, end.join());
            }
            Map<String, Object> command = new LinkedHashMap<>();
            command.put("id", id);
            command.put("method", method);
            command.put("params", parameters);
            socket.join().send(JsonWriter.write(command));
            return result.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (IOException e) {
            throw new BidiException(Reason.CLOSED, "the connection to the browser broke at " + method);
        } catch (TimeoutException e) {
            throw new BidiException(
                    Reason.TIMED_OUT, "the browser did not answer " + method + " within " + seconds(patience));
        } catch (ExecutionException e) {
            throw e.getCause() instanceof BidiException refused
                    ? new BidiException(refused.reason(), method + ": " + refused.words())
                    : new BidiException(Reason.CLOSED, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BidiException(Reason.CLOSED, "the audit was interrupted");
        } finally {
            waiting.remove(id);
        }
    }

    private static String seconds(Duration patience) {
        return patience.toMillis() < 1_000 ? patience.toMillis() + " ms" : patience.toSeconds() + " s";
    }

    @Override
    public void message(String text) {
        JsonValue message;
        try {
            message = JsonValue.parse(text);
        } catch (IOException e) {
            closed("the browser sent something that is not JSON (" + e.getMessage() + ")");
            return;
        }
        String type = message.get("type").text();
        if (type.equals("event")) {
            BidiEvent event = new BidiEvent(message.get("method").text(), message.get("params"));
            listeners.forEach(listener -> listener.accept(event));
            return;
        }
        CompletableFuture<JsonValue> result = waiting.get(message.get("id").whole(0));
        if (result != null && type.equals("success")) {
            result.complete(message.get("result"));
        } else if (result != null) {
            result.completeExceptionally(new BidiException(
                    Reason.REFUSED,
                    message.get("error").text() + ", "
                            + firstLine(message.get("message").text())));
        }
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }

    @Override
    public void closed(String cause) {
        end.complete(cause);
        for (CompletableFuture<JsonValue> result : waiting.values()) {
            result.completeExceptionally(new BidiException(Reason.CLOSED, end.join()));
        }
    }

    /** Returns whether the browser is still there, as far as the connection shows. */
    public boolean isOpen() {
        return !end.isDone();
    }

    @Override
    public void close() {
        closed("the connection to the browser was closed");
        if (socket.isDone()) {
            socket.join().close();
        }
    }
}
