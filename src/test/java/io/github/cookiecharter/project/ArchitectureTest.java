package io.github.cookiecharter.project;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** Holds the packages and the dependencies between them to the table below, which CONTRIBUTING.md explains. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArchitectureTest {

    private static final String ROOT = "io.github.cookiecharter";
    private static final Path MAIN = Path.of("src/main/java/io/github/cookiecharter");

    private static final int MOST_FILES_IN_A_PACKAGE = 30;
    private static final int LONGEST_METHOD = 60;

    /**
     * One row a package: its name, a colon, and the packages that it may depend on. Every dependency leads to a package in a
     * later row, so there is no cycle.
     */
    private static final String DEPENDENCIES = """
            maven: goal.audit goal.history goal.catalogue goal goal.part report rule output scan.model model
            goal.audit: audit.judge audit.visit audit.crawl audit.record audit.browser audit.json goal goal.part imports imports.format imports.model scan.model \
            report banner \
            rule.catalogue rule charter language declaration output template model model.diagnostic
            goal.catalogue: goal report rule catalogue model.diagnostic
            audit.judge: audit.record check scan.model rule.code rule charter model model.diagnostic
            audit.visit: audit.record audit.browser audit.crawl audit.bidi audit.json scan.cookie scan.model banner template model
            audit.record: audit.json scan.model output template model
            audit.browser: audit.bidi audit.json template
            audit.crawl:
            audit.bidi: audit.json template
            goal.history: goal goal.part report history.archive history charter language declaration output rule model
            goal: imports imports.format imports.model goal.part check scan scan.model report history.archive history policy banner server constants \
            rule.catalogue rule charter language declaration jurisdiction output template model model.diagnostic
            goal.part: declaration output
            imports: imports.format imports.model report rule.data declaration language template model model.diagnostic
            imports.format: imports.model scan.cookie language model model.diagnostic
            imports.model: model
            report: check scan.model history policy banner rule rule.data charter jurisdiction language output template model model.diagnostic
            check: scan.model rule.code rule rule.data charter model model.diagnostic
            scan: scan.bytecode scan.javascript scan.html scan.config scan.config.reader scan.classpath scan.store \
            scan.model
            scan.bytecode: scan.bytecode.sink scan.bytecode.value scan.bytecode.index scan.classpath scan.store \
            scan.model
            scan.bytecode.sink: scan.bytecode.value scan.bytecode.graph scan.bytecode.index scan.classpath scan.cookie \
            scan.model model
            scan.bytecode.value: scan.bytecode.graph scan.bytecode.index scan.cookie scan.model
            scan.bytecode.graph: scan.bytecode.index
            scan.bytecode.index: scan.classpath scan.store scan.model model
            scan.javascript: scan.javascript.sink scan.javascript.sourcemap scan.html scan.model
            scan.javascript.sink: scan.javascript.library scan.javascript.value scan.javascript.scope scan.javascript.syntax scan.html scan.cookie \
            scan.model model model.diagnostic
            scan.javascript.value: scan.javascript.scope scan.javascript.syntax scan.cookie model
            scan.javascript.scope: scan.javascript.syntax
            scan.javascript.syntax: scan.cookie
            scan.javascript.sourcemap: scan.model model.diagnostic
            scan.javascript.library: scan.model model
            scan.html: scan.cookie scan.model model
            scan.config: scan.config.reader scan.cookie scan.model model model.diagnostic
            scan.config.reader: scan.model yaml model model.diagnostic
            scan.classpath: scan.store scan.model
            scan.store: scan.model model model.diagnostic
            scan.cookie: scan.model model
            scan.model: model model.diagnostic
            policy: history charter jurisdiction language output template model
            banner: rule charter jurisdiction language output template model model.diagnostic
            history.archive: history output
            history: audit.json model
            audit.json:
            server: constants charter output template
            constants: constants.embedded charter output template model model.diagnostic
            constants.embedded:
            rule.catalogue: rule.browser rule.consent rule.disclosure rule.exemption rule.code rule rule.data charter
            rule.browser: rule rule.data charter model model.diagnostic
            rule.consent: rule rule.data charter jurisdiction model model.diagnostic
            rule.disclosure: rule rule.data charter language jurisdiction model model.diagnostic
            rule.exemption: rule rule.data charter jurisdiction model model.diagnostic
            rule.code: rule charter model
            rule: rule.data charter jurisdiction model model.diagnostic
            rule.data: charter model
            charter: declaration language jurisdiction model model.diagnostic
            declaration: declaration.format catalogue jurisdiction yaml model model.diagnostic
            declaration.format: model model.diagnostic
            catalogue: yaml model model.diagnostic
            jurisdiction: model
            language: model
            yaml: model.diagnostic
            template: model
            output: model
            model: model.diagnostic
            model.diagnostic:
            """;

    /** The libraries that one package may use, and no other. */
    private static final Map<String, List<String>> LIBRARIES = Map.of(
            "maven", List.of("org.apache.maven..", "org.codehaus.plexus..", "org.eclipse.aether..", "javax.inject.."),
            "yaml", List.of("com.fasterxml.jackson.dataformat..", "org.yaml.snakeyaml.."),
            "template", List.of("com.github.mustachejava.."),
            "scan.bytecode", List.of("org.objectweb.asm.."),
            "scan.config.reader", List.of("com.typesafe.config..", "javax.xml.."));

    private final JavaClasses code = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    private static Map<String, List<String>> dependencies() {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        for (String line : DEPENDENCIES.lines().toList()) {
            String[] row = line.split(":", 2);
            rows.put(
                    row[0],
                    Stream.of(row[1].strip().split(" "))
                            .filter(name -> !name.isEmpty())
                            .toList());
        }
        return rows;
    }

    @TestFactory
    List<DynamicTest> aPackageDependsOnThoseOfItsRow() {
        List<DynamicTest> tests = new ArrayList<>();
        dependencies()
                .forEach((name, known) -> tests.add(DynamicTest.dynamicTest(name, () -> {
                    List<String> allowed = new ArrayList<>(List.of(ROOT + "." + name));
                    known.forEach(other -> allowed.add(ROOT + "." + other));
                    noClasses()
                            .that()
                            .resideInAPackage(ROOT + "." + name)
                            .should()
                            .dependOnClassesThat(DescribedPredicate.describe(
                                    "are in a package of the project that the row does not name",
                                    type -> type.getPackageName().startsWith(ROOT)
                                            && !allowed.contains(type.getPackageName())))
                            .check(code);
                })));
        return tests;
    }

    @Test
    void everyDependencyLeadsToALaterRow() {
        List<String> names = List.copyOf(dependencies().keySet());
        dependencies()
                .forEach((name, known) -> known.forEach(other -> assertThat(names.indexOf(other))
                        .as(name + " to " + other)
                        .isGreaterThan(names.indexOf(name))));
    }

    @Test
    void everyPackageHasARowAndThereIsNoClassInTheRoot() throws IOException {
        assertThat(filesByPackage().keySet())
                .containsExactlyInAnyOrderElementsOf(dependencies().keySet());
    }

    @Test
    void packagesHaveNoCycles() {
        SlicesRuleDefinition.slices()
                .matching(ROOT + ".(**)")
                .should()
                .beFreeOfCycles()
                .check(code);
    }

    @Test
    void eachLibraryHasOneDoor() {
        LIBRARIES.forEach((name, packages) -> noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + "." + name + "..", "..cookie_charter_maven_plugin..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages.toArray(new String[0]))
                .check(code));
    }

    @Test
    void onlyTheGoalsOfAnAuditLoadIt() {
        noClasses()
                .that()
                .haveSimpleNameNotStartingWith("Audit")
                .and()
                .resideOutsideOfPackages(ROOT + ".audit..", ROOT + ".goal.audit..", "..cookie_charter_maven_plugin..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        ROOT + ".audit.bidi",
                        ROOT + ".audit.browser",
                        ROOT + ".audit.visit",
                        ROOT + ".audit.record",
                        ROOT + ".audit.judge",
                        ROOT + ".goal.audit")
                .check(code);
    }

    @Test
    void nothingDependsOnTheMojos() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".maven..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + ".maven..")
                .check(code);
    }

    @Test
    void onlyKnownLibrariesAreUsed() {
        classes()
                .that()
                .resideInAPackage(ROOT + "..")
                .and()
                .resideOutsideOfPackage("..cookie_charter_maven_plugin..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        ROOT + "..",
                        "java..",
                        "com.sun.net.httpserver..",
                        "javax.xml..",
                        "org.apache.maven..",
                        "org.codehaus.plexus..",
                        "org.eclipse.aether..",
                        "javax.inject..",
                        "com.fasterxml.jackson..",
                        "com.typesafe.config..",
                        "org.yaml.snakeyaml..",
                        "com.github.mustachejava..",
                        "org.objectweb.asm..")
                .check(code);
    }

    @Test
    void everyPackageIntroducesItself() throws IOException {
        for (String name : filesByPackage().keySet()) {
            assertThat(MAIN.resolve(name.replace('.', '/')).resolve("package-info.java"))
                    .isRegularFile()
                    .content()
                    .startsWith("/**");
        }
        assertThat(MAIN.resolve("package-info.java")).isRegularFile();
    }

    @Test
    void noPackageIsCrowded() throws IOException {
        filesByPackage()
                .forEach((name, files) -> assertThat(files).as(name).hasSizeLessThanOrEqualTo(MOST_FILES_IN_A_PACKAGE));
    }

    @Test
    void noTwoClassesShareASimpleName() throws IOException {
        assertNoneTwice(Path.of("src/main/java"));
        assertNoneTwice(Path.of("src/test/java"));
    }

    private static void assertNoneTwice(Path folder) throws IOException {
        Map<String, List<Path>> byName = sources(folder).stream()
                .collect(Collectors.groupingBy(
                        file -> file.getFileName().toString(), TreeMap::new, Collectors.toList()));
        byName.remove("package-info.java");
        byName.values().removeIf(files -> files.size() == 1);
        assertThat(byName).isEmpty();
    }

    @Test
    void noMethodIsLong() throws IOException {
        List<String> tooLong = new ArrayList<>();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask)
                    compiler.getTask(null, files, null, null, null, files.getJavaFileObjectsFromPaths(sources(MAIN)));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                new TreePathScanner<Void, Void>() {
                    @Override
                    public Void visitMethod(MethodTree method, Void none) {
                        if (method.getBody() != null) {
                            long from =
                                    unit.getLineMap().getLineNumber(positions.getStartPosition(unit, method.getBody()));
                            long to = unit.getLineMap().getLineNumber(positions.getEndPosition(unit, method.getBody()));
                            if (to - from + 1 > LONGEST_METHOD) {
                                tooLong.add(unit.getSourceFile().getName() + " " + method.getName() + " "
                                        + (to - from + 1));
                            }
                        }
                        return super.visitMethod(method, none);
                    }
                }.scan(unit, null);
            }
        }
        assertThat(tooLong).isEmpty();
    }

    /** Maven shares a plugin's classes between modules that build in parallel. */
    @Test
    void thereIsNoStaticMutableState() {
        noFields()
                .that()
                .areStatic()
                .and()
                .areDeclaredInClassesThat()
                .resideInAPackage(ROOT + "..")
                .should()
                .notHaveModifier(JavaModifier.FINAL)
                .check(code);
    }

    /** These packages read neither clock, locale nor files: the same input gives the same bytes. */
    @Test
    void purePackagesPerformNoInputOrOutput() {
        for (String name :
                List.of("declaration", "yaml", "charter", "check", "policy", "constants", "jurisdiction", "model")) {
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + "." + name + "..")
                    .should()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("java.nio.file.Files")
                    .orShould()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("java.io.File")
                    .orShould()
                    .callMethod(System.class, "currentTimeMillis")
                    .orShould()
                    .callMethod(java.util.Locale.class, "getDefault")
                    .check(code);
        }
    }

    private static Map<String, List<Path>> filesByPackage() throws IOException {
        return sources(MAIN).stream()
                .filter(file -> !file.equals(MAIN.resolve("package-info.java")))
                .collect(Collectors.groupingBy(
                        file -> MAIN.relativize(file.getParent())
                                .toString()
                                .replace('\\', '.')
                                .replace('/', '.'),
                        TreeMap::new,
                        Collectors.toList()));
    }

    private static List<Path> sources(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }
}
