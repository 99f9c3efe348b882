package benchmark;

import java.util.ArrayList;
import java.util.List;

/** What the plugin may cost at most, and whether it keeps to that. */
final class Targets {

    private static final double NOTHING_CHANGED = 1.05;
    private static final double FIRST = 1.2;
    private static final double LARGE = 2;
    private static final double ONE_CLASS_CHANGED = 1.15;
    private static final double FIRST_WITH_INDEX = 1.25;
    private static final double CHECK_UNCHANGED = 1.03;
    private static final double MEGABYTES = 64;

    /**
     * A limit and what was measured.
     *
     * @param measured as a cell of a table; the median decides
     */
    record Target(String what, String most, String measured, boolean kept) {}

    private final Results results;

    Targets(Results results) {
        this.results = results;
    }

    List<Target> all() {
        List<Target> all = new ArrayList<>();
        for (String goal : List.of(Benchmark.START, Benchmark.BUILD)) {
            ratio(
                    all,
                    "a build in which nothing changed, to the bare one, `" + goal + "`",
                    NOTHING_CHANGED,
                    results.ratio(Benchmark.NOTHING_CHANGED, goal, Benchmark.CHARTER));
        }
        for (String goal : List.of(Benchmark.START, Benchmark.BUILD)) {
            ratio(
                    all,
                    "a first build, to the bare one, `" + goal + "`",
                    FIRST,
                    results.ratio(Benchmark.FIRST, goal, Benchmark.CHARTER));
        }
        ratio(
                all,
                "a first build of 1,000 cookies in 24 languages, to that of 20 in 2, `" + Benchmark.START + "`",
                LARGE,
                results.ratio(Benchmark.SIZE, "1000x24", "generate", "20x2", "generate"));
        daily(all, Benchmark.ONE_CLASS_CHANGED, ONE_CLASS_CHANGED);
        daily(all, Benchmark.FIRST_WITH_INDEX, FIRST_WITH_INDEX);
        daily(all, Benchmark.UNCHANGED, CHECK_UNCHANGED);
        for (String goal : List.of(Benchmark.START, Benchmark.BUILD)) {
            megabytes(
                    all,
                    "memory of a first build above that of the bare one, `" + goal + "`",
                    results.moreMegabytes(Benchmark.FIRST, goal, Benchmark.CHARTER));
            megabytes(
                    all,
                    "the same with one small heap for both, `" + goal + "`",
                    results.moreMegabytes(Benchmark.MEMORY, goal, "generate, 20x2"));
        }
        return all;
    }

    private void daily(List<Target> all, String group, double most) {
        ratio(
                all,
                "`check` of a Spring Boot application, " + group + ", to the bare build, `" + Benchmark.COMPILE + "`",
                most,
                results.ratio(Benchmark.DAILY, group, "check"));
    }

    String summary() {
        StringBuilder summary = new StringBuilder();
        for (Target target : all()) {
            summary.append(target.kept() ? "pass  " : "MISS  ")
                    .append(target.measured())
                    .append(", at most ")
                    .append(target.most())
                    .append(": ")
                    .append(target.what())
                    .append('\n');
        }
        return summary.toString();
    }

    private static void ratio(List<Target> all, String what, double most, Spread measured) {
        if (measured.known()) {
            all.add(new Target(
                    what, "× " + Spread.number(most, 2), "× " + measured.cell(3), measured.median() <= most));
        }
    }

    private static void megabytes(List<Target> all, String what, Spread measured) {
        if (measured.known()) {
            all.add(new Target(
                    what,
                    Spread.number(MEGABYTES, 0) + " MB",
                    measured.cell(0) + " MB",
                    measured.median() <= MEGABYTES));
        }
    }
}
