package com.example.spring;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.http.ResponseCookie;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** A Spring Boot application whose cookie names come from the charter. */
@SpringBootApplication
@RestController
public class Application {

    public static void main(String[] args) {
        SpringApplication.run(Application.class, args);
    }

    @GetMapping("/")
    String index(HttpServletResponse response) {
        ResponseCookie cookie = ResponseCookie.from(Cookies.SESSION, "1").httpOnly(true).build();
        response.addHeader("Set-Cookie", cookie.toString());
        return "Hello";
    }
}
