package io.github.cookiecharter.audit.visit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScriptPlaceTest {

    @Test
    void findsTheScriptBehindTheHookInChromium() {
        String stack = """
                Error
                    at report (<anonymous>:11:60)
                    at Object.apply (<anonymous>:36:11)
                    at track (http://shop.localhost:80/stats.js?v=7:12:5)
                    at http://shop.localhost:80/:3:9
                """;

        assertThat(ScriptPlace.of(stack, "/")).isEqualTo("http://shop.localhost:80/stats.js:12:5");
    }

    /** Firefox gives the hook's own frames the address of the page. */
    @Test
    void findsTheScriptBehindTheHookInFirefox() {
        String stack = """
                report@http://shop.localhost/:11:60
                apply@http://shop.localhost/:36:11
                track@http://shop.localhost/stats.js:12:5
                """;

        assertThat(ScriptPlace.of(stack, "/")).isEqualTo("http://shop.localhost/stats.js:12:5");
    }

    @Test
    void namesThePageIfTheStackDoesNotTell() {
        assertThat(ScriptPlace.of("Error\n at Object.apply (<anonymous>:1:2)\n at <anonymous>:1:1", "/page"))
                .isEqualTo("/page");
    }

    @Test
    void leavesOutWhatMayTellVisitorsApart() {
        assertThat(ScriptPlace.withoutQuery("https://a.test/p?id=7#x")).isEqualTo("https://a.test/p");
        assertThat(ScriptPlace.withoutQuery("https://a.test/p#x?y")).isEqualTo("https://a.test/p");
        assertThat(ScriptPlace.withoutQuery("https://a.test/p")).isEqualTo("https://a.test/p");
    }
}
