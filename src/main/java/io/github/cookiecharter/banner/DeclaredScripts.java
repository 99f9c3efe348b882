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

/** The scripts that a charter names, each once, in the order of the declaration, and the tag that each needs. */
final class DeclaredScripts {

    /**
     * A script and its tag.
     *
     * @param url its address, perhaps with {@code *}, which the site has to complete
     * @param services those that name it
     * @param isHeldBack whether it waits for consent to one of the services
     * @param attributes those of its {@code <script>} element, in their order; an empty value stands for none
     */
    record Script(NamePattern url, List<Service> services, boolean isHeldBack, Map<String, String> attributes) {}

    private DeclaredScripts() {}

    static List<Script> of(Charter charter, RuntimeAdapter runtime) {
        Map<NamePattern, List<Service>> services = new LinkedHashMap<>();
        for (Service service : inOrderOfTheFile(charter)) {
            // A service that names a script twice counts once.
            for (NamePattern url : new LinkedHashSet<>(service.scripts())) {
                List<Service> naming = services.getOrDefault(url, new ArrayList<>());
                naming.add(service);
                services.put(url, naming);
            }
        }
        boolean ownForm = isOwnFormNeeded(services, runtime);
        List<Script> scripts = new ArrayList<>();
        for (Map.Entry<NamePattern, List<Service>> script : services.entrySet()) {
            scripts.add(script(script.getKey(), script.getValue(), runtime, ownForm));
        }
        return scripts;
    }

    // Scripts of two forms would not keep their order among each other.
    private static boolean isOwnFormNeeded(Map<NamePattern, List<Service>> services, RuntimeAdapter runtime) {
        for (Map.Entry<NamePattern, List<Service>> script : services.entrySet()) {
            if (isHeldBack(script.getValue())
                    && runtime.heldBackScript(script.getKey().text(), script.getValue())
                            .isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private static Script script(NamePattern url, List<Service> services, RuntimeAdapter runtime, boolean ownForm) {
        if (!isHeldBack(services)) {
            Map<String, String> plain = new LinkedHashMap<>();
            plain.put("defer", "");
            plain.put("src", url.text());
            return new Script(url, services, false, plain);
        }
        return new Script(
                url,
                services,
                true,
                ownForm ? heldByBanner(url.text(), services) : runtime.heldBackScript(url.text(), services));
    }

    /** Whether a script or a frame of these services waits: none of them goes without consent. */
    static boolean isHeldBack(List<Service> services) {
        for (Service service : services) {
            if (!service.needsConsent()) {
                return false;
            }
        }
        return true;
    }

    private static Map<String, String> heldByBanner(String url, List<Service> services) {
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

    /** The services as they follow each other in the declaration, whatever their categories. */
    static List<Service> inOrderOfTheFile(Charter charter) {
        List<Service> services = charter.services();
        services.sort(DeclaredScripts::byPlace);
        return services;
    }

    private static int byPlace(Service one, Service other) {
        return one.positions().entry().compareTo(other.positions().entry());
    }

    /** The attributes as a template of HTML wants them. */
    static List<Map<String, Object>> forTemplate(Script script) {
        List<Map<String, Object>> attributes = new ArrayList<>();
        for (Map.Entry<String, String> attribute : script.attributes().entrySet()) {
            String value = Objects.requireNonNull(attribute.getValue());
            attributes.add(Map.of("name", attribute.getKey(), "value", value, "hasValue", !value.isEmpty()));
        }
        return attributes;
    }
}
