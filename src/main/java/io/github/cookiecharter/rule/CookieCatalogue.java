package io.github.cookiecharter.rule;

import io.github.cookiecharter.charter.Charter.Cookie;
import io.github.cookiecharter.charter.Charter.Service;
import io.github.cookiecharter.vocabulary.Lifetime;
import io.github.cookiecharter.vocabulary.NamePattern;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Cookies that many sites have: the defaults of Java web stacks and common trackers, from the data in {@code stacks.txt}
 * and {@code trackers.txt}. A name alone proves nothing, since anybody may call a cookie anything.
 */
public final class CookieCatalogue {

    private static final List<Entry> ALL = read();
    private static final Map<String, List<Entry>> BY_NAME = byName();
    private static final List<Entry> PATTERNS = patterns();

    private CookieCatalogue() {}

    /**
     * A cookie that many sites have.
     *
     * @param name its name, or the pattern of its names
     * @param product what sets it
     * @param category the built-in category that it usually belongs to
     * @param lifetime how long it usually lives; empty where that varies
     * @param purpose what it is for, in English
     * @param distinctive whether nobody else is likely to use the name
     * @param marks the hosts, names of providers and, with a slash in front, ends of script paths that go with it
     * @param source where this is known from
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

        /** Whether it usually needs consent for statistics or marketing. */
        public boolean isTracker() {
            return category.equals("statistics") || category.equals("marketing");
        }

        /** Whether provider, scripts, frames or domain show that a cookie of the name is this one. */
        public boolean isConfirmedBy(Service service, Cookie cookie) {
            for (String mark : marks) {
                if (isOn(mark, cookie) || isIn(mark, service.scripts()) || isIn(mark, service.frames())) {
                    return true;
                }
                Optional<String> provider = service.provider().id();
                if (provider.isPresent()
                        && (isNamed(mark, provider.get()) || isNamed(mark, nameOf(service)) || isAt(mark, service))) {
                    return true;
                }
            }
            return false;
        }

        private static boolean isOn(String mark, Cookie cookie) {
            return cookie.domain().isPresent() && Parts.isAt(cookie.domain().get(), mark);
        }

        private static boolean isIn(String mark, List<NamePattern> addresses) {
            for (NamePattern address : addresses) {
                boolean found = mark.startsWith("/")
                        ? path(address.text()).endsWith(mark)
                        : Parts.isAt(Parts.host(address.text()), mark);
                if (found) {
                    return true;
                }
            }
            return false;
        }

        private static String path(String url) {
            int end = url.indexOf('?');
            return end < 0 ? url : url.substring(0, end);
        }

        // A provider's name is the same in every language, or the same name in another script.
        private static String nameOf(Service service) {
            return service.provider()
                    .name()
                    .byLanguage()
                    .values()
                    .iterator()
                    .next()
                    .text();
        }

        private static boolean isNamed(String mark, String name) {
            String words = " " + name.toLowerCase(Locale.ROOT).replace('-', ' ').replace(',', ' ') + " ";
            return words.contains(" " + mark + " ");
        }

        private static boolean isAt(String mark, Service service) {
            Optional<URI> url = service.provider().url();
            return url.isPresent() && Parts.isAt(Parts.host(url.get().toString()), mark);
        }
    }

    /** All of them: the defaults of stacks, then trackers. */
    public static List<Entry> all() {
        return ALL;
    }

    /** Those of a name, which may be a declared pattern; those with that very name first. */
    public static List<Entry> named(String name) {
        List<Entry> found = new ArrayList<>(BY_NAME.getOrDefault(name, List.of()));
        for (Entry entry : PATTERNS) {
            String text = entry.name().text();
            if (name.startsWith(text.substring(0, text.indexOf('*')))
                    && entry.name().matches(name)) {
                found.add(entry);
            }
        }
        return found;
    }

    private static List<Entry> read() {
        List<Entry> all = new ArrayList<>();
        for (String file : List.of("stacks.txt", "trackers.txt")) {
            for (List<String> row : Data.table(file)) {
                all.add(new Entry(
                        new NamePattern(row.get(0)),
                        row.get(1),
                        row.get(2),
                        row.get(3).equals("varies") ? Optional.empty() : Optional.of(Data.lifetime(row.get(3))),
                        row.get(4),
                        row.get(5).equals("distinctive"),
                        row.get(6).isEmpty() ? List.of() : List.copyOf(Data.cells(row.get(6), ',')),
                        row.get(7)));
            }
        }
        return List.copyOf(all);
    }

    private static Map<String, List<Entry>> byName() {
        Map<String, List<Entry>> byName = new HashMap<>();
        for (Entry entry : ALL) {
            if (entry.name().isLiteral()) {
                String name = entry.name().text();
                List<Entry> namesakes = byName.getOrDefault(name, new ArrayList<>());
                namesakes.add(entry);
                byName.put(name, namesakes);
            }
        }
        return byName;
    }

    private static List<Entry> patterns() {
        List<Entry> patterns = new ArrayList<>();
        for (Entry entry : ALL) {
            if (!entry.name().isLiteral()) {
                patterns.add(entry);
            }
        }
        return patterns;
    }
}
