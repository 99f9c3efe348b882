package io.github.cookiecharter.audit.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.cookiecharter.audit.bidi.BidiEvent;
import io.github.cookiecharter.audit.json.JsonValue;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EventLogTest {

    private static EventLog log(boolean devTools) throws IOException {
        EventLog log = new EventLog("visitor", devTools);
        log.setTab("tab");
        send(log, "browsingContext.contextCreated", "{'context':'frame','userContext':'visitor','parent':'tab'}");
        send(log, "browsingContext.contextCreated", "{'context':'other','userContext':'default'}");
        return log;
    }

    private static void send(EventLog log, String method, String parameters) throws IOException {
        log.accept(new BidiEvent(method, JsonValue.parse(parameters.replace('\'', '"'))));
    }

    private static void request(EventLog log, String id, String url, String context) throws IOException {
        send(
                log,
                "network.beforeRequestSent",
                "{'context':" + context + ",'request':{'request':'" + id + "','url':'" + url + "'}}");
    }

    private static void extra(EventLog log, String id, String headers, String blocked) throws IOException {
        send(
                log,
                EventLog.EXTRA_INFO,
                "{'params':{'requestId':'" + id + "','headers':" + headers + ",'blockedCookies':" + blocked + "}}");
    }

    /** BiDi of Chromium does not tell the headers of redirects; DevTools tell them in their order. */
    @Test
    void givesEachRedirectItsOwnHeaders() throws IOException {
        EventLog log = log(true);
        request(log, "1", "http://a.test/start", "'tab'");
        extra(log, "1", "{'Set-Cookie':'one=1'}", "[]");
        request(log, "1", "http://a.test/end", "'tab'");
        extra(
                log,
                "1",
                "{'set-cookie':'two=2\\nthree=3; Domain=b.test'}",
                "[{'blockedReasons':['InvalidDomain'],'cookieLine':'three=3; Domain=b.test'}]");

        assertThat(log.headers())
                .containsExactly(
                        new Acts.Header("one=1", "http://a.test/start", Optional.empty(), false),
                        new Acts.Header("two=2", "http://a.test/end", Optional.empty(), false),
                        new Acts.Header(
                                "three=3; Domain=b.test", "http://a.test/end", Optional.of("InvalidDomain"), false));
    }

    @Test
    void readsTheHeadersOfResponsesWhereThereAreNoDevTools() throws IOException {
        EventLog log = log(false);
        request(log, "1", "http://a.test/", "'frame'");
        log.setAfterChoice(true);
        send(
                log,
                "network.responseCompleted",
                "{'context':'frame','redirectCount':0,'request':{'request':'1'},'response':{'url':'http://a.test/',"
                        + "'headers':[{'name':'Set-Cookie','value':{'type':'string','value':'a=1\\nb=2'}}]}}");

        assertThat(log.headers())
                .extracting(Acts.Header::text, Acts.Header::afterChoice)
                .containsExactly(tuple("a=1", false), tuple("b=2", false));
    }

    /** The evidence of one visitor must never get into that of another. */
    @Test
    void ignoresOtherVisitors() throws IOException {
        EventLog log = log(true);
        request(log, "1", "http://a.test/", "'other'");
        extra(log, "1", "{'Set-Cookie':'one=1'}", "[]");
        send(
                log,
                "network.beforeRequestSent",
                "{'context':null,'userContext':'default','request':{'request':'2','url':'http://b.test/'}}");

        assertThat(log.requests()).isEmpty();
        assertThat(log.headers()).isEmpty();
    }

    @Test
    void takesARequestOfAWorkerWhichHasNoContext() throws IOException {
        EventLog log = log(true);
        send(
                log,
                "network.beforeRequestSent",
                "{'context':null,'userContext':'visitor','request':{'request':'2','url':'http://b.test/'}}");

        assertThat(log.requests()).extracting(Acts.Request::url).containsExactly("http://b.test/");
    }

    @Test
    void becomesQuietOnceNothingIsOpen() throws Exception {
        EventLog log = log(true);
        request(log, "1", "http://a.test/", "'tab'");
        assertThat(log.awaitQuiet(Duration.ZERO, Duration.ZERO, Duration.ofMillis(1)))
                .isFalse();

        send(log, "network.fetchError", "{'context':'tab','request':{'request':'1'}}");

        assertThat(log.awaitQuiet(Duration.ZERO, Duration.ZERO, Duration.ofSeconds(60)))
                .isTrue();
    }

    @Test
    void tellsDialogsAndTheEndOfTheTab() throws IOException {
        EventLog log = log(true);
        send(log, "browsingContext.userPromptOpened", "{'context':'tab','type':'alert'}");
        send(log, "browsingContext.contextDestroyed", "{'context':'frame'}");
        assertThat(log.isTabClosed()).isFalse();

        send(log, "browsingContext.contextDestroyed", "{'context':'tab'}");

        assertThat(log.isTabClosed()).isTrue();
        assertThat(log.notes()).containsExactly("the page opened a dialog (alert), which was closed");
    }

    @Test
    void knowsTheStatusOfThePageItself() throws IOException {
        EventLog log = log(true);
        send(
                log,
                "network.responseCompleted",
                "{'context':'tab','navigation':'n','request':{'request':'1'},'response':{'status':404}}");
        send(
                log,
                "network.responseCompleted",
                "{'context':'frame','navigation':'m','request':{'request':'2'},'response':{'status':200}}");

        assertThat(log.status()).isEqualTo(404);
    }
}
