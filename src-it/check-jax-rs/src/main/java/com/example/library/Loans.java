package com.example.library;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;

@Path("loans")
public class Loans {

    /** The cookies of this library, by what they are for. */
    enum Jar {
        BRANCH("lib-branch"),
        READER("lib-reader");

        private final String cookie;

        Jar(String cookie) {
            this.cookie = cookie;
        }

        NewCookie of(String value) {
            return new NewCookie.Builder(cookie).value(value).maxAge(604800).httpOnly(true).build();
        }
    }

    @GET
    public Response loans() {
        return Response.ok("none")
                .cookie(Jar.BRANCH.of("north"))
                .header("Set-Cookie", "lib-visit=1; Max-Age=1800; Secure; SameSite=Strict")
                .build();
    }

    @GET
    @Path("end")
    public Response end() {
        return Response.ok().cookie(new NewCookie.Builder("lib-old").maxAge(0).build()).build();
    }
}
