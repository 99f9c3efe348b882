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

/** Binds {@code services}, and checks their references to categories and providers. */
final class ServiceBinder {

    private static final List<String> KEYS = List.of(
            "category",
            "provider",
            "name",
            "location",
            "purpose",
            "consent",
            "reason",
            "objection",
            "scripts",
            "frames",
            "retention",
            "anonymous",
            "cookies",
            "use",
            "without");

    private final List<String> categoryIds;
    private final Set<String> consentCategoryIds;
    private final List<String> providerIds;
    private final boolean allRead;
    private final ScalarReader scalars;
    private final TextReader texts;
    private final DiagnosticCollector diagnostics;
    private final CookieBinder cookieBinder;
    private final Map<String, Set<String>> cookieNames = new LinkedHashMap<>();

    /**
     * Creates a binder for services of these categories and providers.
     *
     * @param consentCategoryIds the categories that need consent
     * @param allRead whether the whole file was parsed, so that an undeclared id is really missing
     */
    ServiceBinder(
            List<String> categoryIds,
            Set<String> consentCategoryIds,
            List<String> providerIds,
            boolean allRead,
            ScalarReader scalars,
            TextReader texts,
            DiagnosticCollector diagnostics) {
        this.categoryIds = categoryIds;
        this.consentCategoryIds = consentCategoryIds;
        this.providerIds = providerIds;
        this.allRead = allRead;
        this.scalars = scalars;
        this.texts = texts;
        this.diagnostics = diagnostics;
        this.cookieBinder = new CookieBinder(scalars, texts, diagnostics);
    }

    List<Declaration.Service> bindServices(Map<String, Node.Entry> entries) {
        List<Declaration.Service> services = new ArrayList<>();
        for (Node.Entry entry : entries.values()) {
            scalars.checkId(entry, "service");
            services.add(bindService(entry));
        }
        return List.copyOf(services);
    }

    private Declaration.Service bindService(Node.Entry entry) {
        String id = entry.key();
        MappingReader reader =
                new MappingReader(entry.value(), "service " + SafeText.quote(id), entry.position(), KEYS, diagnostics);
        Optional<String> category = readReference(
                reader.require("category", "one of " + String.join(", ", GroupBinder.BUILT_IN_CATEGORIES)),
                "category",
                categoryIds);
        Optional<String> provider = reader.contains("provider")
                ? readReference(reader.require("provider", ""), "provider", providerIds)
                : Optional.empty();
        boolean exempt = bindExemption(reader, category.orElse(""));
        checkObjection(reader, category.orElse(""));
        Map<String, Node.Entry> cookieEntries = scalars.readEntries(reader, "cookies", "cookie's name");
        cookieNames.put(id, new LinkedHashSet<>(cookieEntries.keySet()));
        checkNotEmpty(id, reader, cookieEntries);
        return new Declaration.Service(
                id,
                category.orElse("necessary"),
                provider,
                texts.readText(reader, "name"),
                texts.readText(reader, "location"),
                texts.readPurpose(reader),
                exempt,
                texts.readText(reader, "reason"),
                scalars.readFlag(reader, "objection"),
                scalars.readPatterns(reader, "scripts"),
                scalars.readPatterns(reader, "frames"),
                scalars.readLifetime(reader, "retention"),
                scalars.readFlag(reader, "anonymous").orElse(false),
                cookieBinder.bindCookies(id, cookieEntries, reader.mayContain("purpose")),
                reader.positions());
    }

    private Optional<String> readReference(Node node, String what, List<String> declared) {
        if (!allRead || declared.isEmpty()) {
            Optional<String> id = scalars.readLine(node, what);
            if (allRead && id.isPresent()) {
                diagnostics.error(
                        node.position(),
                        "unknown " + what + " " + SafeText.quote(id.get()) + ": declare it under '" + what + "s'");
            }
            return id;
        }
        return scalars.readReference(node, what, what, declared);
    }

    private boolean bindExemption(MappingReader reader, String category) {
        Optional<String> consent = scalars.readText(reader, "consent", ValueFormat.EXEMPT);
        if (consent.isPresent() && category.equals("marketing")) {
            diagnostics.error(
                    reader.positionOf("consent"),
                    "a service in 'marketing' cannot be exempt: no law exempts it from consent");
        } else if (consent.isPresent() && !reader.contains("reason")) {
            reader.reportMissing("reason", "state why the service needs no consent");
        }
        if (reader.contains("reason") && !reader.mayContain("consent")) {
            diagnostics.error(
                    reader.positionOf("reason"),
                    "'reason' says why no consent is needed: write 'consent: exempt' beside it, or remove the reason");
        }
        return consent.isPresent();
    }

    // A 'consent' with another value is an error of its own.
    private void checkObjection(MappingReader reader, String category) {
        if (!reader.contains("objection")) {
            return;
        }
        if (category.equals("necessary")) {
            diagnostics.error(
                    reader.positionOf("objection"),
                    "visitors cannot switch off a service in 'necessary': remove 'objection', or move the service to"
                            + " another category");
        } else if (consentCategoryIds.contains(category) && !reader.contains("consent")) {
            diagnostics.error(
                    reader.positionOf("objection"),
                    "'objection' is for a service that needs no consent, and this one waits for consent: remove"
                            + " 'objection'"
                            + (category.equals("marketing")
                                    ? ""
                                    : ", or write 'consent: exempt' with a 'reason' beside it"));
        }
    }

    private void checkNotEmpty(String id, MappingReader reader, Map<String, Node.Entry> cookies) {
        boolean cookiesInDoubt = reader.contains("cookies")
                && !(reader.require("cookies", "") instanceof Node.Mapping mapping && mapping.complete());
        if (!cookies.isEmpty() || cookiesInDoubt) {
            return;
        }
        if (!reader.mayContain("scripts") && !reader.mayContain("frames")) {
            if (reader.contains("cookies")) {
                diagnostics.error(
                        reader.positionOf("cookies"),
                        "'cookies' is empty in service " + SafeText.quote(id)
                                + ": declare what it stores, or the 'scripts' or 'frames' that it loads");
            } else {
                reader.reportMissing("cookies", "a service has cookies, 'scripts' or 'frames'");
            }
        } else if (!reader.contains("purpose")) {
            reader.reportMissing("purpose", "a service without cookies of its own needs a purpose");
        }
    }

    /** Reads a reference to a service. */
    Optional<String> readServiceReference(Node node) {
        return readReference(node, "service", List.copyOf(cookieNames.keySet()));
    }

    /** Reads a reference to a cookie of this service. */
    Optional<String> readCookieReference(Node node, String service) {
        Set<String> names = cookieNames.getOrDefault(service, Set.of());
        if (names.isEmpty() && allRead) {
            Optional<String> name = scalars.readLine(node, "cookie");
            if (name.isPresent()) {
                diagnostics.error(
                        node.position(),
                        "unknown cookie " + SafeText.quote(name.get()) + ": the service " + SafeText.quote(service)
                                + " has none");
            }
            return Optional.empty();
        }
        return readReference(node, "cookie", List.copyOf(names));
    }
}
