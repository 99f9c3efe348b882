package io.github.cookiecharter.banner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A declared address in the parts that {@code banner.js} compares. */
class FrameAddressTest {

    @ParameterizedTest
    @CsvSource({
        "https://maps.org/embed/*?z=1, maps.org, '', /embed/*?z=1",
        "HTTPS://*.Maps.org/*, *.maps.org, '', /*",
        "https://maps.org, maps.org, '', /",
        "https://maps.org?z=*, maps.org, '', /?z=*",
        "https://maps.org:8443/a:b, maps.org, 8443, /a:b",
        "https://maps.org:443/, maps.org, '', /",
        "http://maps.org:443/, maps.org, 443, /",
        "http://maps.org:80/, maps.org, '', /",
        "https://*.maps.org:*/*, *.maps.org, *, /*",
        "https://[2001:db8::1]/a, [2001:db8::1], '', /a",
        "https://[2001:db8::1]:81/a, [2001:db8::1], 81, /a",
        "https://karten.müller.example/a, karten.xn--mller-kva.example, '', /a",
        "/embed/*, '', '', /embed/*",
    })
    void hostPortAndPathStandApart(String url, String host, String port, String path) {
        assertThat(FrameAddress.of(url)).isEqualTo(new FrameAddress(host, port, path));
    }

    @Test
    void anAddressComesBeforePatternsAndALongPatternBeforeAShortOne() {
        List<FrameAddress> sorted = Stream.of(
                        "https://*.maps.org/*",
                        "https://maps.org/embed/*",
                        "https://maps.org/",
                        "https://maps.org/embed/one")
                .map(FrameAddress::of)
                .sorted(FrameAddress.BY_PRECEDENCE)
                .toList();
        assertThat(sorted).extracting(FrameAddress::path).containsExactly("/embed/one", "/", "/embed/*", "/*");
    }
}
