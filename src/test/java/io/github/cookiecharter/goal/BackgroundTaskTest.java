package io.github.cookiecharter.goal;

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

class BackgroundTaskTest {

    @Test
    void theWorkIsDoneOnAThreadOfItsOwn() {
        try (BackgroundTask<Thread> ahead = BackgroundTask.start(Thread::currentThread)) {
            assertThat(ahead.result()).isNotSameAs(Thread.currentThread());
            assertThat(ahead.result().isAlive()).isFalse();
        }
    }

    @Test
    void whatTheWorkThrewComesThroughAsItIs() {
        RuntimeException fault = new IllegalArgumentException("fault");
        Error error = new StackOverflowError();
        try (BackgroundTask<String> ahead = BackgroundTask.start(() -> {
                    throw fault;
                });
                BackgroundTask<String> worse = BackgroundTask.start(() -> {
                    throw error;
                })) {
            assertThatThrownBy(ahead::result).isSameAs(fault);
            assertThatThrownBy(worse::result).isSameAs(error);
        }
    }

    @Test
    void closeJoinsTheThreadEvenIfInterrupted() {
        CountDownLatch go = new CountDownLatch(1);
        AtomicBoolean ended = new AtomicBoolean();
        try (BackgroundTask<String> ahead = BackgroundTask.start(() -> {
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
        new ArtefactPipeline()
                .generate(
                        new Generator.GenerateInput(
                                "cookies.yaml",
                                Set.of(ArtefactType.POLICY, ArtefactType.BANNER, ArtefactType.CONSTANTS),
                                "com.acme.Cookies",
                                "/cookie-charter/",
                                Optional.empty(),
                                new RuleParameters("error", Map.of(), "", Path.of("")),
                                "cookies.yaml",
                                "1.0",
                                List.of(),
                                Path.of("cookies.history"),
                                io.github.cookiecharter.declaration.Parts.NONE,
                                false),
                        declaration.getBytes(StandardCharsets.UTF_8));
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain("cookie-charter");
    }
}
