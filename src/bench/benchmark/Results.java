package benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.DoubleBinaryOperator;
import java.util.function.ToDoubleFunction;

/** All that was measured, kept in a file so that a part can be measured anew and the page be written without measuring. */
final class Results {

    /** The first build of each group, which the others are held to. */
    static final String BARE = "bare";

    private record Result(String part, String group, String name, int round, Sample sample) {

        static Result of(String line) {
            String[] cells = line.split("\t");
            return new Result(
                    cells[0],
                    cells[1],
                    cells[2],
                    Integer.parseInt(cells[3]),
                    new Sample(Double.parseDouble(cells[4]), Long.parseLong(cells[5])));
        }

        String line() {
            return String.format(
                    Locale.ROOT, "%s\t%s\t%s\t%d\t%.4f\t%d", part, group, name, round, sample.seconds(), sample.peak());
        }
    }

    private final Path file;
    private final List<Result> results = new ArrayList<>();

    Results(Path file) throws IOException {
        this.file = file;
        if (Files.exists(file)) {
            Files.readAllLines(file).forEach(line -> results.add(Result.of(line)));
        }
    }

    void forget(String part) {
        results.removeIf(result -> result.part().equals(part));
    }

    void add(String part, String group, String name, int round, Sample sample) {
        results.add(new Result(part, group, name, round, sample));
    }

    void save() throws IOException {
        Files.write(file, results.stream().map(Result::line).toList());
    }

    boolean has(String part) {
        return results.stream().anyMatch(result -> result.part().equals(part));
    }

    int rounds(String part) {
        return results.stream()
                .filter(result -> result.part().equals(part))
                .mapToInt(Result::round)
                .max()
                .orElse(0);
    }

    Set<String> groups(String part) {
        Set<String> groups = new LinkedHashSet<>();
        results.stream().filter(result -> result.part().equals(part)).forEach(result -> groups.add(result.group()));
        return groups;
    }

    Set<String> names(String part, String group) {
        Set<String> names = new LinkedHashSet<>();
        results.stream()
                .filter(result -> result.part().equals(part) && result.group().equals(group))
                .forEach(result -> names.add(result.name()));
        return names;
    }

    Spread seconds(String part, String group, String name) {
        return new Spread(values(part, group, name, Sample::seconds));
    }

    Spread megabytes(String part, String group, String name) {
        return new Spread(values(part, group, name, Results::megabytes));
    }

    /** How many times the bare build, round by round. */
    Spread ratio(String part, String group, String name) {
        return pairs(part, group, name, group, BARE, Sample::seconds, (one, other) -> one / other);
    }

    Spread ratio(String part, String group, String name, String otherGroup, String otherName) {
        return pairs(part, group, name, otherGroup, otherName, Sample::seconds, (one, other) -> one / other);
    }

    /** How many megabytes above the bare build, round by round. */
    Spread moreMegabytes(String part, String group, String name) {
        return pairs(part, group, name, group, BARE, Results::megabytes, (one, other) -> one - other);
    }

    private static double megabytes(Sample sample) {
        return sample.peak() == 0 ? Double.NaN : sample.peak() / 1024.0;
    }

    private Spread pairs(
            String part,
            String group,
            String name,
            String otherGroup,
            String otherName,
            ToDoubleFunction<Sample> value,
            DoubleBinaryOperator operator) {
        List<Double> ones = values(part, group, name, value);
        List<Double> others = values(part, otherGroup, otherName, value);
        List<Double> pairs = new ArrayList<>();
        for (int i = 0; i < Math.min(ones.size(), others.size()); i++) {
            pairs.add(operator.applyAsDouble(ones.get(i), others.get(i)));
        }
        return new Spread(pairs);
    }

    private List<Double> values(String part, String group, String name, ToDoubleFunction<Sample> value) {
        return results.stream()
                .filter(result -> result.part().equals(part)
                        && result.group().equals(group)
                        && result.name().equals(name))
                .map(result -> value.applyAsDouble(result.sample()))
                .toList();
    }
}
