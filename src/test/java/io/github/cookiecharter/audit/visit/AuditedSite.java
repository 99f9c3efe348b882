package io.github.cookiecharter.audit.visit;

import io.github.cookiecharter.banner.BannerFiles;
import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.goal.TestCharter;
import io.github.cookiecharter.judge.TestSite;
import io.github.cookiecharter.model.BannerRuntime;
import io.github.cookiecharter.output.Artefact;
import io.github.cookiecharter.output.OutputRoot;
import io.github.cookiecharter.template.Templates;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A site on the loopback address whose every act is known, with a generated banner and a third party. Each value that it
 * sets contains {@link #SECRET}.
 */
public final class AuditedSite implements AutoCloseable {

    /** Must not be found in anything that an audit writes. */
    public static final String SECRET = "s3cr3t";

    private static final String OWN = "shop.localhost";
    private static final String THIRD = "tracker.localhost";

    private static final String CHARTER = """
            site:
              name: The Shop
              url: http://shop.localhost
              contact: privacy@shop.test
            banner: { runtime: RUNTIME }
            consent:
              cookie: choice
              lifetime: 6 months
            services:
              session:
                category: necessary
                name: Session
                purpose: Keep the session open on the site
                cookies:
                  SESSION: { lifetime: session, http-only: true }
                  basket: { lifetime: 30 days }
                  old-feature: { lifetime: 1 day }
              audience:
                category: statistics
                name: Statistics
                purpose: Count the visits to the site
                scripts: [ /stats.js ]
                cookies:
                  hits: { lifetime: 13 months }
                  stats-http: { lifetime: 1 day }
                  heat: { kind: local-storage }
                  clicks: { kind: indexed-db }
              adverts:
                category: marketing
                name: Adverts
                purpose: Show adverts that fit the visitor
                scripts: [ "http://tracker.localhost:PORT/ads.js" ]
                cookies:
                  campaign: { lifetime: 1 day }
                  adid: { lifetime: 1 year, domain: tracker.localhost }
              load:
                category: statistics
                name: Load measurement
                consent: exempt
                objection: true
                reason: Anonymous measurement of the load
                anonymous: true
                purpose: Measure the load of the servers
                scripts: [ /load.js ]
                cookies:
                  load: { lifetime: 1 day }
            """;

    private final TestSite site = TestSite.start();
    private final Charter charter;
    private String head = "";

    /** Starts the site with a runtime. */
    public AuditedSite(BannerRuntime runtime) {
        charter = TestCharter.of(CHARTER.replace("RUNTIME", runtime.word()).replace("PORT", "" + site.port()));
        BannerFiles banner = BannerFiles.generate(
                charter, TestCharter.LANGUAGES, new Templates(Optional.empty()), "/cookie-charter/");
        for (Artefact artefact : banner.artefacts()) {
            if (artefact.root() == OutputRoot.WEB_PATH) {
                site.put("/cookie-charter/" + artefact.path(), artefact.content());
            }
            if (artefact.path().equals("head.html")) {
                head = new String(artefact.content(), StandardCharsets.UTF_8);
            }
        }
        scripts();
        third();
        site.put("/", page(everything()));
        site.header("/", "Set-Cookie", "SESSION=" + SECRET + "; HttpOnly; Path=/");
        site.header("/", "Set-Cookie", "refused=" + SECRET + "; Domain=other.example");
        site.header("/", "Set-Cookie", "basket=" + SECRET + "; Max-Age=31536000");
        site.header("/start", "Set-Cookie", "redirected=" + SECRET + "; Path=/");
        site.header("/start", "Location", "/");
    }

    private void scripts() {
        site.put("/stats.js", """
                document.cookie = "hits=s3cr3t; path=/; max-age=34190000";
                localStorage.setItem("heat", "s3cr3t");
                indexedDB.open("clicks");
                fetch("/collect");
                """);
        site.put("/collect", "");
        site.header("/collect", "Set-Cookie", "stats-http=" + SECRET + "; HttpOnly; Path=/; Max-Age=86400");
        site.put("/load.js", "document.cookie = 'load=s3cr3t; path=/; max-age=86400';");
        site.put("/page.js", """
                document.cookie = "undeclared=s3cr3t; path=/";
                document.cookie = "gone=s3cr3t; path=/";
                document.cookie = "gone=; path=/; max-age=0";
                setTimeout(() => { document.cookie = "late=s3cr3t; path=/"; }, 700);
                cookieStore.set("stored", "s3cr3t");
                localStorage.setItem("draft", "s3cr3t");
                localStorage.direct = "s3cr3t";
                sessionStorage.setItem("tab", "s3cr3t");
                indexedDB.open("cart");
                caches.open("offline");
                navigator.serviceWorker.register("/worker.js");
                new Worker("/thread.js");
                window.name = "s3cr3t";
                document.createElement("canvas").toDataURL();
                """);
        site.put("/worker.js", "self.addEventListener('install', () => self.skipWaiting());");
        site.put("/thread.js", "fetch('/from-worker');");
        site.put("/from-worker", "");
        site.header("/from-worker", "Set-Cookie", "worked=" + SECRET + "; Path=/");
        site.put("/pixel.gif", "");
        site.header("/pixel.gif", "Set-Cookie", "pixel=" + SECRET + "; Path=/");
    }

    private void third() {
        site.put("/ads.js", "document.cookie = 'campaign=s3cr3t; path=/; max-age=86400';");
        site.header("/ads.js", "Set-Cookie", "adid=" + SECRET + "; SameSite=None; Secure; Max-Age=31557600");
        site.put(
                "/frame.html",
                "<!doctype html><title>frame</title><script>"
                        + "document.cookie = 'framed=s3cr3t; SameSite=None; Secure'; localStorage.setItem('frame-key', 's3cr3t');"
                        + "</script><iframe title='inner' src='http://" + THIRD + ":" + site.port()
                        + "/inner.html'></iframe>");
        site.put("/inner.html", "<!doctype html><title>inner</title>");
        site.header("/inner.html", "Set-Cookie", "inner=" + SECRET + "; SameSite=None; Secure");
        site.header("/inner.html", "Set-Cookie", "chips=" + SECRET + "; SameSite=None; Secure; Partitioned; Path=/");
    }

    private String everything() {
        return "<script src='/page.js'></script><img alt='' src='/pixel.gif'>" + "<iframe title='frame' src='http://"
                + THIRD + ":" + site.port() + "/frame.html'></iframe>";
    }

    /** Returns a page with the banner. */
    public String page(String body) {
        return "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Shop</title>" + head
                + "</head><body><main><h1>Shop</h1><p>A page.</p>"
                + "<button type=\"button\" data-cookie-charter=\"preferences\" hidden>Cookies</button>" + body
                + "</main></body></html>";
    }

    public TestSite site() {
        return site;
    }

    public Charter charter() {
        return charter;
    }

    public URI url() {
        return URI.create(site.url(OWN, "/"));
    }

    @Override
    public void close() {
        site.close();
    }
}
