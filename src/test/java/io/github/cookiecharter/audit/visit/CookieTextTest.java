package io.github.cookiecharter.audit.visit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.model.Lifetime;
import io.github.cookiecharter.model.SameSite;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CookieTextTest {

    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

    @Test
    void readsAHeader() {
        CookieText cookie = CookieText.parse(
                "id=a=b; Max-Age=86400; HttpOnly; Secure; SameSite=None; Domain=.shop.test; Path=/x; Partitioned", NOW);

        assertThat(cookie.name()).isEqualTo("id");
        assertThat(cookie.value()).isEqualTo("a=b");
        assertThat(cookie.deletes()).isFalse();
        assertThat(cookie.partitioned()).isTrue();
        assertThat(cookie.attributes().lifetime()).map(Lifetime::words).contains("1 day");
        assertThat(cookie.attributes().sameSite()).contains(SameSite.NONE);
        assertThat(cookie.attributes().httpOnly()).contains(true);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a=1; Expires=Wed, 30 Dec 2026 12:00:20 GMT | 30 days",
                "a=1; Expires=Mon, 30 Nov 2026 12:00:30 GMT | 30 seconds",
                "a=1; Expires=Wed, 30 Dec 2026 12:00:00 GMT; Max-Age=60 | 1 minute",
                "a=1; Expires=never | session",
                "a=1 | session"
            })
    void aLifetimeIsThatOfTheDayOfTheVisit(String text, String lifetime) {
        assertThat(CookieText.parse(text, NOW).attributes().lifetime())
                .map(Lifetime::words)
                .contains(lifetime);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a=1; Max-Age=0",
                "a=; Expires=Thu, 01 Jan 1970 00:00:00 GMT",
                "a=1; expires=Mon, 30 Nov 2026 11:59:59 GMT"
            })
    void knowsADeletion(String text) {
        assertThat(CookieText.parse(text, NOW).deletes()).isTrue();
    }

    /** Browsers take a text without an equals sign for a value, which must not become a name in a report. */
    @Test
    void aTextWithoutEqualsSignIsAValue() {
        assertThat(CookieText.parse("secret; path=/", NOW))
                .extracting(CookieText::name, CookieText::value)
                .containsExactly("", "secret");
    }

    @Test
    void marksOfUnknownPartsAreNoTrouble() {
        assertThat(CookieText.parse("a\ufdd0b=\ufdd3x", NOW).name()).isEqualTo("a?b");
    }

    @Test
    void readsACallOfTheCookieStore() {
        long inAWeek = NOW.plusSeconds(7 * 86_400).toEpochMilli();
        CookieText lasting = CookieText.ofCookieStore(
                "a", "{\"value\":\"v\",\"expires\":" + inAWeek + ",\"sameSite\":\"lax\"}", NOW);
        CookieText session = CookieText.ofCookieStore("a", "{\"value\":\"v\",\"expires\":null}", NOW);

        assertThat(lasting.attributes().lifetime()).map(Lifetime::words).contains("7 days");
        assertThat(lasting.attributes().sameSite()).contains(SameSite.LAX);
        assertThat(session.attributes().lifetime()).contains(new Lifetime.Session());
        assertThat(session.attributes().sameSite()).contains(SameSite.STRICT);
        assertThat(CookieText.ofCookieStore("a", "{\"expires\":1}", NOW).deletes())
                .isTrue();
    }
}
