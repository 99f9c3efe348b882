package io.github.cookiecharter.constants.embedded;

import static io.github.cookiecharter.constants.embedded.Consent.ASKED;
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
        for (Object allowed : record.values()) {
            require(allowed instanceof Boolean);
        }
        Set<String> services = new HashSet<>();
        for (String service : ASKED.keySet()) {
            if ((Boolean) record.get(service)) {
                services.add(service);
            }
        }
        return new Consent(true, services, null, null);
    }
    // </embedded>
}
