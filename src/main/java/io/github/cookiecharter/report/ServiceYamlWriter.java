package io.github.cookiecharter.report;

import io.github.cookiecharter.model.Kind;
import io.github.cookiecharter.model.Lifetime;
import io.github.cookiecharter.model.PlaceholderPurpose;
import io.github.cookiecharter.rule.data.CookieCatalogue;
import io.github.cookiecharter.scan.model.Evidence;
import io.github.cookiecharter.scan.model.ObservedAttributes;
import io.github.cookiecharter.template.YamlEscaper;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes the evidence of a scan as entries of a declaration: services with their cookies, as lines of YAML. */
final class ServiceYamlWriter {

    private static final String REVIEW = "  # review";
    private static final int MAX_PLACES = 3;

    private final Set<String> ids;
    private final boolean english;
    private final Map<String, List<FoundName>> services = new LinkedHashMap<>();
    private final Map<String, Optional<CookieCatalogue.Entry>> products = new LinkedHashMap<>();
    private final List<Evidence> unnamed = new ArrayList<>();

    /** A name of a kind, with the evidence that sets it. */
    private record FoundName(String name, Kind kind, Optional<CookieCatalogue.Entry> known, List<Evidence> evidence) {}

    /**
     * Creates the entries for evidence.
     *
     * @param taken the ids of services that the declaration already has
     * @param language the default language of the site
     */
    ServiceYamlWriter(List<Evidence> evidence, Collection<String> taken, String language) {
        this.ids = new HashSet<>(taken);
        this.english = language.equals("en") || language.startsWith("en-");
        Map<String, FoundName> byName = new LinkedHashMap<>();
        for (Evidence each : evidence) {
            if (each.name().isEmpty() || !DeclarableNames.accepts(each.name().get(), each.kind())) {
                unnamed.add(each);
            } else {
                String name = each.name().get();
                byName.computeIfAbsent(
                                each.kind().word() + " " + name,
                                key -> new FoundName(
                                        name, each.kind(), findInCatalogue(name, each.kind()), new ArrayList<>()))
                        .evidence()
                        .add(each);
            }
        }
        for (FoundName found : byName.values()) {
            String service = serviceKey(found);
            if (containsName(service, found.name())) {
                service += "\n" + found.kind().word();
            }
            services.computeIfAbsent(service, key -> new ArrayList<>()).add(found);
            products.putIfAbsent(service, found.known());
        }
    }

    // Names are unique in a service; a cookie with the same name and another kind goes to another service.
    private boolean containsName(String service, String name) {
        for (FoundName found : services.getOrDefault(service, List.of())) {
            if (found.name().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private static Optional<CookieCatalogue.Entry> findInCatalogue(String name, Kind kind) {
        if (kind != Kind.COOKIE) {
            return Optional.empty();
        }
        List<CookieCatalogue.Entry> entries = CookieCatalogue.findByName(name);
        for (CookieCatalogue.Entry entry : entries) {
            if (entry.distinctive()) {
                return Optional.of(entry);
            }
        }
        return entries.isEmpty() ? Optional.empty() : Optional.of(entries.get(0));
    }

    // A product gets one service for each category of its cookies.
    private static String serviceKey(FoundName found) {
        if (found.known().isPresent()) {
            return found.known().get().product() + "\n" + found.known().get().category();
        }
        Evidence first = found.evidence().get(0);
        // The configuration key suggests the purpose of its cookie.
        String key = first.how().startsWith("named by ") ? first.how() : "";
        return (first.isOwn() ? "" : artifact(first.origin())) + "\n" + CategoryHeuristic.category(found.name() + key);
    }

    private static String artifact(String coordinates) {
        String[] parts = coordinates.split(":", -1);
        return parts.length > 1 ? parts[1] : coordinates;
    }

    boolean isEmpty() {
        return services.isEmpty();
    }

    /** Returns the evidence without a name that can be declared. */
    List<Evidence> unnamed() {
        return unnamed;
    }

    /** Returns the products of third-party services for statistics and marketing, by the id of their provider. */
    Map<String, String> providers() {
        Map<String, String> providers = new LinkedHashMap<>();
        for (Optional<CookieCatalogue.Entry> product : products.values()) {
            if (product.isPresent() && product.get().isTracker()) {
                providers.putIfAbsent(id(product.get().product()), product.get().product());
            }
        }
        return providers;
    }

    /**
     * Returns the services, indented by two spaces.
     *
     * @param withProviders whether services name the providers of {@link #providers()}
     */
    String services(boolean withProviders) {
        StringBuilder yaml = new StringBuilder();
        for (Map.Entry<String, List<FoundName>> service : services.entrySet()) {
            String[] parts = service.getKey().split("\n", -1);
            String product = parts[0];
            String category = parts[1];
            boolean isKnown =
                    products.getOrDefault(service.getKey(), Optional.empty()).isPresent();
            String name = product.isEmpty() ? "This site" : product;
            yaml.append("  ")
                    .append(uniqueId(product.isEmpty() ? "own-" + category : id(name)))
                    .append(":\n");
            yaml.append("    category: ").append(category);
            yaml.append(isKnown ? REVIEW : REVIEW + ": necessary, preferences, statistics or marketing?");
            yaml.append('\n');
            if (withProviders && isKnown && providers().containsKey(id(product))) {
                yaml.append("    provider: ").append(id(product)).append('\n');
            }
            yaml.append("    name: ").append(YamlEscaper.scalar(name));
            yaml.append(isKnown ? "\n" : REVIEW + ": a name that visitors understand\n");
            yaml.append("    cookies:\n");
            for (FoundName found : service.getValue()) {
                writeCookie(found, yaml);
            }
        }
        return yaml.toString();
    }

    private void writeCookie(FoundName found, StringBuilder yaml) {
        int shown = Math.min(MAX_PLACES, found.evidence().size());
        for (Evidence evidence : found.evidence().subList(0, shown)) {
            String origin = evidence.isOwn() ? "" : evidence.origin() + ": ";
            yaml.append("      # ")
                    .append(YamlEscaper.comment(origin + evidence.place().text() + ", " + evidence.how()))
                    .append('\n');
        }
        if (shown < found.evidence().size()) {
            yaml.append("      # and ").append(found.evidence().size() - shown).append(" more\n");
        }
        yaml.append("      ").append(YamlEscaper.scalar(found.name())).append(":\n");
        String purpose =
                found.known().isPresent() ? found.known().get().purpose() : PlaceholderPurpose.forName(found.name());
        yaml.append("        purpose: ").append(YamlEscaper.scalar(purpose)).append(REVIEW);
        yaml.append(english || found.known().isEmpty() ? "\n" : ": translate it\n");
        if (found.kind() != Kind.COOKIE) {
            yaml.append("        kind: ").append(found.kind().word()).append('\n');
        } else {
            writeAttributes(found, yaml);
        }
    }

    private static void writeAttributes(FoundName found, StringBuilder yaml) {
        ObservedAttributes attributes = commonAttributes(found.evidence());
        Optional<Lifetime> usual = found.known().flatMap(CookieCatalogue.Entry::lifetime);
        if (attributes.lifetime().isPresent()) {
            yaml.append("        lifetime: ")
                    .append(attributes.lifetime().get().words())
                    .append('\n');
        } else {
            yaml.append("        lifetime: ")
                    .append(usual.orElse(new Lifetime.Session()).words())
                    .append(REVIEW)
                    .append(usual.isPresent() ? ": the usual one\n" : ": how long is it kept?\n");
        }
        attributes.domain().ifPresent(domain -> writeLine("domain", YamlEscaper.scalar(domain), yaml));
        attributes
                .path()
                .filter(path -> path.startsWith("/") && !path.equals("/"))
                .ifPresent(path -> writeLine("path", YamlEscaper.scalar(path), yaml));
        attributes.httpOnly().ifPresent(is -> writeLine("http-only", is.toString(), yaml));
        attributes.secure().ifPresent(is -> writeLine("secure", is.toString(), yaml));
        attributes.sameSite().ifPresent(sameSite -> writeLine("same-site", sameSite.word(), yaml));
    }

    private static void writeLine(String key, String value, StringBuilder yaml) {
        yaml.append("        ").append(key).append(": ").append(value).append('\n');
    }

    // Attributes that differ between code locations are omitted.
    private static ObservedAttributes commonAttributes(List<Evidence> places) {
        ObservedAttributes common = places.get(0).attributes();
        for (Evidence evidence : places) {
            ObservedAttributes other = evidence.attributes();
            common = new ObservedAttributes(
                    ifEqual(common.lifetime(), other.lifetime()),
                    ifEqual(common.httpOnly(), other.httpOnly()),
                    ifEqual(common.secure(), other.secure()),
                    ifEqual(common.sameSite(), other.sameSite()),
                    ifEqual(common.domain(), other.domain()),
                    ifEqual(common.path(), other.path()));
        }
        return common;
    }

    private static <T> Optional<T> ifEqual(Optional<T> one, Optional<T> other) {
        return one.equals(other) ? one : Optional.empty();
    }

    private String uniqueId(String id) {
        String free = id;
        for (int i = 2; !ids.add(free); i++) {
            free = id + "-" + i;
        }
        return free;
    }

    /** Converts a name to an id of a declaration. */
    static String id(String name) {
        StringBuilder id = new StringBuilder();
        for (char c : name.toLowerCase(Locale.ROOT).toCharArray()) {
            if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
                id.append(c);
            } else if (!id.isEmpty() && id.charAt(id.length() - 1) != '-') {
                id.append('-');
            }
        }
        if (!id.isEmpty() && id.charAt(id.length() - 1) == '-') {
            id.setLength(id.length() - 1);
        }
        return id.isEmpty() ? "service" : id.toString();
    }
}
