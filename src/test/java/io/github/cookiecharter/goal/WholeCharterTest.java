package io.github.cookiecharter.goal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cookiecharter.judge.Browser;
import io.github.cookiecharter.judge.BrowserContext;
import io.github.cookiecharter.judge.BrowserExtension;
import io.github.cookiecharter.judge.BrowserPage;
import io.github.cookiecharter.judge.Css;
import io.github.cookiecharter.judge.Html;
import io.github.cookiecharter.judge.Javac;
import io.github.cookiecharter.judge.TestSite;
import io.github.cookiecharter.language.Languages;
import io.github.cookiecharter.template.JsonWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs the whole pipeline on real declarations and validates every artefact with an independent checker. */
@Tag("browser")
@ExtendWith(BrowserExtension.class)
class WholeCharterTest {

    @TempDir
    Path module;

    static List<String> charters() throws IOException {
        List<String> charters = new ArrayList<>();
        for (Path folder : List.of(Path.of("src/test/resources/charters"), Path.of("src-it/quickstart"))) {
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(file -> file.toString().endsWith(".yaml"))
                        .sorted()
                        .forEach(file -> charters.add(read(file)));
            }
        }
        assertThat(charters).hasSizeGreaterThanOrEqualTo(5);
        charters.add(hostile());
        charters.add(inEveryLanguage());
        return charters;
    }

    private static String inEveryLanguage() {
        String shop = read(Path.of("src/test/resources/charters/shop-with-advertising.yaml"));
        List<String> tags = Languages.builtIn().tags();
        assertThat(tags).hasSizeGreaterThan(30);
        return shop.replaceFirst("languages: .*", "languages: [" + String.join(", ", tags) + "]");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Every text that the format knows, each with all that could break out of the place where it lands. */
    private static String hostile() {
        StringBuilder attack = new StringBuilder();
        HostileTexts.ALL.forEach(text -> attack.append(text.length() > 500 ? text.substring(0, 500) : text)
                .append(' '));
        String text = JsonWriter.write(withoutWhatIsNoText(attack));
        return """
                site:
                  name: @
                  url: "https://www.example.org/a?b=%3Cc%3E&d='e'"
                  languages: [en, fr]
                  jurisdictions: [us-ca]
                  controller: @
                  contact: "https://www.example.org/contact?a=b&c='d'"
                categories:
                  social: { name: @, description: { en: @, fr: @ }, signals: [ad_storage] }
                  exempted: { name: @, description: { en: @, fr: @ }, consent: exempt, reason: { en: @, fr: @ } }
                providers:
                  other: { name: @, url: "https://other.example/?%3Cscript%3E", country: US, safeguard: { en: @, fr: @ } }
                services:
                  one:
                    category: social
                    provider: other
                    name: @
                    location: { en: @, fr: @ }
                    purpose: { en: @, fr: @ }
                    scripts: [ "https://other.example/a.js?x='%3C/script%3E'", "https://other.example/*.js?x='&y=$" ]
                    frames: [ "https://other.example/video/*?a='b'&c=d" ]
                    cookies:
                      "$'`*|~^": { lifetime: 1 day, recipients: { en: @, fr: @ } }
                      "a</script>\\"'<!--": { kind: local-storage }
                      "https://other.example/pixel?a='%3C/script%3E": { kind: pixel }
                  two: { category: exempted, name: @, purpose: { en: @, fr: @ }, cookies: { b: { lifetime: session } } }
                  three: { category: statistics, consent: exempt, reason: { en: @, fr: @ }, purpose: { en: @, fr: @ }, frames: [ "https://other.example/*" ] }
                banner:
                  texts: { title: { en: @, fr: @ }, description: { en: @, fr: @ }, accept-all: { en: @, fr: @ }, close: { en: @, fr: @ }, policy-link: { en: @, fr: @ }, revision: { en: @, fr: @ } }
                policy:
                  columns: [provider, service, cookie, purpose, lifetime, party, kind, recipients]
                  texts: { title: { en: @, fr: @ }, intro: { en: @, fr: @ } }
                """.replace("@", text);
    }

    // Controls, noncharacters and halves of characters: the reader refuses them, which its own tests hold.
    private static String withoutWhatIsNoText(CharSequence attack) {
        return attack.codePoints()
                .filter(c ->
                        c >= 0x20 && (c < 0x7f || c > 0x9f) && (c & 0xfffe) != 0xfffe && (c < 0xd800 || c > 0xdfff))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private Path generate(String yaml) throws Exception {
        return generate(yaml, Optional.empty());
    }

    private Path generate(String yaml, Optional<Path> templates) throws Exception {
        Path declaration = Files.writeString(module.resolve("cookies.yaml"), yaml);
        Map<String, String> claims = new ConcurrentHashMap<>();
        GoalResult result = GenerateGoal.run(new GenerateRequest(
                new GenerateRequest.Module(module, "default", Set.of("default"), Set.of(), claims, "1"),
                declaration, // An attack is no lawful declaration.
                new RuleParameters("never", Map.of(), "", module),
                new GenerateRequest.ArtefactChoice(
                        List.of("policy", "banner", "constants"), "com.example.Cookies", templates),
                new GenerateRequest.ServedAddress("cookie-charter", "/"),
                new GenerateRequest.OutputDirectories(
                        module.resolve("web"),
                        module.resolve("sources"),
                        module.resolve("reports"),
                        Optional.empty())));
        assertThat(result).isInstanceOf(GoalResult.Done.class);
        return module.resolve("web/cookie-charter");
    }

    @ParameterizedTest
    @MethodSource("charters")
    void everyArtefactStandsBeforeItsJudge(String yaml) throws Exception {
        Path web = generate(yaml);
        try (Stream<Path> files = Files.list(web)) {
            for (Path file : files.toList()) {
                String name = Objects.toString(file.getFileName());
                String content = Files.readString(file);
                if (name.equals("head.html")) {
                    assertThat(Html.checkHead(content)).as(name).isEmpty();
                } else if (name.endsWith(".fragment.html")) {
                    String language = name.substring("policy.".length(), name.indexOf(".fragment"));
                    assertThat(said(Html.checkFragment(content, language)))
                            .as(name)
                            .isEmpty();
                } else if (name.endsWith(".html")) {
                    assertThat(said(Html.check(content))).as(name).isEmpty();
                } else if (name.equals("policy.css") || name.equals("frames.css")) {
                    assertThat(Css.check(content)).as(name).isEmpty();
                }
            }
        }
        JsonNode charter =
                new ObjectMapper().readTree(web.resolve("charter.json").toFile());
        assertThat(charter.path("categories")).isNotEmpty();
        String source = Files.readString(module.resolve("sources/com/example/Cookies.java"));
        assertThat(Javac.compile("com.example.Cookies", source).diagnostics()).isEmpty();
        assertThat(Html.check(Files.readString(module.resolve("reports/preview.html"))))
                .as("preview.html")
                .isEmpty();
        assertThat(said(Html.check(Files.readString(module.resolve("reports/findings.html")))))
                .as("findings.html")
                .isEmpty();
        Path tags = module.resolve("reports/tags.html");
        boolean banner = !read(web.resolve("head.html")).isEmpty();
        assertThat(tags.toFile().exists()).isEqualTo(banner);
        if (banner) {
            assertThat(said(Html.check(read(tags)))).as("tags.html").isEmpty();
        }
    }

    // The checker guesses the language, and an attack is in none.
    private static List<String> said(List<String> messages) {
        return messages.stream()
                .filter(message -> !message.contains("appears to be written in"))
                .toList();
    }

    @Test
    void hostileTextIsInertOnThePageAndInTheBanner(Browser browser) throws Exception {
        Path web = generate(hostile());
        try (TestSite site = TestSite.start().folder("/cookie-charter/", web);
                BrowserContext visitor = browser.newContext()) {
            site.header("*", "Content-Security-Policy", "default-src 'self'");
            for (String language : List.of("en", "fr")) {
                BrowserPage page =
                        visitor.open(site.url("www.shop.test", "/cookie-charter/policy." + language + ".html"));
                page.waitForVisible(".cm");
                // Its texts are so long that the button lies outside the window.
                page.evaluate("document.querySelector('.cm [data-role=show]').click()");
                page.waitForVisible(".pm");
                page.waitUntilIdle();
                assertThat(page.dialogs()).isEmpty();
                assertThat(page.consoleErrors()).isEmpty();
                assertThat(page.evaluate("document.querySelectorAll('body script, body img, body iframe').length")
                                .asInt())
                        .isZero();
                assertThat(page.text("document.querySelector('.pm').textContent"))
                        .contains("<img src=x onerror=alert(1)>", "{{{x}}}", "${");
            }
        }
    }

    @Test
    void thePreviewShowsEveryPageAndTheBannerByADoubleClick(Browser browser) throws Exception {
        generate(read(Path.of("src-it/quickstart/cookies.yaml")));
        String url = module.resolve("reports/preview.html").toUri().toString();
        try (BrowserContext author = browser.newContext()) {
            BrowserPage page = author.open(url);
            String banner = "document.querySelector('iframe:not([hidden])').contentDocument.querySelector('.cm')";
            page.waitFor(banner + " && document.querySelectorAll('iframe').length === 2");
            page.waitFor("getComputedStyle(" + banner + ").visibility === 'visible'");
            page.evaluate(banner + ".querySelector('[data-role=all]').click()");
            page.waitFor("getComputedStyle(" + banner + ").visibility === 'hidden'");
            page.click("input[value=en]");
            page.waitFor(
                    "document.querySelector('iframe:not([hidden])').contentDocument.documentElement.lang === 'en'");
            page.evaluate("document.querySelector('iframe:not([hidden])').contentDocument"
                    + ".querySelector('a[hreflang=fr]').click()");
            page.waitFor(
                    "document.querySelector('iframe:not([hidden])').contentDocument.documentElement.lang === 'fr'");
            page.reload();
            page.waitFor("getComputedStyle(" + banner + ").visibility === 'visible'");
            assertThat(page.consoleErrors()).isEmpty();
            assertThat(page.requests()).containsOnly(url);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"vanilla-cookieconsent", "klaro", "tarteaucitron"})
    void theBannerOfEachRuntimeIsAtWorkInThePreview(String runtime, Browser browser) throws Exception {
        generate(Files.readString(Path.of("src-it/quickstart/cookies.yaml")) + "\nbanner: { runtime: " + runtime
                + " }\n");
        try (BrowserContext author = browser.newContext()) {
            BrowserPage page =
                    author.open(module.resolve("reports/preview.html").toUri().toString());
            page.waitFor("Array.from(document.querySelector('iframe:not([hidden])').contentDocument"
                    + ".querySelectorAll('button')).some(button => button.checkVisibility({ visibilityProperty: true })"
                    + " && button.textContent.includes('Tout accepter'))");
            assertThat(page.consoleErrors()).isEmpty();
        }
    }

    /** The preview keeps each page in a script element, which such a page could end too early or never. */
    @Test
    void thePreviewShowsAPageThatHasScriptsAndCommentsOfItsOwn(Browser browser) throws Exception {
        Path templates = Files.createDirectories(module.resolve("templates/policy"));
        Files.writeString(templates.resolve("page.mustache"), """
                <!DOCTYPE html>
                <html lang="{{language}}"><head><title>{{pageTitle}}</title>
                <!-- <script> is not closed in here -->
                <SCRIPT>document.documentElement.dataset.own = "<!--" + "<\\/script>" + "<\\\\/script>";</SCRIPT>
                {{{headTags}}}
                </head><body><p id="last">{{#title}}{{text}}{{/title}}</p></body></html>
                """);
        generate(Files.readString(Path.of("src-it/quickstart/cookies.yaml")), Optional.of(templates.getParent()));
        try (BrowserContext author = browser.newContext()) {
            BrowserPage page =
                    author.open(module.resolve("reports/preview.html").toUri().toString());
            String shown = "document.querySelector('iframe:not([hidden])').contentDocument";
            page.waitFor(shown + ".getElementById('last') !== null");
            assertThat(page.text(shown + ".getElementById('last').textContent")).contains("cookies");
            assertThat(page.text(shown + ".documentElement.dataset.own")).isEqualTo("<!--</script><\\/script>");
            assertThat(page.evaluate("document.querySelectorAll('iframe').length")
                            .asInt())
                    .isEqualTo(2);
            assertThat(page.consoleErrors()).isEmpty();
        }
    }

    @Test
    void theSameInputGivesTheSameBytes() throws Exception {
        for (String yaml : charters()) {
            Path web = generate(yaml);
            Map<String, String> first = contents(web);
            try (Stream<Path> files = Files.list(web)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            assertThat(contents(generate(yaml))).isEqualTo(first);
        }
    }

    private static Map<String, String> contents(Path folder) throws IOException {
        Map<String, String> contents = new java.util.TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                contents.put(file.getFileName().toString(), Files.readString(file, StandardCharsets.UTF_8));
            }
        }
        return contents;
    }
}
