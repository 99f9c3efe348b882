package io.github.cookiecharter.judge;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A cookie as the browser's jar holds it.
 *
 * @param name its name
 * @param value its value, as stored: not decoded
 * @param domain the host, with a leading dot where subdomains get it too
 * @param path the path
 * @param httpOnly whether scripts can't see it
 * @param secure whether it needs https
 * @param sameSite {@code Strict}, {@code Lax}, {@code None}, or empty where it isn't stated
 * @param expires seconds since 1970, or -1 for a session cookie; Chromium stores at most 400 days
 */
public record StoredCookie(
        String name,
        String value,
        String domain,
        String path,
        boolean httpOnly,
        boolean secure,
        String sameSite,
        double expires) {

    /** A session cookie without attributes for a domain. */
    public static StoredCookie of(String name, String value, String domain) {
        return new StoredCookie(name, value, domain, "/", false, false, "", -1);
    }

    static StoredCookie read(JsonNode node) {
        return new StoredCookie(
                node.path("name").asText(),
                node.path("value").asText(),
                node.path("domain").asText(),
                node.path("path").asText(),
                node.path("httpOnly").asBoolean(),
                node.path("secure").asBoolean(),
                node.path("sameSite").asText(""),
                node.path("expires").asDouble());
    }

    Map<String, Object> params() {
        Map<String, Object> params = new LinkedHashMap<>();
        params.put("name", name);
        params.put("value", value);
        params.put("domain", domain);
        params.put("path", path);
        params.put("httpOnly", httpOnly);
        params.put("secure", secure);
        if (!sameSite.isEmpty()) {
            params.put("sameSite", sameSite);
        }
        if (expires >= 0) {
            params.put("expires", expires);
        }
        return params;
    }
}
