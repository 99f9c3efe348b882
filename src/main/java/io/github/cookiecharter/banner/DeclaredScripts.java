package io.github.cookiecharter.banner;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.Charter.Service;
import io.github.cookiecharter.model.NamePattern;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The scripts that a charter declares, each once, in the order of the declaration, with the tag that each needs. */
final class DeclaredScripts {

    /**
     * A script and its tag.
     *
     * @param url its address; the site has to complete one with {@code *}
     * @param services the services that declare it
     * @param isBlocked whether {@code banner.js} starts it: it waits for consent, or stays blocked after an objection
     * @param attributes the attributes of its {@code <script>} element, in their order; an empty value means an attribute without a value
     */
    record Script(NamePattern url, List<Service> services, boolean isBlocked, Map<String, String> attributes) {}

    private DeclaredScripts() {}

    static List<Script> of(Charter charter, RuntimeAdapter runtime) {
        Map<NamePattern, List<Service>> services = new LinkedHashMap<>();
        for (Service service : inFileOrder(charter)) {
            // A service that names a script twice counts once.
            for (NamePattern url : new LinkedHashSet<>(service.scripts())) {
                services.computeIfAbsent(url, key -> new ArrayList<>()).add(service);
            }
        }
        boolean useBannerForm = isBannerFormNeeded(services, runtime);
        List<Script> scripts = new ArrayList<>();
        for (Map.Entry<NamePattern, List<Service>> script : services.entrySet()) {
            scripts.add(script(script.getKey(), script.getValue(), runtime, useBannerForm));
        }
        return scripts;
    }

    // Scripts of two forms would not keep their relative order.
    private static boolean isBannerFormNeeded(Map<NamePattern, List<Service>> services, RuntimeAdapter runtime) {
        for (Map.Entry<NamePattern, List<Service>> script : services.entrySet()) {
            if (areBlocked(script.getValue())
                    && runtime.blockedScriptAttributes(script.getKey().text(), script.getValue())
                            .isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private static Script script(
            NamePattern url, List<Service> services, RuntimeAdapter runtime, boolean useBannerForm) {
        if (!areBlocked(services)) {
            Map<String, String> plain = new LinkedHashMap<>();
            plain.put("defer", "");
            plain.put("src", url.text());
            return new Script(url, services, false, plain);
        }
        return new Script(
                url,
                services,
                true,
                useBannerForm
                        ? blockedByBanner(url.text(), services)
                        : runtime.blockedScriptAttributes(url.text(), services));
    }

    /** Returns whether a script or frame of these services is blocked: the visitor decides about all of them. */
    static boolean areBlocked(List<Service> services) {
        for (Service service : services) {
            if (!service.isOptional()) {
                return false;
            }
        }
        return true;
    }

    private static Map<String, String> blockedByBanner(String url, List<Service> services) {
        StringBuilder ids = new StringBuilder();
        for (Service service : services) {
            ids.append(ids.length() == 0 ? "" : " ").append(service.id());
        }
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("type", "text/plain");
        attributes.put("data-cookie-charter-services", ids.toString());
        attributes.put("data-src", url);
        return attributes;
    }

    /** Returns the services in the order of the declaration, regardless of their categories. */
    static List<Service> inFileOrder(Charter charter) {
        List<Service> services = charter.services();
        services.sort(DeclaredScripts::byPosition);
        return services;
    }

    private static int byPosition(Service one, Service other) {
        return one.positions().entry().compareTo(other.positions().entry());
    }

    /** Converts the attributes to the context of the HTML template. */
    static List<Map<String, Object>> forTemplate(Script script) {
        List<Map<String, Object>> attributes = new ArrayList<>();
        for (Map.Entry<String, String> attribute : script.attributes().entrySet()) {
            String value = Objects.requireNonNull(attribute.getValue());
            attributes.add(Map.of("name", attribute.getKey(), "value", value, "hasValue", !value.isEmpty()));
        }
        return attributes;
    }
}
