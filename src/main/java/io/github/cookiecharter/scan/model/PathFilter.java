package io.github.cookiecharter.scan.model;

import java.util.List;

/**
 * Patterns of included and excluded paths, in the form that Ant introduced: {@code *} stands for any run
 * of characters in a folder's or a file's name, {@code ?} for one, {@code **} for any number of folders; a pattern that
 * ends in {@code /} means everything below.
 *
 * @param includes patterns of which one must fit; empty for everything
 * @param excludes patterns of which none may fit
 */
public record PathFilter(List<String> includes, List<String> excludes) {

    /** Includes everything. */
    public static final PathFilter ALL = new PathFilter(List.of(), List.of());

    public PathFilter {
        includes = List.copyOf(includes);
        excludes = List.copyOf(excludes);
    }

    /**
     * Whether the patterns let a path pass.
     *
     * @param path relative, with {@code /}
     */
    public boolean takes(String path) {
        return (includes.isEmpty() || fits(includes, path)) && !fits(excludes, path);
    }

    private static boolean fits(List<String> patterns, String path) {
        for (String pattern : patterns) {
            if (fits(pattern.endsWith("/") ? pattern + "**" : pattern, path)) {
                return true;
            }
        }
        return false;
    }

    private static boolean fits(String pattern, String path) {
        return fits(pattern.split("/", -1), 0, path.split("/", -1), 0);
    }

    private static boolean fits(String[] patterns, int pattern, String[] names, int name) {
        int p = pattern;
        int n = name;
        while (p < patterns.length && !patterns[p].equals("**")) {
            if (n == names.length || !fitsName(patterns[p], names[n])) {
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
            if (fits(patterns, p, names, next)) {
                return true;
            }
        }
        return false;
    }

    // Two pointers and one way back: no pattern makes this slow.
    private static boolean fitsName(String pattern, String name) {
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
