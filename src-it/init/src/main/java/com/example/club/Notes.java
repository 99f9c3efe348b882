package com.example.club;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

public class Notes extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        request.getSession();
        Cookie cookie = new Cookie("note_size", "large");
        cookie.setMaxAge(31536000);
        response.addCookie(cookie);
    }
}
