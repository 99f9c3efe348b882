package benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What is measured, part by part, and what becomes of it. */
public final class Benchmark {

    static final String FIRST = "first";
    static final String NOTHING_CHANGED = "nothing-changed";
    static final String SIZE = "size";
    static final String CHECK = "check";
    static final String DAILY = "daily";
    static final String MEMORY = "memory";
    static final String ALONE = "alone";

    static final String ONE_CLASS_CHANGED = "one own class changed";
    static final String FIRST_WITH_INDEX = "first build, index of the dependencies known";
    static final String UNCHANGED = "nothing changed";
    static final String WITHOUT_INDEX = "check without the index";
    static final String COMPILE = "process-classes";

    static final String START = "generate-resources";
    static final String BUILD = "package";
    static final String CHARTER = "this plugin";
    static final String REAL = "real";

    /** Cookies and languages. The two that are held to each other stand side by side. */
    static final int[][] SIZES = {
        {20, 2}, {1000, 24}, {100, 2}, {1000, 2}, {10000, 2}, {20, 6}, {1000, 6}, {20, 24}, {10000, 24}
    };

    static final int[][] SIZES_ALONE = {{20, 2}, {1000, 24}, {1000, 2}, {10000, 2}};

    static final int[] CLASSES = {500, 5000, 33000};

    /** Small at the start and with one ceiling for all, so that what is resident is near to what is needed. */
    static final String ONE_HEAP = "-Xms32m -Xmx512m";

    private static final Path ROOT = Path.of("target", "bench").toAbsolutePath();

    private static final Map<String, Integer> ROUNDS = new LinkedHashMap<>();

    static {
        ROUNDS.put(NOTHING_CHANGED, 15);
        ROUNDS.put(FIRST, 11);
        ROUNDS.put(SIZE, 7);
        ROUNDS.put(CHECK, 7);
        ROUNDS.put(DAILY, 7);
        ROUNDS.put(MEMORY, 5);
        ROUNDS.put(ALONE, 7);
    }

    private interface Action {
        Sample run() throws IOException, InterruptedException;
    }

    private record Step(String group, String name, Action action) {}

    private final Projects projects = new Projects(ROOT);
    private final ClassFiles classFiles = new ClassFiles(ROOT.resolve("classes"));
    private final Results results = new Results(ROOT.resolve("results.tsv"));

    private Benchmark() throws IOException {}

    public static void main(String[] args) throws Exception {
        Optional<Integer> rounds = Optional.empty();
        List<String> parts = List.copyOf(ROUNDS.keySet());
        boolean measure = true;
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--rounds" -> rounds = Optional.of(Integer.valueOf(args[++i]));
                case "--only" -> parts = Arrays.asList(args[++i].split(","));
                case "--page" -> measure = false;
                default -> throw new IllegalArgumentException(
                        args[i] + " is not known: --rounds <n>, --only <part>,<part>, --page");
            }
        }
        if (!ROUNDS.keySet().containsAll(parts)) {
            throw new IllegalArgumentException("The parts are " + String.join(", ", ROUNDS.keySet()));
        }
        Benchmark benchmark = new Benchmark();
        if (measure) {
            for (String part : parts) {
                benchmark.measure(part, rounds.orElse(ROUNDS.get(part)));
            }
        }
        Page page = new Page(benchmark.results, ROOT.resolve("classes"));
        if (parts.size() == ROUNDS.size()) {
            page.write();
            new Plot(benchmark.results).write();
        } else {
            for (String part : parts) {
                System.out.println(page.part(part));
            }
        }
        System.out.println(new Targets(benchmark.results).summary());
    }

    private void measure(String part, int rounds) throws IOException, InterruptedException {
        List<Step> steps = steps(part);
        results.forget(part);
        for (int round = 0; round <= rounds; round++) { // the first one warms the disk's cache, and is not counted
            long start = System.nanoTime();
            for (Step step : steps) {
                Sample sample = step.action().run();
                if (round > 0) {
                    results.add(part, step.group(), step.name(), round, sample);
                }
            }
            System.err.printf(
                    Locale.ROOT, "%s, round %d of %d: %.0f s%n", part, round, rounds, (System.nanoTime() - start) / 1e9);
        }
        results.save();
    }

    private List<Step> steps(String part) throws IOException, InterruptedException {
        return switch (part) {
            case FIRST, NOTHING_CHANGED -> smallBuilds(part);
            case SIZE -> sizes();
            case CHECK -> checks();
            case DAILY -> daily();
            case MEMORY -> memory();
            default -> alone();
        };
    }

    private List<Step> smallBuilds(String part) throws IOException, InterruptedException {
        List<Step> steps = new ArrayList<>();
        for (String goal : List.of(START, BUILD)) {
            String folder = part + "-" + goal + "/";
            Map<String, Path> each = new LinkedHashMap<>();
            each.put(Results.BARE, projects.bare(folder + "bare"));
            each.put(CHARTER, projects.generating(folder + "charter", Declarations.of(Projects.SIZE, 2)));
            each.put(Projects.TEMPLATING, projects.templating(folder + "templating"));
            each.put(Projects.POJO, projects.pojo(folder + "jsonschema2pojo"));
            if (goal.equals(BUILD)) {
                Run.prepare(each.get(CHARTER), START);
                each.put(Projects.BY_HAND, projects.byHand(folder + "by-hand", each.get(CHARTER)));
            }
            for (Map.Entry<String, Path> project : each.entrySet()) {
                Run.prepare(project.getValue(), goal);
                Action action = part.equals(FIRST)
                        ? clean(project.getValue(), goal, "")
                        : () -> Run.maven(project.getValue(), goal, "");
                steps.add(new Step(goal, project.getKey(), action));
            }
        }
        return steps;
    }

    private List<Step> sizes() throws IOException {
        List<Step> steps = new ArrayList<>();
        Path bare = projects.bare("size/bare");
        for (int[] size : SIZES) {
            String group = group(size);
            String declaration = Declarations.of(size[0], size[1]);
            steps.add(new Step(group, Results.BARE, clean(bare, START, "")));
            steps.add(new Step(
                    group,
                    "generate",
                    clean(projects.generating("size/" + group + "/generate", declaration), START, "")));
            steps.add(new Step(
                    group, "lint", clean(projects.linting("size/" + group + "/lint", declaration), START, "")));
        }
        return steps;
    }

    private List<Step> checks() throws IOException {
        List<Step> steps = new ArrayList<>();
        Path bare = projects.bare("check/bare");
        for (Map.Entry<String, Path> project : checked("check/").entrySet()) {
            steps.add(new Step(project.getKey(), Results.BARE, clean(bare, START, "")));
            steps.add(new Step(project.getKey(), "check", clean(project.getValue(), START, "")));
        }
        return steps;
    }

    /** What a developer waits for: an application with many dependencies, built again and again. */
    private List<Step> daily() throws IOException, InterruptedException {
        String declaration = Declarations.of(Projects.SIZE, 2);
        Path bare = projects.springBoot("daily/bare", Optional.empty());
        Path check = projects.springBoot("daily/check", Optional.of(declaration));
        Path without = projects.springBoot("daily/without", Optional.of(declaration));
        for (Path project : List.of(bare, check, without)) {
            Run.prepare(project, COMPILE);
        }
        String off = COMPILE + " -Dcookie-charter.index=off";
        return List.of(
                new Step(ONE_CLASS_CHANGED, Results.BARE, changed(bare, COMPILE)),
                new Step(ONE_CLASS_CHANGED, "check", changed(check, COMPILE)),
                new Step(ONE_CLASS_CHANGED, WITHOUT_INDEX, changed(without, off)),
                new Step(UNCHANGED, Results.BARE, () -> Run.maven(bare, COMPILE, "")),
                new Step(UNCHANGED, "check", () -> Run.maven(check, COMPILE, "")),
                new Step(FIRST_WITH_INDEX, Results.BARE, clean(bare, COMPILE, "")),
                new Step(FIRST_WITH_INDEX, "check", clean(check, COMPILE, "")),
                new Step(FIRST_WITH_INDEX, WITHOUT_INDEX, clean(without, off, "")));
    }

    private static Action changed(Path project, String goals) {
        return () -> {
            Projects.change(project, System.nanoTime());
            return Run.maven(project, goals, "");
        };
    }

    private Map<String, Path> checked(String folder) throws IOException {
        String declaration = Declarations.of(Projects.SIZE, 2);
        Map<String, Path> checked = new LinkedHashMap<>();
        for (int classes : CLASSES) {
            String name = Integer.toString(classes);
            checked.put(name, projects.checking(folder + name, declaration, classFiles.folder(classes), "error"));
        }
        Optional<Path> real = classFiles.real(Path.of("target", "groundtruth"));
        if (real.isPresent()) {
            // They set what this declaration does not have.
            checked.put(REAL, projects.checking(folder + REAL, declaration, real.get(), "never"));
        }
        return checked;
    }

    private List<Step> memory() throws IOException {
        List<Step> steps = new ArrayList<>();
        for (String goal : List.of(START, BUILD)) {
            String folder = "memory-" + goal + "/";
            steps.add(new Step(goal, Results.BARE, clean(projects.bare(folder + "bare"), goal, ONE_HEAP)));
            Path charter = projects.generating(folder + "charter", Declarations.of(Projects.SIZE, 2));
            steps.add(new Step(goal, "generate, 20x2", clean(charter, goal, ONE_HEAP)));
            if (goal.equals(START)) { // the bare build of the other goal has compiled, which this one would not
                steps.add(new Step(goal, "generate, nothing changed", () -> Run.maven(charter, goal, ONE_HEAP)));
                for (int[] size : new int[][] {{1000, 24}, {10000, 2}}) {
                    Path project =
                            projects.generating(folder + "generate-" + group(size), Declarations.of(size[0], size[1]));
                    steps.add(new Step(goal, "generate, " + group(size), clean(project, goal, ONE_HEAP)));
                }
                for (Map.Entry<String, Path> project : checked(folder + "check-").entrySet()) {
                    steps.add(new Step(
                            goal, "check, " + project.getKey(), clean(project.getValue(), goal, ONE_HEAP)));
                }
            }
        }
        return steps;
    }

    private List<Step> alone() throws IOException {
        Path jar = Path.of("target", "cookie-charter-maven-plugin-" + Projects.version() + ".jar");
        Path folder = ROOT.resolve("alone");
        Path out = folder.resolve("out");
        Files.createDirectories(folder);
        List<Step> steps = new ArrayList<>();
        for (int[] size : SIZES_ALONE) {
            Path declaration = Files.writeString(
                    folder.resolve(group(size) + ".yaml"), Declarations.of(size[0], size[1]));
            steps.add(new Step(group(size), "generate", () -> {
                Run.delete(out);
                return Run.java(
                        "-cp",
                        jar.toString(),
                        Path.of("src", "bench", "GenerationAlone.java").toString(),
                        declaration.toString(),
                        out.toString());
            }));
        }
        return steps;
    }

    static String group(int[] size) {
        return size[0] + "x" + size[1];
    }

    private static Action clean(Path project, String goal, String options) {
        return () -> {
            Run.delete(project.resolve("target"));
            return Run.maven(project, goal, options);
        };
    }
}
