package io.github.cookiecharter.banner;

import io.github.cookiecharter.charter.Charter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a program uses a banner in a visitor's place: CSS selectors of its parts.
 *
 * @param banner is visible while the banner asks
 * @param accept the banner's button that accepts everything
 * @param refuse the banner's button that refuses everything
 * @param open the site's control that opens the preferences
 * @param preferences is visible while the preferences are open
 * @param withdraw the button of the preferences that refuses everything
 * @param save the button of the preferences that keeps what the switches say
 * @param categories the switches to set so that one category alone is accepted, by its id
 * @param objections the switches to set so that the visitor objects to a service, by its id
 */
public record BannerControls(
        String banner,
        String accept,
        String refuse,
        String open,
        String preferences,
        String withdraw,
        String save,
        Map<String, List<Switch>> categories,
        Map<String, List<Switch>> objections) {

    /** A selector of nothing: there is no such control, or nobody says where it is. */
    public static final String NOWHERE = ":not(*)";

    static final String OPEN = "[data-cookie-charter=preferences]";

    /**
     * A switch and what to do with it.
     *
     * @param selector the selector of a checkbox, or of a button
     * @param on whether a checkbox has to be checked; empty for a button, which is clicked
     */
    public record Switch(String selector, Optional<Boolean> on) {}

    /** How a runtime switches a service or a category on or off. */
    interface Switching {

        /** Returns the switch. */
        Switch of(String id, boolean on);
    }

    public BannerControls {
        categories = Map.copyOf(categories);
        objections = Map.copyOf(objections);
    }

    /** Returns the controls of the charter's banner; empty if it has none. */
    public static Optional<BannerControls> of(Charter charter) {
        return charter.hasBanner() ? Optional.of(BannerFiles.runtime(charter).controls(charter)) : Optional.empty();
    }

    /**
     * Returns the controls of a banner that is not generated. How its categories and services are chosen is not known.
     *
     * @param selectors by {@code accept}, {@code refuse}, {@code preferences} and {@code withdraw}
     */
    public static BannerControls of(Charter charter, Map<String, String> selectors) {
        Map<String, List<Switch>> categories = new LinkedHashMap<>();
        byCategory(charter, (id, on) -> new Switch(NOWHERE, Optional.of(on)))
                .keySet()
                .forEach(id -> categories.put(id, List.of()));
        String accept = selectors.getOrDefault("accept", NOWHERE);
        String withdraw = selectors.getOrDefault("withdraw", NOWHERE);
        return new BannerControls(
                accept,
                accept,
                selectors.getOrDefault("refuse", NOWHERE),
                selectors.getOrDefault("preferences", NOWHERE),
                withdraw,
                withdraw,
                NOWHERE,
                categories,
                objections(charter, (id, on) -> new Switch(NOWHERE, Optional.of(on))));
    }

    /** Returns the switches for a runtime that knows categories. */
    static Map<String, List<Switch>> byCategory(Charter charter, Switching switching) {
        Map<String, List<Switch>> all = new LinkedHashMap<>();
        List<String> ids = charter.categories().stream()
                .filter(Charter.Category::asksForConsent)
                .map(Charter.Category::id)
                .toList();
        for (String wanted : ids) {
            all.put(
                    wanted,
                    ids.stream().map(id -> switching.of(id, id.equals(wanted))).toList());
        }
        return all;
    }

    /** Returns the switches for a runtime that knows services. */
    static Map<String, List<Switch>> byService(Charter charter, Switching switching) {
        Map<String, List<Switch>> all = new LinkedHashMap<>();
        for (Charter.Category wanted : charter.categories()) {
            List<Switch> switches = new ArrayList<>();
            for (Charter.Service service : charter.services()) {
                if (service.needsConsent()) {
                    switches.add(switching.of(service.id(), service.category().equals(wanted.id())));
                }
            }
            if (wanted.asksForConsent()) {
                all.put(wanted.id(), switches);
            }
        }
        return all;
    }

    /** Returns the switches of the services that run until visitors object. */
    static Map<String, List<Switch>> objections(Charter charter, Switching switching) {
        Map<String, List<Switch>> all = new LinkedHashMap<>();
        for (Charter.Service service : charter.services()) {
            if (service.objection()) {
                all.put(service.id(), List.of(switching.of(service.id(), false)));
            }
        }
        return all;
    }
}
