package io.github.cookiecharter.history;

import java.util.Optional;

/**
 * One difference between two charters.
 *
 * @param name what was added, removed or changed; of the site and of consent it is empty
 * @param owner the category of a service, or the service of a cookie, script or frame
 * @param property the key in {@code charter.json} of what changed; empty if something was added or removed
 * @param language the language in which a text changed; the default language if it changed there
 * @param asksAgain whether visitors must be asked again because of it: it is part of what they consented to
 */
public record Change(
        Action action,
        Subject subject,
        String id,
        Optional<Wording> name,
        Optional<Wording> owner,
        String property,
        Fact before,
        Fact after,
        String language,
        boolean asksAgain) {

    /** What happened to it. */
    public enum Action {
        ADDED,
        REMOVED,
        CHANGED
    }

    /** What it is about, in the order in which changes are listed. */
    public enum Subject {
        SERVICE,
        COOKIE,
        SCRIPT,
        FRAME,
        PROVIDER,
        CATEGORY,
        CONSENT,
        SITE
    }

    /** The properties that no key of an object holds. */
    public static final String CATEGORY_OF_SERVICE = "category";

    public static final String PROVIDER_OF_SERVICE = "provider";
    public static final String NEED_FOR_CONSENT = "consent";
    public static final String LANGUAGES = "languages";

    /** The name under which the choice is stored. */
    public static final String RECORD = "cookie";
}
