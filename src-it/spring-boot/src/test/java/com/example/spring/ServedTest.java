package com.example.spring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.RequestEntity;
import org.springframework.http.ResponseEntity;

/** The running application serves page and banner, without a line of configuration. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "server.address=127.0.0.1")
class ServedTest {

    @Autowired
    private TestRestTemplate http;

    @Test
    void thePagesAndTheBannerAreServed() {
        for (String file : new String[] {
            "policy.html", "policy.fr.html", "policy.en.html", "policy.css", "banner.js", "runtime.js",
            "runtime.css", "head.html", "charter.json"
        }) {
            ResponseEntity<String> answer = http.getForEntity("/cookie-charter/" + file, String.class);
            assertEquals(200, answer.getStatusCode().value(), file);
        }
        assertTrue(http.getForObject("/cookie-charter/policy.fr.html", String.class).contains("<html lang=\"fr\""));
    }

    @Test
    void theBackendSetsADeclaredCookie() {
        String cookie = http.getForEntity("/", String.class).getHeaders().getFirst("Set-Cookie");
        assertEquals("SESSION=1; HttpOnly", cookie);
    }

    @Test
    void theBackendKeepsToTheVisitorsChoice() {
        ResponseEntity<String> allowed = visit("\"necessary\",\"statistics\"");
        assertEquals("[STATISTICS]", allowed.getBody());
        assertEquals("visits=1", allowed.getHeaders().getFirst("Set-Cookie"));
        ResponseEntity<String> refused = visit("\"necessary\"");
        assertEquals("[]", refused.getBody());
        assertEquals(null, refused.getHeaders().getFirst("Set-Cookie"));
        assertEquals("[]", http.getForObject("/visit", String.class));
    }

    @Test
    void aControllerIsHandedTheChoice() {
        ResponseEntity<String> allowed = visit("/visit?theme=dark", record("\"necessary\",\"preferences\""));
        String set = allowed.getHeaders().getFirst("Set-Cookie");
        assertTrue(set.startsWith("theme=dark; Path=/; Max-Age=31536000"), set);
        assertTrue(allowed.getHeaders().getVary().contains("Cookie"), allowed.getHeaders().toString());
        assertEquals("no-cache, private", allowed.getHeaders().getFirst("Cache-Control"));
        String damaged = record("\"necessary\",\"preferences\"").replace("%7D", "");
        for (String refused : new String[] {record("\"necessary\""), damaged, "a=b"}) {
            ResponseEntity<String> answer = visit("/visit?theme=dark", refused);
            assertEquals("dark", answer.getBody());
            String gone = answer.getHeaders().getFirst("Set-Cookie");
            assertTrue(gone.startsWith("theme=; Path=/; Max-Age=0"), gone);
        }
    }

    @Test
    void theTemplatesHoldTheGeneratedFilesAsTheyAre() {
        String head = http.getForObject("/cookie-charter/head.html", String.class);
        ResponseEntity<String> home = http.getForEntity("/home", String.class);
        assertTrue(home.getBody().contains(head), home.getBody());
        assertEquals(
                "default-src 'self'; script-src 'self' https://stats.example.org",
                home.getHeaders().getFirst("Content-Security-Policy"));
        String fragment = http.getForObject("/cookie-charter/policy.en.fragment.html", String.class);
        String cookies = page("/cookies", "en");
        assertTrue(cookies.contains(head) && cookies.contains(fragment), cookies);
        assertTrue(page("/cookies", "fr").contains("l’autre"));
    }

    @Test
    void thePageSaysTheLanguageThatItIsIn() {
        for (String path : new String[] {"/home", "/cookies"}) {
            assertTrue(page(path, "en-GB").contains("<html lang=\"en\""), path);
            assertTrue(page(path, "fr").contains("<html lang=\"fr\""), path);
            assertTrue(page(path, "de").contains("<html lang=\"fr\""), path);
        }
    }

    private String page(String path, String language) {
        RequestEntity<Void> request =
                RequestEntity.get(path).header("Accept-Language", language).build();
        return http.exchange(request, String.class).getBody();
    }

    @Test
    void theRestStaysClosed() {
        assertTrue(http.getForEntity("/account", String.class).getBody().contains("Please sign in"));
    }

    /** Each page asks for the files by addresses that change with their content, so browsers may keep them. */
    @Test
    void whatBrowsersKeepHasAnAddressOfItsContent() {
        Matcher address = Pattern.compile(" (?:src|href)=\"([^\"]+)\"")
                .matcher(http.getForObject("/cookie-charter/head.html", String.class));
        int found = 0;
        while (address.find()) {
            found++;
            assertTrue(address.group(1).matches("/cookie-charter/[a-z-]+\\.(js|css)\\?v=[\\w-]+"), address.group(1));
            ResponseEntity<String> answer = http.getForEntity(address.group(1), String.class);
            assertEquals(200, answer.getStatusCode().value(), address.group(1));
            assertEquals("max-age=86400", answer.getHeaders().getFirst("Cache-Control"), address.group(1));
        }
        assertTrue(found >= 3, "only " + found + " addresses");
    }

    private ResponseEntity<String> visit(String categories) {
        return visit("/visit", record(categories));
    }

    private ResponseEntity<String> visit(String path, String cookies) {
        return http.exchange(RequestEntity.get(path).header("Cookie", cookies).build(), String.class);
    }

    private String record(String categories) {
        Matcher revision = Pattern.compile("\"revision\": (\\d+)")
                .matcher(http.getForObject("/cookie-charter/charter.json", String.class));
        assertTrue(revision.find());
        String record = "{\"categories\":[" + categories + "],\"revision\":" + revision.group(1) + ",\"data\":null,"
                + "\"consentTimestamp\":\"2026-11-23T20:35:58.196Z\",\"consentId\":\"1\",\"services\":{},"
                + "\"lastConsentTimestamp\":\"2026-11-23T20:35:58.196Z\",\"expirationTime\":1811190958197}";
        return Cookies.COOKIE_CONSENT + "=" + URLEncoder.encode(record, StandardCharsets.UTF_8);
    }
}
