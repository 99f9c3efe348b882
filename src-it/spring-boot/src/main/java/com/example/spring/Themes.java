package com.example.spring;

import com.example.spring.Cookies.Consent;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Keeps the colours of those who allow that. */
@RestController
class Themes {

    @GetMapping(path = "/visit", params = "theme")
    ResponseEntity<String> theme(@RequestParam("theme") String theme, Consent consent) {
        String colours = theme.equals("dark") ? "dark" : "light";
        ResponseCookie.ResponseCookieBuilder cookie = ResponseCookie.from(Cookies.THEME).path("/").sameSite("Lax");
        if (Cookies.isAllowed(Cookies.THEME, consent)) {
            cookie.value(colours).maxAge(Duration.ofDays(365));
        } else {
            cookie.value("").maxAge(0);
        }
        return ResponseEntity.ok()
                .varyBy(HttpHeaders.COOKIE)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .header(HttpHeaders.SET_COOKIE, cookie.build().toString())
                .body(colours);
    }
}
