package io.github.cookiecharter.scan.config;

import io.github.cookiecharter.model.DataTable;
import io.github.cookiecharter.model.SameSite;
import io.github.cookiecharter.scan.config.reader.ConfigKeys;
import io.github.cookiecharter.scan.model.ObservedAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The frameworks' cookies, from {@code frameworks.txt}; the uses in code that set or name them, from {@code uses.txt}; and the
 * configuration keys, from {@code keys.txt}.
 */
final class FrameworkCatalogue {

    /**
     * A cookie that a framework sets by default.
     *
     * @param id its id in the tables
     * @param name its default name, or a pattern; {@code {_}} is the place of a suffix; empty if it has no default name
     * @param attributes its default attributes
     * @param replaces the id of the cookie that is not set if this one is; empty for most cookies
     */
    record DefaultCookie(String id, String name, ObservedAttributes attributes, String replaces) {}

    /**
     * A use of a library that affects a cookie.
     *
     * @param cookie the cookie's id
     * @param effect {@link Effect#SETS} if the framework then sets the cookie, {@link Effect#NAMES} if the call passes another
     *     name, which the class scanner reports, {@link Effect#MAKES} if it creates a cookie of any name, {@link
     *     Effect#PRESENT} if a class on the class path suffices, otherwise the attribute that the call changes
     * @param api the class or method, as in {@link io.github.cookiecharter.scan.model.ApiUsages}
     * @param unless the uses that cancel this effect
     */
    record Usage(String cookie, Effect effect, String api, List<String> unless) {}

    /**
     * A configuration key that affects a cookie.
     *
     * @param cookie the cookie's id
     * @param effect what the key does
     * @param key the key, as in the documentation of the framework
     * @param values the values for which it has this effect; empty for any
     */
    record Key(String cookie, Effect effect, String key, List<String> values) {

        /** Returns whether a setting with the key proves its effect: any key below a framework's prefix does not. */
        boolean isProof() {
            return !values.isEmpty() || isVerbatim(key);
        }
    }

    /** What a key or a use does to a cookie. */
    enum Effect {
        SETS,
        MAKES,
        /** The class on the class path is the implementation that sets the cookie. */
        PRESENT,
        STOPS,
        NAMES,
        OVERRIDES,
        SUFFIX,
        MAX_AGE,
        HTTP_ONLY,
        SECURE,
        SAME_SITE,
        DOMAIN,
        PATH
    }

    /**
     * A key of the table that matches a setting.
     *
     * @param scope the part that the key's {@code *} matches; empty if there is none
     */
    record Match(Key key, String scope) {}

    private static final int MAX_KEY_LENGTH = 500;
    private static final int MAX_PATH_STEPS = 6;

    private final Map<String, DefaultCookie> cookies = new LinkedHashMap<>();
    private final List<Usage> usages = new ArrayList<>();
    private final List<Key> keys = new ArrayList<>();
    private final Map<String, List<Key>> byKey = new HashMap<>();
    private final Map<String, List<Key>> byVariable = new HashMap<>();
    private final Map<String, List<Key>> byLastWord = new HashMap<>();
    private final Map<String, Set<String>> namedBelow = new HashMap<>();

    private FrameworkCatalogue() {}

    /** Reads the tables. */
    static FrameworkCatalogue read() {
        FrameworkCatalogue catalogue = new FrameworkCatalogue();
        for (List<String> row : DataTable.cells(FrameworkCatalogue.class, "frameworks.txt")) {
            catalogue.cookies.put(row.get(0), new DefaultCookie(row.get(0), row.get(1), attributes(row), row.get(7)));
        }
        for (List<String> row : DataTable.cells(FrameworkCatalogue.class, "uses.txt")) {
            Usage usage =
                    new Usage(row.get(0), ConfigValues.effect(row.get(1)), row.get(2), splitCell(row.get(3), " "));
            catalogue.add(usage);
            if (isRenamed(usage.api())) {
                catalogue.add(javaEeForm(usage));
            }
        }
        for (List<String> row : DataTable.cells(FrameworkCatalogue.class, "keys.txt")) {
            catalogue.add(
                    new Key(row.get(0), ConfigValues.effect(row.get(1)), row.get(2), splitCell(row.get(3), " or ")));
        }
        return catalogue;
    }

    private static List<String> splitCell(String cell, String between) {
        return cell.isEmpty() ? List.of() : List.of(cell.split(between, -1));
    }

    // Jakarta EE contains the types of Java EE in other packages.
    private static boolean isRenamed(String use) {
        return use.startsWith("jakarta.servlet.")
                || use.startsWith("jakarta.faces.")
                || use.startsWith("jakarta.enterprise.")
                || use.startsWith("jakarta.security.")
                || use.startsWith("jakarta.ws.");
    }

    private static Usage javaEeForm(Usage usage) {
        List<String> unless = new ArrayList<>();
        for (String other : usage.unless()) {
            unless.add(isRenamed(other) ? "javax" + other.substring(7) : other);
        }
        return new Usage(usage.cookie(), usage.effect(), "javax" + usage.api().substring(7), List.copyOf(unless));
    }

    private void add(Usage usage) {
        usages.add(usage);
        // A Spring bean definition in XML creates an object and calls its setters, as own code does.
        if (usage.api().endsWith("#<init>") || usage.api().contains("#set")) {
            index(byKey, usage.api(), new Key(usage.cookie(), usage.effect(), usage.api(), List.of()));
        }
    }

    private void add(Key key) {
        keys.add(key);
        String text = key.key();
        if (isVerbatim(text)) {
            index(byKey, text, key);
            return;
        }
        if (key.effect() == Effect.NAMES || key.effect() == Effect.OVERRIDES) {
            addAncestors(key);
        }
        if (text.contains("*")) {
            String canonical = ConfigKeys.canonical(text);
            index(byLastWord, canonical.substring(canonical.lastIndexOf('.') + 1), key);
        } else {
            index(byKey, ConfigKeys.canonical(text), key);
            index(byVariable, ConfigKeys.canonicalWithoutDots(text), key);
        }
    }

    private void addAncestors(Key key) {
        String canonical = ConfigKeys.canonical(key.key());
        int star = canonical.indexOf('*');
        int end = star < 0 ? canonical.length() : star;
        for (int dot = canonical.lastIndexOf('.', end); dot > 0; dot = canonical.lastIndexOf('.', dot - 1)) {
            namedBelow
                    .computeIfAbsent(canonical.substring(0, dot), any -> new LinkedHashSet<>())
                    .add(key.cookie());
        }
    }

    /** Returns the ids of the cookies that a key below this one names, such as {@code a.b.name} below {@code a.b}. */
    Set<String> cookiesNamedBelow(String key) {
        return namedBelow.getOrDefault(ConfigKeys.canonical(ConfigKeys.withoutProfile(key)), Set.of());
    }

    private static void index(Map<String, List<Key>> map, String at, Key key) {
        map.computeIfAbsent(at, any -> new ArrayList<>(2)).add(key);
    }

    // Paths of XML, bean definitions in XML, and page features.
    private static boolean isVerbatim(String key) {
        return key.indexOf('/') >= 0 || key.indexOf('#') >= 0 || key.indexOf('@') >= 0 || key.startsWith("page:");
    }

    private static ObservedAttributes attributes(List<String> row) {
        return new ObservedAttributes(
                ConfigValues.lifetime(row.get(2)),
                ConfigValues.flag(row.get(3)),
                ConfigValues.flag(row.get(4)),
                SameSite.of(row.get(5)),
                Optional.empty(),
                row.get(6).isEmpty() ? Optional.empty() : Optional.of(row.get(6)));
    }

    /** Returns the cookies by their ids, in the order of the table. */
    Map<String, DefaultCookie> cookies() {
        return cookies;
    }

    List<Usage> usages() {
        return usages;
    }

    List<Key> keys() {
        return keys;
    }

    /** Returns the keys of the table that match the key of a setting. */
    List<Match> matches(String key) {
        List<Match> matches = new ArrayList<>(1);
        if (key.length() > MAX_KEY_LENGTH) {
            return matches;
        }
        if (isVerbatim(key)) {
            // From the end, since a path may have further elements in front.
            int from = key.length();
            for (int steps = 0; from > 0 && steps < MAX_PATH_STEPS; steps++) {
                int slash = key.lastIndexOf('/', from - 2);
                from = slash + 1;
                for (Key found : byKey.getOrDefault(key.substring(from), List.of())) {
                    matches.add(new Match(found, ""));
                }
            }
            return matches;
        }
        String bare = ConfigKeys.withoutProfile(key);
        boolean variable = ConfigKeys.isEnvironmentVariable(bare);
        Map<String, List<Key>> map = variable ? byVariable : byKey;
        for (Key found : map.getOrDefault(
                variable ? ConfigKeys.canonicalWithoutDots(bare) : ConfigKeys.canonical(bare), List.of())) {
            matches.add(new Match(found, ""));
        }
        String canonical = ConfigKeys.canonical(bare);
        for (Key candidate : byLastWord.getOrDefault(canonical.substring(canonical.lastIndexOf('.') + 1), List.of())) {
            Optional<String> scope = matchWildcard(candidate.key(), bare);
            if (scope.isPresent()) {
                matches.add(new Match(candidate, scope.get()));
            }
        }
        return matches;
    }

    /** Returns what the {@code *} of a pattern matches in a key; a pattern that begins with it matches any beginning. */
    private static Optional<String> matchWildcard(String pattern, String key) {
        int star = pattern.indexOf('*');
        String before = ConfigKeys.canonical(pattern.substring(0, star));
        String behind = ConfigKeys.canonical(pattern.substring(star + 1));
        String canonical = ConfigKeys.canonical(key);
        if (canonical.length() <= before.length() + behind.length()
                || !canonical.startsWith(before)
                || !canonical.endsWith(behind)) {
            return Optional.empty();
        }
        if (star == 0) {
            return Optional.of("");
        }
        // The scope in its original spelling: the part between the same number of dots.
        int from = 0;
        for (int i = 0; i < before.length(); i++) {
            if (before.charAt(i) == '.') {
                from = key.indexOf('.', from) + 1;
            }
        }
        int dots = (int) behind.chars().filter(c -> c == '.').count();
        int to = key.length();
        for (int i = 0; i < dots; i++) {
            to = key.lastIndexOf('.', to - 1);
        }
        String scope = from < to ? ConfigKeys.unquoted(key.substring(from, to)) : "";
        return scope.isEmpty() || scope.indexOf('.') >= 0 ? Optional.empty() : Optional.of(scope);
    }
}
