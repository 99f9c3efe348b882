package io.github.cookiecharter.goal.audit;

import io.github.cookiecharter.banner.BannerControls;
import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.goal.ParameterException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks the parameters about the banner. */
final class BannerParameters {

    private static final List<String> PARTS = List.of("accept", "refuse", "preferences", "withdraw");

    private BannerParameters() {}

    /**
     * Returns how the banner is used: by the selectors that the build names, or as the charter's runtime is used.
     *
     * @throws ParameterException if the selectors lack the button that accepts
     */
    static Optional<BannerControls> of(AuditRequest.Site site, Charter charter) throws ParameterException {
        Map<String, String> selectors = new LinkedHashMap<>();
        for (String part : PARTS) {
            String selector = site.get("banner." + part);
            if (!selector.isEmpty()) {
                selectors.put(part, selector);
            }
        }
        if (!site.get("banner").isEmpty()) {
            throw new ParameterException(
                    "audit.banner",
                    "has no value of its own",
                    "write the CSS selectors audit.banner.accept, audit.banner.refuse, audit.banner.preferences and"
                            + " audit.banner.withdraw");
        }
        if (selectors.isEmpty()) {
            return BannerControls.of(charter);
        }
        if (!selectors.containsKey("accept")) {
            throw new ParameterException(
                    "audit.banner.accept",
                    "is missing",
                    "write the CSS selector of the button that accepts, by which the audit sees whether the banner asks");
        }
        return Optional.of(BannerControls.of(charter, selectors));
    }
}
