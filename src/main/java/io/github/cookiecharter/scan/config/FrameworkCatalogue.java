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

/** What is known of frameworks: the cookies that they set by default, what puts them to use and what names them. */
final class FrameworkCatalogue {

    /**
     * A cookie that a framework sets by default.
     *
     * @param id what the tables call it
     * @param name its name, or the pattern of its names; {@code {_}} stands where a suffix goes; empty where it has
     *     none until it is given one
     * @param attributes what it is set with
     * @param instead the cookie that is not set where this one is; empty mostly
     */
    record DefaultCookie(String id, String name, ObservedAttributes attributes, String instead) {}

    /**
     * What own code says of a cookie by a use.
     *
     * @param cookie its id
     * @param says {@link Says#SETS} where it puts the cookie to use, {@link Says#NAMES} where it gives it another name,
     *     which is seen elsewhere, {@link Says#MAKES} where it makes a cookie of any name, or an attribute that is not
     *     the default one any more
     * @param use as {@link io.github.cookiecharter.scan.model.ApiUsages} has it
     * @param unless the uses beside which this one says nothing
     */
    record Use(String cookie, Says says, String use, List<String> unless) {}

    /**
     * What a configuration says of a cookie by a key.
     *
     * @param cookie its id
     * @param says what the key is for
     * @param key the key, as in the documentation of the framework
     * @param values the values with which it counts; empty for all
     */
    record Key(String cookie, Says says, String key, List<String> values) {}

    /** What a key is for. */
    enum Says {
        SETS,
        MAKES,
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

    /** A key with what stood in the place of its {@code *}. */
    record Match(Key key, String scope) {}

    private static final int LONGEST = 500;
    private static final int DEEPEST = 6;

    private final Map<String, DefaultCookie> cookies = new LinkedHashMap<>();
    private final List<Use> uses = new ArrayList<>();
    private final List<Key> keys = new ArrayList<>();
    private final Map<String, List<Key>> byKey = new HashMap<>();
    private final Map<String, List<Key>> byVariable = new HashMap<>();
    private final Map<String, List<Key>> byLastWord = new HashMap<>();
    private final Map<String, Set<String>> namedBelow = new HashMap<>();

    private FrameworkCatalogue() {}

    /** Reads the tables. */
    static FrameworkCatalogue read() {
        FrameworkCatalogue knowledge = new FrameworkCatalogue();
        for (List<String> row : DataTable.cells(FrameworkCatalogue.class, "frameworks.txt")) {
            knowledge.cookies.put(row.get(0), new DefaultCookie(row.get(0), row.get(1), attributes(row), row.get(7)));
        }
        for (List<String> row : DataTable.cells(FrameworkCatalogue.class, "uses.txt")) {
            Use use = new Use(row.get(0), ConfigValues.says(row.get(1)), row.get(2), words(row.get(3), " "));
            knowledge.add(use);
            if (isRenamed(use.use())) {
                knowledge.add(older(use));
            }
        }
        for (List<String> row : DataTable.cells(FrameworkCatalogue.class, "keys.txt")) {
            knowledge.add(new Key(row.get(0), ConfigValues.says(row.get(1)), row.get(2), words(row.get(3), " or ")));
        }
        return knowledge;
    }

    private static List<String> words(String cell, String between) {
        return cell.isEmpty() ? List.of() : List.of(cell.split(between, -1));
    }

    // Jakarta EE has what Java EE had, under other names.
    private static boolean isRenamed(String use) {
        return use.startsWith("jakarta.servlet.")
                || use.startsWith("jakarta.faces.")
                || use.startsWith("jakarta.enterprise.")
                || use.startsWith("jakarta.security.")
                || use.startsWith("jakarta.ws.");
    }

    private static Use older(Use use) {
        List<String> unless = new ArrayList<>();
        for (String other : use.unless()) {
            unless.add(isRenamed(other) ? "javax" + other.substring(7) : other);
        }
        return new Use(use.cookie(), use.says(), "javax" + use.use().substring(7), List.copyOf(unless));
    }

    private void add(Use use) {
        uses.add(use);
        // What own code does with a class, a bean of Spring does as well.
        if (use.use().endsWith("#<init>") || use.use().contains("#set")) {
            put(byKey, use.use(), new Key(use.cookie(), use.says(), use.use(), List.of()));
        }
    }

    private void add(Key key) {
        keys.add(key);
        String text = key.key();
        if (isVerbatim(text)) {
            put(byKey, text, key);
            return;
        }
        if (key.says() == Says.NAMES || key.says() == Says.OVERRIDES) {
            addAncestors(key);
        }
        if (text.contains("*")) {
            String canonical = ConfigKeys.canonical(text);
            put(byLastWord, canonical.substring(canonical.lastIndexOf('.') + 1), key);
        } else {
            put(byKey, ConfigKeys.canonical(text), key);
            put(byVariable, ConfigKeys.squeezed(text), key);
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

    private static void put(Map<String, List<Key>> map, String at, Key key) {
        List<Key> list = map.getOrDefault(at, new ArrayList<>(2));
        list.add(key);
        map.put(at, list);
    }

    // Paths of XML, uses in it, and pages.
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

    /** The cookies, by their ids, in the order of the table. */
    Map<String, DefaultCookie> cookies() {
        return cookies;
    }

    List<Use> uses() {
        return uses;
    }

    List<Key> keys() {
        return keys;
    }

    /** The keys of the tables that a setting's key is. */
    List<Match> matches(String key) {
        List<Match> matches = new ArrayList<>(1);
        if (key.length() > LONGEST) {
            return matches;
        }
        if (isVerbatim(key)) {
            // From the end, since a path may begin anywhere.
            int from = key.length();
            for (int steps = 0; from > 0 && steps < DEEPEST; steps++) {
                int slash = key.lastIndexOf('/', from - 2);
                from = slash + 1;
                for (Key found : byKey.getOrDefault(key.substring(from), List.of())) {
                    matches.add(new Match(found, ""));
                }
            }
            return matches;
        }
        String bare = ConfigKeys.withoutProfile(key);
        boolean variable = ConfigKeys.isVariable(bare);
        Map<String, List<Key>> map = variable ? byVariable : byKey;
        for (Key found :
                map.getOrDefault(variable ? ConfigKeys.squeezed(bare) : ConfigKeys.canonical(bare), List.of())) {
            matches.add(new Match(found, ""));
        }
        String canonical = ConfigKeys.canonical(bare);
        for (Key candidate : byLastWord.getOrDefault(canonical.substring(canonical.lastIndexOf('.') + 1), List.of())) {
            Optional<String> scope = scope(candidate.key(), bare);
            if (scope.isPresent()) {
                matches.add(new Match(candidate, scope.get()));
            }
        }
        return matches;
    }

    /** What stands in the place of the {@code *} in a pattern of keys; a pattern that begins with it fits any beginning. */
    private static Optional<String> scope(String pattern, String key) {
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
        // The scope as it is written: what lies between as many dots.
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
