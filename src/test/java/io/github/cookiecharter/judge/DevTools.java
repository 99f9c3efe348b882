package io.github.cookiecharter.judge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** One connection to a browser over the Chrome DevTools Protocol, shared by all its pages. */
final class DevTools implements WebSocket.Listener {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long ANSWER_SECONDS = 120;

    private final AtomicInteger lastId = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
    private final Map<String, Events> listeners = new ConcurrentHashMap<>();
    private final StringBuilder fragments = new StringBuilder();
    private final WebSocket socket;

    /** Takes the events of one session. It runs on the connection's thread and must not wait for an answer. */
    @FunctionalInterface
    interface Events {
        void accept(String session, String method, JsonNode params);
    }

    DevTools(URI address) {
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(address, this)
                .join();
    }

    void listen(String session, Events events) {
        listeners.put(session, events);
    }

    void forget(String session) {
        listeners.remove(session);
    }

    /** Sends a command to the browser itself and waits for its answer. */
    JsonNode send(String method, Map<String, ?> params) {
        return await(method, post(Optional.empty(), method, params));
    }

    /** Sends a command to one session and waits for its answer. */
    JsonNode send(String session, String method, Map<String, ?> params) {
        return await(method, post(Optional.of(session), method, params));
    }

    /** Sends a command without waiting, which is the only way to send one out of {@link Events}. */
    CompletableFuture<JsonNode> post(Optional<String> session, String method, Map<String, ?> params) {
        ObjectNode message = JSON.createObjectNode();
        int id = lastId.incrementAndGet();
        message.put("id", id).put("method", method).set("params", JSON.valueToTree(params));
        session.ifPresent(value -> message.put("sessionId", value));
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        waiting.put(id, answer);
        // The socket refuses a second text while one is on its way.
        synchronized (socket) {
            socket.sendText(message.toString(), true).join();
        }
        return answer;
    }

    private static JsonNode await(String method, CompletableFuture<JsonNode> answer) {
        try {
            return answer.get(ANSWER_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new BrowserException(method + ": " + e.getCause().getMessage(), e);
        } catch (TimeoutException e) {
            throw new BrowserException(
                    "The browser did not answer " + method + " within " + ANSWER_SECONDS + " seconds", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrowserException("Interrupted while the browser worked on " + method, e);
        }
    }

    @Override
    public CompletionStage<?> onText(WebSocket source, CharSequence data, boolean last) {
        fragments.append(data);
        if (last) {
            String message = fragments.toString();
            fragments.setLength(0);
            dispatch(message);
        }
        source.request(1);
        return null;
    }

    private void dispatch(String text) {
        JsonNode message;
        try {
            message = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new BrowserException("The browser sent a message that is not JSON", e);
        }
        if (message.has("id")) {
            answer(message);
            return;
        }
        String session = message.path("sessionId").asText("");
        Events events = listeners.get(session);
        if (events != null) {
            events.accept(session, message.path("method").asText(), message.path("params"));
        }
    }

    private void answer(JsonNode message) {
        CompletableFuture<JsonNode> answer = waiting.remove(message.path("id").asInt());
        if (answer == null) {
            return;
        }
        if (message.has("error")) {
            answer.completeExceptionally(
                    new BrowserException(message.path("error").path("message").asText()));
        } else {
            answer.complete(message.path("result"));
        }
    }

    @Override
    public CompletionStage<?> onClose(WebSocket source, int status, String reason) {
        lost(new BrowserException("The browser closed the connection"));
        return null;
    }

    @Override
    public void onError(WebSocket source, Throwable error) {
        lost(error);
    }

    private void lost(Throwable cause) {
        waiting.values().forEach(answer -> answer.completeExceptionally(cause));
        waiting.clear();
    }

    void close() {
        socket.abort();
    }
}
