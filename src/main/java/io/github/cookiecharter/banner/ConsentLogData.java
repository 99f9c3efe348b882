package io.github.cookiecharter.banner;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.model.Lifetime;
import io.github.cookiecharter.model.diagnostic.Diagnostic;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The data by which the banner reports choices to the site: the type Log in {@code src/main/js/core/log.js}. */
final class ConsentLogData {

    /** The key of the data; without it the script has no log. */
    static final String KEY = "log";

    private static final int MAX_LENGTH = 4096;
    private static final int MAX_SERVICES = 200;

    // All of a report but the services, with the longest language tag that a site can have.
    private static final int FIXED_LENGTH = 512;

    private ConsentLogData() {}

    /** Returns an error if a report can be longer than the site has to take. */
    static List<Diagnostic> diagnostics(Charter charter) {
        int length = FIXED_LENGTH;
        int services = 0;
        for (Charter.Service service : charter.services()) {
            if (service.isOptional()) {
                length += service.id().length() + 3;
                services++;
            }
        }
        if (charter.consent().log().isEmpty() || (length <= MAX_LENGTH && services <= MAX_SERVICES)) {
            return List.of();
        }
        return List.of(Diagnostic.error(
                charter.consent().positions().of("log"),
                "a report of a choice names each service that visitors decide about, and these are too many for the "
                        + MAX_LENGTH + " bytes and " + MAX_SERVICES
                        + " services that it may have: give them shorter ids, or"
                        + " join services"));
    }

    static Map<String, Object> of(Charter charter, Charter.Log log) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("path", log.path());
        data.put("key", charter.consent().logKey());
        data.put(
                "seconds",
                charter.consent().lifetime() instanceof Lifetime.Lasting lasting ? (long) lasting.seconds() : 0L);
        data.put("runtime", charter.banner().runtime().word());
        data.put("preferences", BannerFiles.runtime(charter).controls(charter).preferences());
        return data;
    }
}
