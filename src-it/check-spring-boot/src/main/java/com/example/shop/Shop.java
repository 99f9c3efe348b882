package com.example.shop;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@SpringBootApplication
@RestController
public class Shop {

    public static void main(String[] args) {
        SpringApplication.run(Shop.class, args);
    }

    @GetMapping("/theme")
    public ResponseEntity<String> theme(HttpServletRequest request) {
        request.getSession().setAttribute("visited", true);
        ResponseCookie cookie = ResponseCookie.from("theme", "dark")
                .maxAge(Duration.ofDays(180))
                .secure(true)
                .sameSite("Lax")
                .build();
        return ResponseEntity.ok().header(HttpHeaders.SET_COOKIE, cookie.toString()).body("dark");
    }

    @GetMapping("/basket")
    public String basket(HttpServletResponse response) {
        response.addCookie(Jar.basket("7"));
        return "7";
    }
}
