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
        URI uri = URI.create("http://127.0.0.1:" + CONNECTOR.getLocalPort() + path);
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
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
    void theFilterKeepsToTheVisitorsChoice() throws Exception {
        assertEquals(List.of("visits=1"), cookiesFor("\"necessary\",\"statistics\""));
        assertEquals(List.of(), cookiesFor("\"necessary\""));
    }

    private static List<String> cookiesFor(String categories) throws Exception {
        Matcher revision = Pattern.compile("\"revision\": (\\d+)").matcher(get("/shop/cookie-charter/charter.json").body());
        assertTrue(revision.find());
        String record = "{\"categories\":[" + categories + "],\"revision\":" + revision.group(1) + ",\"data\":null,"
                + "\"consentTimestamp\":\"2026-11-23T20:35:58.196Z\",\"consentId\":\"1\",\"services\":{},"
                + "\"lastConsentTimestamp\":\"2026-11-23T20:35:58.196Z\",\"expirationTime\":1811190958197}";
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + CONNECTOR.getLocalPort() + "/shop/index.html"))
                .header("Cookie", Cookies.COOKIE_CONSENT + "=" + URLEncoder.encode(record, StandardCharsets.UTF_8))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .headers()
                .allValues("Set-Cookie");
    }
}
