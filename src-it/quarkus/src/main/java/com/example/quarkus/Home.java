package com.example.quarkus;

import com.example.quarkus.Cookies.Consent;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
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

/** Two pages with the banner, and a counter for those who allow it. */
@Path("/")
public class Home {

    @CheckedTemplate(basePath = "")
    static final class Templates {

        static native TemplateInstance cookies(String language, RawString policy);

        private Templates() {}
    }

    @Inject
    Template home;

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance home() {
        return home.instance();
    }

    @GET
    @Path("cookies")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance cookies() {
        return Templates.cookies("fr", Charter.file("policy.fr.fragment.html"));
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
}
