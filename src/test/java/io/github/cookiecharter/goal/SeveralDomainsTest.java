package io.github.cookiecharter.goal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cookie that is set for several domains, in each artefact. */
class SeveralDomainsTest {

    private static final String YAML = """
            site: { name: Shop, url: https://www.shop.example, updated: 2026-11-01, controller: Shop Ltd, privacy-policy: /p }
            providers: { ads: { name: Ads, url: https://ads.example, privacy-policy: https://ads.example/p, country: FR } }
            services:
              ads:
                category: marketing
                provider: ads
                purpose: Show offers that match what you bought
                cookies:
                  both: { lifetime: 30 days, domain: [.shop.example, ads.example, www.shop.example, .more.example] }
                  theirs: { lifetime: 30 days, domain: [ads.example, more.example] }
                  ours: { lifetime: 30 days, domain: [shop.example, www.shop.example] }
            """;

    @TempDir
    Path folder;

    @Test
    void eachArtefactTakesTheDomainsThatConcernIt() throws Exception {
        ExampleModule module = new ExampleModule(folder);
        Files.writeString(folder.resolve("cookies.yaml"), YAML);

        assertThat(module.run("generate", "cookies.yaml")).contains("Cookie charter");

        String page = Files.readString(module.web().resolve("policy.en.html"));
        assertThat(row(page, "both"))
                .contains("first-party, read by Ads <span class=\"cookie-charter-note\">third-party ads.example</span>"
                        + " <span class=\"cookie-charter-note\">more.example</span></td>");
        assertThat(row(page, "theirs"))
                .contains("third-party <span class=\"cookie-charter-note\">ads.example</span>"
                        + " <span class=\"cookie-charter-note\">more.example</span></td>");
        assertThat(row(page, "ours")).contains("first-party, read by Ads</td>");

        String json = Files.readString(module.web().resolve("charter.json"));
        assertThat(json.replaceAll("\\s+", ""))
                .contains(
                        "\"party\":\"both\"",
                        "\"domains\":[\"shop.example\",\"ads.example\",\"www.shop.example\",\"more.example\"]");

        String banner = Files.readString(module.web().resolve("banner.js")).replaceAll("\\s+", "");
        assertThat(banner)
                .contains("\"both\",\"service\":\"ads\",\"path\":\"/\",\"domain\":\"shop.example\"")
                .contains("\"both\",\"service\":\"ads\",\"path\":\"/\",\"domain\":\"www.shop.example\"")
                .doesNotContain(
                        "\"domain\":\"ads.example\"", "\"domain\":\"more.example\"", "\"name\":\"theirs\",\"service\"");

        String names =
                Files.readString(module.target().resolve("generated-sources/cookie-charter/com/example/Cookies.java"));
        assertThat(names).contains("BOTH = \"both\"", "OURS = \"ours\"").doesNotContain("\"theirs\"");
    }

    private static String row(String page, String cookie) {
        int start = page.indexOf("<tr data-cookie=\"" + cookie + "\"");
        assertThat(start).as(cookie).isPositive();
        return page.substring(start, page.indexOf("</tr>", start));
    }
}
