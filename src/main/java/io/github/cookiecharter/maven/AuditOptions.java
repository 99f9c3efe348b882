package io.github.cookiecharter.maven;

import java.util.Optional;

/** The element {@code <audit>} of the pom; Maven sets the fields by their names. What the pom does not name stays empty. */
@SuppressWarnings({"NullAway.Init", "unused"}) // Maven sets the fields
public final class AuditOptions {

    private String url;
    private String pages;
    private String phases;
    private String browser;
    private String optional;
    private String settle;
    private String delay;
    private String timeout;
    private String evidence;

    /** Returns an option of the pom, if it is there. */
    Optional<String> get(String name) {
        return Optional.ofNullable(
                switch (name) {
                    case "url" -> url;
                    case "pages" -> pages;
                    case "phases" -> phases;
                    case "browser" -> browser;
                    case "optional" -> optional;
                    case "settle" -> settle;
                    case "delay" -> delay;
                    case "timeout" -> timeout;
                    case "evidence" -> evidence;
                    default -> throw new IllegalArgumentException(name);
                });
    }
}
