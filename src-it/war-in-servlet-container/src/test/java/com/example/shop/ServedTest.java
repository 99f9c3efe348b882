package com.example.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.ee10.webapp.WebAppContext;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The packaged war in a servlet container, under a context path of its own. */
class ServedTest {

    private static final Server SERVER = new Server();
    private static final ServerConnector CONNECTOR = new ServerConnector(SERVER);

    @BeforeAll
    static void start() throws Exception {
        CONNECTOR.setHost("127.0.0.1");
        SERVER.addConnector(CONNECTOR);
        WebAppContext app = new WebAppContext();
        app.setWar(System.getProperty("war"));
        app.setContextPath("/shop");
        SERVER.setHandler(app);
        SERVER.start();
    }

    @AfterAll
    static void stop() throws Exception {
        SERVER.stop();
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return send(request(path).build());
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + CONNECTOR.getLocalPort() + path));
    }

    private static HttpResponse<String> send(HttpRequest request) throws Exception {
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void thePagesAreServed() throws Exception {
        for (String page : new String[] {"policy.html", "policy.fr.html", "policy.en.html", "policy.css"}) {
            assertEquals(200, get("/shop/cookie-charter/" + page).statusCode(), page);
        }
        assertTrue(get("/shop/cookie-charter/policy.en.html").body().contains("<html lang=\"en\""));
    }

    @Test
    void everyAddressInTheHeadIsServed() throws Exception {
        Matcher address = Pattern.compile(" (?:src|href)=\"([^\"]+)\"").matcher(get("/shop/cookie-charter/head.html").body());
        int found = 0;
        while (address.find()) {
            found++;
            assertTrue(address.group(1).startsWith("/shop/cookie-charter/"), address.group(1));
            assertEquals(200, get(address.group(1)).statusCode(), address.group(1));
        }
        assertTrue(found >= 3, "only " + found + " addresses");
    }

    @Test
    void theTemplatesHoldTheGeneratedTextsAsTheyAre() throws Exception {
        String head = get("/shop/cookie-charter/head.html").body();
        for (String language : new String[] {"fr", "en"}) {
            HttpRequest request = request("/shop/cookies").header("Accept-Language", language).build();
            String cookies = send(request).body();
            assertTrue(cookies.contains("<html lang=\"" + language + "\""), cookies);
            assertTrue(cookies.contains(head), cookies);
            String policy = get("/shop/cookie-charter/policy." + language + ".fragment.html").body();
            assertTrue(cookies.contains(policy), cookies);
        }
    }

    @Test
    void underAPolicyWithNoncesEachScriptHasTheOneOfItsAnswer() throws Exception {
        String head = get("/shop/cookie-charter/head.html").body();
        HttpResponse<String> home = get("/shop/home.jsp");
        String policy = home.headers().firstValue("Content-Security-Policy").orElseThrow();
        Matcher nonce = Pattern.compile("script-src 'nonce-([\\w-]{22})'").matcher(policy);
        assertTrue(nonce.find(), policy);
        String tags = head.replace("<script ", "<script nonce=\"" + nonce.group(1) + "\" ");
        assertTrue(!tags.equals(head) && home.body().contains(tags), home.body());
        assertTrue(!get("/shop/home.jsp").body().contains(nonce.group(1)));
    }

    @Test
    void theSessionsCookieIsTheDeclaredOne() throws Exception {
        String cookie = get("/shop/home.jsp").headers().allValues("Set-Cookie").get(0);
        assertTrue(cookie.startsWith(Cookies.SESSION + "="), cookie);
        for (String attribute : new String[] {"; Path=/shop", "; Secure", "; HttpOnly", "; SameSite=Lax"}) {
            assertTrue(cookie.contains(attribute), cookie);
        }
    }

    @Test
    void theFilterKeepsToTheVisitorsChoice() throws Exception {
        assertEquals(List.of("visits=1"), cookies("/shop/index.html", record("\"necessary\",\"statistics\"")));
        assertEquals(List.of(), cookies("/shop/index.html", record("\"necessary\"")));
    }

    @Test
    void theCampaignIsKeptWithConsentAndForgottenWithoutIt() throws Exception {
        String page = "/shop/cookies?campaign=spring";
        String allowed = record("\"necessary\",\"marketing\"");
        List<String> set = cookies(page, allowed);
        assertEquals(1, set.size());
        for (String part : new String[] {"campaign=spring", "Path=/shop", "Max-Age=2592000", "HttpOnly", "Secure"}) {
            assertTrue(set.get(0).contains(part), set.get(0));
        }
        assertEquals(List.of(), cookies("/shop/cookies?campaign=other", allowed));
        assertEquals(List.of(), cookies(page, "a=b"));
        for (String refused : new String[] {record("\"necessary\""), allowed.substring(0, allowed.length() - 9), "a=b"}) {
            List<String> deleted = cookies(page, refused + "; campaign=spring");
            assertEquals(1, deleted.size(), refused);
            assertTrue(deleted.get(0).startsWith("campaign=;") && deleted.get(0).contains("Max-Age=0"), deleted.get(0));
            assertTrue(deleted.get(0).contains("Path=/shop"), deleted.get(0));
        }
        HttpResponse<String> answer = get("/shop/cookies");
        assertEquals(List.of("Cookie"), answer.headers().allValues("Vary"));
        assertEquals(List.of("private, no-cache"), answer.headers().allValues("Cache-Control"));
        assertEquals(List.of(), get("/shop/cookie-charter/banner.js").headers().allValues("Vary"));
    }

    private static String record(String categories) throws Exception {
        Matcher revision = Pattern.compile("\"revision\": (\\d+)").matcher(get("/shop/cookie-charter/charter.json").body());
        assertTrue(revision.find());
        String record = "{\"categories\":[" + categories + "],\"revision\":" + revision.group(1) + ",\"data\":null,"
                + "\"consentTimestamp\":\"2026-11-23T20:35:58.196Z\",\"consentId\":\"1\",\"services\":{},"
                + "\"lastConsentTimestamp\":\"2026-11-23T20:35:58.196Z\",\"expirationTime\":1811190958197}";
        return Cookies.COOKIE_CONSENT + "=" + URLEncoder.encode(record, StandardCharsets.UTF_8);
    }

    private static List<String> cookies(String path, String header) throws Exception {
        return send(request(path).header("Cookie", header).build()).headers().allValues("Set-Cookie");
    }
}
