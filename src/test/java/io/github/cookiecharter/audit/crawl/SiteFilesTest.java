package io.github.cookiecharter.audit.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SiteFilesTest {

    private static final String SITE = "https://shop.test/app/";

    private final Map<String, byte[]> served = new HashMap<>();
    private final SiteFiles files = new SiteFiles(URI.create(SITE), address -> {
        byte[] body = served.get(address.toString());
        if (address.getPath().equals("/broken")) {
            throw new IOException("connection reset");
        }
        return body == null ? new SiteFiles.Answer(404, new byte[0]) : new SiteFiles.Answer(200, body);
    });

    private void serve(String address, String text) {
        served.put(address, text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] packed(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream packing = new GZIPOutputStream(bytes)) {
            packing.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @Test
    void readsWhatRobotsNamesWithIndexAndCompression() throws IOException {
        serve("https://shop.test/robots.txt", "Sitemap: https://shop.test/index.xml # all\nSitemap: /plain.txt");
        serve("https://shop.test/index.xml", """
                <?xml version="1.0"?><sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
                <sitemap><loc> https://shop.test/a.xml.gz </loc></sitemap>
                <sitemap><loc>https://shop.test/index.xml</loc></sitemap>
                <sitemap><loc>https://cdn.test/b.xml</loc></sitemap></sitemapindex>""");
        served.put("https://shop.test/a.xml.gz", packed("""
                <urlset><!-- <loc>https://shop.test/app/old</loc> --><url><loc>https://shop.test/app/a?x=1&amp;y=2</loc>
                <image:loc>https://shop.test/a.png</image:loc></url><url><loc><![CDATA[https://shop.test/app/b]]></loc></url></urlset>"""));
        serve("https://shop.test/plain.txt", "https://shop.test/app/c\n");

        assertThat(files.sitemap("true", files.robots()))
                .containsExactly(
                        "https://shop.test/app/c", "https://shop.test/app/a?x=1&y=2", "https://shop.test/app/b");
        assertThat(files.notes())
                .containsExactly("the sitemap https://cdn.test/b.xml lies on another host and was not read");
    }

    @Test
    void looksBelowTheSitesOwnPathWithoutRobots() {
        serve("https://shop.test/app/sitemap.xml", "<urlset><url><loc>https://shop.test/app/a</loc></url></urlset>");

        assertThat(files.sitemap("true", files.robots())).containsExactly("https://shop.test/app/a");
        assertThat(files.sitemap("/missing.xml", RobotsRules.NONE)).isEmpty();
        assertThat(files.sitemap("https://shop.test/broken", RobotsRules.NONE)).isEmpty();
        assertThat(files.notes())
                .containsExactly(
                        "the sitemap https://shop.test/app/missing.xml could not be read (status 404)",
                        "the sitemap https://shop.test/broken could not be read (connection reset)");
    }

    /** RFC 9309, 2.2: the longest rule decides, the own group replaces the general one. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "User-agent: *;Disallow: /a | /a/b | false",
                "User-agent: *;Disallow: /a | /b | true",
                "User-agent: *;Disallow: | /a | true",
                "User-agent: *;Disallow: /;Allow: /a | /a/b | true",
                "User-agent: *;Disallow: /a;Allow: /a | /a | true",
                "User-agent: *;Disallow: /*.php$ | /x.php | false",
                "User-agent: *;Disallow: /*.php$ | /x.php?y | true",
                "User-agent: *;Disallow: /*?print | /a?print=1 | false",
                "User-agent: other;Disallow: / | /a | true",
                "User-agent: x;User-agent: Cookie-Charter;Disallow: /a;User-agent: *;Disallow: / | /b | true",
                "User-agent: *;Crawl-delay: 3;Disallow: /a | /a | false"
            })
    void obeysRobots(String text, String path, boolean allowed) {
        assertThat(RobotsRules.parse(text.replace(';', '\n')).allows(path)).isEqualTo(allowed);
    }

    @Test
    void visitsNothingWhereRobotsCannotBeRead() {
        SiteFiles failing = new SiteFiles(URI.create(SITE), address -> new SiteFiles.Answer(503, new byte[0]));

        assertThat(failing.robots().allows("/app/")).isFalse();
        assertThat(failing.notes())
                .isEqualTo(List.of("robots.txt could not be read (status 503), so nothing may be visited"));
    }
}
