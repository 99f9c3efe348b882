package io.github.cookiecharter.maven;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The element {@code <audit>} of the pom; Maven sets the fields by their names. What the pom does not name stays empty. */
@SuppressWarnings({"NullAway.Init", "unused"}) // Maven sets the fields
public final class AuditOptions {

    private String url;
    private String pages;
    private String sitemap;
    private String depth;
    private String maxPages;
    private String phases;
    private String browser;
    private String optional;
    private String sessions;
    private String robots;
    private String settle;
    private String delay;
    private String timeout;
    private String evidence;
    private String session;
    private String login;
    private Map<String, String> banner;

    /** Returns the options that the pom names. */
    Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>();
        put(all, "url", Optional.ofNullable(url));
        put(all, "pages", Optional.ofNullable(pages));
        put(all, "sitemap", Optional.ofNullable(sitemap));
        put(all, "depth", Optional.ofNullable(depth));
        put(all, "maxPages", Optional.ofNullable(maxPages));
        put(all, "phases", Optional.ofNullable(phases));
        put(all, "browser", Optional.ofNullable(browser));
        put(all, "optional", Optional.ofNullable(optional));
        put(all, "sessions", Optional.ofNullable(sessions));
        put(all, "robots", Optional.ofNullable(robots));
        put(all, "settle", Optional.ofNullable(settle));
        put(all, "delay", Optional.ofNullable(delay));
        put(all, "timeout", Optional.ofNullable(timeout));
        put(all, "evidence", Optional.ofNullable(evidence));
        put(all, "session", Optional.ofNullable(session));
        put(all, "login", Optional.ofNullable(login));
        if (banner != null) {
            banner.forEach((part, selector) -> put(all, "banner." + part, Optional.ofNullable(selector)));
        }
        return all;
    }

    private static void put(Map<String, String> all, String name, Optional<String> value) {
        value.ifPresent(text -> all.put(name, text));
    }
}
