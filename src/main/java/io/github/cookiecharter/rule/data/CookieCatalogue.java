package io.github.cookiecharter.rule.data;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.Charter.Cookie;
import io.github.cookiecharter.charter.Charter.Service;
import io.github.cookiecharter.charter.HostNames;
import io.github.cookiecharter.model.DataTable;
import io.github.cookiecharter.model.Lifetime;
import io.github.cookiecharter.model.NamePattern;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Cookies that many sites have: the defaults of Java web stacks, common trackers, and those that come with what pages
 * embed, from the data in {@code stacks.txt}, {@code trackers.txt} and {@code embeds.txt}. A name alone proves nothing,
 * since any site may use it for a cookie of its own.
 */
public final class CookieCatalogue {

    // Most builds need only a few entries, so a line is parsed when it is requested.
    private static final List<String> LINES = lines();
    private static final Map<String, List<String>> BY_NAME = byName();
    private static final List<String> PATTERNS = patterns();

    private CookieCatalogue() {}

    /**
     * A cookie that many sites have.
     *
     * @param name its name, or the pattern of its names
     * @param product what sets it
     * @param category the built-in category that it usually belongs to
     * @param lifetime how long it usually lives; empty where that varies
     * @param purpose what it is for, in English
     * @param distinctive whether no other software is likely to use the name
     * @param marks the hosts, names of providers and, with a slash in front, ends of script paths that go with it
     * @param source the source of this information
     */
    public record Entry(
            NamePattern name,
            String product,
            String category,
            Optional<Lifetime> lifetime,
            String purpose,
            boolean distinctive,
            List<String> marks,
            String source) {

        private static Entry of(String line) {
            List<String> row = DataTable.split(line, '|');
            String lifetime = row.get(3);
            return new Entry(
                    new NamePattern(row.get(0)),
                    row.get(1),
                    row.get(2),
                    lifetime.equals("varies") ? Optional.empty() : Optional.of(DataTable.lifetime(lifetime)),
                    row.get(4),
                    row.get(5).equals("distinctive"),
                    row.get(6).isEmpty() ? List.of() : List.copyOf(DataTable.split(row.get(6), ',')),
                    row.get(7));
        }

        /** Returns whether it usually needs consent for statistics or marketing. */
        public boolean isTracker() {
            return category.equals("statistics") || category.equals("marketing");
        }

        /** Returns whether provider, scripts, frames or domain confirm that a cookie of this name is the known one. */
        public boolean isConfirmedBy(Service service, Cookie cookie) {
            for (String mark : marks) {
                if (matchesDomain(mark, cookie)
                        || matchesAddress(mark, service.scripts())
                        || matchesAddress(mark, service.frames())) {
                    return true;
                }
                Optional<String> provider = service.provider().id();
                if (provider.isPresent()
                        && (matchesName(mark, provider.get())
                                || matchesName(mark, providerName(service))
                                || matchesProviderUrl(mark, service))) {
                    return true;
                }
            }
            return false;
        }

        /** Returns whether the service's own scripts or frames load the product that sets it. */
        public boolean isLoadedBy(Service service) {
            for (String mark : marks) {
                if (matchesAddress(mark, service.scripts()) || matchesAddress(mark, service.frames())) {
                    return true;
                }
            }
            return false;
        }

        /** Returns the id of the standard purpose that says what it is for, if there is one. */
        public Optional<String> standardPurpose() {
            return RuleData.table("standard-purposes.txt").stream()
                    .filter(row -> row.get(0).equals(purpose))
                    .map(row -> row.get(1))
                    .findFirst();
        }

        /** Returns a name for the product's service that visitors understand, in English. */
        public String publicName() {
            for (List<String> row : RuleData.table("public-names.txt")) {
                if (row.get(0).equals(product)) {
                    return row.get(1);
                }
            }
            return product;
        }

        private static boolean matchesDomain(String mark, Cookie cookie) {
            for (Charter.Domain domain : cookie.domains()) {
                if (HostNames.isInDomain(domain.name(), mark)) {
                    return true;
                }
            }
            return false;
        }

        private static boolean matchesAddress(String mark, List<NamePattern> addresses) {
            for (NamePattern address : addresses) {
                boolean matches = mark.startsWith("/")
                        ? path(address.text()).endsWith(mark)
                        : HostNames.isInDomain(HostNames.host(address.text()), mark);
                if (matches) {
                    return true;
                }
            }
            return false;
        }

        private static String path(String url) {
            int query = url.indexOf('?');
            String path = query < 0 ? url : url.substring(0, query);
            return path.endsWith("*") ? path.substring(0, path.length() - 1) : path;
        }

        // A provider's name is the same in every language, or the same name in another script.
        private static String providerName(Service service) {
            return service.provider()
                    .name()
                    .byLanguage()
                    .values()
                    .iterator()
                    .next()
                    .text();
        }

        private static boolean matchesName(String mark, String name) {
            String words = " " + name.toLowerCase(Locale.ROOT).replace('-', ' ').replace(',', ' ') + " ";
            return words.contains(" " + mark + " ");
        }

        private static boolean matchesProviderUrl(String mark, Service service) {
            Optional<URI> url = service.provider().url();
            return url.isPresent()
                    && HostNames.isInDomain(HostNames.host(url.get().toString()), mark);
        }
    }

    /** Reads the data if it is not loaded yet. */
    public static void prepare() {
        // Loading the class reads the data.
    }

    /** Returns all entries: the defaults of stacks, then trackers, then embeds. */
    public static List<Entry> all() {
        List<Entry> all = new ArrayList<>();
        for (String line : LINES) {
            all.add(Entry.of(line));
        }
        return all;
    }

    /** Returns the entries that match a name, which may be a declared pattern; exact matches come first. */
    public static List<Entry> findByName(String name) {
        List<Entry> matches = new ArrayList<>();
        for (String line : BY_NAME.getOrDefault(name, List.of())) {
            matches.add(Entry.of(line));
        }
        for (String line : PATTERNS) {
            if (name.regionMatches(0, line, 0, line.indexOf('*'))) {
                Entry entry = Entry.of(line);
                if (entry.name().matches(name)) {
                    matches.add(entry);
                }
            }
        }
        return matches;
    }

    /**
     * Returns the entries that match a name, and, if it is a pattern, also those whose names the pattern matches: {@code
     * _ga*} is wider than {@code _ga_*}. Exact matches come first.
     */
    public static List<Entry> findOverlapping(String name) {
        List<Entry> matches = findByName(name);
        NamePattern pattern = new NamePattern(name);
        if (pattern.isLiteral() || pattern.literalLength() < 2) {
            return matches;
        }
        for (String line : LINES) {
            String known = nameIn(line);
            // What a pattern of the catalogue stands for may be empty.
            if (!known.equals(name) && pattern.matches(known.replace("*", ""))) {
                Entry entry = Entry.of(line);
                if (!matches.contains(entry)) {
                    matches.add(entry);
                }
            }
        }
        return matches;
    }

    private static List<String> lines() {
        List<String> lines = RuleData.rows("stacks.txt");
        lines.addAll(RuleData.rows("trackers.txt"));
        lines.addAll(RuleData.rows("embeds.txt"));
        return lines;
    }

    private static Map<String, List<String>> byName() {
        Map<String, List<String>> byName = new HashMap<>();
        for (String line : LINES) {
            String name = nameIn(line);
            if (name.indexOf('*') < 0) {
                byName.computeIfAbsent(name, key -> new ArrayList<>(1)).add(line);
            }
        }
        return byName;
    }

    private static List<String> patterns() {
        List<String> patterns = new ArrayList<>();
        for (String line : LINES) {
            if (nameIn(line).indexOf('*') >= 0) {
                patterns.add(line);
            }
        }
        return patterns;
    }

    private static String nameIn(String line) {
        return line.substring(0, line.indexOf(" | "));
    }
}
