import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The integration projects under each supported Maven on the oldest and on the newest JDK.
 *
 * <pre>
 * java src/matrix/Matrix.java
 * java -Dmavens=3.6.3,4.0.0-rc-6 -Djdks=/opt/jdk-17:/opt/jdk-21 -Dprojects=quickstart,init src/matrix/Matrix.java
 * </pre>
 *
 * Builds the plugin once and lets {@code invoker:run} do each cell, so what is run is what {@code mvn verify} runs. A
 * program and not a profile, since a build file can neither look for JDKs nor go on after a red cell nor draw a table.
 *
 * <p>{@code mavens} are versions, fetched from Maven Central; {@code jdks} are folders, joined as paths are on the
 * system; {@code projects} are names in {@code src-it}, as {@code invoker.test} takes them. Ends with 1 if anything
 * failed or nothing ran, and leaves the logs in {@code target/matrix}.
 */
public final class Matrix {

    private static final String MAVENS = "3.6.3,3.8.9,3.9.16,3.10.0,4.0.0-rc-6";
    private static final int OLDEST_JAVA = 17;
    private static final Path MATRIX = Path.of("target", "matrix");
    private static final boolean WINDOWS =
            System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");

    private Matrix() {}

    public static void main(String[] args) throws Exception {
        List<Jdk> jdks = jdks();
        List<String> mavens = Arrays.asList(System.getProperty("mavens", MAVENS).split(","));
        Files.createDirectories(MATRIX);
        run("build.log", "-DskipTests", "pre-integration-test");
        Map<String, Path> homes = new LinkedHashMap<>();
        for (String version : mavens) {
            homes.put(version, mavenHome(version));
        }

        Map<String, List<Cell>> table = new LinkedHashMap<>();
        for (String maven : homes.keySet()) {
            for (Jdk jdk : jdks) {
                Cell cell = cell(maven, homes.get(maven), jdk);
                System.out.println("Maven " + maven + ", JDK " + jdk.version() + ": " + cell);
                table.computeIfAbsent(maven, m -> new ArrayList<>()).add(cell);
            }
        }
        print(jdks, table);
        boolean green = table.values().stream().flatMap(List::stream).allMatch(Cell::isGreen);
        System.exit(green ? 0 : 1);
    }

    private static Cell cell(String maven, Path home, Jdk jdk) throws Exception {
        String name = maven + "-jdk-" + jdk.version();
        Path folder = MATRIX.resolve(name);
        Path reports = folder.resolve("reports");
        delete(reports);
        Files.createDirectories(folder);
        List<String> arguments = new ArrayList<>(List.of(
                "invoker:run",
                "-Dmaven.test.failure.ignore",
                "-Dinvoker.mavenHome=" + home,
                "-Dinvoker.javaHome=" + jdk.home(),
                "-Dinvoker.cloneProjectsTo=" + folder.resolve("it").toAbsolutePath(),
                "-Dinvoker.reportsDirectory=" + reports.toAbsolutePath()));
        if (System.getProperty("projects") != null) {
            arguments.add("-Dinvoker.test=" + System.getProperty("projects"));
        }
        run(name + "/invoker.log", arguments.toArray(String[]::new));
        return Cell.of(folder, reports);
    }

    /** What became of the projects of one cell; names of those that failed. */
    private record Cell(Path folder, int passed, int skipped, List<String> failed) {

        private static final Pattern JOB = Pattern.compile("<build-job\\b[^>]*>");

        static Cell of(Path folder, Path reports) throws IOException {
            int passed = 0;
            int skipped = 0;
            List<String> failed = new ArrayList<>();
            try (DirectoryStream<Path> files = Files.newDirectoryStream(reports, "BUILD-*.xml")) {
                for (Path file : files) {
                    String report = Files.readString(file);
                    Matcher job = JOB.matcher(report);
                    if (!job.find()) {
                        throw new IOException(file + " is no report of the invoker plugin");
                    }
                    switch (attribute(job.group(), "result")) {
                        case "success" -> passed++;
                        case "skipped" -> skipped++;
                        default -> failed.add(attribute(job.group(), "project").replaceFirst("[/\\\\]pom\\.xml$", ""));
                    }
                }
            }
            return new Cell(folder, passed, skipped, failed.stream().sorted().toList());
        }

        private static String attribute(String tag, String name) throws IOException {
            Matcher matcher = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(tag);
            if (!matcher.find()) {
                throw new IOException("no attribute '" + name + "' in " + tag);
            }
            return matcher.group(1);
        }

        boolean isGreen() {
            return failed.isEmpty() && passed > 0;
        }

        @Override
        public String toString() {
            return passed + " passed, " + failed.size() + " failed" + (skipped > 0 ? ", " + skipped + " skipped" : "");
        }
    }

    private static void print(List<Jdk> jdks, Map<String, List<Cell>> table) {
        System.out.println();
        System.out.println("| Maven | " + jdks.stream().map(j -> "JDK " + j.version()).collect(Collectors.joining(" | ")) + " |");
        System.out.println("| --- |" + " --- |".repeat(jdks.size()));
        table.forEach((maven, cells) -> System.out.println(
                "| " + maven + " | " + cells.stream().map(Cell::toString).collect(Collectors.joining(" | ")) + " |"));
        System.out.println();
        table.values().stream().flatMap(List::stream).forEach(cell -> {
            if (cell.passed() == 0) {
                System.out.println("nothing passed: see " + cell.folder().resolve("invoker.log"));
            }
            cell.failed().forEach(project -> System.out.println(
                    "failed: see " + cell.folder().resolve("it").resolve(project).resolve("build.log")));
        });
    }

    private static Path mavenHome(String version) throws Exception {
        Path folder = Path.of("target", "maven", version);
        Path home = folder.resolve("apache-maven-" + version).toAbsolutePath();
        if (!Files.exists(home.resolve("bin"))) {
            run(
                    "maven-" + version + ".log",
                    "dependency:unpack",
                    "-Dartifact=org.apache.maven:apache-maven:" + version + ":zip:bin",
                    "-DoutputDirectory=" + folder.toAbsolutePath());
        }
        return home;
    }

    /** Runs the developer's own Maven, which drives the others. */
    private static void run(String log, String... arguments) throws Exception {
        Path file = MATRIX.resolve(log);
        List<String> command = new ArrayList<>(List.of(WINDOWS ? "mvn.cmd" : "mvn", "-B", "-ntp"));
        command.addAll(List.of(arguments));
        int exit = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(file.toFile())
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IllegalStateException(String.join(" ", command) + " failed: see " + file);
        }
    }

    /** A JDK, with its full version such as {@code 17.0.15}. */
    private record Jdk(Path home, String version) {

        int feature() {
            return Integer.parseInt(version.split("[.+-]")[0]);
        }

        Runtime.Version parsed() {
            return Runtime.Version.parse(version);
        }
    }

    /** Those that are named, else the newest 17 and the newest of all. */
    private static List<Jdk> jdks() throws IOException {
        if (System.getProperty("jdks") != null) {
            List<Jdk> named = new ArrayList<>();
            for (String home : System.getProperty("jdks").split(Pattern.quote(File.pathSeparator))) {
                named.add(jdk(Path.of(home))
                        .orElseThrow(() -> new IllegalArgumentException("no JDK of at least " + OLDEST_JAVA + " in " + home)));
            }
            return named;
        }
        TreeMap<Integer, Jdk> found = new TreeMap<>();
        for (Path home : candidates()) {
            jdk(home).ifPresent(jdk -> found.merge(jdk.feature(), jdk, Matrix::newer));
        }
        if (!found.containsKey(OLDEST_JAVA)) {
            throw new IllegalStateException("No JDK " + OLDEST_JAVA + " where JDKs usually lie, only " + found.keySet()
                    + ": name the JDKs to use, -Djdks=<folder>" + File.pathSeparator + "<folder>");
        }
        if (found.size() == 1) {
            System.out.println("No JDK newer than " + OLDEST_JAVA + " was found: -Djdks=<folder>" + File.pathSeparator
                    + "<folder> names others.");
            return List.of(found.firstEntry().getValue());
        }
        return List.of(found.get(OLDEST_JAVA), found.lastEntry().getValue());
    }

    private static Jdk newer(Jdk one, Jdk other) {
        return Comparator.comparing(Jdk::parsed).compare(one, other) >= 0 ? one : other;
    }

    private static Optional<Jdk> jdk(Path home) throws IOException {
        Path release = home.resolve("release");
        if (!Files.isRegularFile(release) || !Files.exists(home.resolve(WINDOWS ? "bin/javac.exe" : "bin/javac"))) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(release)) {
            properties.load(reader);
        }
        String version = properties.getProperty("JAVA_VERSION", "").replace("\"", "");
        if (version.isEmpty() || version.startsWith("1.")) {
            return Optional.empty();
        }
        Jdk jdk = new Jdk(home.toRealPath(), version);
        return jdk.feature() < OLDEST_JAVA ? Optional.empty() : Optional.of(jdk);
    }

    /** Where environment variables, systems, and the tools that install JDKs put them. */
    private static List<Path> candidates() throws IOException {
        List<Path> homes = new ArrayList<>();
        homes.add(Path.of(System.getProperty("java.home")));
        System.getenv().forEach((name, value) -> {
            // JAVA_HOME_17_X64 and the like are those of the usual build servers.
            if (name.matches("JAVA_HOME(_.*)?|JDK_?\\d+(_HOME)?") && !value.isBlank()) {
                homes.add(Path.of(value));
            }
        });
        String user = System.getProperty("user.home");
        List<Path> parents = new ArrayList<>(List.of(
                Path.of("/usr/lib/jvm"),
                Path.of("/usr/java"),
                Path.of("/opt"),
                Path.of("/opt/java"),
                Path.of("/Library/Java/JavaVirtualMachines"),
                Path.of(user, "Library", "Java", "JavaVirtualMachines"),
                Path.of(user, ".sdkman", "candidates", "java"),
                Path.of(user, ".jdks"),
                Path.of(user, ".m2", "jdks")));
        for (String variable : List.of("ProgramFiles", "LOCALAPPDATA")) {
            String programs = System.getenv(variable);
            if (programs != null) {
                for (String vendor : List.of("Java", "Eclipse Adoptium", "Microsoft", "Amazon Corretto", "Zulu", "BellSoft")) {
                    parents.add(Path.of(programs, vendor));
                    parents.add(Path.of(programs, "Programs", vendor));
                }
            }
        }
        for (Path parent : parents) {
            if (Files.isDirectory(parent)) {
                try (DirectoryStream<Path> children = Files.newDirectoryStream(parent)) {
                    for (Path child : children) {
                        homes.add(child);
                        homes.add(child.resolve("Contents").resolve("Home"));
                    }
                }
            }
        }
        return homes;
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var paths = Files.walk(folder)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
