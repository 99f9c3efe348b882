package io.github.cookiecharter.constants.embedded;

import static io.github.cookiecharter.constants.embedded.Consent.ASKED;
import static io.github.cookiecharter.constants.embedded.Consent.NONE;
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
     * Reads a record of vanilla-cookieconsent: JSON, percent-encoded, with the categories that are allowed.
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
        for (Object names : ((Map<?, ?>) record.get("services")).values()) {
            requireNames(names);
        }
        Object categories = record.get("categories");
        requireNames(categories);
        if (!record.get("revision").equals(REVISION)) {
            return NONE;
        }
        Set<String> services = new HashSet<>();
        for (Map.Entry<String, Category> asked : ASKED.entrySet()) {
            if (((List<?>) categories).contains(asked.getValue().id())) {
                services.add(asked.getKey());
            }
        }
        return new Consent(true, services, time, id);
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
