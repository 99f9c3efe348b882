package io.github.cookiecharter.banner;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.goal.TestCharter;
import io.github.cookiecharter.judge.TestSite;
import io.github.cookiecharter.output.Artefact;
import io.github.cookiecharter.output.OutputRoot;
import io.github.cookiecharter.template.Templates;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A site on the loopback address with a generated banner, and a script that measures its audience once it may. */
final class Shop implements AutoCloseable {

    static final String HOST = "www.shop.test";

    static final String CHARTER = """
            site:
              name: { fr: La Boutique, en: The Shop }
              url: http://www.shop.test
              hosts: [app.shop.test]
              languages: [fr, en]
              contact: privacy@shop.test
            consent:
              cookie: choice
              lifetime: 6 months
            services:
              session:
                category: necessary
                name: Session
                purpose: { fr: Garder la session ouverte sur le site, en: Keep the session open on the site }
                cookies:
                  SESSION: { lifetime: session }
                  _pk_keep: { lifetime: 1 day }
              audience:
                category: statistics
                name: Statistics
                purpose: { fr: Compter les visites du site, en: Count the visits to the site }
                scripts: [ /stats.js ]
                cookies:
                  hits: { lifetime: 13 months }
                  basket-path: { lifetime: 1 day, path: /basket }
                  "_pk_*": { lifetime: 13 months }
                  heat: { kind: local-storage }
                  scroll: { kind: session-storage }
                  clicks: { kind: indexed-db }
              exempt:
                category: statistics
                name: Load measurement
                consent: exempt
                objection: false
                reason: { fr: Mesure anonyme de la charge, en: Anonymous measurement of the load }
                anonymous: true
                purpose: { fr: Mesurer la charge des serveurs, en: Measure the load of the servers }
                cookies:
                  load: { lifetime: 1 day }
            """;

    private static final String STATS = """
            window.ran = (window.ran || 0) + 1;
            document.cookie = "hits=1; path=/";
            document.cookie = "hits=2; path=/; domain=shop.test";
            document.cookie = "basket-path=1; path=/basket";
            document.cookie = "_pk_id.7=1; path=/; domain=shop.test";
            document.cookie = "_pk_ses.7=1; path=/";
            document.cookie = "_pk_keep=1; path=/";
            document.cookie = "load=1; path=/";
            localStorage.setItem("heat", "1");
            localStorage.setItem("other", "1");
            sessionStorage.setItem("scroll", "1");
            indexedDB.open("clicks");
            """;

    final TestSite site = TestSite.start();

    /** The shop with its usual charter. */
    static Shop open() {
        return new Shop().generate(CHARTER);
    }

    static Shop open(String yaml) {
        return new Shop().generate(yaml);
    }

    static BannerFiles banner(String yaml) {
        return BannerFiles.generate(
                TestCharter.of(yaml), TestCharter.LANGUAGES, new Templates(Optional.empty()), "/cookie-charter/");
    }

    /** Generates the banner anew, as the next build of the site would. */
    Shop generate(String yaml) {
        Charter charter = TestCharter.of(yaml);
        BannerFiles banner = banner(yaml);
        String head = "";
        for (Artefact artefact : banner.artefacts()) {
            if (artefact.root() == OutputRoot.WEB_PATH) {
                site.put("/cookie-charter/" + artefact.path(), artefact.content());
            }
            if (artefact.path().equals("head.html")) {
                head = new String(artefact.content(), StandardCharsets.UTF_8);
            }
        }
        site.put("/stats.js", STATS);
        for (String language : charter.site().languages()) {
            site.put("/" + language + ".html", page(language, head));
            site.put("/cookie-charter/policy." + language + ".html", page(language, head));
        }
        site.put("/basket/en.html", page("en", head));
        return this;
    }

    /** A page of the site in a language, with the banner's tags in its head. */
    static String page(String language, String head) {
        return "<!DOCTYPE html><html lang=\"" + language + "\"><head><meta charset=\"utf-8\"><title>Shop</title>"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">" + head
                + "</head><body><main><h1>Shop</h1><p>A page of the shop.</p>"
                + "<button type=\"button\" id=\"reopen\" data-cookie-charter=\"preferences\" hidden>Cookies</button>"
                + "<p data-cookie-charter=\"gpc\" hidden>Your signal counts.</p></main></body></html>";
    }

    String url(String path) {
        return site.url(HOST, path);
    }

    boolean wasAskedFor(String path) {
        return site.paths().contains(path);
    }

    @Override
    public void close() {
        site.close();
    }
}
