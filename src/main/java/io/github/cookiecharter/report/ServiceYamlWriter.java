package io.github.cookiecharter.report;

import io.github.cookiecharter.language.Languages;
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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes the evidence of a scan as entries of a declaration: services with their cookies, as lines of YAML. */
final class ServiceYamlWriter {

    private static final String REVIEW = "  # review";
    private static final int MAX_PLACES = 3;

    /** From the mildest to the strictest. */
    private static final List<String> CATEGORIES = List.of("necessary", "preferences", "statistics", "marketing");

    private final Set<String> ids;
    private final boolean english;
    private final boolean hasStandardPurposes;
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
        this.hasStandardPurposes = Languages.builtIn().supports(language);
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

    // A product gets one service; other cookies are grouped by their origin and their likely category.
    private static String serviceKey(FoundName found) {
        if (found.known().isPresent()) {
            return found.known().get().product() + "\n";
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

    /** Returns whether there is no name that can be declared. */
    boolean isEmpty() {
        return services.isEmpty();
    }

    /** Returns the evidence without a name that can be declared. */
    List<Evidence> unnamed() {
        return unnamed;
    }

    /**
     * Returns the products of third-party services for statistics and marketing that the project's own code uses, by the id
     * of their provider.
     */
    Map<String, String> providers() {
        Map<String, String> providers = new LinkedHashMap<>();
        for (Map.Entry<String, List<FoundName>> service : services.entrySet()) {
            Optional<CookieCatalogue.Entry> product = products.getOrDefault(service.getKey(), Optional.empty());
            if (product.isPresent() && isTracker(service.getValue()) && isOwn(service.getValue())) {
                providers.putIfAbsent(id(product.get().product()), product.get().product());
            }
        }
        return providers;
    }

    /** Returns all services, without providers, indented by two spaces. */
    String services() {
        StringBuilder yaml = new StringBuilder();
        services.keySet().forEach(key -> writeService(key, Map.of(), yaml));
        return yaml.toString();
    }

    /** Returns the services that the project's own code uses, with their providers, indented by two spaces. */
    String ownServices() {
        Map<String, String> providers = providers();
        StringBuilder yaml = new StringBuilder();
        services.forEach((key, names) -> {
            if (isOwn(names)) {
                writeService(key, providers, yaml);
            }
        });
        return yaml.toString();
    }

    /** Returns the services of dependencies alone as comments, each line of which becomes YAML without {@code # }. */
    String commentedServices() {
        StringBuilder yaml = new StringBuilder();
        services.forEach((key, names) -> {
            if (!isOwn(names)) {
                writeService(key, Map.of(), yaml);
            }
        });
        StringBuilder comments = new StringBuilder();
        yaml.toString()
                .lines()
                .forEach(line -> comments.append("# ").append(line).append('\n'));
        return comments.toString();
    }

    private void writeService(String key, Map<String, String> providers, StringBuilder yaml) {
        List<FoundName> names = services.getOrDefault(key, List.of());
        Optional<CookieCatalogue.Entry> known = products.getOrDefault(key, Optional.empty());
        String product = key.substring(0, key.indexOf('\n'));
        String category = category(names);
        String name = known.map(CookieCatalogue.Entry::publicName).orElse(product.isEmpty() ? "This site" : product);
        yaml.append("  ")
                .append(uniqueId(product.isEmpty() ? "own-" + category : id(name)))
                .append(":\n");
        yaml.append("    category: ").append(category);
        yaml.append(known.isPresent() ? REVIEW : REVIEW + ": necessary, preferences, statistics or marketing?");
        yaml.append('\n');
        if (known.isPresent() && providers.containsKey(id(product))) {
            yaml.append("    provider: ").append(id(product)).append('\n');
        }
        yaml.append("    name: ").append(YamlEscaper.scalar(name));
        yaml.append(REVIEW).append(": a name that visitors understand\n");
        writeAddresses("scripts", "the script ", names, yaml);
        writeAddresses("frames", "the frame ", names, yaml);
        yaml.append("    cookies:\n");
        for (FoundName found : names) {
            writeCookie(found, yaml);
        }
    }

    // What a script or frame is known to set waits for consent with it.
    private static void writeAddresses(String key, String noun, List<FoundName> names, StringBuilder yaml) {
        Set<String> addresses = new LinkedHashSet<>();
        if (isTracker(names)) {
            for (FoundName found : names) {
                for (Evidence evidence : found.evidence()) {
                    address(evidence.how(), noun).ifPresent(address -> addresses.add(YamlEscaper.scalar(address)));
                }
            }
        }
        if (!addresses.isEmpty()) {
            yaml.append("    ")
                    .append(key)
                    .append(": [")
                    .append(String.join(", ", addresses))
                    .append(']');
            yaml.append(REVIEW).append(": all that load it\n");
        }
    }

    // The scanner names the address in its words: the script www.example.org/a.js is known to set it.
    private static Optional<String> address(String how, String noun) {
        int end = how.indexOf(" is known to set it");
        if (!how.startsWith(noun) || end < noun.length()) {
            return Optional.empty();
        }
        String address = how.substring(noun.length(), end);
        int slash = address.indexOf('/');
        boolean hasHost = slash > 0 && address.lastIndexOf('.', slash) > 0;
        if (!hasHost || !DeclarableNames.accepts(address, Kind.LOCAL_STORAGE) || address.indexOf(' ') >= 0) {
            return Optional.empty();
        }
        // A long path is cut, and a query may follow.
        String start = address.endsWith("…") ? address.substring(0, address.length() - 1) : address;
        return Optional.of("https://" + start + (start.endsWith("*") ? "" : "*"));
    }

    // The strictest of its cookies decides: consent to a service counts for all that it sets.
    private static String category(List<FoundName> names) {
        int strictest = 0;
        for (FoundName found : names) {
            String category = found.known()
                    .map(CookieCatalogue.Entry::category)
                    .orElseGet(
                            () -> serviceKey(found).substring(serviceKey(found).indexOf('\n') + 1));
            strictest = Math.max(strictest, CATEGORIES.indexOf(category));
        }
        return CATEGORIES.get(strictest);
    }

    private static boolean isTracker(List<FoundName> names) {
        return CATEGORIES.indexOf(category(names)) >= CATEGORIES.indexOf("statistics");
    }

    private static boolean isOwn(List<FoundName> names) {
        return names.stream().anyMatch(found -> found.evidence().stream().anyMatch(Evidence::isOwn));
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
        writePurpose(found, yaml);
        if (found.kind() != Kind.COOKIE) {
            yaml.append("        kind: ").append(found.kind().word()).append('\n');
        } else {
            writeAttributes(found, yaml);
        }
    }

    private void writePurpose(FoundName found, StringBuilder yaml) {
        Optional<String> standard =
                hasStandardPurposes ? found.known().flatMap(CookieCatalogue.Entry::standardPurpose) : Optional.empty();
        if (standard.isPresent()) {
            yaml.append("        purpose: { standard: ")
                    .append(standard.get())
                    .append(" }")
                    .append(REVIEW);
            yaml.append('\n');
            return;
        }
        String purpose =
                found.known().isPresent() ? found.known().get().purpose() : PlaceholderPurpose.forName(found.name());
        yaml.append("        purpose: ").append(YamlEscaper.scalar(purpose)).append(REVIEW);
        yaml.append(english || found.known().isEmpty() ? "\n" : ": translate it\n");
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
        writeDomains(found.evidence(), yaml);
        attributes
                .path()
                .filter(path -> path.startsWith("/") && !path.equals("/"))
                .ifPresent(path -> writeLine("path", YamlEscaper.scalar(path), yaml));
        attributes.httpOnly().ifPresent(is -> writeLine("http-only", is.toString(), yaml));
        attributes.secure().ifPresent(is -> writeLine("secure", is.toString(), yaml));
        attributes.sameSite().ifPresent(sameSite -> writeLine("same-site", sameSite.word(), yaml));
    }

    // A cookie that each place sets for a domain of its own has all of them.
    private static void writeDomains(List<Evidence> places, StringBuilder yaml) {
        Set<String> domains = new LinkedHashSet<>();
        for (Evidence evidence : places) {
            if (evidence.attributes().domain().isEmpty()) {
                return;
            }
            domains.add(YamlEscaper.scalar(evidence.attributes().domain().get()));
        }
        String all = String.join(", ", domains);
        writeLine("domain", domains.size() == 1 ? all : "[" + all + "]", yaml);
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
