package io.github.cookiecharter.rule.browser;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds name patterns that can match the same name.
 *
 * <p>Two patterns overlap if the prefix of one (the part before its first {@code *}) begins with the prefix of the other, and
 * the suffix of one (the part behind its last {@code *}) ends with the suffix of the other: the parts in between can follow
 * each other. In the order of their prefixes, all prefixes of a pattern's prefix lie on one path, like the folders on the path
 * to a file. For each of them a map sorted by reversed suffixes finds a matching suffix nearby. So thousands of patterns take
 * little longer than sorting them.
 */
final class PatternOverlaps {

    private PatternOverlaps() {}

    /**
     * Returns for each pattern the index of an earlier one that overlaps with it, or -1. If patterns overlap, at least one
     * of them has such an index.
     *
     * @param patterns each with at least one {@code *}
     */
    static int[] findEarlierOverlaps(List<String> patterns) {
        List<Pattern> sorted = new ArrayList<>();
        for (int i = 0; i < patterns.size(); i++) {
            sorted.add(Pattern.of(patterns.get(i), i));
        }
        sorted.sort(new ByPrefix());
        int[] earlier = new int[patterns.size()];
        Arrays.fill(earlier, -1);
        List<Prefix> path = new ArrayList<>();
        for (Pattern pattern : sorted) {
            while (!path.isEmpty() && !pattern.prefix().startsWith(last(path).text())) {
                path.remove(path.size() - 1);
            }
            if (path.isEmpty() || last(path).text().length() < pattern.prefix().length()) {
                path.add(new Prefix(pattern.prefix(), new TreeMap<>()));
            }
            for (Prefix prefix : path) {
                int other = prefix.findBySuffix(pattern.reversedSuffix());
                if (other >= 0) {
                    earlier[Math.max(other, pattern.index())] = Math.min(other, pattern.index());
                }
            }
            last(path).byReversedSuffix().putIfAbsent(pattern.reversedSuffix(), pattern.index());
        }
        return earlier;
    }

    private static Prefix last(List<Prefix> path) {
        return path.get(path.size() - 1);
    }

    private record Pattern(String prefix, String reversedSuffix, int index) {

        static Pattern of(String text, int index) {
            String suffix = text.substring(text.lastIndexOf('*') + 1);
            return new Pattern(
                    text.substring(0, text.indexOf('*')),
                    new StringBuilder(suffix).reverse().toString(),
                    index);
        }
    }

    private record Prefix(String text, TreeMap<String, Integer> byReversedSuffix) {

        /** Returns the index of a pattern whose reversed suffix begins with this one or is a prefix of it, or -1. */
        int findBySuffix(String reversedSuffix) {
            Map.Entry<String, Integer> longer = byReversedSuffix.ceilingEntry(reversedSuffix);
            if (longer != null && longer.getKey().startsWith(reversedSuffix)) {
                return longer.getValue();
            }
            String candidate = reversedSuffix;
            Map.Entry<String, Integer> shorter = byReversedSuffix.floorEntry(candidate);
            while (shorter != null && !reversedSuffix.startsWith(shorter.getKey())) {
                candidate = reversedSuffix.substring(0, commonPrefixLength(shorter.getKey(), reversedSuffix));
                shorter = byReversedSuffix.floorEntry(candidate);
            }
            return shorter == null ? -1 : shorter.getValue();
        }

        private static int commonPrefixLength(String one, String other) {
            int length = 0;
            while (length < one.length() && length < other.length() && one.charAt(length) == other.charAt(length)) {
                length++;
            }
            return length;
        }
    }

    private static final class ByPrefix implements Comparator<Pattern> {

        @Override
        public int compare(Pattern one, Pattern other) {
            int byPrefix = one.prefix().compareTo(other.prefix());
            return byPrefix != 0 ? byPrefix : Integer.compare(one.index(), other.index());
        }
    }
}
