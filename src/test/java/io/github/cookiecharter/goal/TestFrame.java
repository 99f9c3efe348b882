package io.github.cookiecharter.goal;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Makes a whole declaration of a part of one: what it lacks comes behind it, so that places in the part stay what they
 * are. Where its first key is one of a service, it goes into a service instead.
 */
public final class TestFrame {

    private static final Set<String> TOP =
            Set.of("site", "consent", "categories", "providers", "services", "banner", "policy", "exceptions");
    private static final Set<String> OF_A_SERVICE = Set.of(
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
    private static final Pattern KEY = Pattern.compile("^([A-Za-z][A-Za-z-]*):");

    private static final String SITE = """
            site:
              name: Example
              url: https://www.example.org
              languages: [ en, de, fr ]
              controller: Example Ltd
              privacy-policy: /privacy
              updated: 2026-11-01
            """;

    private TestFrame() {}

    /** The declaration; a part that is none stays as it is, and the reader says what is wrong. */
    public static String around(String part) {
        Set<String> keys = keys(part);
        if (TOP.containsAll(keys)) {
            return part + (keys.contains("site") ? "" : SITE) + (keys.contains("services") ? "" : "services: {}\n");
        }
        if (OF_A_SERVICE.containsAll(keys)) {
            return SITE + "services:\n  example:\n"
                    + part.lines().map(line -> "    " + line + "\n").collect(Collectors.joining())
                    + (keys.contains("category") ? "" : "    category: necessary\n")
                    + (keys.contains("purpose") ? "" : "    purpose: Show how a part of a declaration is read\n");
        }
        return part;
    }

    /** Whether the text has all that a declaration needs. */
    public static boolean isWhole(String text) {
        return keys(text).containsAll(List.of("site", "services"));
    }

    private static Set<String> keys(String text) {
        return text.lines()
                .map(KEY::matcher)
                .filter(key -> key.find())
                .map(key -> key.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
