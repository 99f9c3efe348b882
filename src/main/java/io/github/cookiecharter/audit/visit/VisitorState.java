package io.github.cookiecharter.audit.visit;

import java.util.List;
import java.util.Map;

/**
 * What a visitor's browser has before a visit, such as the session of somebody who is signed in.
 *
 * @param local the local storage of each origin
 */
public record VisitorState(List<Cookie> cookies, Map<String, Map<String, String>> local) {

    /** Of a new visitor. */
    public static final VisitorState EMPTY = new VisitorState(List.of(), Map.of());

    /**
     * A cookie.
     *
     * @param domain with a leading dot if subdomains get it too
     * @param expires seconds since 1970; negative for a session cookie
     * @param sameSite in lower case; empty if it is not set
     */
    public record Cookie(
            String name,
            String value,
            String domain,
            String path,
            double expires,
            boolean httpOnly,
            boolean secure,
            String sameSite) {

        /** Leaves out the value, which is a secret. */
        @Override
        public String toString() {
            return name + " of " + domain;
        }
    }

    public VisitorState {
        cookies = List.copyOf(cookies);
        local = Map.copyOf(local);
    }
}
