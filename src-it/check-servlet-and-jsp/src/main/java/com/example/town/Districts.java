package com.example.town;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

public class Districts extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        Cookie cookie = new Cookie("district", request.getParameter("district"));
        cookie.setMaxAge(30 * 24 * 60 * 60);
        response.addCookie(cookie);
        // Nobody can tell by reading what this is called.
        response.addCookie(new Cookie(request.getParameter("name"), "1"));
    }
}
