package io.github.cookiecharter.constants.embedded;

import static io.github.cookiecharter.constants.embedded.Consent.ASKED;
import static io.github.cookiecharter.constants.embedded.Consent.OBJECTABLE;
import static io.github.cookiecharter.constants.embedded.Consent.require;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The record that klaro keeps of a choice. */
final class KlaroRecord {

    /** Not to be created: everything here is static. */
    private KlaroRecord() {}

    // <embedded>
    /**
     * Reads a record of klaro: JSON, percent-encoded, that says of each service whether it is allowed.
     *
     * @param value what the cookie holds
     * @return the choice
     */
    /* private */ static Consent read(String value) {
        Map<?, ?> record = (Map<?, ?>) RecordJson.parse(value);
        require(!record.isEmpty());
        for (Object allowed : record.values()) {
            require(allowed instanceof Boolean);
        }
        Set<String> services = new HashSet<>();
        for (String service : ASKED.keySet()) {
            if (Boolean.TRUE.equals(record.get(service))) {
                services.add(service);
            }
        }
        Set<String> objected = new HashSet<>();
        for (Map.Entry<String, String> service : OBJECTABLE.entrySet()) {
            if (Boolean.FALSE.equals(record.get(service.getValue()))) {
                objected.add(service.getKey());
            }
        }
        return Consent.of(record.keySet().containsAll(ASKED.keySet()), services, objected, null, null);
    }
    // </embedded>
}
