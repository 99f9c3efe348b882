package io.github.cookiecharter.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.goal.TestCharter;
import io.github.cookiecharter.judge.Javac;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The guards as javac sees them, with every warning on, against the API of each server. */
class GuardClassesTest {

    @ParameterizedTest
    @EnumSource
    void eachCompilesWithEveryWarningAsAnError(Server server) {
        Map<String, String> sources = TestGuard.sources(TestCharter.of(TestGuard.CHARTER), "com.acme.Cookies", server);

        assertThat(sources).containsOnlyKeys("com.acme.Cookies", "com.acme." + server.guard());
        assertThat(Javac.compile(sources, server == Server.SERVLET ? 11 : 8, TestGuard.api(server))
                        .diagnostics())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Names", "a.b.Jar"})
    void aSiteThatAsksForNothingHasAGuardToo(String className) {
        Map<String, String> sources = TestGuard.sources(
                TestCharter.of("site: { name: Shop, url: https://shop.example }\nservices: {}\n"),
                className,
                Server.SERVLET);

        assertThat(Javac.compile(sources, 11, TestGuard.api(Server.SERVLET)).diagnostics())
                .isEmpty();
    }
}
