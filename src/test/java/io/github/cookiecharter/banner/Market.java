package io.github.cookiecharter.banner;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.goal.TestCharter;
import io.github.cookiecharter.judge.TestSite;
import io.github.cookiecharter.model.BannerRuntime;
import io.github.cookiecharter.output.Artefact;
import io.github.cookiecharter.output.OutputRoot;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A site with all that waits for consent: scripts of its own and of others, and embedded videos, on any runtime. */
final class Market implements AutoCloseable {

    static final String HOST = "www.shop.test";

    /** {@code PORT} stands for the port on which all the hosts listen. */
    static final String CHARTER = """
            site:
              name: { fr: Le Marché, en: The Market, de: Der Markt }
              url: http://www.shop.test
              hosts: [app.shop.test]
              languages: [fr, en, de]
              contact: privacy@shop.test
            consent:
              cookie: choice
              lifetime: 6 months
            providers:
              tube: { name: Tube & Söhne, privacy-policy: "https://tube.example/privacy" }
            services:
              session:
                category: necessary
                purpose: { fr: Garder la session ouverte, en: Keep the session open, de: Die Sitzung offen halten }
                scripts: [ /session.js ]
                cookies:
                  SESSION: { lifetime: session }
                  _pk_keep: { lifetime: 1 day }
              player:
                category: marketing
                provider: tube
                purpose: { fr: Montrer les vidéos, en: Show the videos, de: Die Videos zeigen }
                scripts: [ "http://cdn.test:PORT/player.js", /both.js, /session.js, "/player-*.js" ]
                frames: [ "http://tube.test:PORT/embed/*" ]
                cookies:
                  seen: { lifetime: 1 year }
              audience:
                category: statistics
                purpose: { fr: Compter les visites, en: Count the visits, de: Die Besuche zählen }
                scripts: [ /stats.js, /both.js ]
                cookies:
                  hits: { lifetime: 13 months }
                  basket-path: { lifetime: 1 day, path: /basket }
                  "_pk_*": { lifetime: 13 months }
                  heat: { kind: local-storage }
                  scroll: { kind: session-storage }
                  clicks: { kind: indexed-db }
              free-video:
                category: necessary
                purpose: { fr: Montrer notre aide, en: Show our help, de: Unsere Hilfe zeigen }
                frames: [ "http://tube.test:PORT/embed/help*", /help.html ]
            """;

    private static final String STATS = """
            document.cookie = "hits=1; path=/";
            document.cookie = "hits=2; path=/; domain=shop.test";
            document.cookie = "basket-path=1; path=/basket";
            document.cookie = "_pk_id.7=1; path=/; domain=shop.test";
            document.cookie = "_pk_ses.7=1; path=/";
            document.cookie = "_pk_keep=1; path=/";
            localStorage.setItem("heat", "1");
            localStorage.setItem("other", "1");
            sessionStorage.setItem("scroll", "1");
            indexedDB.open("clicks");
            """;

    static final String FRAMES = """
            <iframe id="one" data-cookie-charter-src="http://tube.test:PORT/embed/one" title="First video"
              width="480" height="270"></iframe>
            <iframe id="two" data-cookie-charter-src="http://tube.test:PORT/embed/two" title="Second video"></iframe>
            """;

    final TestSite site = TestSite.start();
    private final BannerRuntime runtime;
    private final String look;
    private String head = "";

    private Market(BannerRuntime runtime, String look) {
        this.runtime = runtime;
        this.look = look;
    }

    static Market open(BannerRuntime runtime) {
        return open(runtime, "");
    }

    /**
     * Opens a market whose banner has a look of its own.
     *
     * @param look what the declaration says of the banner beside its runtime, such as {@code layout: bar}
     */
    static Market open(BannerRuntime runtime, String look) {
        return new Market(runtime, look).generate(CHARTER);
    }

    /** What {@code head.html} holds for a declaration, with the usual port. */
    static String headOf(String yaml) {
        return Shop.banner(yaml.replace("PORT", "80")).tags().orElseThrow().head();
    }

    /** The text with the port and, for a declaration, the runtime in it. */
    private String filled(String text) {
        return text.replace("PORT", Integer.toString(site.port()));
    }

    /** The charter of a declaration that says nothing of a banner's runtime. */
    Charter charter(String yaml) {
        return TestCharter.of(withRuntime(yaml));
    }

    private String withRuntime(String yaml) {
        return filled(yaml) + "banner: { runtime: " + runtime.word() + (look.isEmpty() ? "" : ", " + look) + " }\n";
    }

    /** Generates the banner and the pages anew, as the next build of the site would. */
    Market generate(String yaml) {
        BannerFiles banner = Shop.banner(withRuntime(yaml));
        for (Artefact artefact : banner.artefacts()) {
            if (artefact.root() == OutputRoot.WEB_PATH) {
                site.put("/cookie-charter/" + artefact.path(), artefact.content());
            }
            if (artefact.path().equals("head.html")) {
                head = new String(artefact.content(), StandardCharsets.UTF_8);
            }
        }
        for (String name : List.of("session", "both", "player", "stats")) {
            String work = name.equals("stats") ? STATS : name.equals("player") ? "document.cookie = 'seen=1';" : "";
            site.put("/" + name + ".js", "(window.order = window.order || []).push('" + name + "');\n" + work);
        }
        for (String path : List.of("/embed/one", "/embed/two", "/embed/help", "/help.html")) {
            site.put(path, "<!DOCTYPE html><html lang=\"en\"><title>Video</title><p>A video.</p></html>");
            site.header(path, "Content-Type", "text/html; charset=utf-8");
        }
        for (String language : charter(yaml).site().languages()) {
            page("/" + language + ".html", language, "", FRAMES);
            page("/basket/" + language + ".html", language, "", FRAMES);
            page("/cookie-charter/policy." + language + ".html", language, "", "");
        }
        return this;
    }

    /** Puts a page with the banner's tags in its head. */
    Market page(String path, String language, String moreHead, String body) {
        return page(path, language, head, moreHead, body);
    }

    /** Puts a page with these tags in its head. */
    Market page(String path, String language, String tags, String moreHead, String body) {
        site.put(
                path,
                filled("<!DOCTYPE html><html lang=\"" + language
                        + "\"><head><meta charset=\"utf-8\"><title>Market</title>"
                        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">" + tags + moreHead
                        + "</head><body><main><h1>Market</h1>" + body
                        + "<p><button type=\"button\" id=\"reopen\" data-cookie-charter=\"preferences\" hidden>Cookies"
                        + "</button></p><p id=\"signal\" data-cookie-charter=\"gpc\" hidden>Your signal counts.</p></main>"
                        + "</body></html>"));
        return this;
    }

    /** The content of {@code head.html}. */
    String head() {
        return head;
    }

    String url(String path) {
        return site.url(HOST, path);
    }

    /** Returns whether some page requested this path so far. */
    boolean wasAskedFor(String path) {
        return site.paths().contains(path);
    }

    /** Returns whether any host other than the site's own received a request so far. */
    boolean wasAnotherHostAsked() {
        return site.requests().stream().anyMatch(request -> !request.host().endsWith("shop.test"));
    }

    @Override
    public void close() {
        site.close();
    }
}
