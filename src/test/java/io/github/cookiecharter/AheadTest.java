package io.github.cookiecharter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AheadTest {

    @Test
    void theWorkIsDoneOnAThreadOfItsOwn() {
        try (Ahead<Thread> ahead = Ahead.start(Thread::currentThread)) {
            assertThat(ahead.result()).isNotSameAs(Thread.currentThread());
            assertThat(ahead.result().isAlive()).isFalse();
        }
    }

    @Test
    void whatTheWorkThrewComesThroughAsItIs() {
        RuntimeException fault = new IllegalArgumentException("fault");
        Error error = new StackOverflowError();
        try (Ahead<String> ahead = Ahead.start(() -> {
                    throw fault;
                });
                Ahead<String> worse = Ahead.start(() -> {
                    throw error;
                })) {
            assertThatThrownBy(ahead::result).isSameAs(fault);
            assertThatThrownBy(worse::result).isSameAs(error);
        }
    }

    @Test
    void theThreadHasEndedAfterTheBlockAlthoughNobodyAskedAndTheBuildWasInterrupted() {
        CountDownLatch go = new CountDownLatch(1);
        AtomicBoolean ended = new AtomicBoolean();
        try (Ahead<String> ahead = Ahead.start(() -> {
            try {
                go.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            ended.set(true);
            return "";
        })) {
            assertThat(ahead).isNotNull();
            Thread.currentThread().interrupt();
            go.countDown();
        }
        assertThat(ended).isTrue();
        assertThat(Thread.interrupted()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "site: { name: Shop, url: https://www.example.org, languages: [en] }\nservices: {}",
                "site: { name: Shop }",
                "nonsense"
            })
    void noThreadOutlivesARun(String declaration) throws Exception {
        new Pipeline()
                .generate(
                        new Generator.Order(
                                "cookies.yaml",
                                Set.of(Product.POLICY, Product.BANNER, Product.CONSTANTS),
                                "com.acme.Cookies",
                                "/cookie-charter/",
                                Optional.empty(),
                                new RuleParameters("error", Map.of(), "", Path.of("")),
                                "cookies.yaml",
                                "1.0",
                                List.of()),
                        declaration.getBytes(StandardCharsets.UTF_8));
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain("cookie-charter");
    }
}
