package com.example.app;

import com.example.charter.Cookies;
import com.example.shop.Visits;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Keeps what a visitor wants to buy. */
public class Basket extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        Cookie basket = new Cookie(Cookies.BASKET, "");
        basket.setHttpOnly(true);
        response.addCookie(basket);
        Visits.count(request, response);
    }
}
