package io.github.cookiecharter.audit.record;

import io.github.cookiecharter.audit.json.JsonValue;
import io.github.cookiecharter.model.Lifetime;
import io.github.cookiecharter.model.Party;
import io.github.cookiecharter.model.SameSite;
import io.github.cookiecharter.scan.model.Certainty;
import io.github.cookiecharter.scan.model.Evidence;
import io.github.cookiecharter.scan.model.ObservedAttributes;
import io.github.cookiecharter.scan.model.StorageAction;
import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes a sighting in the form of the evidence of the goal {@code check}, and reads it. */
final class SightingJson {

    private static final Pattern DURATION = Pattern.compile("P(T?)(\\d{1,18})([SMHDWY])");
    private static final String SESSION = "session";
    private static final String PERSISTENT = "persistent";

    private SightingJson() {}

    static Map<String, Object> write(Sighting sighting) {
        Map<String, Object> item = new LinkedHashMap<>();
        if (!sighting.name().isEmpty()) {
            item.put("name", sighting.name());
        }
        item.put("kind", sighting.kind().word());
        item.put("action", sighting.action().word());
        item.put("place", sighting.place());
        item.put("origin", sighting.firstParty() ? Evidence.OWN : sighting.host());
        item.put("certainty", (sighting.name().isEmpty() ? Certainty.UNRESOLVED : Certainty.CERTAIN).word());
        item.put("how", sighting.how());
        item.put("seen", seen(sighting));
        return item;
    }

    private static Map<String, Object> seen(Sighting sighting) {
        Map<String, Object> seen = new LinkedHashMap<>();
        RecordFiles.putKey(sighting.visit(), seen);
        seen.put("after-choice", sighting.afterChoice());
        seen.put("domain", sighting.host());
        seen.put("party", (sighting.firstParty() ? Party.FIRST : Party.THIRD).word());
        seen.put("kept", sighting.isKept());
        ObservedAttributes attributes = sighting.attributes();
        attributes.lifetime().ifPresent(lifetime -> seen.put("lifetime", words(lifetime)));
        attributes.httpOnly().ifPresent(flag -> seen.put("http-only", flag));
        attributes.secure().ifPresent(flag -> seen.put("secure", flag));
        attributes.sameSite().ifPresent(value -> seen.put("same-site", value.word()));
        attributes.domain().ifPresent(domain -> seen.put("domain-attribute", domain));
        attributes.path().ifPresent(path -> seen.put("path", path));
        sighting.partitioned().ifPresent(flag -> seen.put("partitioned", flag));
        sighting.refused().ifPresent(reason -> seen.put("refused", reason));
        if (!sighting.value().isEmpty()) {
            seen.put("value", sighting.value());
        }
        return seen;
    }

    private static String words(Lifetime lifetime) {
        if (lifetime instanceof Lifetime.Lasting lasting) {
            return lasting.iso();
        }
        return lifetime instanceof Lifetime.Session ? SESSION : PERSISTENT;
    }

    static Sighting read(JsonValue item) throws IOException {
        JsonValue seen = item.get("seen");
        return new Sighting(
                RecordFiles.readKey(seen),
                seen.get("after-choice").isTrue(),
                kind(item.get("kind").text()),
                item.get("name").text(),
                item.get("action").text().equals(StorageAction.DELETES.word())
                        ? StorageAction.DELETES
                        : StorageAction.SETS,
                seen.get("domain").text(),
                seen.get("party").text().equals(Party.FIRST.word()),
                item.get("how").text(),
                item.get("place").text(),
                new ObservedAttributes(
                        lifetime(seen.get("lifetime").text()),
                        seen.get("http-only").flag(),
                        seen.get("secure").flag(),
                        SameSite.of(seen.get("same-site").text()),
                        optional(seen.get("domain-attribute")),
                        optional(seen.get("path"))),
                seen.get("partitioned").flag(),
                optional(seen.get("refused")),
                seen.get("value").text());
    }

    private static Optional<String> optional(JsonValue value) {
        return value.isPresent() ? Optional.of(value.text()) : Optional.empty();
    }

    private static SeenKind kind(String word) throws IOException {
        return Arrays.stream(SeenKind.values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IOException("there is no kind '" + word + "'"));
    }

    private static Optional<Lifetime> lifetime(String text) throws IOException {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (text.equals(SESSION)) {
            return Optional.of(new Lifetime.Session());
        }
        if (text.equals(PERSISTENT)) {
            return Optional.of(new Lifetime.Persistent());
        }
        Matcher duration = DURATION.matcher(text);
        if (!duration.matches()) {
            throw new IOException("'" + text + "' is no lifetime");
        }
        boolean time = !duration.group(1).isEmpty();
        ChronoUnit unit = switch (duration.group(3)) {
            case "S" -> ChronoUnit.SECONDS;
            case "H" -> ChronoUnit.HOURS;
            case "D" -> ChronoUnit.DAYS;
            case "W" -> ChronoUnit.WEEKS;
            case "Y" -> ChronoUnit.YEARS;
            default -> time ? ChronoUnit.MINUTES : ChronoUnit.MONTHS;
        };
        return Optional.of(new Lifetime.Lasting(Long.parseLong(duration.group(2)), unit));
    }
}
