package com.example.shop;

import com.example.shop.Cookies.Consent;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Counts visits for those who allow it. */
public final class ConsentFilter implements Filter {

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Consent consent = Consent.parse(((HttpServletRequest) request).getHeader("Cookie"));
        if (Cookies.isAllowed(Cookies.VISITS, consent)) {
            ((HttpServletResponse) response).addCookie(new Cookie(Cookies.VISITS, "1"));
        }
        chain.doFilter(request, response);
    }
}
