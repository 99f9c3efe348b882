package io.github.cookiecharter.declaration;

import io.github.cookiecharter.model.diagnostic.DiagnosticCollector;
import io.github.cookiecharter.model.diagnostic.SafeText;
import io.github.cookiecharter.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Binds {@code services}, and holds them against the categories and providers that they name. */
final class ServiceBinder {

    private static final List<String> KEYS = List.of(
            "category",
            "provider",
            "name",
            "location",
            "purpose",
            "consent",
            "reason",
            "scripts",
            "frames",
            "retention",
            "anonymous",
            "cookies");

    private final List<String> categoryIds;
    private final List<String> providerIds;
    private final boolean allRead;
    private final ScalarReader values;
    private final TextReader texts;
    private final DiagnosticCollector diagnostics;
    private final CookieBinder cookieBinder;
    private final Map<String, Set<String>> cookieNames = new LinkedHashMap<>();

    /**
     * For services of these categories and providers.
     *
     * @param allRead whether the file was read to its end, so that what is not declared is missing
     */
    ServiceBinder(
            List<String> categoryIds,
            List<String> providerIds,
            boolean allRead,
            ScalarReader values,
            TextReader texts,
            DiagnosticCollector diagnostics) {
        this.categoryIds = categoryIds;
        this.providerIds = providerIds;
        this.allRead = allRead;
        this.values = values;
        this.texts = texts;
        this.diagnostics = diagnostics;
        this.cookieBinder = new CookieBinder(values, texts, diagnostics);
    }

    List<Declaration.Service> services(Map<String, Node.Entry> entries) {
        List<Declaration.Service> services = new ArrayList<>();
        for (Node.Entry entry : entries.values()) {
            values.checkId(entry, "service");
            services.add(service(entry));
        }
        return List.copyOf(services);
    }

    private Declaration.Service service(Node.Entry entry) {
        String id = entry.key();
        MappingReader fields =
                new MappingReader(entry.value(), "service " + SafeText.quote(id), entry.at(), KEYS, diagnostics);
        Optional<String> category = reference(
                fields.require("category", "one of " + String.join(", ", GroupBinder.BUILT_IN_CATEGORIES)),
                "category",
                categoryIds);
        Optional<String> provider = fields.has("provider")
                ? reference(fields.require("provider", ""), "provider", providerIds)
                : Optional.empty();
        boolean exempt = exempt(fields, category.orElse(""));
        Map<String, Node.Entry> cookieEntries = values.entries(fields, "cookies", "cookie's name");
        cookieNames.put(id, new LinkedHashSet<>(cookieEntries.keySet()));
        checkThatItDoesSomething(id, fields, cookieEntries);
        return new Declaration.Service(
                id,
                category.orElse("necessary"),
                provider,
                texts.get(fields, "name"),
                texts.get(fields, "location"),
                texts.get(fields, "purpose"),
                exempt,
                texts.get(fields, "reason"),
                values.patterns(fields, "scripts"),
                values.patterns(fields, "frames"),
                values.lifetime(fields, "retention"),
                values.flag(fields, "anonymous").orElse(false),
                cookieBinder.cookies(id, cookieEntries, fields.mayHave("purpose")),
                fields.positions());
    }

    private Optional<String> reference(Node node, String what, List<String> declared) {
        if (!allRead || declared.isEmpty()) {
            Optional<String> id = values.line(node, what);
            if (allRead && id.isPresent()) {
                diagnostics.error(
                        node.at(),
                        "unknown " + what + " " + SafeText.quote(id.get()) + ": declare it under '" + what + "s'");
            }
            return id;
        }
        return values.known(node, what, what, declared);
    }

    private boolean exempt(MappingReader fields, String category) {
        Optional<String> consent = values.text(fields, "consent", ValueFormat.EXEMPT);
        if (consent.isPresent() && category.equals("marketing")) {
            diagnostics.error(
                    fields.at("consent"), "a service in 'marketing' cannot be exempt: no law exempts it from consent");
        } else if (consent.isPresent() && !fields.has("reason")) {
            fields.reportMissing("reason", "say why the service needs no consent");
        }
        if (fields.has("reason") && !fields.mayHave("consent")) {
            diagnostics.error(
                    fields.at("reason"),
                    "'reason' says why no consent is needed: write 'consent: exempt' beside it, or remove the reason");
        }
        return consent.isPresent();
    }

    private void checkThatItDoesSomething(String id, MappingReader fields, Map<String, Node.Entry> cookies) {
        boolean cookiesInDoubt = fields.has("cookies")
                && !(fields.require("cookies", "") instanceof Node.Mapping mapping && mapping.complete());
        if (!cookies.isEmpty() || cookiesInDoubt) {
            return;
        }
        if (!fields.mayHave("scripts") && !fields.mayHave("frames")) {
            if (fields.has("cookies")) {
                diagnostics.error(
                        fields.at("cookies"),
                        "'cookies' is empty in service " + SafeText.quote(id)
                                + ": declare what it stores, or the 'scripts' or 'frames' that it loads");
            } else {
                fields.reportMissing("cookies", "a service has cookies, 'scripts' or 'frames'");
            }
        } else if (!fields.has("purpose")) {
            fields.reportMissing("purpose", "without cookies of its own the service must say what it is for");
        }
    }

    /** A service named elsewhere in the file. */
    Optional<String> knownService(Node node) {
        return reference(node, "service", List.copyOf(cookieNames.keySet()));
    }

    /** A cookie of this service, named elsewhere in the file. */
    Optional<String> knownCookie(Node node, String service) {
        Set<String> names = cookieNames.getOrDefault(service, Set.of());
        if (names.isEmpty() && allRead) {
            Optional<String> name = values.line(node, "cookie");
            if (name.isPresent()) {
                diagnostics.error(
                        node.at(),
                        "unknown cookie " + SafeText.quote(name.get()) + ": the service " + SafeText.quote(service)
                                + " has none");
            }
            return Optional.empty();
        }
        return reference(node, "cookie", List.copyOf(names));
    }
}
