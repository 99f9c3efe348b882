package io.github.cookiecharter.rule.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.goal.ProcessorTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PatternOverlapsTest {

    @Provide
    Arbitrary<List<String>> patterns() {
        return Arbitraries.strings()
                .withChars("ab*")
                .ofMinLength(1)
                .ofMaxLength(6)
                .filter(text -> text.indexOf('*') >= 0)
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    // Two stars and two letters are enough to show a common name that is no longer than both patterns together.
    @Property(tries = 300)
    void finds_an_overlap_exactly_where_some_name_fits_both(@ForAll("patterns") List<String> patterns) {
        int[] found = PatternOverlaps.findEarlierOverlaps(patterns);
        boolean some = false;
        for (int i = 0; i < patterns.size(); i++) {
            if (found[i] >= 0) {
                assertThat(found[i]).isLessThan(i);
                assertThat(fitOneName(patterns.get(found[i]), patterns.get(i))).isTrue();
            }
            for (int j = 0; j < i; j++) {
                some |= fitOneName(patterns.get(j), patterns.get(i));
            }
        }
        boolean reported = false;
        for (int earlier : found) {
            reported |= earlier >= 0;
        }
        assertThat(reported).isEqualTo(some);
    }

    // By definition: a star takes one letter of the other pattern, or a star, or ends.
    private static boolean fitOneName(String one, String other) {
        if (one.isEmpty() && other.isEmpty()) {
            return true;
        }
        if (!one.isEmpty() && one.charAt(0) == '*') {
            return fitOneName(one.substring(1), other) || (!other.isEmpty() && fitOneName(one, other.substring(1)));
        }
        if (!other.isEmpty() && other.charAt(0) == '*') {
            return fitOneName(other, one);
        }
        return !one.isEmpty()
                && !other.isEmpty()
                && one.charAt(0) == other.charAt(0)
                && fitOneName(one.substring(1), other.substring(1));
    }

    @Test
    void thousandsOfPatternsTakeNoLongerThanSortingThem() {
        List<String> sameStart = new ArrayList<>();
        List<String> sameEnd = new ArrayList<>();
        List<String> nested = new ArrayList<>();
        for (int i = 0; i < 50_000; i++) {
            sameStart.add("a*" + i + "x");
            sameEnd.add("x" + i + "x*a");
            nested.add(i < 2_000 ? "a".repeat(i) + "*" + "b".repeat(i) + "c" : "b" + i + "*");
        }
        ProcessorTime.within(Duration.ofSeconds(20), "150,000 patterns", () -> {
            PatternOverlaps.findEarlierOverlaps(sameStart);
            PatternOverlaps.findEarlierOverlaps(sameEnd);
            return PatternOverlaps.findEarlierOverlaps(nested);
        });
    }
}
