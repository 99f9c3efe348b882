package io.github.cookiecharter.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.cookiecharter.scan.bytecode.CompiledSources;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same input gives the same bytes. Every declaration of the project, and code of every kind, is built in JVMs of
 * their own: other locales, time zones, encodings, folders, file orders, permissions and JDKs.
 */
@Tag("process")
class SameBytesTest {

    private static final long SECONDS = 300;

    @TempDir
    static Path temporary;

    private static Path examples;
    private static Map<String, String> expected = Map.of();

    private final List<Path> elsewhere = new ArrayList<>();

    @BeforeAll
    static void build() throws Exception {
        examples = temporary.toRealPath().resolve("examples");
        int number = 0;
        for (String yaml : WholeCharterTest.charters()) {
            write("whole-" + number++ + "/cookies.yaml", yaml);
        }
        for (Path folder : List.of(Path.of("src-it"), Path.of("src/test/resources/io/github/cookiecharter/rule"))) {
            try (Stream<Path> files = Files.walk(folder, 2)) {
                // One sample of each rule; the rule's other samples lead to the same code.
                for (Path file : files.filter(file -> file.toString().endsWith(".yaml"))
                        .filter(file -> !folder.startsWith("src/test") || file.endsWith("breaks.yaml"))
                        .sorted()
                        .toList()) {
                    write(file.getParent().getFileName() + "-" + number++ + "/cookies.yaml", Files.readString(file));
                }
            }
        }
        Path translations = Path.of("src-it/translations");
        copy(translations.resolve("cookies.yaml"), "translated/cookies.yaml");
        copy(translations.resolve("translated/cookies.pl.yaml"), "translated/cookies.pl.yaml");

        copy(Path.of("src-it/custom-templates/cookies.yaml"), "templates/cookies.yaml");
        copy(Path.of("src-it/custom-templates/src/main/cookie-charter"), "templates/templates");
        writeCode();
        expected = build(OwnProcess.likeThis(), temporary.resolve("first"), "en", "UTC", "plain", 1);
        List<String> missing = new ArrayList<>(List.of(
                "code/target/cookie-charter/check.html",
                "code/target/cookie-charter/check.sarif",
                "code/target/cookie-charter/evidence.json",
                "code/target/cookie-charter/undeclared.yaml",
                "code/target/cookie-charter/findings.sarif",
                "code/target/first/cookies.yaml",
                "translated/target/cookie-charter/translations/cookies.ar.yaml",
                "whole-0/target/cookie-charter/preview.html"));
        missing.removeAll(expected.keySet());
        assertThat(missing).isEmpty();
        assertThat(expected.get("code/target/cookie-charter/check.html").length())
                .isGreaterThan(50_000);
    }

    // Folders that are called as archives become archives, see Builds.
    private static void writeCode() throws IOException {
        Path code = examples.resolve("code");
        copy(Path.of("src-it/check-spring-boot/cookies.yaml"), "code/cookies.yaml");
        copy(Path.of("src-it/check-spring-boot/src/main/resources"), "code/src/main/resources");
        copy(Path.of("src-it/check-spring-boot/src/main/resources"), "code/target/classes");
        copy(Path.of("src-it/check-servlet-and-jsp/src/main/webapp"), "code/src/main/webapp");
        for (int i = 0; i < 12; i++) {
            write(
                    "code/src/main/webapp/scripts/s" + i + ".js",
                    "document.cookie = 'from" + i % 5 + "=' + " + i + ";\n");
        }
        Path stubs = CompiledSources.of("stubs.java.txt").compile(code.resolve("libraries/provided.jar"));
        CompiledSources.of("apis.java.txt").compile(code.resolve("target/classes"), stubs);
        Path ways = CompiledSources.of("ways.java.txt").compile(code.resolve("libraries/ways.jar"), stubs);
        for (String kind : List.of("traits", "guards")) {
            Path classes = CompiledSources.of(kind + ".java.txt").compile(temporary.resolve(kind), stubs, ways);
            for (int i = 0; i < 4; i++) {
                copy(classes, "code/libraries/shop.war/WEB-INF/lib/" + kind + i + ".jar");
            }
        }
        write("code/libraries/shop.war/WEB-INF/lib/broken.jar", "no archive");
        write("code/libraries/shop.war/WEB-INF/lib/broken-too.jar", "none either");
        write("code/libraries/ways.jar/a/Damaged.class", "no class");
    }

    private static void write(String path, String text) throws IOException {
        Path file = examples.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static void copy(Path from, String to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = examples.resolve(to).resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    @AfterEach
    void clear() throws IOException {
        for (Path folder : elsewhere) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Collections.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    @Test
    void anotherLocaleTimeZoneAndEncoding() throws Exception {
        same(OwnProcess.likeThis().option("-Dfile.encoding=ISO-8859-1"), "tr-TR", "Pacific/Kiritimati", "plain", 2);
    }

    @Test
    void aFolderWithBlanksAndLettersOfOtherScriptsAndNarrowPermissions() throws Exception {
        OwnProcess process = OwnProcess.likeThis();
        if (isPosix()) {
            process.environment("LC_ALL", "C.UTF-8").after("umask 077");
        }
        same(process, "hi-IN-u-nu-deva", "America/St_Johns", "blanks and letters", 4);
    }

    /** A file system that lists a folder in another order, which no test can ask of every disk. */
    @Test
    void anotherFileSystem() throws Exception {
        Path memory = Path.of("/dev/shm");
        Path folder = Files.isWritable(memory)
                ? Files.createTempDirectory(memory, "cookie-charter")
                : Files.createTempDirectory(temporary, "same");
        elsewhere.add(folder);
        assertThat(build(
                        OwnProcess.likeThis().option("-Dfile.encoding=UTF-16"),
                        folder,
                        "th-TH-u-ca-buddhist-nu-thai",
                        "Asia/Kathmandu",
                        "plain",
                        5))
                .isEqualTo(expected);
    }

    @Test
    void anotherJdk() throws Exception {
        Optional<Path> home = anotherJdkHome();
        assumeTrue(home.isPresent(), "no second JDK beside " + System.getProperty("java.home") + " nor in JAVA_HOME");
        System.out.println("Built again by " + home.get());
        same(OwnProcess.of(home.get()), "ar-EG-u-nu-arab", "Africa/Cairo", "plain", 6);
    }

    private static void same(OwnProcess process, String locale, String zone, String mode, int seed) throws Exception {
        Map<String, String> built = build(process, temporary.resolve("variant-" + seed), locale, zone, mode, seed);
        List<String> different = new ArrayList<>();
        for (Map.Entry<String, String> file : expected.entrySet()) {
            if (!file.getValue().equals(built.get(file.getKey()))) {
                different.add(file.getKey());
            }
        }
        assertThat(different).isEmpty();
        assertThat(built.keySet()).isEqualTo(expected.keySet());
    }

    private static Map<String, String> build(
            OwnProcess process, Path folder, String locale, String zone, String mode, int seed) throws Exception {
        Files.createDirectories(folder);
        Path log = folder.resolve("log.txt");
        Process build = process.start(
                Builds.class,
                ProcessBuilder.Redirect.to(log.toFile()),
                examples.toString(),
                folder.toRealPath().toString(),
                locale,
                zone,
                mode,
                Integer.toString(seed));
        assertThat(build.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(build.exitValue())
                .as(new String(Files.readAllBytes(log), StandardCharsets.ISO_8859_1))
                .isZero();
        Map<String, String> all = new TreeMap<>();
        try (Stream<Path> modules = Files.list(folder.resolve("built"))) {
            for (Path module : modules.toList()) {
                new ExampleModule(module)
                        .artefacts()
                        .forEach((path, content) -> all.put(module.getFileName() + "/" + path, content));
            }
        }
        return all;
    }

    private static boolean isPosix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }

    // The newest that can be found, this one aside.
    private static Optional<Path> anotherJdkHome() throws IOException {
        Path own = Path.of(System.getProperty("java.home")).toRealPath();
        List<Path> homes = new ArrayList<>();
        System.getenv().forEach((name, value) -> {
            if (name.startsWith("JAVA_HOME") || name.startsWith("JDK_HOME")) {
                homes.add(Path.of(value));
            }
        });
        try (Stream<Path> siblings = Files.list(own.getParent())) {
            siblings.forEach(homes::add);
        }
        Path newest = own;
        int version = 0;
        for (Path home : homes) {
            int its = version(home);
            if (its > version && !home.toRealPath().equals(own)) {
                newest = home.toRealPath();
                version = its;
            }
        }
        return version == 0 ? Optional.empty() : Optional.of(newest);
    }

    // 0 where it is no JDK that the plugin runs on, or the same as this one.
    private static int version(Path home) throws IOException {
        Path release = home.resolve("release");
        if (!Files.isRegularFile(release) || !Files.isRegularFile(home.resolve("bin/java"))) {
            return 0;
        }
        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(release)) {
            properties.load(in);
        }
        String version = properties.getProperty("JAVA_VERSION", "0").replace("\"", "");
        int feature = Integer.parseInt(version.split("\\.", -1)[0]);
        return feature < 17 || feature == Runtime.version().feature() ? 0 : feature;
    }

    /** The other process: copies the examples in an order of its own, and builds them. */
    static final class Builds {

        private final Random order;

        private Builds(int seed) {
            order = new Random(seed);
        }

        public static void main(String[] arguments) throws IOException {
            Locale.setDefault(Locale.forLanguageTag(arguments[2]));
            TimeZone.setDefault(TimeZone.getTimeZone(arguments[3]));
            Path folder = Path.of(arguments[1]);
            Path module = folder.resolve(arguments[4].equals("plain") ? "build" : "Größe und %20 例 & x");
            Builds builds = new Builds(Integer.parseInt(arguments[5]));
            builds.copy(Path.of(arguments[0]), module);
            String[] names = module.toFile().list();
            Arrays.sort(names);
            for (String name : names) {
                buildAll(new ExampleModule(module.resolve(name)));
            }
            // To where a process with another encoding of file names finds them.
            Files.move(module, folder.resolve("built"));
        }

        private static void buildAll(ExampleModule module) throws IOException {
            StringBuilder results = new StringBuilder();
            for (String goal : List.of("generate", "lint", "translations", "check", "generate")) {
                results.append(module.run(goal, "cookies.yaml")).append("\n\n");
            }
            if (Files.exists(module.base().resolve("src"))) {
                results.append(module.run("init", "target/first/cookies.yaml"));
            }
            Files.createDirectories(module.target());
            Files.writeString(module.target().resolve("results.txt"), results);
        }

        private void copy(Path from, Path to) throws IOException {
            if (Files.isRegularFile(from)) {
                Files.copy(from, to);
            } else if (isArchive(from)) {
                Files.write(to, zip(from));
            } else {
                Files.createDirectories(to);
                for (Path child : shuffled(Files.list(from))) {
                    copy(child, to.resolve(child.getFileName().toString()));
                }
            }
        }

        private static boolean isArchive(Path folder) {
            return folder.toString().endsWith(".jar") || folder.toString().endsWith(".war");
        }

        private byte[] zip(Path folder) throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ZipOutputStream out = new ZipOutputStream(bytes)) {
                for (Path file : shuffled(Files.walk(folder))) {
                    Path relative = folder.relativize(file);
                    boolean nested = file.getNameCount() - folder.getNameCount() > 0 && isArchive(file);
                    if (isInNested(relative) || !(nested || Files.isRegularFile(file))) {
                        continue;
                    }
                    out.putNextEntry(new ZipEntry(relative.toString().replace('\\', '/')));
                    out.write(Files.isDirectory(file) ? zip(file) : Files.readAllBytes(file));
                    out.closeEntry();
                }
            }
            return bytes.toByteArray();
        }

        private static boolean isInNested(Path relative) {
            Path parent = relative.getParent();
            while (parent != null) {
                if (isArchive(parent)) {
                    return true;
                }
                parent = parent.getParent();
            }
            return false;
        }

        private List<Path> shuffled(Stream<Path> files) {
            try (files) {
                List<Path> all = new ArrayList<>(files.sorted().toList());
                Collections.shuffle(all, order);
                return all;
            }
        }
    }
}
