package io.github.cookiecharter.goal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.audit.record.AuditRecord;
import io.github.cookiecharter.audit.record.RecordFiles;
import io.github.cookiecharter.audit.record.Sighting;
import io.github.cookiecharter.audit.record.Visit;
import io.github.cookiecharter.goal.GenerateRequest;
import io.github.cookiecharter.goal.GoalResult;
import io.github.cookiecharter.goal.RuleParameters;
import io.github.cookiecharter.judge.TestSite;
import io.github.cookiecharter.output.OutputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The goal on a site with a banner of another maker, behind a sign-in. */
@Tag("browser")
class AuditGoalBrowserTest {

    private static final String SECRET = "s3cr3t-pass";

    private static final String DECLARATION = """
            site: { name: Shop, url: "http://shop.example", contact: privacy@shop.example }
            services:
              session:
                category: necessary
                purpose: Keep you signed in from page to page
                cookies: { sid: { lifetime: session } }
              audience:
                category: statistics
                name: Audience measurement
                purpose: Count the visits
                cookies: { hits: { lifetime: 1 day } }
            """;

    /** Signs in with the right password alone, and shows the member's page to members alone. */
    private static final String LOGIN = """
            <!doctype html><title>Sign in</title><input id="user"><input id="pass" type="password">
            <button id="go">Sign in</button><script>
            document.querySelector("#go").onclick = () => {
              if (document.querySelector("#pass").value === "%s") {
                document.cookie = "sid=%s; path=/"; localStorage.setItem("token", "%s"); location.href = "/";
              }
            };</script>""".formatted(SECRET, SECRET, SECRET);

    private static final String PAGE = """
            <!doctype html><title>Shop</title><h1>Shop</h1>
            <a href="/products/1?b=2&a=1">One</a> <a href="/products/2?a=1&b=2">Two</a> <a href="/logout">Out</a>
            <a href="/terms.pdf">Terms</a> <a href="/brochure" download>Brochure</a> <a href="http://other.localhost/">Other</a>
            <p id="account" hidden>Account</p>
            <div id="box"><button id="yes">Yes</button> <button id="no">No</button></div>
            <button id="prefs">Privacy</button> <button id="none" hidden>Nothing</button>
            <script>
            const member = document.cookie.includes("sid=") && localStorage.getItem("token");
            document.querySelector("#account").hidden = !member;
            if (member) { document.cookie = "member=1; path=/"; }
            const show = () => { document.querySelector("#box").hidden = Boolean(localStorage.getItem("answer")); };
            const hits = (age) => { document.cookie = "hits=1; path=/; max-age=" + age; };
            const answer = (text) => { localStorage.setItem("answer", text); show(); };
            document.querySelector("#yes").onclick = () => { answer("yes"); hits(86400); };
            document.querySelector("#no").onclick = () => answer("no");
            document.querySelector("#prefs").onclick = () => { document.querySelector("#none").hidden = false; };
            document.querySelector("#none").onclick = () => { answer("no"); hits(0); };
            show();
            </script>""";

    private final TestSite site = TestSite.start();
    private final List<String> console = new CopyOnWriteArrayList<>();

    @TempDir
    private Path temporary;

    @BeforeEach
    void serve() throws IOException {
        site.put("/login", LOGIN).put("/", PAGE).put("/products/1", PAGE).put("/deep/listed", PAGE);
        for (String page : List.of("/login", "/products/1", "/deep/listed")) {
            site.header(page, "Content-Type", "text/html; charset=utf-8");
        }
        site.put("/sitemap.xml", "<urlset><url><loc>" + url() + "deep/listed</loc></url></urlset>");
        Files.writeString(temporary.resolve("cookies.yaml"), DECLARATION);
    }

    @AfterEach
    void close() {
        site.close();
    }

    private String url() {
        return site.url("shop.localhost", "/");
    }

    private AuditRecord audit(Map<String, String> more) throws OutputException, IOException {
        Map<String, String> options = new HashMap<>(Map.of(
                "url", url(),
                "settle", "0.3",
                "timeout", "60",
                "banner.accept", "#yes",
                "banner.refuse", "#no",
                "banner.preferences", "#prefs",
                "banner.withdraw", "#none"));
        options.putAll(more);
        Path base = temporary.toRealPath();
        Set<String> executions = Set.of("default");
        GoalResult result = AuditGoal.run(new AuditRequest(
                new GenerateRequest.Module(base, "default", executions, executions, new HashMap<>(), "1.0"),
                base.resolve("cookies.yaml"),
                base.resolve("target/cookie-charter"),
                new RuleParameters("error", Map.of(), "", base),
                new AuditRequest.Site(options),
                "2026-12-01",
                false,
                new Recorder()));
        assertThat(result).isInstanceOf(GoalResult.Done.class);
        console.add(result.toString());
        assertThat(console).noneMatch(line -> line.contains(SECRET));
        try (Stream<Path> files = Files.walk(base.resolve("target"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .doesNotContain(SECRET);
            }
        }
        Path reports = base.resolve("target/cookie-charter");
        return RecordFiles.read(
                Files.readString(reports.resolve(RecordFiles.EVIDENCE)),
                Files.readString(reports.resolve(RecordFiles.VISITS)));
    }

    /** Remembers what the goal says. */
    private final class Recorder implements AuditRequest.AuditConsole {

        @Override
        public void progress(String line) {
            console.add(line);
        }

        @Override
        public void warn(String line) {
            console.add(line);
        }

        @Override
        public Optional<String> secret(String source, String name) {
            return name.equals("SHOP_PASSWORD") ? Optional.of(SECRET) : Optional.empty();
        }
    }

    private static Set<String> kept(AuditRecord record, String name) {
        Set<String> kept = new LinkedHashSet<>();
        record.sightings().stream()
                .filter(sighting -> sighting.isKept() && sighting.name().equals(name))
                .map(Sighting::visit)
                .forEach(visit -> kept.add(visit.words()));
        return kept;
    }

    @Test
    void signsInFollowsSitemapAndLinksAndUsesTheSelectorsOfABanner() throws Exception {
        AuditRecord record = audit(Map.of(
                "browser", "chromium",
                "phases", "before, accept, withdraw, categories",
                "sitemap", "true",
                "depth", "1",
                "sessions", "2",
                "login", "open /login; fill #pass with env:SHOP_PASSWORD; click #go; wait #account"));

        assertThat(record.visits().stream().map(visit -> visit.key().page()).distinct())
                .containsExactly("/", "/deep/listed", "/products/1?a=1&b=2");
        assertThat(site.paths()).doesNotContain("/logout", "/terms.pdf", "/brochure", "/products/2?a=1&b=2");
        assertThat(kept(record, "member")).contains("/ (before)", "/ (accept)", "/products/1?a=1&b=2 (before)");
        assertThat(kept(record, "hits"))
                .containsExactly("/ (accept)", "/deep/listed (accept)", "/products/1?a=1&b=2 (accept)");
        assertThat(record.visits())
                .allSatisfy(visit -> assertThat(visit.problem())
                        .isEqualTo(
                                visit.key().choice().isEmpty()
                                        ? ""
                                        : "the selectors of audit.banner do not say how a single category or service is"
                                                + " chosen"));
        assertThat(record.visits().get(0).bannerAtFirst()).contains(true);
    }

    @Test
    void takesTheSessionOfAFile() throws Exception {
        Files.writeString(
                temporary.resolve("state.json"), """
                { "cookies": [ { "name": "sid", "value": "%s", "domain": "shop.localhost", "path": "/", "expires": -1,
                    "httpOnly": false, "secure": false, "sameSite": "Lax" } ],
                  "origins": [ { "origin": "%s", "localStorage": [ { "name": "token", "value": "%s" } ] } ] }
                """.formatted(SECRET, url().substring(0, url().length() - 1), SECRET));
        AuditRecord record = audit(Map.of("browser", "firefox", "phases", "refuse", "session", "state.json"));

        assertThat(record.visits()).allMatch(Visit::phaseReached);
        assertThat(kept(record, "member")).containsExactly("/ (refuse)");
        assertThat(kept(record, "sid")).containsExactly("/ (refuse)");
    }
}
