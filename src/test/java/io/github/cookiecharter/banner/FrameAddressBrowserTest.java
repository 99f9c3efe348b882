package io.github.cookiecharter.banner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cookiecharter.judge.Browser;
import io.github.cookiecharter.judge.BrowserExtension;
import io.github.cookiecharter.judge.BrowserPage;
import io.github.cookiecharter.judge.TestSite;
import io.github.cookiecharter.model.NamePattern;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Which declared addresses match which addresses of a page: {@code banner.js} in a browser agrees with Java. */
@Tag("browser")
@ExtendWith(BrowserExtension.class)
class FrameAddressBrowserTest {

    private static final List<String> HOSTS = List.of(
            "maps.org", "*.maps.org", "*maps.org", "maps.*", "*.maps.*", "*", "m*s.org", "a.maps.org", "*.a.maps.org");
    private static final List<String> PORTS = List.of("", "", "", ":8443", ":*", ":8*", ":443");
    private static final List<String> PATHS =
            List.of("/", "/*", "/embed/*", "*", "/*/maps.org", "/*.maps.org/*", "/e*?z=*", "?z=*", "/x.maps.org/");

    private static final List<String> PAGE_HOSTS = List.of(
            "maps.org",
            "x.maps.org",
            "evil.test",
            "maps.evil.test",
            "a.maps.org",
            "b.a.maps.org",
            "xmaps.org",
            "mxs.org");
    private static final List<String> PAGE_PORTS = List.of("", "", "", ":8443", ":443", ":81");
    private static final List<String> PAGE_PATHS = List.of(
            "/",
            "",
            "/embed/one",
            "/x.maps.org/",
            "/x/maps.org",
            "/?x.maps.org/",
            "?z=1",
            "#x.maps.org/",
            "\\x.maps.org/",
            "/e?z=1",
            "//maps.org/embed/one",
            ":8443/maps.org");

    private final Browser browser;

    FrameAddressBrowserTest(Browser browser) {
        this.browser = browser;
    }

    private static String any(Random random, List<String> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** What the documentation says: {@code *} is anything in the path, and in the host anything that a host may hold. */
    private static boolean matches(FrameAddress declared, String host, String port, String path) {
        String authority = new NamePattern(declared.host()).regex().replace("[\\s\\S]*", "[^/?#@\\\\:]*");
        return Pattern.matches(authority, host)
                && new NamePattern(declared.port()).matches(port)
                && new NamePattern(declared.path()).matches(path);
    }

    @Test
    void theBrowserAgreesWithJava() throws IOException {
        Random random = new Random(20);
        List<Map<String, Object>> cases = new ArrayList<>();
        List<FrameAddress> declared = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            FrameAddress address =
                    FrameAddress.of("https://" + any(random, HOSTS) + any(random, PORTS) + any(random, PATHS));
            declared.add(address);
            cases.add(Map.of(
                    "entry",
                    Map.of("address", List.of(address.host(), address.port(), address.path()), "services", List.of()),
                    "url",
                    "https://" + any(random, PAGE_HOSTS) + any(random, PAGE_PORTS) + any(random, PAGE_PATHS)));
        }
        try (TestSite site = TestSite.start().folder("/core/", Path.of("src/main/js/core"))) {
            site.put(
                    "/page.html",
                    "<!DOCTYPE html><title>a</title><script type=\"module\">import * as frames from"
                            + " '/core/frames.js'; window.frames_ = frames</script>");
            BrowserPage page = browser.newContext().open(site.url("www.shop.test", "/page.html"));
            page.waitFor("!!window.frames_");
            JsonNode results = page.evaluate("(" + new ObjectMapper().writeValueAsString(cases)
                    + ").map(({ entry, url }) => { const read = frames_.webAddress(url);"
                    + " return read && { found: !!frames_.frameEntry([entry], read), host: read.hostname,"
                    + " port: read.port, path: read.pathname + read.search } })");
            int matching = 0;
            for (int i = 0; i < cases.size(); i++) {
                JsonNode result = results.get(i);
                if (!result.isNull()) {
                    boolean expected = matches(
                            declared.get(i),
                            result.get("host").asText(),
                            result.get("port").asText(),
                            result.get("path").asText());
                    assertThat(result.get("found").asBoolean())
                            .as("%s", cases.get(i))
                            .isEqualTo(expected);
                    matching += expected ? 1 : 0;
                }
            }
            assertThat(matching).isBetween(200, 4_000);
        }
    }
}
