package com.example.spring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.ResponseEntity;

/** The running application serves page and banner, without a line of configuration. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "server.address=127.0.0.1")
class ServedTest {

    @Autowired
    private TestRestTemplate http;

    @Test
    void thePagesAndTheBannerAreServed() {
        for (String file : new String[] {
            "policy.html", "policy.fr.html", "policy.en.html", "policy.css", "banner.js", "cookieconsent.umd.js",
            "cookieconsent.css", "head.html", "charter.json"
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
}
