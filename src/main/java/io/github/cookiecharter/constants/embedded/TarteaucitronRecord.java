package io.github.cookiecharter.constants.embedded;

import static io.github.cookiecharter.constants.embedded.Consent.ASKED;
import static io.github.cookiecharter.constants.embedded.Consent.OBJECTABLE;
import static io.github.cookiecharter.constants.embedded.Consent.require;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The record that tarteaucitron keeps of a choice. */
final class TarteaucitronRecord {

    /** Not to be created: everything here is static. */
    private TarteaucitronRecord() {}

    // <embedded>
    /**
     * Reads a record of tarteaucitron: <code>!key=true</code> or <code>!key=false</code> for each service.
     *
     * @param value what the cookie holds
     * @return the choice
     */
    /* private */ static Consent read(String value) {
        require(value.startsWith("!"));
        Map<String, String> record = new LinkedHashMap<>();
        for (String answer : value.substring(1).split("!", -1)) {
            int at = answer.indexOf('=');
            String allowed = answer.substring(at + 1);
            require(allowed.equals("true") || allowed.equals("false"));
            require(record.put(answer.substring(0, at), allowed) == null);
        }
        Set<String> services = new HashSet<>();
        for (String service : ASKED.keySet()) {
            if ("true".equals(record.get(service))) {
                services.add(service);
            }
        }
        Set<String> objected = new HashSet<>();
        for (Map.Entry<String, String> service : OBJECTABLE.entrySet()) {
            if ("false".equals(record.get(service.getValue()))) {
                objected.add(service.getKey());
            }
        }
        return Consent.of(record.keySet().containsAll(ASKED.keySet()), services, objected, null, null);
    }
    // </embedded>
}
