package io.github.cookiecharter.audit.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageQueueTest {

    private static final URI SITE = URI.create("http://shop.localhost:8080/app/");

    private static PageQueue queue(int depth, int maxPages, String... named) {
        return new PageQueue(SITE, new CrawlLimits(depth, maxPages), RobotsRules.NONE, List.of(named));
    }

    private static List<PageLink> links(String... addresses) {
        return Stream.of(addresses).map(PageLink::listed).toList();
    }

    private static List<String> followed(PageLink... links) {
        PageQueue queue = queue(1, 50, "/");
        queue.next(List.of(links));
        return queue.level();
    }

    @Test
    void goesLevelByLevelAndNoFurther() {
        PageQueue queue = queue(2, 50, "/");

        assertThat(queue.level()).containsExactly("/");
        assertThat(queue.wantsLinks()).isTrue();
        queue.next(links("http://shop.localhost:8080/app/", "http://shop.localhost:8080/app/about#team"));
        assertThat(queue.level()).containsExactly("/about");
        queue.next(links("http://shop.localhost:8080/app/team"));
        assertThat(queue.level()).containsExactly("/team");
        assertThat(queue.wantsLinks()).isFalse();
        queue.next(links("http://shop.localhost:8080/app/jobs"));
        assertThat(queue.level()).isEmpty();
    }

    @Test
    void takesOneExampleOfEachShapeAndEachPageThatTheUserNames() {
        PageQueue queue = queue(0, 50, "/", "/products/1", "/products/2");
        queue.addListed(List.of(
                "http://shop.localhost:8080/app/products/3",
                "http://shop.localhost:8080/app/blog/2026/11/how-we-make-our-coats",
                "http://shop.localhost:8080/app/blog/2026/12/where-our-wool-comes-from",
                "http://shop.localhost:8080/app/search?q=coat&page=2",
                "http://shop.localhost:8080/app/search?page=7&q=hat",
                "http://shop.localhost:8080/app/search?q=hat"));

        assertThat(queue.level())
                .containsExactly(
                        "/",
                        "/products/1",
                        "/products/2",
                        "/blog/2026/11/how-we-make-our-coats",
                        "/search?page=2&q=coat",
                        "/search?q=hat");
    }

    @Test
    void saysWhatItLeavesOut() {
        RobotsRules robots = RobotsRules.parse("User-agent: *\nDisallow: /app/private");
        PageQueue queue = new PageQueue(SITE, new CrawlLimits(0, 1), robots, List.of("/private", "/", "/about"));

        assertThat(queue.level()).containsExactly("/");
        assertThat(queue.notes())
                .containsExactly(
                        "not visited, because maxPages is 1: /about",
                        "not visited, because robots.txt does not allow it: /private");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://shop.localhost:8080/app/logout",
                "http://shop.localhost:8080/app/users/sign_out",
                "http://shop.localhost:8080/app/account?action=LogOff",
                "http://shop.localhost:8080/app/abmelden",
                "http://shop.localhost:8080/app/items/7/delete",
                "http://shop.localhost:8080/app/terms.PDF",
                "http://shop.localhost:8080/app/export.csv?all=1",
                "http://shop.localhost:8080/other",
                "http://shop.localhost:9090/app/a",
                "https://shop.localhost:8080/app/a",
                "http://www.shop.localhost:8080/app/a",
                "mailto:shop@example.org",
                "javascript:void(0)",
                "tel:+123",
                "http://not valid/"
            })
    void doesNotFollow(String address) {
        assertThat(followed(PageLink.listed(address))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "http://shop.localhost:8080/app/blog/, /blog/",
        "http://shop.localhost:8080/app/catalogout, /catalogout",
        "http://shop.localhost:8080/app/./a/../b, /b",
        "HTTP://SHOP.localhost:8080/app/a?, /a",
        "http://shop.localhost:8080/app/v1.2, /v1.2"
    })
    void follows(String address, String page) {
        assertThat(followed(PageLink.listed(address))).containsExactly(page);
    }

    @Test
    void doesNotFollowWhatThePageMarks() {
        assertThat(followed(
                        new PageLink("http://shop.localhost:8080/app/report", "", true),
                        new PageLink("http://shop.localhost:8080/app/list?sort=up", "noopener nofollow", false),
                        new PageLink("http://shop.localhost:8080/app/plain", "nofollow", false)))
                .containsExactly("/plain");
    }
}
