package io.github.cookiecharter.project;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The rooms and the arrows between them: what CONTRIBUTING.md draws, held to. */
class ArchitectureTest {

    private static final String ROOT = "io.github.cookiecharter";

    /** For each room the rooms that it may know. */
    private static final Map<String, List<String>> KNOWS = Map.ofEntries(
            Map.entry("vocabulary", List.of()),
            Map.entry("declaration", List.of("vocabulary")),
            Map.entry("language", List.of("vocabulary")),
            Map.entry("template", List.of("vocabulary")),
            Map.entry("output", List.of()),
            Map.entry("charter", List.of("vocabulary", "declaration", "language")),
            Map.entry("rule", List.of("vocabulary", "charter", "language")),
            Map.entry("scan", List.of("vocabulary")),
            Map.entry("check", List.of("vocabulary", "charter", "rule", "scan")),
            Map.entry("policy", List.of("vocabulary", "charter", "language", "template", "output")),
            Map.entry("banner", List.of("vocabulary", "charter", "language", "rule", "template", "output")),
            Map.entry("constants", List.of("vocabulary", "charter", "language", "template", "output")),
            Map.entry(
                    "report",
                    List.of(
                            "vocabulary",
                            "charter",
                            "language",
                            "rule",
                            "template",
                            "output",
                            "policy",
                            "banner",
                            "scan",
                            "check")));

    private final JavaClasses code = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    @TestFactory
    List<DynamicTest> aRoomKnowsOnlyItsRooms() {
        List<DynamicTest> tests = new ArrayList<>();
        KNOWS.forEach((room, known) -> tests.add(DynamicTest.dynamicTest(room, () -> {
            List<String> allowed = new ArrayList<>(List.of(room(room)));
            known.forEach(other -> allowed.add(room(other)));
            allowed.addAll(List.of(
                    "java..",
                    "com.fasterxml.jackson..",
                    "org.yaml.snakeyaml..",
                    "com.github.mustachejava..",
                    "org.objectweb.asm.."));
            classes()
                    .that()
                    .resideInAPackage(room(room))
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(allowed.toArray(new String[0]))
                    .check(code);
        })));
        return tests;
    }

    @Test
    void everyRoomIsOnTheMap() {
        List<String> packages = new ArrayList<>(
                List.of(ROOT, ROOT + ".maven..", "io.github.cookiecharter.cookie_charter_maven_plugin"));
        KNOWS.keySet().forEach(room -> packages.add(room(room)));
        classes().should().resideInAnyPackage(packages.toArray(new String[0])).check(code);
    }

    @Test
    void roomsHaveNoCycles() {
        SlicesRuleDefinition.slices()
                .matching(ROOT + ".(*)..")
                .should()
                .beFreeOfCycles()
                .check(code);
    }

    @Test
    void onlyTheMojosKnowMavenAndNobodyKnowsTheMojos() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + ".maven..", "..cookie_charter_maven_plugin..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.maven..", "org.codehaus.plexus..", ROOT + ".maven..")
                .check(code);
    }

    @Test
    void yamlAndMustacheEachHaveOneDoor() {
        noClasses()
                .that()
                .resideOutsideOfPackage(room("declaration"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.fasterxml.jackson..", "org.yaml..")
                .check(code);
        noClasses()
                .that()
                .resideOutsideOfPackage(room("template"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.github.mustachejava..")
                .check(code);
    }

    @Test
    void readersOfClassesHaveOneDoor() {
        noClasses()
                .that()
                .resideOutsideOfPackage(room("scan"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.objectweb.asm..")
                .check(code);
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

    /** The core reads the clock, the locale and the machine nowhere: the same input gives the same bytes. */
    @Test
    void thePureRoomsDoNoInputOrOutput() {
        for (String room : Arrays.asList("declaration", "charter", "policy", "constants", "vocabulary")) {
            noClasses()
                    .that()
                    .resideInAPackage(room(room))
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

    private static String room(String name) {
        return ROOT + "." + name + "..";
    }
}
