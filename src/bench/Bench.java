import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the plugin costs a build, as ratios measured in turn in one run.
 *
 * <pre>
 * mvn -q install -DskipTests -Dinvoker.skip
 * java src/bench/Bench.java [rounds] [goal]
 * </pre>
 *
 * Each round builds, one after the other, the same bare project without plugins; with this plugin for the first time;
 * with this plugin and nothing changed; with templating-maven-plugin and jsonschema2pojo-maven-plugin on comparable
 * input (20 entries each). Then, inside one JVM a measurement, the generation alone of 20 and of 1,000 cookies.
 */
public final class Bench {

    private static final Path ROOT = Path.of("target", "bench").toAbsolutePath();
    private static final String VERSION = "0.1.0-SNAPSHOT";

    private Bench() {}

    public static void main(String[] args) throws Exception {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 9;
        String goal = args.length > 1 ? args[1] : "generate-resources";
        delete(ROOT);
        Path bare = project("bare", "");
        Path charter = project("charter", charterPlugin());
        Files.writeString(charter.resolve("cookies.yaml"), cookies(20));
        Path templating = project("templating", templatingPlugin());
        templatingInput(templating);
        Path pojo = project("jsonschema2pojo", pojoPlugin());
        pojoInput(pojo);

        for (Path project : List.of(bare, charter, templating, pojo)) {
            maven(project, goal, false);
        }
        Map<String, List<Double>> seconds = new LinkedHashMap<>();
        for (int round = 0; round <= rounds; round++) {
            Map<String, Double> once = new LinkedHashMap<>();
            delete(bare.resolve("target"));
            once.put("bare build", maven(bare, goal, true));
            delete(charter.resolve("target"));
            once.put("this plugin, first build", maven(charter, goal, true));
            once.put("this plugin, nothing changed", maven(charter, goal, true));
            delete(templating.resolve("target"));
            once.put("templating 3.1.0, first build", maven(templating, goal, true));
            delete(pojo.resolve("target"));
            once.put("jsonschema2pojo 1.3.3, first build", maven(pojo, goal, true));
            if (round > 0) { // the first round warms the disk's cache
                once.forEach((name, value) -> seconds.computeIfAbsent(name, n -> new ArrayList<>()).add(value));
            }
        }
        report(goal, rounds, seconds);
        generationAlone(rounds);
    }

    private static void report(String goal, int rounds, Map<String, List<Double>> seconds) {
        List<Double> bare = seconds.get("bare build");
        System.out.printf(Locale.ROOT, "mvn -o -q %s, %d rounds, whole process, median (min to max)%n%n", goal, rounds);
        System.out.printf("| build | seconds | ratio to the bare build, round by round |%n| --- | --- | --- |%n");
        seconds.forEach((name, values) -> {
            List<Double> ratios = new ArrayList<>();
            for (int i = 0; i < values.size(); i++) {
                ratios.add(values.get(i) / bare.get(i));
            }
            System.out.printf(Locale.ROOT, "| %s | %s | %s |%n", name, spread(values), spread(ratios));
        });
    }

    private static String spread(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return String.format(
                Locale.ROOT, "%.2f (%.2f to %.2f)", sorted[sorted.length / 2], sorted[0], sorted[sorted.length - 1]);
    }

    private static void generationAlone(int rounds) throws Exception {
        Path jar = Path.of("target", "cookie-charter-maven-plugin-" + VERSION + ".jar").toAbsolutePath();
        Path small = Files.writeString(ROOT.resolve("20.yaml"), cookies(20));
        Path large = Files.writeString(ROOT.resolve("1000.yaml"), cookies(1000));
        List<Double> smallTimes = new ArrayList<>();
        List<Double> largeTimes = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            smallTimes.add(milliseconds(jar, small));
            largeTimes.add(milliseconds(jar, large));
            ratios.add(largeTimes.get(round) / smallTimes.get(round));
        }
        System.out.printf(Locale.ROOT, "%nGeneration alone, cold JVM, 2 languages, milliseconds%n%n");
        System.out.printf("| cookies | ms |%n| --- | --- |%n| 20 | %s |%n| 1000 | %s |%n| ratio | %s |%n",
                spread(smallTimes), spread(largeTimes), spread(ratios));
    }

    private static double milliseconds(Path jar, Path declaration) throws Exception {
        Path out = ROOT.resolve("alone");
        delete(out);
        Process process = new ProcessBuilder(
                        java(), "-cp", jar.toString(), "src/bench/GenerationAlone.java", declaration.toString(), out.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IllegalStateException(output);
        }
        return Double.parseDouble(output.strip());
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static double maven(Path project, String goal, boolean offline) throws Exception {
        List<String> command = new ArrayList<>(List.of("mvn", "-q", "-B"));
        if (offline) {
            command.add("-o");
        }
        command.addAll(Arrays.asList(goal.split(" ")));
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .directory(project.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes());
        int exit = process.waitFor();
        double seconds = (System.nanoTime() - start) / 1e9;
        if (exit != 0) {
            throw new IllegalStateException(project + " failed:\n" + output);
        }
        return seconds;
    }

    private static Path project(String name, String plugin) throws IOException {
        Path folder = Files.createDirectories(ROOT.resolve(name));
        Files.writeString(folder.resolve("pom.xml"), """
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>com.example</groupId>
                  <artifactId>%s</artifactId>
                  <version>1.0</version>
                  <properties>
                    <maven.compiler.source>17</maven.compiler.source>
                    <maven.compiler.target>17</maven.compiler.target>
                    <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
                  </properties>
                  <build>
                    <plugins>%s</plugins>
                  </build>
                </project>
                """.formatted(name, plugin));
        Path source = Files.createDirectories(folder.resolve("src/main/java/com/example"));
        Files.writeString(source.resolve("Main.java"), "package com.example;\n\npublic final class Main {}\n");
        return folder;
    }

    private static String plugin(String group, String artifact, String version, String goal, String configuration) {
        return """
                <plugin>
                  <groupId>%s</groupId>
                  <artifactId>%s</artifactId>
                  <version>%s</version>
                  <executions><execution><goals><goal>%s</goal></goals></execution></executions>
                  <configuration>%s</configuration>
                </plugin>
                """.formatted(group, artifact, version, goal, configuration);
    }

    private static String charterPlugin() {
        return plugin("io.github.cookiecharter", "cookie-charter-maven-plugin", VERSION, "generate",
                "<declaration>${project.basedir}/cookies.yaml</declaration>");
    }

    private static String templatingPlugin() {
        return plugin("org.codehaus.mojo", "templating-maven-plugin", "3.1.0", "filter-sources", "");
    }

    private static void templatingInput(Path project) throws IOException {
        StringBuilder source = new StringBuilder("package com.example;\n\npublic final class Names {\n");
        for (int i = 0; i < 20; i++) {
            source.append("    public static final String NAME_").append(i).append(" = \"${project.version}\";\n");
        }
        Path folder = Files.createDirectories(project.resolve("src/main/java-templates/com/example"));
        Files.writeString(folder.resolve("Names.java"), source.append("}\n"));
    }

    private static String pojoPlugin() {
        return plugin("org.jsonschema2pojo", "jsonschema2pojo-maven-plugin", "1.3.3", "generate",
                "<sourceDirectory>${basedir}/src/main/schema</sourceDirectory><targetPackage>com.example</targetPackage>"
                        + "<annotationStyle>none</annotationStyle><includeGeneratedAnnotation>false</includeGeneratedAnnotation>");
    }

    private static void pojoInput(Path project) throws IOException {
        StringBuilder schema = new StringBuilder("{ \"type\": \"object\", \"properties\": {\n");
        for (int i = 0; i < 20; i++) {
            schema.append("  \"name").append(i).append("\": { \"type\": \"string\" }").append(i < 19 ? ",\n" : "\n");
        }
        Path folder = Files.createDirectories(project.resolve("src/main/schema"));
        Files.writeString(folder.resolve("names.json"), schema.append("} }\n"));
    }

    private static String cookies(int count) {
        StringBuilder yaml = new StringBuilder("""
                site:
                  name: { fr: Le portail, en: The portal }
                  url: https://www.example.org
                  languages: [fr, en]
                  contact: privacy@example.org

                services:
                """);
        for (int service = 0; service * 5 < count; service++) {
            yaml.append("  service-").append(service).append(":\n");
            yaml.append("    category: ").append(service % 2 == 0 ? "necessary" : "statistics").append('\n');
            yaml.append("    name: Service ").append(service).append('\n');
            yaml.append("    cookies:\n");
            for (int i = service * 5; i < Math.min(count, service * 5 + 5); i++) {
                yaml.append("      cookie_").append(i).append(":\n        purpose: { fr: Retenir le choix numéro ")
                        .append(i).append(", en: Remember choice number ").append(i)
                        .append(" }\n        lifetime: 6 months\n        secure: true\n");
            }
        }
        return yaml.toString();
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path each, IOException problem) throws IOException {
                Files.delete(each);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
