package com.example.spring;

import com.example.spring.Cookies.Consent;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Counts visits for those who allow it. */
@RestController
class Visits {

    @GetMapping("/visit")
    String visit(@RequestHeader(name = HttpHeaders.COOKIE, required = false) String cookies, HttpServletResponse response) {
        Consent consent = Consent.parse(cookies);
        if (Cookies.isAllowed(Cookies.VISITS, consent)) {
            ResponseCookie cookie = ResponseCookie.from(Cookies.VISITS, "1").build();
            response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        }
        return consent.granted().toString();
    }
}
