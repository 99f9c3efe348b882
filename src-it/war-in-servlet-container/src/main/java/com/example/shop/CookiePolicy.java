package com.example.shop;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The policy in the look of the site, in the visitor's language. */
@WebServlet("/cookies")
public class CookiePolicy extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        request.setAttribute("language", request.getLocale().getLanguage().equals("en") ? "en" : "fr");
        request.getRequestDispatcher("/WEB-INF/cookies.jsp").forward(request, response);
    }
}
