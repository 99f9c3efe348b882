package io.github.cookiecharter.rule.browser;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds name patterns that can stand for one and the same name.
 *
 * <p>Two do when one begins as the other begins and one ends as the other ends, since whatever lies between can come one
 * after the other. Sorted by what stands before their first {@code *}, the patterns with which one can begin lie on a path
 * to it, as folders do on the path to a file; and among those, sorted by their ends read backwards, those with which it can
 * end are near. So thousands of patterns take little longer than to sort them.
 */
final class PatternOverlaps {

    private PatternOverlaps() {}

    /**
     * For each pattern the index of an earlier one that overlaps with it, or -1. Where patterns overlap at least one of
     * them has one.
     *
     * @param patterns each with at least one {@code *}
     */
    static int[] withEarlier(List<String> patterns) {
        List<Pattern> sorted = new ArrayList<>();
        for (int i = 0; i < patterns.size(); i++) {
            sorted.add(Pattern.of(patterns.get(i), i));
        }
        sorted.sort(new ByStart());
        int[] earlier = new int[patterns.size()];
        Arrays.fill(earlier, -1);
        List<Start> path = new ArrayList<>();
        for (Pattern pattern : sorted) {
            while (!path.isEmpty() && !pattern.start().startsWith(last(path).text())) {
                path.remove(path.size() - 1);
            }
            if (path.isEmpty() || last(path).text().length() < pattern.start().length()) {
                path.add(new Start(pattern.start(), new TreeMap<>()));
            }
            for (Start start : path) {
                int other = start.endingAlike(pattern.reversedEnd());
                if (other >= 0) {
                    earlier[Math.max(other, pattern.index())] = Math.min(other, pattern.index());
                }
            }
            last(path).byReversedEnd().putIfAbsent(pattern.reversedEnd(), pattern.index());
        }
        return earlier;
    }

    private static Start last(List<Start> path) {
        return path.get(path.size() - 1);
    }

    private record Pattern(String start, String reversedEnd, int index) {

        static Pattern of(String text, int index) {
            String end = text.substring(text.lastIndexOf('*') + 1);
            return new Pattern(
                    text.substring(0, text.indexOf('*')),
                    new StringBuilder(end).reverse().toString(),
                    index);
        }
    }

    private record Start(String text, TreeMap<String, Integer> byReversedEnd) {

        /** A pattern whose end is the beginning of this end, read backwards, or that it is the beginning of; or -1. */
        int endingAlike(String reversedEnd) {
            Map.Entry<String, Integer> longer = byReversedEnd.ceilingEntry(reversedEnd);
            if (longer != null && longer.getKey().startsWith(reversedEnd)) {
                return longer.getValue();
            }
            String rest = reversedEnd;
            Map.Entry<String, Integer> shorter = byReversedEnd.floorEntry(rest);
            while (shorter != null && !reversedEnd.startsWith(shorter.getKey())) {
                rest = reversedEnd.substring(0, common(shorter.getKey(), reversedEnd));
                shorter = byReversedEnd.floorEntry(rest);
            }
            return shorter == null ? -1 : shorter.getValue();
        }

        private static int common(String one, String other) {
            int length = 0;
            while (length < one.length() && length < other.length() && one.charAt(length) == other.charAt(length)) {
                length++;
            }
            return length;
        }
    }

    private static final class ByStart implements Comparator<Pattern> {

        @Override
        public int compare(Pattern one, Pattern other) {
            int byStart = one.start().compareTo(other.start());
            return byStart != 0 ? byStart : Integer.compare(one.index(), other.index());
        }
    }
}
