package io.github.cookiecharter.history;

import io.github.cookiecharter.history.Change.Action;
import io.github.cookiecharter.history.Change.Subject;
import io.github.cookiecharter.model.Lifetime;
import io.github.cookiecharter.model.Lifetime.Lasting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Says a change in an English sentence, without encoding what it quotes. */
public final class ChangeSentence {

    private static final Map<String, String> PROPERTIES = Map.ofEntries(
            Map.entry("http-only", "HttpOnly attribute"),
            Map.entry("secure", "Secure attribute"),
            Map.entry("same-site", "SameSite attribute"),
            Map.entry("partitioned", "Partitioned attribute"),
            Map.entry("renewed", "extension at each visit"),
            Map.entry("retention", "retention of the data"),
            Map.entry("consent", "need for consent"),
            Map.entry("objection", "right to object"),
            Map.entry("reason", "reason for the exemption"),
            Map.entry("anonymous", "claim of anonymous statistics"),
            Map.entry("privacy-policy", "privacy policy"),
            Map.entry("cookie-policy", "cookie policy"),
            Map.entry("transfers", "countries to which data goes"),
            Map.entry("safeguard", "safeguard for transfers"),
            Map.entry("authorities", "supervisory authorities"),
            Map.entry("opt-out", "opt-out address"),
            Map.entry("hosts", "host names"),
            Map.entry("signals", "signals of Google Consent Mode"),
            Map.entry("url", "address"));

    private static final Set<String> PLURAL =
            Set.of("domains", "recipients", "transfers", "authorities", "hosts", "signals", "jurisdictions");

    private ChangeSentence() {}

    /** Returns the sentence, without a full stop. */
    public static String of(Change change) {
        String about = subject(change);
        if (change.action() == Action.ADDED) {
            return about + " was added" + owner(change, change.subject() == Subject.SERVICE);
        }
        if (change.action() == Action.REMOVED) {
            return about + " was removed" + owner(change, change.subject() == Subject.SERVICE);
        }
        if (change.subject() == Subject.SERVICE && change.property().equals(Change.NEED_FOR_CONSENT)) {
            return about
                    + (change.after().equals(new Fact.Plain("required"))
                            ? " now needs consent"
                            : " no longer needs consent");
        }
        return "the " + property(change) + " of " + about + owner(change, false) + " " + movement(change);
    }

    private static String subject(Change change) {
        String name = change.name().map(Wording::inDefaultLanguage).orElse("");
        return switch (change.subject()) {
            case SERVICE -> name;
            case COOKIE -> change.action() == Action.CHANGED ? name : "the cookie " + name;
            case SCRIPT -> "the script " + name;
            case FRAME -> "the frame " + name;
            case PROVIDER -> "the provider " + name;
            case CATEGORY -> "the category " + name;
            case CONSENT -> "the visitor's choice";
            case SITE -> "the site";
        };
    }

    // A service is named without its category, unless it comes or goes.
    private static String owner(Change change, boolean isService) {
        boolean isShown = isService || change.subject() != Subject.SERVICE;
        return change.owner()
                .filter(any -> isShown)
                .map(owner -> " (" + owner.inDefaultLanguage() + ")")
                .orElse("");
    }

    private static String property(Change change) {
        String words =
                PROPERTIES.getOrDefault(change.property(), change.property().replace('-', ' '));
        boolean isTranslation = change.after() instanceof Fact.Text text
                && change.before() instanceof Fact.Text
                && !text.words().defaultLanguage().equals(change.language());
        return isTranslation ? words + " in " + change.language() : words;
    }

    private static String movement(Change change) {
        if (change.before() instanceof Fact.Items before && change.after() instanceof Fact.Items after) {
            return itemMovement(before.values(), after.values());
        }
        if (change.before() instanceof Fact.Duration before && change.after() instanceof Fact.Duration after) {
            return "went from " + durations(before.lifetime(), after.lifetime());
        }
        boolean isPlural = PLURAL.contains(change.property());
        Optional<String> before = words(change.before(), change.language());
        Optional<String> after = words(change.after(), change.language());
        if (before.isEmpty()) {
            return (isPlural ? "are" : "is") + " now stated: " + after.orElse("");
        }
        return after.map(now -> "went from " + before.get() + " to " + now)
                .orElse(
                        isPlural
                                ? "are no longer stated; they were " + before.get()
                                : "is no longer stated; it was " + before.get());
    }

    private static String itemMovement(List<String> before, List<String> after) {
        List<String> gone = new ArrayList<>(before);
        gone.removeAll(after);
        List<String> come = new ArrayList<>(after);
        come.removeAll(before);
        if (gone.isEmpty() && come.isEmpty()) {
            return "went from " + String.join(", ", before) + " to " + String.join(", ", after);
        }
        String added = come.isEmpty() ? "" : "gained " + String.join(", ", come);
        String removed = gone.isEmpty() ? "" : "lost " + String.join(", ", gone);
        return added + (added.isEmpty() || removed.isEmpty() ? "" : " and ") + removed;
    }

    // From 13 to 12 months.
    private static String durations(Lifetime before, Lifetime after) {
        return before instanceof Lasting old && after instanceof Lasting now && old.unit() == now.unit()
                ? old.amount() + " to " + now.words()
                : before.words() + " to " + after.words();
    }

    private static Optional<String> words(Fact fact, String language) {
        if (fact instanceof Fact.Text text) {
            return Optional.of("“" + text.words().in(language) + "”");
        }
        if (fact instanceof Fact.Plain plain) {
            return Optional.of(plain.value());
        }
        if (fact instanceof Fact.Duration duration) {
            return Optional.of(duration.lifetime().words());
        }
        return fact instanceof Fact.Items items ? Optional.of(String.join(", ", items.values())) : Optional.empty();
    }
}
