package com.example.quarkus;

import com.example.quarkus.Cookies.Consent;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A page with the banner, and a counter for those who allow it. */
@Path("/")
public class Home {

    private static final String HEAD = resource("META-INF/resources/cookie-charter/head.html");

    @Inject
    Template home;

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance home() {
        return home.data("head", HEAD);
    }

    @GET
    @Path("visit")
    public Response visit(@HeaderParam(HttpHeaders.COOKIE) String cookies) {
        Response.ResponseBuilder answer = Response.ok("Hello");
        if (Cookies.isAllowed(Cookies.VISITS, Consent.parse(cookies))) {
            answer.cookie(new NewCookie.Builder(Cookies.VISITS).value("1").build());
        }
        return answer.build();
    }

    private static String resource(String name) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        try (InputStream in = loader.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
