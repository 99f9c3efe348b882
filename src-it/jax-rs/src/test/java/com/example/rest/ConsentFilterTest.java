package com.example.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpServer;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.glassfish.jersey.jdkhttp.JdkHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The filter of a running Jakarta REST application sets a cookie for those visitors alone who allow it. */
class ConsentFilterTest {

    private static final HttpServer SERVER = JdkHttpServerFactory.createHttpServer(
            URI.create("http://127.0.0.1:0/"), new ResourceConfig(Hello.class, Themes.class, ConsentFilter.class));

    @AfterAll
    static void stop() {
        SERVER.stop(0);
    }

    private static HttpResponse<String> ask(String path, String header) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + SERVER.getAddress().getPort() + path))
                .header("Cookie", header)
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static List<String> cookiesFor(String header) throws Exception {
        HttpResponse<String> answer = ask("/", header);
        assertEquals("Hello", answer.body());
        return answer.headers().allValues("Set-Cookie");
    }

    private static String record(String categories) throws Exception {
        String charter = Files.readString(
                Path.of("target/classes/META-INF/resources/cookie-charter/charter.json"));
        Matcher revision = Pattern.compile("\"revision\": (\\d+)").matcher(charter);
        assertEquals(true, revision.find());
        String json = "{\"categories\":[" + categories + "],\"revision\":" + revision.group(1) + ",\"data\":null,"
                + "\"consentTimestamp\":\"2026-11-23T20:35:58.196Z\",\"consentId\":\"1\",\"services\":{},"
                + "\"lastConsentTimestamp\":\"2026-11-23T20:35:58.196Z\",\"expirationTime\":1811190958197}";
        return Cookies.COOKIE_CONSENT + "=" + URLEncoder.encode(json, StandardCharsets.UTF_8);
    }

    @Test
    void whoAllowsStatisticsIsCounted() throws Exception {
        assertEquals(List.of("visits=1;Version=1"), cookiesFor("a=b; " + record("\"necessary\",\"statistics\"")));
    }

    @Test
    void whoRefusesIsNot() throws Exception {
        assertEquals(List.of(), cookiesFor(record("\"necessary\"")));
    }

    @Test
    void whoHasNotChosenOrSendsDamageIsNot() throws Exception {
        assertEquals(List.of(), cookiesFor("a=b"));
        assertEquals(List.of(), cookiesFor(record("\"statistics\"").replace("revision%22%3A", "revision%22%3A9")));
    }

    @Test
    void aResourceKeepsToTheChoiceAndTellsCaches() throws Exception {
        HttpResponse<String> allowed = ask("/theme?theme=dark", record("\"necessary\",\"preferences\""));
        assertEquals(List.of("Cookie"), allowed.headers().allValues("Vary"));
        assertEquals(List.of("private, no-cache"), allowed.headers().allValues("Cache-Control"));
        String set = allowed.headers().firstValue("Set-Cookie").orElseThrow();
        assertEquals(true, set.startsWith("theme=dark;") && set.contains("Max-Age=31536000"), set);
        for (String refused : new String[] {record("\"necessary\""), record("\"preferences\"").replace("%7D", ""), "a=b"}) {
            HttpResponse<String> answer = ask("/theme?theme=dark", refused);
            assertEquals("dark", answer.body());
            String gone = answer.headers().firstValue("Set-Cookie").orElseThrow();
            assertEquals(true, gone.startsWith("theme=;") && gone.contains("Max-Age=0"), gone);
        }
    }
}
