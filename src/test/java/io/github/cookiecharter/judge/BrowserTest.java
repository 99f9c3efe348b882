package io.github.cookiecharter.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@Tag("browser")
@ExtendWith(BrowserExtension.class)
class BrowserTest {

    private final Browser browser;
    private TestSite site;
    private BrowserContext context;

    BrowserTest(Browser browser) {
        this.browser = browser;
    }

    @BeforeEach
    void open() {
        site = TestSite.start();
        context = browser.newContext();
    }

    @AfterEach
    void close() {
        context.close();
        site.close();
    }

    private BrowserPage page(String body) {
        site.put("/index.html", "<!doctype html><html lang=en><title>T</title><body>" + body);
        return context.open(site.url("www.shop.test", "/index.html"));
    }

    @Test
    void seesCookiesWithTheirAttributesAndKeepsVisitorsApart() {
        site.header("/index.html", "Set-Cookie", "sid=a%20b; HttpOnly; SameSite=Lax; Path=/; Max-Age=3600");
        BrowserPage page = page("<script>document.cookie = 'early=1; domain=shop.test'</script>");

        assertThat(page.cookies())
                .extracting(
                        StoredCookie::name,
                        StoredCookie::value,
                        StoredCookie::domain,
                        StoredCookie::httpOnly,
                        StoredCookie::sameSite)
                .containsExactlyInAnyOrder(
                        tuple("sid", "a%20b", "www.shop.test", true, "Lax"),
                        tuple("early", "1", ".shop.test", false, ""));
        assertThat(page.cookies()).filteredOn(c -> c.name().equals("early")).allMatch(c -> c.expires() == -1);
        try (BrowserContext other = browser.newContext()) {
            assertThat(other.cookies()).isEmpty();
        }
    }

    @Test
    void startsWithTheCookiesThatATestPutIntoTheJar() {
        context.setCookie(StoredCookie.of("known", "yes", "www.shop.test"));
        BrowserPage page = page("<p>");

        assertThat(page.text("document.cookie")).isEqualTo("known=yes");
        assertThat(site.requests().get(0).cookie()).isEqualTo("known=yes");
    }

    @Test
    void clicksAsAVisitorWould() {
        BrowserPage page = page("<button id=b onclick='this.textContent = event.isTrusted'>no</button>"
                + "<p style='height:3000px'></p><a id=far href='#x' onclick='window.far = 1'>far</a>");

        page.click("#b");
        page.click("#far");

        assertThat(page.text("document.querySelector('#b').textContent")).isEqualTo("true");
        assertThat(page.is("window.far")).isTrue();
    }

    @Test
    void waitsForAnElementThatComesLaterAndMoves() {
        BrowserPage page = page("<style>button { transition: margin-left .3s }</style><script>setTimeout(() => {"
                + "document.body.innerHTML = '<button onclick=\"window.done = 1\">x</button>';"
                + "requestAnimationFrame(() => document.querySelector('button').style.marginLeft = '400px') }, 200)"
                + "</script>");

        page.click("button");

        assertThat(page.is("window.done")).isTrue();
    }

    @Test
    void refusesToClickWhatIsCoveredAndSaysWhatCoversIt() {
        BrowserPage page = page("<button>x</button><div id=veil style='position:fixed;inset:0'></div>");
        page.setPatience(Duration.ofMillis(300));

        assertThatThrownBy(() -> page.click("button"))
                .isInstanceOf(BrowserException.class)
                .hasMessageContaining("button to be clickable")
                .hasMessageContaining("covered by <div id=\"veil\"");
    }

    @Test
    void clicksATransparentCheckboxOverADrawnSwitch() {
        BrowserPage page = page("<input id=c type=checkbox style='opacity:0'>");

        page.click("#c");

        assertThat(page.is("c.checked")).isTrue();
    }

    @Test
    void knowsWhatCanBeSeen() {
        BrowserPage page = page("<p id=a>a</p><p id=b hidden>b</p><p id=c style='visibility:hidden'>c</p>");

        assertThat(List.of("#a", "#b", "#c", "#none"))
                .extracting(page::isVisible)
                .containsExactly(true, false, false, false);
    }

    @Test
    void walksByKeyboard() {
        BrowserPage page =
                page("<a id=one href=/>1</a> <input id=two> <button id=three onclick='window.pressed = 1'>3</button>");

        page.keyboard("Tab", "Tab", "x", "Space", "Tab", "Enter", "Shift+Tab");

        assertThat(page.text("document.activeElement.id")).isEqualTo("two");
        assertThat(page.text("two.value")).isEqualTo("x ");
        assertThat(page.is("window.pressed")).isTrue();
    }

    @Test
    void reportsWhatGoesWrongInThePage() {
        site.header("/index.html", "Content-Security-Policy", "default-src 'self'; script-src 'nonce-x'");
        BrowserPage page = page("<script nonce=x>console.error('said', 1); console.warn('hm'); alert('hello')</script>"
                + "<script nonce=x>null.thrown</script><script>window.inline = 1</script><img src=/gone.png alt=x>");

        assertThat(page.consoleErrors())
                .anyMatch(line -> line.equals("said 1"))
                .anyMatch(line -> line.contains("TypeError"))
                .anyMatch(line -> line.contains("Content Security Policy"))
                .anyMatch(line -> line.contains("gone.png"));
        assertThat(page.consoleWarnings()).containsExactly("hm");
        assertThat(page.dialogs()).containsExactly("hello");
        assertThat(page.is("window.inline")).isFalse();
    }

    @Test
    void aGoodPageHasNoErrors() {
        BrowserPage page = page("<script>window.fine = 1</script>");

        assertThat(page.is("window.fine")).isTrue();
        assertThat(page.consoleErrors()).isEmpty();
        assertThat(page.consoleWarnings()).isEmpty();
    }

    @Test
    void tellsEveryRequestOfPageAndFrames() {
        site.put("/frame.html", "<!doctype html><script src=/inner.js></script>");
        site.put("/inner.js", "document.cookie = 'inner=1'");
        BrowserPage page = page("<iframe title=f src='" + site.url("video.test", "/frame.html") + "'></iframe>");

        assertThat(page.requests())
                .contains(
                        site.url("www.shop.test", "/index.html"),
                        site.url("video.test", "/frame.html"),
                        site.url("video.test", "/inner.js"));
        assertThat(site.requests())
                .extracting(TestSite.Request::host, TestSite.Request::path)
                .contains(tuple("video.test", "/inner.js"));
    }

    @Test
    void answersForOtherHostsAndReachesNoneByItself() {
        BrowserPage page = context.newPage();
        page.respond(
                "https://stats.example.org/*.js",
                "text/javascript",
                "window.counted = location.host",
                Map.of("Set-Cookie", "seen=1; SameSite=None; Secure; Domain=example.org"));
        site.put(
                "/index.html",
                "<!doctype html><script src=https://stats.example.org/matomo.js></script>"
                        + "<script src=https://other.example.org/x.js></script>");

        page.goTo(site.url("www.shop.test", "/index.html"));

        assertThat(page.text("window.counted")).isEqualTo("www.shop.test:" + site.port());
        assertThat(page.cookies())
                .extracting(StoredCookie::name, StoredCookie::domain)
                .containsExactly(tuple("seen", ".example.org"));
        assertThat(page.consoleErrors()).anyMatch(line -> line.contains("other.example.org"));
    }

    @Test
    void givesUpWaitingAndSaysForWhat() {
        BrowserPage page = page("<p>");
        page.setPatience(Duration.ofMillis(300));

        assertThatThrownBy(() -> page.waitFor("window.never"))
                .isInstanceOf(BrowserException.class)
                .hasMessageContaining("window.never");
        assertThatThrownBy(() -> page.evaluate("missing()")).hasMessageContaining("ReferenceError");
        assertThatThrownBy(() -> page.goTo("http://nowhere.invalid/")).hasMessageContaining("nowhere.invalid");
    }

    @Test
    void waitsUntilAPageHasNothingLeftToDo() {
        site.put(
                "/late.js", "setTimeout(() => indexedDB.open('clicks').onsuccess = () => { window.done = true }, 200)");
        BrowserPage page = page("<script>setTimeout(() => { const late = document.createElement('script');"
                + " late.src = '/late.js'; document.body.append(late) }, 300)</script>");

        page.waitUntilIdle();

        assertThat(page.is("window.done")).isTrue();
    }

    @Test
    void waitsForTheAnswerOfASlowHost() throws IOException {
        HttpServer slow = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        slow.createContext("/", exchange -> {
            LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
            byte[] script = "window.answered = true".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, script.length);
            exchange.getResponseBody().write(script);
            exchange.close();
        });
        slow.start();
        try {
            BrowserPage page =
                    page("<script>addEventListener('load', () => { const slow = document.createElement('script');"
                            + " slow.src = 'http://slow.test:"
                            + slow.getAddress().getPort()
                            + "/'; document.body.append(slow) })</script>");

            page.waitUntilIdle();

            assertThat(page.is("window.answered")).isTrue();
        } finally {
            slow.stop(0);
        }
    }

    @Test
    void waitsForTheLoadThatAPageHasPutOff() {
        BrowserPage page = page("<script>if (!sessionStorage.once) { sessionStorage.once = 1;"
                + " setTimeout(() => location.reload(), 100) } else { window.again = true }</script>");

        page.waitUntilIdle();

        assertThat(page.is("window.again")).isTrue();
    }

    @Test
    void waitsForTheEndOfATransition() {
        BrowserPage page = page("<p id=p style='transition: opacity .4s; opacity: 1'>x</p>");
        page.evaluate("p.style.opacity = 0");

        page.waitUntilIdle();

        assertThat(page.text("getComputedStyle(p).opacity")).isEqualTo("0");
    }

    @Test
    void saysWhatIsLeftToDoInAPageThatNeverRests() {
        BrowserPage page = page("<script>setInterval(() => document.body.append('x'), 5)</script>");
        page.setPatience(Duration.ofMillis(300));

        assertThatThrownBy(page::waitUntilIdle).hasMessageContaining("left to do: a change of BODY");
    }

    @Test
    void countsLoads() {
        BrowserPage page = page("<button onclick='location.reload()'>x</button>");
        int before = page.loads();

        page.reload();
        page.awaitLoad(() -> page.click("button"));

        assertThat(page.loads()).isEqualTo(before + 2);
    }

    @Test
    void isTheVisitorThatATestAsksFor() {
        BrowserPage page = context.newPage();
        page.globalPrivacyControl();
        page.setLanguages("fr-CA", "fr");
        page.setViewport(320, 640, true);
        page.setMediaFeature("prefers-color-scheme", "dark");
        page.setMediaFeature("prefers-reduced-motion", "reduce");
        site.put("/index.html", "<!doctype html><meta name=viewport content=width=device-width><p>x");

        page.goTo(site.url("www.shop.test", "/index.html"));

        assertThat(page.is("navigator.globalPrivacyControl")).isTrue();
        assertThat(page.text("navigator.languages.join()")).isEqualTo("fr-CA,fr");
        assertThat(page.evaluate("innerWidth").asInt()).isEqualTo(320);
        assertThat(page.is("matchMedia('(prefers-color-scheme: dark)').matches"))
                .isTrue();
        assertThat(page.is("matchMedia('(prefers-reduced-motion: reduce)').matches"))
                .isTrue();
        page.setMedia("print");
        assertThat(page.is("matchMedia('print').matches")).isTrue();
        assertThat(page.is("matchMedia('(prefers-color-scheme: dark)').matches"))
                .isTrue();
    }

    @Test
    void passesForAVisitorAndNotForARobot() {
        BrowserPage page = page("<p>");

        assertThat(page.is("navigator.webdriver")).isFalse();
        assertThat(page.text("navigator.userAgent")).contains("Chrome/").doesNotContain("Headless");
    }

    @Test
    void showsAPageWithoutItsScripts() {
        BrowserPage page = context.newPage();
        page.setScripts(false);
        site.put("/index.html", "<!doctype html><p>x<script>document.querySelector('p').remove()</script>");

        page.goTo(site.url("www.shop.test", "/index.html"));

        assertThat(page.isVisible("p")).isTrue();
    }

    @Test
    void takesPictures(@TempDir Path folder) throws Exception {
        BrowserPage page = page("<p style='height:2000px'>x");
        page.setViewport(400, 300, false);

        page.screenshot(folder.resolve("window.png"));
        page.screenshot(folder.resolve("whole.png"), true);

        assertThat(ImageIO.read(folder.resolve("window.png").toFile()).getHeight())
                .isEqualTo(300);
        assertThat(ImageIO.read(folder.resolve("whole.png").toFile()).getHeight())
                .isGreaterThan(2000);
        assertThat(Files.size(folder.resolve("window.png"))).isPositive();
    }

    @Test
    void saysWhatToInstallWhereTheNamedBrowserIsMissing() {
        assertThatThrownBy(() -> BrowserFinder.find(Map.of(), "/nowhere/chromium", false))
                .hasMessageContaining("/nowhere/chromium")
                .hasMessageContaining("apt-get install chromium")
                .hasMessageContaining("CHROME_BIN");
        assertThatThrownBy(() -> BrowserFinder.find(Map.of("CHROME_BIN", "/nowhere/chrome"), "", true))
                .hasMessageContaining("CHROME_BIN names /nowhere/chrome");
    }
}
