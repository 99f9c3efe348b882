package benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The results as a page, and each part of them alone. */
final class Page {

    private static final Path FILE = Path.of("src/site/markdown/benchmark.md");

    private static final Map<String, String> BUILDS = Map.of(
            Results.BARE, "bare",
            Benchmark.CHARTER, "this plugin",
            Projects.BY_HAND, "no plugin, the same files by hand",
            Projects.TEMPLATING, Projects.TEMPLATING,
            Projects.POJO, Projects.POJO);

    private final Results results;
    private final Path realClasses;

    Page(Results results, Path classes) {
        this.results = results;
        this.realClasses = classes.resolve(Benchmark.REAL);
    }

    void write() throws IOException, InterruptedException {
        Files.writeString(FILE, text());
    }

    private String text() throws IOException, InterruptedException {
        return """
                # What a build costs

                <!-- Written by java src/bench/Bench.java: a change by hand is lost with the next run. -->

                How much time and memory the plugin takes, compared with the same build without it. `java src/bench/Bench.java` measures
                it and writes this page. The seconds depend on the machine; compare the ratios. The machine here:
                %s.

                ## How it is measured

                - A time is that of the whole process, from the start of `mvn -o -q` to its end, including the start of the JVM.
                - The builds to compare run alternately in each round. A ratio is taken within a round. The tables
                  have the median of all rounds, and in brackets the minimum and maximum. One round before the first is not counted.
                - The **bare build** is the same project without a plugin in its pom: %d small classes. There are two. With
                  `mvn generate-resources` Maven starts, reads the pom and has nothing to do: no build is shorter, so no ratio is
                  greater. With `mvn package` it is a real, small build: the compiler, the step of the tests without a test, and the jar.
                - Pages, scripts and class have to be compiled, copied and packed regardless of their origin. The time of `mvn package` for
                  files of the same content in the project, without the plugin, is shown as **by hand**.
                - A **first build** begins without `target`.
                - The declarations are generated: services of ten cookies, each with its own purpose in all languages. Of 10,000
                  cookies in 24 languages the services have the purposes, since a file over 4 MiB is refused.

                ## Targets

                %s
                ## A small declaration

                %d cookies in 2 languages: policy pages, banner and Java class. The two other generators of code get %d entries each, and
                make one class of them.

                ### First build

                %s
                ### Nothing changed since the last build

                %s
                ## By the size of the declaration

                ![How many times the bare build the goals generate, lint and check take, by cookies, languages and classes: the numbers are in the tables below](../resources/images/benchmark.svg)

                First builds with `mvn generate-resources`; `lint` is bound to the same phase. The last column is the memory, with the JVM's
                own choice of a heap: see below. %s

                %s
                ## By the number of classes

                `check` of the declaration of %d cookies against classes that are already compiled, in `mvn generate-resources`: the
                compiler, which takes far longer for that many classes, is not included. One package of 500 classes, each of about a hundred lines, is
                compiled and copied under other names; about one class in 25 sets a cookie.%s
                %s

                %s
                ## A daily build

                `check` of a Spring Boot application whose class path has about 12,000 classes, in `mvn process-classes`. %s

                %s
                ## Memory

                The largest resident set of Maven's process, which Linux keeps as `VmHWM`, read every 20 milliseconds until the end. How
                much of its heap a JVM touches before its first garbage collection depends on the machine, so all builds here have the same
                `MAVEN_OPTS=%s`. %s

                %s
                With the JVM's own choice of a heap:

                %s
                ## Without Maven

                What happens inside the goal `generate`, in a JVM that has just been started: reading, resolving, running the rules, writing. %s

                %s"""
                .formatted(
                        machine(),
                        Projects.SIZE,
                        targets(),
                        Projects.SIZE,
                        Projects.SIZE,
                        part(Benchmark.FIRST),
                        part(Benchmark.NOTHING_CHANGED),
                        rounds(Benchmark.SIZE),
                        part(Benchmark.SIZE),
                        Projects.SIZE,
                        real(),
                        rounds(Benchmark.CHECK),
                        part(Benchmark.CHECK),
                        rounds(Benchmark.DAILY),
                        part(Benchmark.DAILY),
                        Benchmark.ONE_HEAP,
                        rounds(Benchmark.MEMORY),
                        part(Benchmark.MEMORY),
                        ownHeap(),
                        rounds(Benchmark.ALONE),
                        part(Benchmark.ALONE));
    }

    /** The tables of a part, in Markdown. */
    String part(String part) throws IOException {
        return switch (part) {
            case Benchmark.FIRST, Benchmark.NOTHING_CHANGED -> smallBuilds(part);
            case Benchmark.SIZE -> sizes();
            case Benchmark.CHECK -> checks();
            case Benchmark.DAILY -> daily();
            case Benchmark.MEMORY -> memory();
            default -> alone();
        };
    }

    private String targets() {
        StringBuilder table = new StringBuilder("| measure | limit | measured | met |\n| --- | --- | --- | --- |\n");
        for (Targets.Target target : new Targets(results).all()) {
            row(table, target.what(), target.most(), target.measured(), target.kept() ? "yes" : "**no**");
        }
        return table.toString();
    }

    private String smallBuilds(String part) {
        StringBuilder tables = new StringBuilder();
        for (String goal : results.groups(part)) {
            tables.append("`mvn ").append(goal).append("`. ").append(rounds(part)).append("\n\n");
            tables.append("| build | seconds | times the bare build |\n| --- | --- | --- |\n");
            for (String name : results.names(part, goal)) {
                row(
                        tables,
                        BUILDS.get(name),
                        results.seconds(part, goal, name).cell(2),
                        name.equals(Results.BARE)
                                ? "1"
                                : results.ratio(part, goal, name).cell(2));
            }
            tables.append('\n');
        }
        return tables.toString().stripTrailing() + "\n";
    }

    private String sizes() {
        StringBuilder table = new StringBuilder("| cookies | languages | `generate`, seconds | times the bare build "
                + "| `lint`, seconds | times the bare build | `generate`, MB |\n| --: | --: | --- | --- | --- | --- | --- |\n");
        sorted(Benchmark.SIZE).forEach(size -> {
            String group = Benchmark.group(size);
            row(
                    table,
                    Spread.number(size[0], 0),
                    Integer.toString(size[1]),
                    results.seconds(Benchmark.SIZE, group, "generate").cell(2),
                    results.ratio(Benchmark.SIZE, group, "generate").cell(2),
                    results.seconds(Benchmark.SIZE, group, "lint").cell(2),
                    results.ratio(Benchmark.SIZE, group, "lint").cell(2),
                    results.megabytes(Benchmark.SIZE, group, "generate").cell(0));
        });
        return table.toString();
    }

    private String checks() throws IOException {
        StringBuilder table = new StringBuilder(
                "| classes | seconds | times the bare build |\n| --: | --- | --- |\n");
        for (String group : results.groups(Benchmark.CHECK)) {
            row(
                    table,
                    classes(group),
                    results.seconds(Benchmark.CHECK, group, "check").cell(2),
                    results.ratio(Benchmark.CHECK, group, "check").cell(2));
        }
        return table.toString();
    }

    private String daily() {
        StringBuilder table = new StringBuilder(
                "| build | goal | seconds | times the bare build |\n| --- | --- | --- | --- |\n");
        for (String group : results.groups(Benchmark.DAILY)) {
            for (String name : results.names(Benchmark.DAILY, group)) {
                row(
                        table,
                        group,
                        name.equals(Results.BARE) ? "none" : name,
                        results.seconds(Benchmark.DAILY, group, name).cell(2),
                        name.equals(Results.BARE)
                                ? "1"
                                : results.ratio(Benchmark.DAILY, group, name).cell(2));
            }
        }
        return table.toString();
    }

    private String memory() throws IOException {
        StringBuilder table = new StringBuilder(
                "| build | goal | MB | above the bare build, MB |\n| --- | --- | --- | --- |\n");
        memoryRows(table, Benchmark.MEMORY);
        return table.toString();
    }

    private void memoryRows(StringBuilder table, String part) throws IOException {
        for (String goal : results.groups(part)) {
            for (String name : results.names(part, goal)) {
                row(
                        table,
                        build(name),
                        "`" + goal + "`",
                        results.megabytes(part, goal, name).cell(0),
                        name.equals(Results.BARE)
                                ? ""
                                : results.moreMegabytes(part, goal, name).cell(0));
            }
        }
    }

    private String build(String name) throws IOException {
        if (name.startsWith("check, ")) {
            return "check, classes: " + classes(name.substring("check, ".length()));
        }
        return BUILDS.containsKey(name) ? BUILDS.get(name) : words(name);
    }

    private String ownHeap() throws IOException {
        StringBuilder table = new StringBuilder(
                "| first build | goal | MB | above the bare build, MB |\n| --- | --- | --- | --- |\n");
        memoryRows(table, Benchmark.FIRST);
        return table.toString();
    }

    private String alone() {
        StringBuilder table = new StringBuilder(
                "| cookies | languages | seconds | times that of 20 in 2 |\n| --: | --: | --- | --- |\n");
        sorted(Benchmark.ALONE).forEach(size -> {
            String group = Benchmark.group(size);
            row(
                    table,
                    Spread.number(size[0], 0),
                    Integer.toString(size[1]),
                    results.seconds(Benchmark.ALONE, group, "generate").cell(2),
                    group.equals("20x2")
                            ? "1"
                            : results.ratio(Benchmark.ALONE, group, "generate", "20x2", "generate")
                                    .cell(2));
        });
        return table.toString();
    }

    private List<int[]> sorted(String part) {
        return Arrays.stream(Benchmark.SIZES)
                .filter(size -> results.groups(part).contains(Benchmark.group(size)))
                .sorted(Comparator.<int[]>comparingInt(size -> size[1]).thenComparingInt(size -> size[0]))
                .toList();
    }

    private String real() throws IOException {
        return results.groups(Benchmark.CHECK).contains(Benchmark.REAL)
                ? " The real classes\nare those of druid 1.2.28, flow-server 24.5.3 and keycloak-services 26.0.5 together."
                : "";
    }

    private String classes(String group) throws IOException {
        return Spread.number(
                        group.equals(Benchmark.REAL) ? ClassFiles.count(realClasses) : Integer.parseInt(group), 0)
                + (group.equals(Benchmark.REAL) ? ", real ones" : "");
    }

    // "generate, 1000x24" as a reader would say it.
    private static String words(String name) {
        String[] parts = name.split("[ x]");
        return name.matches("generate, \\d+x\\d+")
                ? "generate, " + Spread.number(Integer.parseInt(parts[1]), 0) + " cookies in " + parts[2] + " languages"
                : name;
    }

    private String rounds(String part) {
        int rounds = results.rounds(part);
        return rounds == 1 ? "1 round." : rounds + " rounds.";
    }

    private static void row(StringBuilder table, String... cells) {
        table.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private static String machine() throws IOException, InterruptedException {
        String memory = ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? " and " + Math.round(system.getTotalMemorySize() / Math.pow(2, 30)) + " GB of memory"
                : "";
        return Runtime.getRuntime().availableProcessors() + " cores" + memory + ", " + System.getProperty("os.name") + ", JDK "
                + Runtime.version().feature() + ", Maven " + Run.mavenVersion();
    }
}
