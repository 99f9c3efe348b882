package io.github.cookiecharter.history;

import io.github.cookiecharter.audit.json.JsonValue;
import io.github.cookiecharter.model.Lifetime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns values of a {@code charter.json} into facts. It knows forms and not keys, so that a key that a later version of the
 * plugin writes is compared too. What is false, empty or absent counts as unstated: an earlier version may not have written it.
 */
final class FactReader {

    private static final Set<String> DURATIONS = Set.of("lifetime", "retention", "log-retention");
    private static final Pattern ISO = Pattern.compile("P(T?)([0-9]{1,9})([SMHDWY])");

    private final String defaultLanguage;

    FactReader(String defaultLanguage) {
        this.defaultLanguage = defaultLanguage;
    }

    /** Returns the facts of an object without those of some keys. */
    Map<String, Fact> read(JsonValue object, Set<String> without) {
        Map<String, Fact> facts = new LinkedHashMap<>();
        object.fields().forEach((key, value) -> {
            Fact fact = read(key, value);
            if (!without.contains(key) && !fact.equals(Fact.UNSTATED)) {
                facts.put(key, fact);
            }
        });
        return facts;
    }

    /** Returns a text; one that is the same in all languages may be a plain string. */
    Wording wording(JsonValue value, String otherwise) {
        Map<String, String> words = new LinkedHashMap<>();
        if (!value.text().isEmpty()) {
            words.put(defaultLanguage, value.text());
        }
        value.fields().forEach((language, text) -> words.put(language, text.text()));
        if (words.isEmpty()) {
            words.put(defaultLanguage, otherwise);
        }
        return new Wording(words, defaultLanguage);
    }

    private Fact read(String key, JsonValue value) {
        if (!value.items().isEmpty()) {
            return new Fact.Items(value.items().stream().map(this::plain).toList());
        }
        if (!value.fields().isEmpty()) {
            return isText(value) ? new Fact.Text(wording(value, "")) : new Fact.Plain(plain(value));
        }
        Optional<Lifetime> lifetime = DURATIONS.contains(key) ? lifetime(value.text()) : Optional.empty();
        if (lifetime.isPresent()) {
            return new Fact.Duration(lifetime.get());
        }
        String plain = plain(value);
        return plain.isEmpty() || plain.equals("no") ? Fact.UNSTATED : new Fact.Plain(plain);
    }

    private static boolean isText(JsonValue value) {
        return value.fields().entrySet().stream()
                .allMatch(each -> each.getKey().matches("[a-z]{2,3}(-[A-Za-z0-9]{1,8})*")
                        && !each.getValue().text().isEmpty());
    }

    // Sorted, because the order of keys means nothing.
    private String plain(JsonValue value) {
        if (!value.fields().isEmpty()) {
            List<String> parts = new ArrayList<>();
            if (isText(value)) {
                return wording(value, "").inDefaultLanguage();
            }
            new TreeMap<>(value.fields()).forEach((key, part) -> parts.add(plain(part)));
            return String.join(", ", parts);
        }
        if (!value.items().isEmpty()) {
            return String.join(", ", value.items().stream().map(this::plain).toList());
        }
        if (value.flag().isPresent()) {
            return value.isTrue() ? "yes" : "no";
        }
        if (value.number().isPresent()) {
            double number = value.number().getAsDouble();
            return number == Math.rint(number) && Math.abs(number) < 1e15
                    ? Long.toString((long) number)
                    : Double.toString(number);
        }
        return value.text();
    }

    private static Optional<Lifetime> lifetime(String text) {
        if (text.equals("session")) {
            return Optional.of(new Lifetime.Session());
        }
        if (text.equals("persistent")) {
            return Optional.of(new Lifetime.Persistent());
        }
        Matcher iso = ISO.matcher(text);
        if (!iso.matches()) {
            return Optional.empty();
        }
        boolean isTime = !iso.group(1).isEmpty();
        Optional<ChronoUnit> unit = switch (iso.group(3)) {
            case "S" -> Optional.of(ChronoUnit.SECONDS);
            case "H" -> Optional.of(ChronoUnit.HOURS);
            case "M" -> Optional.of(isTime ? ChronoUnit.MINUTES : ChronoUnit.MONTHS);
            case "D" -> Optional.of(ChronoUnit.DAYS);
            case "W" -> Optional.of(ChronoUnit.WEEKS);
            default -> Optional.of(ChronoUnit.YEARS);
        };
        return unit.map(each -> new Lifetime.Lasting(Long.parseLong(iso.group(2)), each));
    }
}
