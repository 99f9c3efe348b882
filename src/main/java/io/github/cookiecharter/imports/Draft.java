package io.github.cookiecharter.imports;

import io.github.cookiecharter.imports.model.ImportedPart;
import io.github.cookiecharter.model.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A declaration in the making: what all files tell together, by the ids that it will have. */
final class Draft {

    private final ImportedPart site = new ImportedPart();
    private final ImportedPart consent = new ImportedPart();
    private final Map<String, ImportedPart> categories = new LinkedHashMap<>();
    private final Map<String, ImportedPart> providers = new LinkedHashMap<>();
    private final Map<String, Service> services = new LinkedHashMap<>();
    private final Set<String> remarks = new LinkedHashSet<>();

    /** A service with its cookies by name. */
    static final class Service {

        private final ImportedPart part = new ImportedPart();
        private final Map<String, Entry> cookies = new LinkedHashMap<>();

        ImportedPart part() {
            return part;
        }

        Map<String, Entry> cookies() {
            return cookies;
        }
    }

    /**
     * A cookie of a service.
     *
     * @param sources the files and places that tell it
     */
    record Entry(String name, Kind kind, ImportedPart part, Set<String> sources) {}

    ImportedPart site() {
        return site;
    }

    ImportedPart consent() {
        return consent;
    }

    Map<String, ImportedPart> categories() {
        return categories;
    }

    Map<String, ImportedPart> providers() {
        return providers;
    }

    Map<String, Service> services() {
        return services;
    }

    Service service(String id) {
        return services.computeIfAbsent(id, key -> new Service());
    }

    void remark(String text) {
        remarks.add(text);
    }

    List<String> remarks() {
        return new ArrayList<>(remarks);
    }
}
