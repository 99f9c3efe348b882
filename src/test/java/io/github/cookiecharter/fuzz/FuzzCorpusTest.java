package io.github.cookiecharter.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What a fuzzer found once, and what it went through on the way, holds without it. */
class FuzzCorpusTest {

    // Some compile what they need, which takes longer than all of the inputs.
    private static final Map<String, FuzzTarget> TARGETS = new LinkedHashMap<>();

    @BeforeAll
    static void make() {
        FuzzTargets.names().forEach(name -> TARGETS.put(name, FuzzTargets.named(name)));
    }

    @TestFactory
    List<DynamicNode> whatWasFoundAndWhatIsReached() {
        List<DynamicNode> targets = new ArrayList<>();
        TARGETS.forEach((name, target) -> targets.add(DynamicContainer.dynamicContainer(
                name,
                Corpus.of(name).stream()
                        .map(input -> DynamicTest.dynamicTest(input.name(), () -> check(target, input))))));
        return targets;
    }

    private static void check(FuzzTarget target, Corpus.Input input) {
        boolean wasFound = !input.name().startsWith("corpus-");
        Fuzzer.check(target, input.content(), wasFound);
        byte[] expanded = Repeats.expand(input.content());
        if (wasFound && target.isText() && expanded != input.content()) {
            Fuzzer.check(target, expanded, false);
        }
    }

    @Test
    void aPartIsRepeatedUntilTheInputIsLarge() {
        assertThat(expanded("a\u001ebc\u001ed"))
                .startsWith("abcbc")
                .endsWith("bcd")
                .hasSizeBetween(65_500, 65_540);
        assertThat(expanded("\u001e(\u001ea\u001e)\u001e;"))
                .startsWith("((")
                .contains("((a))")
                .endsWith("));")
                .hasSizeBetween(65_500, 65_540);
        assertThat(expanded("a\u001eb")).isEqualTo("a\u001eb");
        assertThat(expanded("a\u001e\u001eb")).isEqualTo("ab");
    }

    private static String expanded(String input) {
        return new String(Repeats.expand(input.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }

    @Test
    void everyTargetHasSeedsThatItBears() {
        assertThat(TARGETS).hasSize(8);
        TARGETS.forEach((name, target) -> {
            assertThat(target.name()).isEqualTo(name);
            assertThat(target.words()).as(name).doesNotHaveDuplicates().isNotEmpty();
            // The others' seeds are compiled, which the tests of the scan do anyhow.
            if (target.isText()) {
                assertThat(target.seeds()).as(name).isNotEmpty();
                target.seeds().stream().limit(10).forEach(seed -> Fuzzer.check(target, seed, false));
            }
        });
    }

    /** A budget that nothing exceeds would prove nothing. */
    @Test
    void whatTakesTooLongOrTooMuchIsToldOf() {
        FuzzBudget small = new FuzzBudget(20_000_000, 1 << 20);
        assertThat(small.hold(() -> "little")).isEqualTo("little");
        assertThatThrownBy(() -> small.hold(() -> {
                    long counted = 0;
                    for (long start = cpu(); cpu() - start < 25_000_000; ) {
                        counted++;
                    }
                    return counted;
                }))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("took 2");
        assertThatThrownBy(() -> small.hold(() -> new byte[2 << 20]))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("2 MiB");
    }

    private static long cpu() {
        return java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
