package com.example.rest;

import com.example.rest.Cookies.Consent;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.ext.Provider;

/** Counts visits for those who allow it. */
@Provider
public class ConsentFilter implements ContainerResponseFilter {

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        Consent consent = Consent.parse(request.getHeaderString(HttpHeaders.COOKIE));
        if (Cookies.isAllowed(Cookies.VISITS, consent)) {
            response.getHeaders().add(HttpHeaders.SET_COOKIE, new NewCookie.Builder(Cookies.VISITS).value("1").build());
        }
    }
}
