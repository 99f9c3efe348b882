package com.example.shop;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Gives the tags of {@code head.html} the page's nonce where a page includes them. */
@WebFilter(urlPatterns = "/cookie-charter/head.html", dispatcherTypes = DispatcherType.INCLUDE)
public class NonceFilter extends HttpFilter {

    private static final long serialVersionUID = 1;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Object nonce = request.getAttribute("cspNonce");
        if (nonce == null) {
            chain.doFilter(request, response);
            return;
        }
        try (InputStream in = getServletContext().getResourceAsStream("/cookie-charter/head.html")) {
            String head = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            response.getWriter().write(head.replace("<script ", "<script nonce=\"" + nonce + "\" "));
        }
    }
}
