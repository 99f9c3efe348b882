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

/** Entries of a declaration for what was seen in the code: services with their cookies, as lines of YAML. */
final class ServiceYamlWriter {

    private static final String REVIEW = "  # review";
    private static final int MOST_PLACES = 3;

    private final Set<String> ids;
    private final boolean english;
    private final Map<String, List<Seen>> services = new LinkedHashMap<>();
    private final Map<String, Optional<CookieCatalogue.Entry>> products = new LinkedHashMap<>();
    private final List<Evidence> unnamed = new ArrayList<>();

    /** One name of one kind, with the places where it is set. */
    private record Seen(String name, Kind kind, Optional<CookieCatalogue.Entry> known, List<Evidence> places) {}

    /**
     * The entries for evidence.
     *
     * @param taken ids of services that the declaration has already
     * @param language the default language of the site
     */
    ServiceYamlWriter(List<Evidence> evidence, Collection<String> taken, String language) {
        this.ids = new HashSet<>(taken);
        this.english = language.equals("en") || language.startsWith("en-");
        Map<String, Seen> byName = new LinkedHashMap<>();
        for (Evidence each : evidence) {
            if (each.name().isEmpty() || !DeclarableNames.has(each.name().get(), each.kind())) {
                unnamed.add(each);
            } else {
                String name = each.name().get();
                byName.computeIfAbsent(
                                each.kind().word() + " " + name,
                                key -> new Seen(name, each.kind(), known(name, each.kind()), new ArrayList<>()))
                        .places()
                        .add(each);
            }
        }
        for (Seen seen : byName.values()) {
            String service = service(seen);
            if (holds(service, seen.name())) {
                service += "\n" + seen.kind().word();
            }
            services.computeIfAbsent(service, key -> new ArrayList<>()).add(seen);
            products.putIfAbsent(service, seen.known());
        }
    }

    // A service names each of its cookies once; what has the same name and is of another kind goes into a further one.
    private boolean holds(String service, String name) {
        for (Seen seen : services.getOrDefault(service, List.of())) {
            if (seen.name().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private static Optional<CookieCatalogue.Entry> known(String name, Kind kind) {
        if (kind != Kind.COOKIE) {
            return Optional.empty();
        }
        List<CookieCatalogue.Entry> entries = CookieCatalogue.named(name);
        for (CookieCatalogue.Entry entry : entries) {
            if (entry.distinctive()) {
                return Optional.of(entry);
            }
        }
        return entries.isEmpty() ? Optional.empty() : Optional.of(entries.get(0));
    }

    // A product is one service for each category of its cookies.
    private static String service(Seen seen) {
        if (seen.known().isPresent()) {
            return seen.known().get().product() + "\n" + seen.known().get().category();
        }
        Evidence first = seen.places().get(0);
        // A key of the configuration tells what its cookie is for.
        String key = first.how().startsWith("named by ") ? first.how() : "";
        return (first.isOwn() ? "" : artifact(first.origin())) + "\n" + CategoryHeuristic.category(seen.name() + key);
    }

    private static String artifact(String coordinates) {
        String[] parts = coordinates.split(":", -1);
        return parts.length > 1 ? parts[1] : coordinates;
    }

    boolean isEmpty() {
        return services.isEmpty();
    }

    /** The places that set something whose name is not known. */
    List<Evidence> unnamed() {
        return unnamed;
    }

    /**
     * The products behind services of statistics and marketing, which are not the site's own, by the id that their
     * provider gets.
     */
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
     * The services, indented by two spaces.
     *
     * @param withProviders whether services name the providers of {@link #providers()}
     */
    String services(boolean withProviders) {
        StringBuilder yaml = new StringBuilder();
        for (Map.Entry<String, List<Seen>> service : services.entrySet()) {
            String[] parts = service.getKey().split("\n", -1);
            String product = parts[0];
            String category = parts[1];
            boolean isKnown =
                    products.getOrDefault(service.getKey(), Optional.empty()).isPresent();
            String name = product.isEmpty() ? "This site" : product;
            yaml.append("  ")
                    .append(free(product.isEmpty() ? "own-" + category : id(name)))
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
            for (Seen seen : service.getValue()) {
                cookie(seen, yaml);
            }
        }
        return yaml.toString();
    }

    private void cookie(Seen seen, StringBuilder yaml) {
        int shown = Math.min(MOST_PLACES, seen.places().size());
        for (Evidence place : seen.places().subList(0, shown)) {
            String origin = place.isOwn() ? "" : place.origin() + ": ";
            yaml.append("      # ")
                    .append(YamlEscaper.comment(origin + place.place().text() + ", " + place.how()))
                    .append('\n');
        }
        if (shown < seen.places().size()) {
            yaml.append("      # and ").append(seen.places().size() - shown).append(" more\n");
        }
        yaml.append("      ").append(YamlEscaper.scalar(seen.name())).append(":\n");
        String purpose = seen.known().isPresent() ? seen.known().get().purpose() : PlaceholderPurpose.of(seen.name());
        yaml.append("        purpose: ").append(YamlEscaper.scalar(purpose)).append(REVIEW);
        yaml.append(english || seen.known().isEmpty() ? "\n" : ": translate it\n");
        if (seen.kind() != Kind.COOKIE) {
            yaml.append("        kind: ").append(seen.kind().word()).append('\n');
        } else {
            attributes(seen, yaml);
        }
    }

    private static void attributes(Seen seen, StringBuilder yaml) {
        ObservedAttributes attributes = agreed(seen.places());
        Optional<Lifetime> usual = seen.known().flatMap(CookieCatalogue.Entry::lifetime);
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
        attributes.domain().ifPresent(domain -> line("domain", YamlEscaper.scalar(domain), yaml));
        attributes
                .path()
                .filter(path -> path.startsWith("/") && !path.equals("/"))
                .ifPresent(path -> line("path", YamlEscaper.scalar(path), yaml));
        attributes.httpOnly().ifPresent(is -> line("http-only", is.toString(), yaml));
        attributes.secure().ifPresent(is -> line("secure", is.toString(), yaml));
        attributes.sameSite().ifPresent(sameSite -> line("same-site", sameSite.word(), yaml));
    }

    private static void line(String key, String value, StringBuilder yaml) {
        yaml.append("        ").append(key).append(": ").append(value).append('\n');
    }

    // What two places do differently is not known.
    private static ObservedAttributes agreed(List<Evidence> places) {
        ObservedAttributes agreed = places.get(0).attributes();
        for (Evidence place : places) {
            ObservedAttributes other = place.attributes();
            agreed = new ObservedAttributes(
                    same(agreed.lifetime(), other.lifetime()),
                    same(agreed.httpOnly(), other.httpOnly()),
                    same(agreed.secure(), other.secure()),
                    same(agreed.sameSite(), other.sameSite()),
                    same(agreed.domain(), other.domain()),
                    same(agreed.path(), other.path()));
        }
        return agreed;
    }

    private static <T> Optional<T> same(Optional<T> one, Optional<T> other) {
        return one.equals(other) ? one : Optional.empty();
    }

    private String free(String id) {
        String free = id;
        for (int i = 2; !ids.add(free); i++) {
            free = id + "-" + i;
        }
        return free;
    }

    /** An id of the declaration's form. */
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
