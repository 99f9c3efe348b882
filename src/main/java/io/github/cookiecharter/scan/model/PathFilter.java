package io.github.cookiecharter.scan.model;

import java.util.List;

/**
 * Patterns of included and excluded paths, in Ant's syntax: {@code *} matches any characters in the name of a folder or file,
 * {@code ?} one character, {@code **} any number of folders; a pattern that ends in {@code /} matches everything below.
 *
 * @param includes the patterns of which one must match; empty for everything
 * @param excludes the patterns of which none may match
 */
public record PathFilter(List<String> includes, List<String> excludes) {

    /** Includes everything. */
    public static final PathFilter ALL = new PathFilter(List.of(), List.of());

    public PathFilter {
        includes = List.copyOf(includes);
        excludes = List.copyOf(excludes);
    }

    /**
     * Returns whether a path is included and not excluded.
     *
     * @param path relative, with {@code /}
     */
    public boolean accepts(String path) {
        return (includes.isEmpty() || matches(includes, path)) && !matches(excludes, path);
    }

    private static boolean matches(List<String> patterns, String path) {
        for (String pattern : patterns) {
            if (matches(pattern.endsWith("/") ? pattern + "**" : pattern, path)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(String pattern, String path) {
        return matches(pattern.split("/", -1), 0, path.split("/", -1), 0);
    }

    private static boolean matches(String[] patterns, int pattern, String[] names, int name) {
        int p = pattern;
        int n = name;
        while (p < patterns.length && !patterns[p].equals("**")) {
            if (n == names.length || !matchesName(patterns[p], names[n])) {
                return false;
            }
            p++;
            n++;
        }
        if (p == patterns.length) {
            return n == names.length;
        }
        while (p < patterns.length && patterns[p].equals("**")) {
            p++;
        }
        if (p == patterns.length) {
            return true;
        }
        for (int next = n; next < names.length; next++) {
            if (matches(patterns, p, names, next)) {
                return true;
            }
        }
        return false;
    }

    // Backtracks to the last star only, so the time is at most the product of both lengths.
    private static boolean matchesName(String pattern, String name) {
        int p = 0;
        int n = 0;
        int star = -1;
        int from = 0;
        while (n < name.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                from = n;
            } else if (p < pattern.length() && (pattern.charAt(p) == '?' || pattern.charAt(p) == name.charAt(n))) {
                p++;
                n++;
            } else if (star >= 0) {
                p = star + 1;
                n = ++from;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }
}
