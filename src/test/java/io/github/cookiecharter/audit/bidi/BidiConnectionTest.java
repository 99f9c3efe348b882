package io.github.cookiecharter.audit.bidi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cookiecharter.audit.json.JsonValue;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class BidiConnectionTest {

    private final List<JsonValue> sent = new ArrayList<>();

    /** A browser that answers each command at once, on the thread that sends it. */
    private BidiConnection connection(BiConsumer<JsonValue, MessageSocket.Receiver> browser) throws IOException {
        return BidiConnection.open(receiver -> new MessageSocket() {

            @Override
            public void send(String text) throws IOException {
                JsonValue command = JsonValue.parse(text);
                sent.add(command);
                browser.accept(command, receiver);
            }

            @Override
            public void close() {}
        });
    }

    private static String success(JsonValue command, String result) {
        return "{\"type\":\"success\",\"id\":" + command.get("id").whole(0) + ",\"result\":" + result + "}";
    }

    @Test
    void sendsACommandAndReturnsItsResult() throws Exception {
        BidiConnection connection =
                connection((command, receiver) -> receiver.message(success(command, "{\"context\":\"c\"}")));

        JsonValue result = connection.call("browsingContext.create", Map.of("type", "tab"));

        assertThat(result.get("context").text()).isEqualTo("c");
        assertThat(sent).hasSize(1);
        assertThat(sent.get(0).get("method").text()).isEqualTo("browsingContext.create");
        assertThat(sent.get(0).get("params", "type").text()).isEqualTo("tab");
    }

    @Test
    void tellsAnswersOfSeveralCommandsApart() throws Exception {
        BidiConnection connection = connection((command, receiver) -> {
            receiver.message("{\"type\":\"success\",\"id\":99,\"result\":{\"n\":\"other\"}}");
            receiver.message(
                    success(command, "{\"n\":\"" + command.get("method").text() + "\"}"));
        });

        assertThat(connection.call("one", Map.of()).get("n").text()).isEqualTo("one");
        assertThat(connection.call("two", Map.of()).get("n").text()).isEqualTo("two");
    }

    @Test
    void tellsWhatTheBrowserRefused() throws Exception {
        BidiConnection connection = connection((command, receiver) -> receiver.message("{\"type\":\"error\",\"id\":"
                + command.get("id").whole(0)
                + ",\"error\":\"no such frame\",\"message\":\"Context c is gone\\nat frame 1\"}"));

        assertThatThrownBy(() -> connection.call("browsingContext.reload", Map.of()))
                .isInstanceOfSatisfying(
                        BidiException.class, e -> assertThat(e.reason()).isEqualTo(BidiException.Reason.REFUSED))
                .hasMessage("browsingContext.reload: no such frame, Context c is gone");
    }

    @Test
    void doesNotWaitForEver() throws Exception {
        BidiConnection connection = connection((command, receiver) -> {});

        assertThatThrownBy(() -> connection.call("browsingContext.navigate", Map.of(), Duration.ofMillis(1)))
                .isInstanceOfSatisfying(
                        BidiException.class, e -> assertThat(e.reason()).isEqualTo(BidiException.Reason.TIMED_OUT))
                .hasMessage("the browser did not answer browsingContext.navigate within 1 ms");
    }

    @Test
    void endsWaitingCommandsAndRefusesFurtherOnesIfTheBrowserIsGone() throws Exception {
        BidiConnection connection =
                connection((command, receiver) -> receiver.closed("the browser closed the connection"));

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> connection.call("browser.close", Map.of()))
                    .isInstanceOfSatisfying(
                            BidiException.class, e -> assertThat(e.reason()).isEqualTo(BidiException.Reason.CLOSED))
                    .hasMessageContaining("the browser closed the connection");
        }
        assertThat(sent).hasSize(1);
        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void endsIfTheBrowserSendsNoJson() throws Exception {
        BidiConnection connection = connection((command, receiver) -> receiver.message("<html>"));

        assertThatThrownBy(() -> connection.call("session.status", Map.of()))
                .isInstanceOf(BidiException.class)
                .hasMessageContaining("not JSON");
    }

    @Test
    void passesEventsToThoseWhoListen() throws Exception {
        List<String> heard = new ArrayList<>();
        BidiConnection connection = connection((command, receiver) -> {
            receiver.message("{\"type\":\"event\",\"method\":\"log.entryAdded\",\"params\":{\"text\":\"hello\"}}");
            receiver.message(success(command, "{}"));
        });
        Consumer<BidiEvent> listener = event ->
                heard.add(event.method() + " " + event.parameters().get("text").text());

        connection.listen(listener);
        connection.call("one", Map.of());
        connection.forget(listener);
        connection.call("two", Map.of());

        assertThat(heard).containsExactly("log.entryAdded hello");
    }
}
