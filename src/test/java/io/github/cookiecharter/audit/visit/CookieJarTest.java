package io.github.cookiecharter.audit.visit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CookieJarTest {

    @Test
    void aNameWithOtherLettersIsReadAsUtf8() {
        assertThat(CookieJar.utf8("c-\u00c3\u00a9")).isEqualTo("c-\u00e9");
    }

    @Test
    void otherTextStaysAsItIs() {
        assertThat(CookieJar.utf8("plain")).isEqualTo("plain");
        assertThat(CookieJar.utf8("c-\u00e9")).isEqualTo("c-\u00e9");
        assertThat(CookieJar.utf8("c-\u4e16")).isEqualTo("c-\u4e16");
    }
}
