package io.github.cookiecharter.policy;

import io.github.cookiecharter.history.Change;
import io.github.cookiecharter.history.Change.Action;
import io.github.cookiecharter.history.Change.Subject;
import io.github.cookiecharter.history.Fact;
import io.github.cookiecharter.history.Release;
import io.github.cookiecharter.history.Wording;
import io.github.cookiecharter.language.LanguageTexts;
import io.github.cookiecharter.model.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The section that says what changed with each release, in the words of one language. */
final class HistorySection {

    private static final String NOTHING = "–";

    private final PageTexts texts;
    private final String language;
    private final Map<String, String> site;

    HistorySection(PageTexts texts, String language, Map<String, String> site) {
        this.texts = texts;
        this.language = language;
        this.site = site;
    }

    Map<String, Object> context(List<Release> releases) {
        List<Object> shown = new ArrayList<>();
        for (Release release : releases) {
            List<Object> changes = new ArrayList<>();
            for (Change change : release.changes()) {
                sentence(change).ifPresent(changes::add);
            }
            Object asked = release.asking().asks() ? texts.text("history-asked-again", site) : false;
            if (!changes.isEmpty() || !asked.equals(false)) {
                Map<String, Object> context = new HashMap<>(heading(release.day()));
                context.put("hasChanges", !changes.isEmpty());
                context.put("changes", changes);
                context.put("asked", asked);
                shown.add(context);
            }
        }
        return Map.of(
                "heading",
                texts.text("history", site),
                "none",
                shown.isEmpty() ? texts.text("history-none", site) : false,
                "releases",
                shown);
    }

    // The present charter may have no date, and none is taken from the clock.
    private Map<String, Object> heading(Optional<LocalDate> day) {
        Map<String, Object> heading = new HashMap<>();
        heading.put("iso", day.map(LocalDate::toString).orElse(""));
        heading.put("date", day.map(texts.languageTexts()::date).orElse(""));
        heading.put("current", day.isPresent() ? false : texts.text("history-current", site));
        return heading;
    }

    private Optional<Map<String, Object>> sentence(Change change) {
        if (change.action() != Action.CHANGED) {
            String key = change.action() == Action.ADDED ? "history-new" : "history-gone";
            return Optional.of(texts.text(
                    key,
                    Map.of(
                            "name",
                            name(change),
                            "of",
                            change.owner().map(this::words).orElse(NOTHING))));
        }
        if (change.property().equals(Change.NEED_FOR_CONSENT)) {
            boolean isNeeded = change.after().equals(new Fact.Plain("required"));
            return Optional.of(texts.text(
                    isNeeded ? "history-consent-required" : "history-consent-exempt", Map.of("service", name(change))));
        }
        String before = words(change, change.before());
        String after = words(change, change.after());
        // A text may have changed in other languages alone.
        return before.equals(after)
                ? Optional.empty()
                : Optional.of(texts.text(
                        "history-changed",
                        Map.of("name", name(change), "property", property(change), "before", before, "after", after)));
    }

    private String name(Change change) {
        return change.name().map(this::words).orElse(change.id());
    }

    private String words(Wording wording) {
        return wording.in(language);
    }

    private String property(Change change) {
        if (change.subject() == Subject.PROVIDER) {
            return change.property().equals("name")
                    ? texts.tableWords("column.provider")
                    : texts.words("history-countries", site);
        }
        return switch (change.property()) {
            case Change.CATEGORY_OF_SERVICE -> texts.words("history-category", site);
            case "retention" -> texts.words("history-retention", site);
            default -> texts.tableWords("column." + change.property());
        };
    }

    private String words(Change change, Fact fact) {
        LanguageTexts wording = texts.languageTexts();
        boolean isCountry =
                change.property().equals("country") || change.property().equals("transfers");
        if (fact instanceof Fact.Text text) {
            return words(text.words());
        }
        if (fact instanceof Fact.Duration duration) {
            return wording.lifetime(duration.lifetime());
        }
        if (fact instanceof Fact.Items items) {
            return wording.list(items.values().stream()
                    .map(each -> isCountry ? wording.country(each) : each)
                    .toList());
        }
        if (fact instanceof Fact.Plain plain) {
            return isCountry ? wording.country(plain.value()) : plain(change, plain.value());
        }
        return NOTHING;
    }

    private String plain(Change change, String value) {
        boolean isKind = change.property().equals("kind")
                && List.of(Kind.values()).stream().anyMatch(kind -> kind.word().equals(value));
        return isKind ? texts.tableWords("kind." + value) : value;
    }
}
