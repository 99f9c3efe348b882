package benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The projects that are built: one small project in Java, without a plugin or with one. */
final class Projects {

    static final String TEMPLATING = "templating-maven-plugin 3.1.0";
    static final String BY_HAND = "by hand";
    static final String POJO = "jsonschema2pojo-maven-plugin 1.3.3";

    /** How many classes the project has, and how many entries the input of each generator. */
    static final int SIZE = 20;

    private final Path root;
    private final String version;

    Projects(Path root) throws IOException {
        this.root = root;
        this.version = version();
    }

    static String version() throws IOException {
        Matcher version = Pattern.compile("<artifactId>cookie-charter-maven-plugin</artifactId>\\s*<version>([^<]+)<")
                .matcher(Files.readString(Path.of("pom.xml")));
        if (!version.find()) {
            throw new IllegalStateException("pom.xml of the plugin not found: run this from the root of the repository");
        }
        return version.group(1);
    }

    Path bare(String name) throws IOException {
        return project(name, "");
    }

    Path generating(String name, String declaration) throws IOException {
        return declaring(name, "generate", "", declaration);
    }

    /** Without the plugin, and with what it has generated among the files of the project. */
    Path byHand(String name, Path generated) throws IOException {
        Path project = project(name, "");
        copy(generated.resolve("target/generated-sources/cookie-charter"), project.resolve("src/main/java"));
        copy(generated.resolve("target/generated-resources/cookie-charter"), project.resolve("src/main/resources"));
        return project;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    Path linting(String name, String declaration) throws IOException {
        return declaring(name, "lint", "", declaration);
    }

    /** The classes are there already, so no compiler runs: the goal is bound before it. */
    Path checking(String name, String declaration, Path classes, String failOn) throws IOException {
        return declaring(
                name,
                "check",
                "<classesDirectories>" + classes + "</classesDirectories><failOn>" + failOn + "</failOn>",
                declaration);
    }

    /** A Spring Boot application: twenty classes of its own, and about 12,000 of its dependencies. */
    Path springBoot(String name, Optional<String> declaration) throws IOException {
        Path project = declaration.isPresent()
                ? declaring(name, "check", "process-classes", "<failOn>never</failOn>", declaration.get())
                : project(name, "");
        Path pom = project.resolve("pom.xml");
        StringBuilder dependencies = new StringBuilder("<dependencies>");
        for (String starter : List.of("web", "security")) {
            dependencies
                    .append("<dependency><groupId>org.springframework.boot</groupId><artifactId>spring-boot-starter-")
                    .append(starter)
                    .append("</artifactId><version>3.3.5</version></dependency>");
        }
        Files.writeString(
                pom,
                Files.readString(pom).replace("</project>", dependencies.append("</dependencies></project>")));
        return project;
    }

    /** Changes one class of a project, so that the compiler has something to do. */
    static void change(Path project, long number) throws IOException {
        Path source = project.resolve("src/main/java/com/example/Part7.java");
        Files.writeString(source, Files.readString(source).replaceAll("\"Part 7[^\"]*\"", "\"Part 7." + number + "\""));
    }

    Path templating(String name) throws IOException {
        Path project =
                project(name, plugin("org.codehaus.mojo", TEMPLATING, "<goals><goal>filter-sources</goal></goals>", ""));
        StringBuilder source = new StringBuilder("package com.example;\n\npublic final class Names {\n");
        for (int i = 0; i < SIZE; i++) {
            source.append("    public static final String NAME_").append(i).append(" = \"${project.version}\";\n");
        }
        Path folder = Files.createDirectories(project.resolve("src/main/java-templates/com/example"));
        Files.writeString(folder.resolve("Names.java"), source.append("}\n"));
        return project;
    }

    Path pojo(String name) throws IOException {
        Path project = project(
                name,
                plugin(
                        "org.jsonschema2pojo",
                        POJO,
                        "<goals><goal>generate</goal></goals>",
                        "<sourceDirectory>${basedir}/src/main/schema</sourceDirectory>"
                                + "<targetPackage>com.example</targetPackage><annotationStyle>none</annotationStyle>"
                                + "<includeGeneratedAnnotation>false</includeGeneratedAnnotation>"));
        StringBuilder schema = new StringBuilder("{ \"type\": \"object\", \"properties\": {\n");
        for (int i = 0; i < SIZE; i++) {
            schema.append("  \"name")
                    .append(i)
                    .append("\": { \"type\": \"string\" }")
                    .append(i < SIZE - 1 ? ",\n" : "\n");
        }
        Path folder = Files.createDirectories(project.resolve("src/main/schema"));
        Files.writeString(folder.resolve("names.json"), schema.append("} }\n"));
        return project;
    }

    private Path declaring(String name, String goal, String configuration, String declaration) throws IOException {
        // All goals at one phase, so that one bare build is the measure of all.
        return declaring(name, goal, "generate-sources", configuration, declaration);
    }

    private Path declaring(String name, String goal, String phase, String configuration, String declaration)
            throws IOException {
        Path project = project(
                name,
                plugin(
                        "io.github.cookiecharter",
                        "cookie-charter-maven-plugin " + version,
                        "<phase>" + phase + "</phase><goals><goal>" + goal + "</goal></goals>",
                        "<declaration>cookies.yaml</declaration>" + configuration));
        Files.writeString(project.resolve("cookies.yaml"), declaration);
        return project;
    }

    private Path project(String name, String plugin) throws IOException {
        Path folder = root.resolve(name);
        Run.delete(folder);
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("pom.xml"), """
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>com.example</groupId>
                  <artifactId>portal</artifactId>
                  <version>1.0</version>
                  <properties>
                    <maven.compiler.release>17</maven.compiler.release>
                    <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
                  </properties>
                  <build>
                    <pluginManagement>
                      <plugins>
                        <plugin><artifactId>maven-resources-plugin</artifactId><version>3.5.0</version></plugin>
                        <plugin><artifactId>maven-compiler-plugin</artifactId><version>3.15.0</version></plugin>
                        <plugin><artifactId>maven-surefire-plugin</artifactId><version>3.5.6</version></plugin>
                        <plugin><artifactId>maven-jar-plugin</artifactId><version>3.5.1</version></plugin>
                      </plugins>
                    </pluginManagement>
                    <plugins>%s</plugins>
                  </build>
                </project>
                """.formatted(plugin));
        Path sources = Files.createDirectories(folder.resolve("src/main/java/com/example"));
        for (int i = 0; i < SIZE; i++) {
            Files.writeString(sources.resolve("Part" + i + ".java"), """
                    package com.example;

                    public final class Part%1$d {

                        private final String title;

                        public Part%1$d(String title) {
                            this.title = title;
                        }

                        public String title() {
                            return title.isBlank() ? "Part %1$d" : title;
                        }
                    }
                    """.formatted(i));
        }
        return folder;
    }

    private static String plugin(String group, String artifactAndVersion, String execution, String configuration) {
        String[] parts = artifactAndVersion.split(" ");
        return """
                <plugin>
                  <groupId>%s</groupId>
                  <artifactId>%s</artifactId>
                  <version>%s</version>
                  <executions><execution>%s</execution></executions>
                  <configuration>%s</configuration>
                </plugin>
                """.formatted(group, parts[0], parts[1], execution, configuration);
    }
}
