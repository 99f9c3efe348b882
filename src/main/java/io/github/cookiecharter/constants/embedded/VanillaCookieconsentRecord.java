package io.github.cookiecharter.constants.embedded;

import static io.github.cookiecharter.constants.embedded.Consent.ASKED;
import static io.github.cookiecharter.constants.embedded.Consent.OBJECTABLE;
import static io.github.cookiecharter.constants.embedded.Consent.REVISION;
import static io.github.cookiecharter.constants.embedded.Consent.require;

import io.github.cookiecharter.constants.embedded.Consent.Category;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The record that vanilla-cookieconsent keeps of a choice. */
final class VanillaCookieconsentRecord {

    /** Not to be created: everything here is static. */
    private VanillaCookieconsentRecord() {}

    // <embedded>
    /**
     * Reads a record of vanilla-cookieconsent: JSON, percent-encoded, with all categories as the keys of
     * {@code services}, and those that are allowed in {@code categories}.
     *
     * @param value what the cookie holds
     * @return the choice
     */
    /* private */ static Consent read(String value) {
        Map<?, ?> record = (Map<?, ?>) RecordJson.parse(value);
        Instant.parse((String) record.get("consentTimestamp"));
        Instant time = Instant.parse((String) record.get("lastConsentTimestamp"));
        String id = (String) record.get("consentId");
        require(!id.isEmpty());
        Map<?, ?> known = (Map<?, ?>) record.get("services");
        for (Object names : known.values()) {
            requireNames(names);
        }
        Object categories = record.get("categories");
        requireNames(categories);
        Set<String> services = new HashSet<>();
        for (Map.Entry<String, Category> asked : ASKED.entrySet()) {
            if (((List<?>) categories).contains(asked.getValue().id())) {
                services.add(asked.getKey());
            }
        }
        Set<String> objected = new HashSet<>();
        for (Map.Entry<String, String> service : OBJECTABLE.entrySet()) {
            if (known.containsKey(service.getValue()) && !((List<?>) categories).contains(service.getValue())) {
                objected.add(service.getKey());
            }
        }
        return Consent.of(record.get("revision").equals(REVISION), services, objected, time, id);
    }

    /**
     * Requires a list of strings.
     *
     * @param list a value of JSON
     */
    private static void requireNames(Object list) {
        for (Object name : (List<?>) list) {
            require(name instanceof String);
        }
    }
    // </embedded>
}
