package com.example.rest;

import com.example.rest.Cookies.Consent;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;

/** Keeps the colours of those who allow that. */
@Path("/theme")
public class Themes {

    private static final int A_YEAR = 365 * 24 * 60 * 60;

    @GET
    public Response theme(@HeaderParam(HttpHeaders.COOKIE) String cookies, @QueryParam("theme") String theme) {
        String colours = "dark".equals(theme) ? "dark" : "light";
        NewCookie.Builder cookie = new NewCookie.Builder(Cookies.THEME).path("/").sameSite(NewCookie.SameSite.LAX);
        if (Cookies.isAllowed(Cookies.THEME, Consent.parse(cookies))) {
            cookie.value(colours).maxAge(A_YEAR);
        } else {
            cookie.value("").maxAge(0);
        }
        return Response.ok(colours)
                .header(HttpHeaders.VARY, HttpHeaders.COOKIE)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .cookie(cookie.build())
                .build();
    }
}
