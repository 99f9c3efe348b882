import io.github.cookiecharter.goal.TestCharter;
import io.github.cookiecharter.banner.BannerFiles;
import io.github.cookiecharter.judge.Browser;
import io.github.cookiecharter.judge.BrowserContext;
import io.github.cookiecharter.judge.BrowserPage;
import io.github.cookiecharter.judge.TestSite;
import io.github.cookiecharter.output.Artefact;
import io.github.cookiecharter.output.OutputRoot;
import io.github.cookiecharter.template.Templates;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * What a banner costs a visitor: the bytes that its page asks for, and the milliseconds until the banner can be seen, for
 * each runtime beside the smallest page that the library itself needs. Both pages are measured in turn in one browser.
 *
 * <pre>
 * mvn -q test-compile dependency:build-classpath -Dmdep.outputFile=target/test-classpath
 * java -cp "target/test-classes:target/classes:$(cat target/test-classpath)" src/bench/BannerBench.java [rounds]
 * </pre>
 */
public final class BannerBench {

    private static final String HOST = "www.shop.test";
    private static final String START = "start.js";

    /**
     * A page to measure.
     *
     * @param files what is served, by its path
     * @param banner the selector of what the visitor has to see
     */
    private record Candidate(String name, Map<String, byte[]> files, String banner) {}

    private BannerBench() {}

    public static void main(String[] args) throws Exception {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 15;
        String yaml = Files.readString(Path.of("src/test/resources/charters/shop-with-advertising.yaml"));
        List<Candidate> candidates = List.of(
                ours("vanilla-cookieconsent", yaml, ".cm"),
                demo(
                        "vanilla-cookieconsent, its demo",
                        "vanilla-cookieconsent/dist",
                        List.of("runtime.css", "runtime.js", START),
                        VANILLA_COOKIECONSENT,
                        ".cm"),
                ours("klaro", yaml, ".klaro .cookie-notice"),
                demo(
                        "klaro, its demo",
                        "klaro/dist",
                        List.of("runtime.css", START, "runtime.js"),
                        KLARO,
                        ".klaro .cookie-notice"),
                ours("tarteaucitron", yaml, "#tarteaucitronAlertBig"),
                demo(
                        "tarteaucitron, its demo",
                        "tarteaucitronjs",
                        List.of("runtime.js", START),
                        TARTEAUCITRON,
                        "#tarteaucitronAlertBig"));
        try (Browser browser = Browser.start()) {
            System.out.printf("%s, %d rounds%n", browser.version(), rounds);
            Map<String, List<Double>> milliseconds = new LinkedHashMap<>();
            for (int round = 0; round <= rounds; round++) {
                for (Candidate candidate : candidates) {
                    double once = millisecondsToTheBanner(browser, candidate, round == 0);
                    if (round > 0) { // the first round warms the browser
                        milliseconds.computeIfAbsent(candidate.name(), key -> new ArrayList<>()).add(once);
                    }
                }
            }
            milliseconds.forEach((name, all) -> {
                List<Double> sorted = new ArrayList<>(all);
                sorted.sort(null);
                System.out.printf(
                        Locale.ROOT,
                        "%-32s median %6.1f ms   (%.1f to %.1f)%n",
                        name,
                        sorted.get(sorted.size() / 2),
                        sorted.get(0),
                        sorted.get(sorted.size() - 1));
            });
        }
    }

    private static double millisecondsToTheBanner(Browser browser, Candidate candidate, boolean tellBytes)
            throws IOException {
        try (TestSite site = TestSite.start();
                BrowserContext visitor = browser.newContext()) {
            candidate.files().forEach(site::put);
            BrowserPage page = visitor.newPage();
            page.scriptBeforeLoad("(function look() { var e = document.querySelector('" + candidate.banner()
                    + "'); if (e && e.getBoundingClientRect().height > 0 && getComputedStyle(e).visibility === 'visible')"
                    + " { window.seen = performance.now(); } else { requestAnimationFrame(look); } })()");
            page.goTo(site.url(HOST, "/index.html"));
            page.waitFor("window.seen");
            if (tellBytes) {
                tellBytes(candidate, site);
            }
            return page.evaluate("window.seen").asDouble();
        }
    }

    private static void tellBytes(Candidate candidate, TestSite site) throws IOException {
        int requests = 0;
        long raw = 0;
        long compressed = 0;
        for (String path : site.paths()) {
            byte[] content = candidate.files().get(path);
            if (content != null) {
                requests++;
                raw += content.length;
                compressed += gzip(content);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%-32s %d requests, %,d bytes, %,d compressed by gzip%n",
                candidate.name(),
                requests,
                raw,
                compressed);
    }

    private static int gzip(byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        }
        return out.size();
    }

    private static Candidate ours(String runtime, String yaml, String banner) {
        Map<String, byte[]> files = files(yaml, runtime);
        String head = new String(files.get("/cookie-charter/head.html"), StandardCharsets.UTF_8);
        files.put("/index.html", page(head));
        return new Candidate(runtime, files, banner);
    }

    /** The smallest page with a library as its authors publish it; what else it asks for lies beside. */
    private static Candidate demo(String name, String folder, List<String> loaded, String start, String banner)
            throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        Path root = Path.of("target/npm/node_modules").resolve(folder);
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put("/lib/" + root.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        files.put("/lib/" + START, start.getBytes(StandardCharsets.UTF_8));
        StringBuilder head = new StringBuilder();
        for (String file : loaded) {
            head.append(
                    file.endsWith(".css")
                            ? "<link rel=\"stylesheet\" href=\"/lib/" + file + "\">"
                            : "<script defer src=\"/lib/" + file + "\"></script>");
        }
        files.put("/index.html", page(head.toString()));
        return new Candidate(name, files, banner);
    }

    private static Map<String, byte[]> files(String yaml, String runtime) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        BannerFiles banner = BannerFiles.generate(
                TestCharter.of(yaml + "\nbanner: { runtime: " + runtime + " }\n"),
                TestCharter.LANGUAGES,
                new Templates(Optional.empty()),
                "/cookie-charter/");
        for (Artefact artefact : banner.artefacts()) {
            if (artefact.root() == OutputRoot.WEB_PATH) {
                files.put("/cookie-charter/" + artefact.path(), artefact.content());
            }
        }
        return files;
    }

    private static byte[] page(String head) {
        return ("<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Shop</title>" + head
                        + "</head><body><h1>Shop</h1></body></html>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static final String VANILLA_COOKIECONSENT = """
            CookieConsent.run({
              hideFromBots: false,
              categories: { necessary: { enabled: true, readOnly: true }, statistics: {}, marketing: {} },
              language: { default: 'en', translations: { en: {
                consentModal: { title: 'We use cookies', description: 'May we?', acceptAllBtn: 'Accept all',
                  acceptNecessaryBtn: 'Reject all', showPreferencesBtn: 'Manage' },
                preferencesModal: { title: 'Preferences', acceptAllBtn: 'Accept all', acceptNecessaryBtn: 'Reject all',
                  savePreferencesBtn: 'Save', closeIconLabel: 'Close', sections: [
                    { title: 'Necessary', linkedCategory: 'necessary' },
                    { title: 'Statistics', linkedCategory: 'statistics' },
                    { title: 'Marketing', linkedCategory: 'marketing' } ] } } } }
            });
            """;

    private static final String KLARO = """
            var klaroConfig = { version: 1, lang: 'en', acceptAll: true,
              translations: { en: { purposes: { statistics: 'Statistics', marketing: 'Marketing' } } },
              services: [ { name: 'audience', title: 'Audience', purposes: ['statistics'] },
                { name: 'ads', title: 'Ads', purposes: ['marketing'] } ] };
            """;

    private static final String TARTEAUCITRON = """
            tarteaucitronForceLanguage = 'en';
            tarteaucitron.init({ hashtag: '#cookies', orientation: 'bottom', showIcon: false, DenyAllCta: true,
              AcceptAllCta: true, highPrivacy: true, googleConsentMode: false, removeCredit: true });
            tarteaucitron.services.audience = { key: 'audience', type: 'analytic', name: 'Audience', uri: '',
              needConsent: true, cookies: [], js: function () {}, fallback: function () {} };
            (tarteaucitron.job = tarteaucitron.job || []).push('audience');
            """;
}
