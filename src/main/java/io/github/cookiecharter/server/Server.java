package io.github.cookiecharter.server;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The servers for which guards are generated, named by the words of the parameter {@code server}. */
public enum Server {
    /** Jakarta Servlet 6.0 and later. */
    SERVLET("servlet", "ServletCookieGuard", "jakarta"),
    /** Servlet 3.1 and 4. */
    SERVLET_JAVAX("servlet", "ServletCookieGuard", "javax"),
    /** Jakarta REST 3. */
    REST("rest", "RestCookieGuard", "jakarta"),
    /** Quarkus, and the Vert.x below it. */
    QUARKUS("quarkus", "QuarkusCookieGuard", ""),
    /** Spring WebFlux. */
    WEBFLUX("webflux", "WebFluxCookieGuard", "");

    private final String template;
    private final String guard;
    private final String api;

    Server(String template, String guard, String api) {
        this.template = template;
        this.guard = guard;
        this.api = api;
    }

    /** Returns the word of the parameter. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the words of all servers. */
    public static List<String> words() {
        return Stream.of(values()).map(Server::word).toList();
    }

    /** Returns the simple name of the generated class; two servers have the same. */
    public String guard() {
        return guard;
    }

    String template() {
        return "server/" + template;
    }

    /** Returns the first part of the names of the API's packages. */
    String api() {
        return api;
    }

    /** Returns whether the class needs Java 11, as its API does; the others need Java 8. */
    boolean needsJava11() {
        return this == SERVLET;
    }
}
