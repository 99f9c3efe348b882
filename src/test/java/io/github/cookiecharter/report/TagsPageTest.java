package io.github.cookiecharter.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.banner.BannerFiles;
import io.github.cookiecharter.banner.SiteTags;
import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.goal.TestCharter;
import io.github.cookiecharter.judge.Html;
import io.github.cookiecharter.template.Templates;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nu.validator.htmlparser.common.XmlViolationPolicy;
import nu.validator.htmlparser.dom.HtmlDocumentBuilder;
import org.junit.jupiter.api.Test;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** What the author copies is what the page needs. */
class TagsPageTest {

    private static final String YAML = """
            site: { name: "Desk <b>", url: "https://desk.example" }
            services:
              map:
                category: preferences
                purpose: Show the way to our office
                scripts: [ "https://maps.example/api.js?a=1&b='2'", "https://maps.example/*.js", /free.js ]
                frames: [ "https://maps.example/embed/*" ]
              ads:
                category: marketing
                purpose: Show advertising of partners
                scripts: [ "https://maps.example/api.js?a=1&b='2'" ]
              help:
                category: necessary
                purpose: Answer questions in the chat
                scripts: [ /free.js ]
                frames: [ /help ]
            """;

    private static String page() {
        return page(YAML);
    }

    private static String page(String yaml) {
        Charter charter = TestCharter.of(yaml);
        Templates templates = new Templates(Optional.empty());
        SiteTags tags = BannerFiles.generate(charter, TestCharter.LANGUAGES, templates, "/cookie-charter/")
                .tags()
                .orElseThrow();
        return new String(TagsPage.generate(charter, templates, tags).content(), StandardCharsets.UTF_8);
    }

    private static List<String> texts(String tag) throws Exception {
        HtmlDocumentBuilder parser = new HtmlDocumentBuilder(XmlViolationPolicy.ALLOW);
        NodeList found = parser.parse(new InputSource(new StringReader(page()))).getElementsByTagName(tag);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            texts.add(found.item(i).getTextContent().replaceAll("\\s+", " ").strip());
        }
        return texts;
    }

    @Test
    void eachScriptAndFrameStandsThereAsATag() throws Exception {
        assertThat(texts("pre").subList(1, 6))
                .containsExactly(
                        "<script type=\"text/plain\" data-cookie-charter-services=\"map ads\""
                                + " data-src=\"https://maps.example/api.js?a=1&amp;b=&#39;2&#39;\"></script>",
                        "<script type=\"text/plain\" data-cookie-charter-services=\"map\""
                                + " data-src=\"https://maps.example/*.js\"></script>",
                        "<script defer src=\"/free.js\"></script>",
                        "<iframe data-cookie-charter-src=\"https://maps.example/embed/*\" title=\"…\" width=\"560\""
                                + " height=\"315\"></iframe>",
                        "<iframe data-cookie-charter-src=\"/help\" title=\"…\" width=\"560\" height=\"315\"></iframe>");
        assertThat(texts("pre").get(0))
                .contains("data-cookie-charter-services=\"map ads\"", "/cookie-charter/banner.js")
                .doesNotContain("/*.js");
        assertThat(texts("p"))
                .contains(
                        "Waits for consent to map or ads. It is in head.html already.",
                        "Needs no consent: map, help. It is in head.html already.")
                .anyMatch(text -> text.startsWith("Replace each * with the actual part of the address"));
    }

    @Test
    void whatRunsUntilTheVisitorObjectsIsNamed() {
        String exempt =
                YAML.replace("preferences\n", "preferences\n    consent: exempt\n    reason: The visitor opens it\n");
        assertThat(page(exempt))
                .contains(
                        "<p>Runs until the visitor objects: map or ads.", "<p>Is shown until the visitor objects: map.")
                .contains("<p>Needs no consent: map, help.");
    }

    @Test
    void theNonceIsShownAsEachTemplateEngineWritesIt() throws Exception {
        assertThat(texts("td"))
                .containsExactly(
                        "th:nonce=\"${cspNonce}\"",
                        "nonce=\"<c:out value='${cspNonce}'/>\"",
                        "nonce=\"${cspNonce}\"",
                        "nonce=\"{{cspNonce}}\"",
                        "nonce=\"{cspNonce}\"");
    }

    @Test
    void thePageIsValid() {
        assertThat(Html.check(page())).isEmpty();
    }
}
