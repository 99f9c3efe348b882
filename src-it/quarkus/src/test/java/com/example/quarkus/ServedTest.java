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
            assertEquals(List.of("no-cache"), answer.headers().allValues("Cache-Control"), file);
        }
        assertTrue(get("/cookie-charter/policy.fr.html").body().contains("l’autre"));
    }

    @Test
    void theTemplateHoldsTheTagsAsTheyAre() throws Exception {
        assertTrue(get("/").body().contains(get("/cookie-charter/head.html").body()));
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
