package com.example.quarkus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The running application serves page and banner, and keeps to the visitor's choice. */
@QuarkusTest
class ServedTest {

    @TestHTTPResource("/")
    URI root;

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(root.resolve(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void thePagesAndTheBannerAreServed() throws Exception {
        for (String file : new String[] {
            "policy.html", "policy.fr.html", "policy.en.html", "policy.css", "banner.js", "runtime.js",
            "runtime.css", "head.html", "charter.json"
        }) {
            HttpResponse<String> answer = get("/cookie-charter/" + file);
            assertEquals(200, answer.statusCode(), file);
        }
        assertTrue(get("/cookie-charter/policy.fr.html").body().contains("l’autre"));
    }

    @Test
    void theTemplatesHoldTheGeneratedFilesAsTheyAre() throws Exception {
        String head = get("/cookie-charter/head.html").body();
        assertTrue(get("/").body().contains(head));
        String cookies = get("/cookies").body();
        assertTrue(cookies.contains(head) && cookies.contains("<html lang=\"fr\""), cookies);
        assertTrue(cookies.contains(get("/cookie-charter/policy.fr.fragment.html").body()), cookies);
    }

    /** Quarkus lets browsers keep files for a day without asking: a file that changes has another address. */
    @Test
    void whatBrowsersKeepHasAnAddressOfItsContent() throws Exception {
        Matcher address = Pattern.compile(" (?:src|href)=\"([^\"]+)\"").matcher(get("/").body());
        int found = 0;
        while (address.find()) {
            found++;
            assertTrue(address.group(1).matches("/cookie-charter/[a-z-]+\\.(js|css)\\?v=[\\w-]+|/cookie-charter/policy.html"), address.group(1));
            HttpResponse<String> answer = get(address.group(1));
            assertEquals(200, answer.statusCode(), address.group(1));
            assertEquals(
                    List.of("public, immutable, max-age=86400"),
                    answer.headers().allValues("Cache-Control"),
                    address.group(1));
        }
        assertTrue(found >= 4, "only " + found + " addresses");
    }

    @Test
    void theBackendKeepsToTheVisitorsChoice() throws Exception {
        assertTrue(visit("\"necessary\",\"statistics\"").toString().contains("visits=1"));
        assertEquals(List.of(), visit("\"necessary\""));
    }

    private List<String> visit(String categories) throws Exception {
        Matcher revision = Pattern.compile("\"revision\": (\\d+)").matcher(get("/cookie-charter/charter.json").body());
        assertTrue(revision.find());
        String record = "{\"categories\":[" + categories + "],\"revision\":" + revision.group(1) + ",\"data\":null,"
                + "\"consentTimestamp\":\"2026-11-23T20:35:58.196Z\",\"consentId\":\"1\",\"services\":{},"
                + "\"lastConsentTimestamp\":\"2026-11-23T20:35:58.196Z\",\"expirationTime\":1811190958197}";
        String cookie = Cookies.COOKIE_CONSENT + "=" + URLEncoder.encode(record, StandardCharsets.UTF_8);
        return get("/visit", "Cookie", cookie).headers().allValues("Set-Cookie");
    }
}
