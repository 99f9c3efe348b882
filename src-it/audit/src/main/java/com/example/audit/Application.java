package com.example.audit;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** A shop whose basket keeps a cookie for too long, and whose campaign nobody has declared. */
@SpringBootApplication
@RestController
public class Application {

    public static void main(String[] args) {
        SpringApplication.run(Application.class, args);
    }

    @GetMapping(value = "/basket.js", produces = "text/javascript")
    String basket(HttpServletResponse response) {
        add(response, ResponseCookie.from(Cookies.BASKET, "1").maxAge(31_536_000));
        add(response, ResponseCookie.from("campaign", "1").maxAge(86_400));
        return "";
    }

    @GetMapping(value = "/logout", produces = MediaType.TEXT_PLAIN_VALUE)
    String logout(HttpServletResponse response) {
        add(response, ResponseCookie.from("logged-out", "1"));
        return "Good bye";
    }

    private static void add(HttpServletResponse response, ResponseCookie.ResponseCookieBuilder cookie) {
        response.addHeader("Set-Cookie", cookie.path("/").build().toString());
    }
}
