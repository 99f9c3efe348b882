package io.github.cookiecharter.history;

import io.github.cookiecharter.audit.json.JsonValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What a {@code charter.json} says. Files of earlier versions of the plugin lack keys, and those of later ones have more: both
 * are read as far as they go.
 *
 * @param languages the site's languages; the first is the default
 * @param updated the date that the page shows
 * @param revision the consent revision; empty without a banner
 * @param site the facts about the site but its languages
 * @param consent the facts about how the choice is stored, or about who asks
 * @param categories by id
 * @param providers the declared providers by id
 * @param services by id
 */
public record CharterSnapshot(
        List<String> languages,
        Optional<LocalDate> updated,
        OptionalInt revision,
        Map<String, Fact> site,
        Map<String, Fact> consent,
        Map<String, Part> categories,
        Map<String, Part> providers,
        Map<String, Service> services) {

    private static final String REQUIRED = "required";

    public CharterSnapshot {
        languages = List.copyOf(languages);
        site = unmodifiable(site);
        consent = unmodifiable(consent);
        categories = unmodifiable(categories);
        providers = unmodifiable(providers);
        services = unmodifiable(services);
    }

    // Keeps the order, which Map.copyOf does not.
    private static <V> Map<String, V> unmodifiable(Map<String, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    /** A category, a provider or a cookie. */
    public record Part(String id, Wording name, Map<String, Fact> facts) {

        public Part {
            facts = unmodifiable(facts);
        }

        Fact fact(String key) {
            return facts.getOrDefault(key, Fact.UNSTATED);
        }
    }

    /**
     * A service.
     *
     * @param category the id of its category
     * @param provider the id of its provider; empty for the site itself
     * @param providerName the name of the provider
     * @param needsConsent whether it needs consent
     * @param scripts the addresses of scripts
     * @param frames the addresses of frames
     * @param cookies in the order of the file; two may share a name
     */
    public record Service(
            Part part,
            String category,
            String provider,
            Wording providerName,
            boolean needsConsent,
            List<String> scripts,
            List<String> frames,
            List<Part> cookies) {}

    /** Returns the default language. */
    public String defaultLanguage() {
        return languages.get(0);
    }

    /** Returns whether a service needs consent. */
    public boolean asksForConsent() {
        return services.values().stream().anyMatch(Service::needsConsent);
    }

    /**
     * Reads a {@code charter.json}.
     *
     * @throws IOException if it is none; the message says why, as the end of a sentence
     */
    public static CharterSnapshot read(byte[] json) throws IOException {
        JsonValue root;
        try {
            root = JsonValue.parse(new String(json, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IOException("is no valid JSON", e);
        }
        if (root.get("site").fields().isEmpty() || !root.get("categories").isPresent()) {
            throw new IOException("is no charter.json: it has no site and no categories");
        }
        return new Reader(root).read();
    }

    /** Reads one file. */
    private static final class Reader {

        private final JsonValue root;
        private final List<String> languages;
        private final FactReader facts;
        private final String consentCookie;
        private final String revision;
        private final Map<String, Part> categories = new LinkedHashMap<>();
        private final Map<String, Part> providers = new LinkedHashMap<>();
        private final Map<String, Service> services = new LinkedHashMap<>();

        Reader(JsonValue root) {
            this.root = root;
            List<String> tags = texts(root.get("site", "languages"));
            this.languages = tags.isEmpty() ? List.of("en") : tags;
            this.facts = new FactReader(languages.get(0));
            this.consentCookie = root.get("consent", "cookie").text();
            int number = root.get("consent", "revision").whole(0);
            this.revision = number > 0 ? Integer.toString(number) : "";
        }

        CharterSnapshot read() {
            JsonValue site = root.get("site");
            for (JsonValue category : root.get("categories").items()) {
                readCategory(category);
            }
            Map<String, Fact> consent =
                    new LinkedHashMap<>(facts.read(root.get("consent"), Set.of("cookie", "revision")));
            if (!consentCookie.isEmpty()) {
                consent.put("cookie", new Fact.Plain(cookieName(consentCookie)));
            }
            facts.read(root.get("asked-by"), Set.of()).forEach((key, fact) -> consent.put("asked-by " + key, fact));
            return new CharterSnapshot(
                    languages,
                    date(site.get("updated").text()),
                    revision.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(revision)),
                    facts.read(site, Set.of("languages", "updated")),
                    consent,
                    categories,
                    providers,
                    services);
        }

        private void readCategory(JsonValue category) {
            String id = category.get("id").text();
            categories.put(
                    id,
                    new Part(
                            id,
                            facts.wording(category.get("name"), id),
                            facts.read(category, Set.of("id", "services"))));
            for (JsonValue service : category.get("services").items()) {
                readService(service, id);
            }
        }

        private void readService(JsonValue service, String category) {
            String id = service.get("id").text();
            JsonValue provider = service.get("provider");
            String providerId = provider.get("id").text();
            Wording providerName = facts.wording(provider.get("name"), providerId);
            if (!providerId.isEmpty()) {
                providers.putIfAbsent(
                        providerId, new Part(providerId, providerName, facts.read(provider, Set.of("id"))));
            }
            List<Part> cookies = new ArrayList<>();
            for (JsonValue cookie : service.get("cookies").items()) {
                String name = cookie.get("name").text();
                // Pattern and party follow from the name and from the domains. A change of the record's name is one of
                // the
                // consent, and here the record stays the same cookie.
                cookies.add(new Part(
                        name.equals(consentCookie) ? "" : name,
                        new Wording(Map.of(languages.get(0), name), languages.get(0)),
                        facts.read(cookie, Set.of("name", "pattern", "party"))));
            }
            services.put(
                    id,
                    new Service(
                            new Part(
                                    id,
                                    facts.wording(service.get("name"), id),
                                    facts.read(
                                            service,
                                            Set.of("id", "provider", "scripts", "frames", "cookies", "consent"))),
                            category,
                            providerId,
                            providerName,
                            service.get("consent").text().equals(REQUIRED),
                            texts(service.get("scripts")),
                            texts(service.get("frames")),
                            List.copyOf(cookies)));
        }

        // Some runtimes store the choice under a name that ends in the revision: the cookie is the same one all the
        // same.
        private String cookieName(String name) {
            return name.equals(consentCookie) && !revision.isEmpty() && name.endsWith(revision)
                    ? name.substring(0, name.length() - revision.length()) + "<revision>"
                    : name;
        }

        private static List<String> texts(JsonValue array) {
            return array.items().stream()
                    .map(JsonValue::text)
                    .filter(text -> !text.isEmpty())
                    .toList();
        }

        private static Optional<LocalDate> date(String text) {
            try {
                return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
            } catch (DateTimeException e) {
                // A date of another form is not shown; nothing else depends on it.
                return Optional.empty();
            }
        }
    }
}
