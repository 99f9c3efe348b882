package io.github.cookiecharter.history;

import io.github.cookiecharter.history.Change.Action;
import io.github.cookiecharter.history.Change.Subject;
import io.github.cookiecharter.history.CharterSnapshot.Part;
import io.github.cookiecharter.history.CharterSnapshot.Service;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Holds two charters against each other. */
public final class CharterComparison {

    private static final String PURPOSE = "purpose";
    private static final Set<String> CONSENTED_OF_COOKIE = Set.of("kind", "lifetime", "domains", "path");

    private final CharterSnapshot before;
    private final CharterSnapshot after;
    private final List<Change> changes = new ArrayList<>();

    private CharterComparison(CharterSnapshot before, CharterSnapshot after) {
        this.before = before;
        this.after = after;
    }

    /** Returns what changed, by subject, and within a subject in the order of the later charter. */
    public static List<Change> compare(CharterSnapshot before, CharterSnapshot after) {
        CharterComparison comparison = new CharterComparison(before, after);
        comparison.compareServices();
        comparison.compareProviders();
        comparison.compareCategories();
        comparison.compareFacts(
                new About(Subject.CONSENT, "", Optional.empty(), Optional.empty()),
                before.consent(),
                after.consent(),
                key -> key.equals(Change.RECORD) && comparison.losesRecord());
        comparison.compareSite();
        comparison.changes.sort(Comparator.comparing(Change::subject));
        return List.copyOf(comparison.changes);
    }

    /** What a change is about. */
    private record About(Subject subject, String id, Optional<Wording> name, Optional<Wording> owner) {}

    private void compareServices() {
        for (String id : union(before.services().keySet(), after.services().keySet())) {
            Optional<Service> old = Optional.ofNullable(before.services().get(id));
            Optional<Service> now = Optional.ofNullable(after.services().get(id));
            if (old.isPresent() && now.isPresent()) {
                compareService(old.get(), now.get());
            } else if (now.isPresent()) {
                add(Action.ADDED, about(now.get(), after), now.get().needsConsent());
            } else if (old.isPresent()) {
                add(Action.REMOVED, about(old.get(), before), old.get().needsConsent());
            }
        }
    }

    private static About about(Service service, CharterSnapshot charter) {
        return new About(
                Subject.SERVICE,
                service.part().id(),
                Optional.of(service.part().name()),
                Optional.ofNullable(charter.categories().get(service.category()))
                        .map(Part::name));
    }

    private void compareService(Service old, Service now) {
        About about = about(now, after);
        boolean asks = old.needsConsent() && now.needsConsent();
        if (old.needsConsent() != now.needsConsent()) {
            change(about, Change.NEED_FOR_CONSENT, need(old), need(now), true);
        }
        if (!old.category().equals(now.category())) {
            change(about, Change.CATEGORY_OF_SERVICE, category(old, before), category(now, after), asks);
        }
        if (!old.provider().equals(now.provider())) {
            change(
                    about,
                    Change.PROVIDER_OF_SERVICE,
                    new Fact.Text(old.providerName()),
                    new Fact.Text(now.providerName()),
                    asks);
        }
        // The purpose of a service counts where it is that of a cookie, or where there is no cookie.
        boolean consentsToPurpose = asks
                && (old.cookies().isEmpty()
                        || now.cookies().isEmpty()
                        || now.cookies().stream().anyMatch(cookie -> inheritsPurpose(cookie, now.part())));
        compareFacts(about, old.part().facts(), now.part().facts(), key -> key.equals(PURPOSE) && consentsToPurpose);
        compareAddresses(Subject.SCRIPT, now, old.scripts(), now.scripts(), asks);
        compareAddresses(Subject.FRAME, now, old.frames(), now.frames(), asks);
        compareCookies(old, now, asks);
    }

    private static Fact need(Service service) {
        return new Fact.Plain(service.needsConsent() ? "required" : "exempt");
    }

    private static Fact category(Service service, CharterSnapshot charter) {
        Part category = charter.categories().get(service.category());
        return category == null ? new Fact.Plain(service.category()) : new Fact.Text(category.name());
    }

    private static boolean inheritsPurpose(Part cookie, Part service) {
        return service.fact(PURPOSE) instanceof Fact.Text
                && cookie.fact(PURPOSE).equals(service.fact(PURPOSE));
    }

    private void compareAddresses(Subject subject, Service service, List<String> old, List<String> now, boolean asks) {
        for (String address : union(old, now)) {
            if (!old.contains(address) || !now.contains(address)) {
                Wording name = new Wording(Map.of(after.defaultLanguage(), address), after.defaultLanguage());
                add(
                        now.contains(address) ? Action.ADDED : Action.REMOVED,
                        new About(
                                subject,
                                address,
                                Optional.of(name),
                                Optional.of(service.part().name())),
                        asks);
            }
        }
    }

    private void compareCookies(Service old, Service now, boolean asks) {
        List<Part> gone = new ArrayList<>(old.cookies());
        List<Part> left = new ArrayList<>();
        // First those that are the same, or of the same domain, so that twins of one name find each other.
        for (Part cookie : now.cookies()) {
            Optional<Part> twin =
                    gone.stream().filter(each -> isSamePlace(each, cookie)).findFirst();
            if (twin.isPresent()) {
                gone.remove(twin.get());
                compareCookie(old, now, twin.get(), cookie, asks);
            } else {
                left.add(cookie);
            }
        }
        for (Part cookie : left) {
            Optional<Part> namesake =
                    gone.stream().filter(each -> each.id().equals(cookie.id())).findFirst();
            if (namesake.isPresent()) {
                gone.remove(namesake.get());
                compareCookie(old, now, namesake.get(), cookie, asks);
            } else {
                add(Action.ADDED, about(cookie, now), asks);
            }
        }
        for (Part cookie : gone) {
            add(Action.REMOVED, about(cookie, old), asks);
        }
    }

    private static boolean isSamePlace(Part one, Part other) {
        return one.id().equals(other.id())
                && List.of("kind", "domains", "path").stream()
                        .allMatch(key -> one.fact(key).equals(other.fact(key)));
    }

    private static About about(Part cookie, Service service) {
        return new About(
                Subject.COOKIE,
                cookie.id(),
                Optional.of(cookie.name()),
                Optional.of(service.part().name()));
    }

    private void compareCookie(Service oldService, Service service, Part old, Part now, boolean asks) {
        Map<String, Fact> oldFacts = new LinkedHashMap<>(old.facts());
        Map<String, Fact> nowFacts = new LinkedHashMap<>(now.facts());
        // The change of the service's purpose is named once, at the service.
        if (inheritsPurpose(old, oldService.part()) && inheritsPurpose(now, service.part())) {
            oldFacts.remove(PURPOSE);
            nowFacts.remove(PURPOSE);
        }
        compareFacts(
                about(now, service),
                oldFacts,
                nowFacts,
                key -> asks && (CONSENTED_OF_COOKIE.contains(key) || key.equals(PURPOSE)));
    }

    private void compareProviders() {
        compareParts(Subject.PROVIDER, before.providers(), after.providers());
    }

    private void compareCategories() {
        compareParts(Subject.CATEGORY, before.categories(), after.categories());
    }

    private void compareParts(Subject subject, Map<String, Part> old, Map<String, Part> now) {
        for (String id : union(old.keySet(), now.keySet())) {
            Part former = old.get(id);
            Part present = now.get(id);
            Part shown = present == null ? former : present;
            About about = new About(subject, id, Optional.ofNullable(shown).map(Part::name), Optional.empty());
            if (former != null && present != null) {
                compareFacts(about, former.facts(), present.facts(), key -> false);
            } else {
                add(present != null ? Action.ADDED : Action.REMOVED, about, false);
            }
        }
    }

    // Under another name no record of a choice is found; one from before 'consent.domain' was added still is.
    private boolean losesRecord() {
        boolean isNowShared =
                !before.consent().containsKey("domain") && after.consent().containsKey("domain");
        return before.asksForConsent() && after.asksForConsent() && !isNowShared;
    }

    private void compareSite() {
        About about = new About(Subject.SITE, "", Optional.empty(), Optional.empty());
        if (!before.languages().equals(after.languages())) {
            // Visitors consented to the purposes as worded in the default language.
            boolean rewords = !before.defaultLanguage().equals(after.defaultLanguage())
                    && before.asksForConsent()
                    && after.asksForConsent();
            change(
                    about,
                    Change.LANGUAGES,
                    new Fact.Items(before.languages()),
                    new Fact.Items(after.languages()),
                    rewords);
        }
        compareFacts(about, before.site(), after.site(), key -> false);
    }

    private void compareFacts(
            About about, Map<String, Fact> old, Map<String, Fact> now, Predicate<String> isConsentedTo) {
        for (String key : union(old.keySet(), now.keySet())) {
            Fact former = old.getOrDefault(key, Fact.UNSTATED);
            Fact present = now.getOrDefault(key, Fact.UNSTATED);
            Optional<Fact.Text> formerText = text(former, present, before);
            Optional<Fact.Text> presentText = text(present, former, after);
            if (formerText.isPresent() && presentText.isPresent()) {
                compareTexts(about, key, formerText.get(), presentText.get(), isConsentedTo.test(key));
            } else if (!isSame(former, present)) {
                change(about, key, former, present, isConsentedTo.test(key));
            }
        }
    }

    // A text that is the same in all languages may be a plain value in a file of another version.
    private static Optional<Fact.Text> text(Fact fact, Fact other, CharterSnapshot charter) {
        if (fact instanceof Fact.Text text) {
            return Optional.of(text);
        }
        return fact instanceof Fact.Plain plain && other instanceof Fact.Text
                ? Optional.of(new Fact.Text(
                        new Wording(Map.of(charter.defaultLanguage(), plain.value()), charter.defaultLanguage())))
                : Optional.empty();
    }

    private static boolean isSame(Fact one, Fact other) {
        if (one instanceof Fact.Items items && other instanceof Fact.Items others) {
            return new HashSet<>(items.values()).equals(new HashSet<>(others.values()));
        }
        return one.equals(other);
    }

    // In the languages that both charters have; a new language is one change and not one of each text.
    private void compareTexts(About about, String key, Fact.Text old, Fact.Text now, boolean isConsentedTo) {
        boolean isReworded = !old.words().inDefaultLanguage().equals(now.words().inDefaultLanguage());
        List<String> common =
                after.languages().stream().filter(before.languages()::contains).toList();
        Optional<String> language = common.stream()
                .filter(tag -> !old.words().in(tag).equals(now.words().in(tag)))
                .findFirst();
        if (language.isPresent() || (common.isEmpty() && isReworded)) {
            changes.add(new Change(
                    Action.CHANGED,
                    about.subject(),
                    about.id(),
                    about.name(),
                    about.owner(),
                    key,
                    old,
                    now,
                    language.orElse(after.defaultLanguage()),
                    isConsentedTo && isReworded));
        }
    }

    private void change(About about, String property, Fact old, Fact now, boolean asksAgain) {
        changes.add(new Change(
                Action.CHANGED,
                about.subject(),
                about.id(),
                about.name(),
                about.owner(),
                property,
                old,
                now,
                after.defaultLanguage(),
                asksAgain));
    }

    private void add(Action action, About about, boolean asksAgain) {
        changes.add(new Change(
                action,
                about.subject(),
                about.id(),
                about.name(),
                about.owner(),
                "",
                Fact.UNSTATED,
                Fact.UNSTATED,
                after.defaultLanguage(),
                asksAgain));
    }

    // The later ones first, in their order.
    private static Set<String> union(Iterable<String> old, Iterable<String> now) {
        Set<String> all = new LinkedHashSet<>();
        now.forEach(all::add);
        old.forEach(all::add);
        return all;
    }
}
