package io.github.cookiecharter.history;

import io.github.cookiecharter.history.Change.Action;
import java.util.Set;

/** Those who read what changed, each of whom some changes concern. */
public enum Audience {
    DEVELOPERS("For developers"),
    OFFICER("For the data protection officer"),
    VISITORS("For visitors");

    private static final Set<String> ATTRIBUTES = Set.of(
            "http-only",
            "secure",
            "same-site",
            "partitioned",
            "path",
            "domains",
            "kind",
            "lifetime",
            "role",
            "renewed");
    private static final Set<String> TECHNICAL =
            Set.of("http-only", "secure", "same-site", "partitioned", "path", "role");
    private static final Set<String> SHOWN_TO_VISITORS = Set.of(
            "purpose",
            "lifetime",
            "kind",
            "recipients",
            Change.PROVIDER_OF_SERVICE,
            Change.CATEGORY_OF_SERVICE,
            Change.NEED_FOR_CONSENT,
            "retention");
    private static final Set<String> SHOWN_OF_PROVIDERS = Set.of("name", "country", "transfers");

    private final String heading;

    Audience(String heading) {
        this.heading = heading;
    }

    /** Returns the heading of the part for them. */
    public String heading() {
        return heading;
    }

    /** Returns whether a change concerns them; each change concerns somebody. */
    public boolean isConcernedBy(Change change) {
        return switch (this) {
            case DEVELOPERS -> concernsDevelopers(change);
            case OFFICER -> concernsOfficer(change);
            case VISITORS -> concernsVisitors(change);
        };
    }

    private static boolean concernsDevelopers(Change change) {
        return switch (change.subject()) {
            case SCRIPT, FRAME, CONSENT -> true;
            case SERVICE ->
                change.action() != Action.CHANGED || change.property().equals(Change.NEED_FOR_CONSENT);
            case COOKIE -> change.action() != Action.CHANGED || ATTRIBUTES.contains(change.property());
            case CATEGORY -> change.property().equals("signals");
            case SITE -> Set.of("url", "hosts", Change.LANGUAGES).contains(change.property());
            case PROVIDER -> false;
        };
    }

    // All but what only browsers see.
    private static boolean concernsOfficer(Change change) {
        return switch (change.subject()) {
            case COOKIE -> !TECHNICAL.contains(change.property());
            case CATEGORY -> !change.property().equals("signals");
            default -> true;
        };
    }

    private static boolean concernsVisitors(Change change) {
        boolean isChanged = change.action() == Action.CHANGED;
        return switch (change.subject()) {
            case SERVICE, COOKIE -> !isChanged || SHOWN_TO_VISITORS.contains(change.property());
            case SCRIPT, FRAME -> change.asksAgain();
            case PROVIDER -> isChanged && SHOWN_OF_PROVIDERS.contains(change.property());
            case CATEGORY, CONSENT, SITE -> false;
        };
    }
}
