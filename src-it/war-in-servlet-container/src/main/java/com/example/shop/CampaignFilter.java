package com.example.shop;

import com.example.shop.Cookies.Consent;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;

/** Remembers which campaign brought the visitors who allow that, and forgets it when they no longer do. */
@WebFilter({"/home.jsp", "/cookies"})
public class CampaignFilter extends HttpFilter {

    private static final long serialVersionUID = 1;
    private static final int THIRTY_DAYS = 30 * 24 * 60 * 60;
    private static final Set<String> CAMPAIGNS = Set.of("spring", "autumn");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.addHeader("Vary", "Cookie");
        response.setHeader("Cache-Control", "private, no-cache");
        Consent consent = Consent.parse(request.getHeader("Cookie"));
        String campaign = request.getParameter("campaign");
        if (!Cookies.isAllowed(Cookies.CAMPAIGN, consent)) {
            forget(request, response);
        } else if (campaign != null && CAMPAIGNS.contains(campaign)) {
            Cookie cookie = new Cookie(Cookies.CAMPAIGN, campaign);
            cookie.setPath(request.getContextPath());
            cookie.setMaxAge(THIRTY_DAYS);
            cookie.setHttpOnly(true);
            cookie.setSecure(true);
            response.addCookie(cookie);
        }
        chain.doFilter(request, response);
    }

    private static void forget(HttpServletRequest request, HttpServletResponse response) {
        Cookie[] sent = request.getCookies() == null ? new Cookie[0] : request.getCookies();
        for (Cookie cookie : sent) {
            if (cookie.getName().equals(Cookies.CAMPAIGN)) {
                Cookie gone = new Cookie(Cookies.CAMPAIGN, "");
                gone.setPath(request.getContextPath());
                gone.setMaxAge(0);
                response.addCookie(gone);
            }
        }
    }
}
