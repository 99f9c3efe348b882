package io.github.cookiecharter.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.audit.browser.BrowserLauncher;
import io.github.cookiecharter.judge.Browser;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.Property;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestTemplate;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.objectweb.asm.ClassReader;

/** The tags by which CONTRIBUTING.md selects tests: {@code browser} and {@code process}; all others have none. */
class TestTagsTest {

    private static final String BROWSER = "browser";
    private static final String PROCESS = "process";

    /** By the name of each class of the tests the names of the classes that it and those nested in it use. */
    private static final Map<String, Set<String>> USED = new TreeMap<>();

    private static final Set<Class<?>> TESTS = new HashSet<>();

    @BeforeAll
    static void readClasses() throws IOException, URISyntaxException, ClassNotFoundException {
        Class<?> own = TestTagsTest.class;
        Path folder =
                Path.of(own.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (Stream<Path> files = Files.walk(folder.resolve("io/github/cookiecharter"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".class")).toList()) {
                ClassReader reader = new ClassReader(Files.readAllBytes(file));
                String name = reader.getClassName().replace('/', '.');
                USED.computeIfAbsent(outermost(name), key -> new TreeSet<>()).addAll(usedBy(reader));
                Class<?> type = Class.forName(name, false, own.getClassLoader());
                // This one only names what the others use.
                if (type != own && hasMethods(type, Testable.class)) {
                    TESTS.add(type);
                }
            }
        }
    }

    private static Set<String> usedBy(ClassReader reader) {
        Set<String> names = new TreeSet<>();
        char[] buffer = new char[reader.getMaxStringLength()];
        for (int i = 1; i < reader.getItemCount(); i++) {
            int offset = reader.getItem(i);
            // CONSTANT_Class, JVMS 4.4.1.
            if (offset > 0 && reader.readByte(offset - 1) == 7) {
                names.add(outermost(reader.readUTF8(offset, buffer).replace('/', '.')));
            }
        }
        return names;
    }

    private static String outermost(String name) {
        int nested = name.indexOf('$');
        return nested < 0 ? name : name.substring(0, nested);
    }

    @Test
    void thoseThatDriveABrowserAndNoOthersAreTaggedBrowser() {
        Set<String> expected = new TreeSet<>();
        Set<String> tagged = new TreeSet<>();
        for (Class<?> test : TESTS) {
            // A goal starts its browser itself; such a test says so in its name.
            boolean isNamedSo = test.getSimpleName().endsWith("BrowserTest");
            if (isNamedSo || uses(test, Browser.class) || uses(test, BrowserLauncher.class)) {
                expected.add(test.getName());
            }
            if (tag(test).equals(BROWSER)) {
                tagged.add(test.getName());
            }
        }
        assertThat(tagged).isNotEmpty().isEqualTo(expected);
    }

    @Test
    void thoseThatStartProcessesAreTagged() {
        Set<String> untagged = new TreeSet<>();
        for (Class<?> test : TESTS) {
            if (uses(test, ProcessBuilder.class) && tag(test).isEmpty()) {
                untagged.add(test.getName());
            }
        }
        assertThat(untagged).isEmpty();
    }

    @Test
    void thereAreNoOtherTags() {
        assertThat(TESTS).extracting(TestTagsTest::tag).isSubsetOf("", BROWSER, PROCESS);
    }

    /** jqwik does not know JUnit's annotation, and JUnit does not know jqwik's. */
    @Test
    void jqwikAndJunitSeeTheSameTag() {
        for (Class<?> test : TESTS) {
            boolean ofJqwik = hasMethods(test, Property.class);
            boolean ofJunit = hasMethods(test, Test.class) || hasMethods(test, TestTemplate.class);
            assertThat(ofJqwik ? jqwikTag(test) : tag(test)).as(test.getName()).isEqualTo(tag(test));
            assertThat(ofJunit ? junitTag(test) : tag(test)).as(test.getName()).isEqualTo(tag(test));
        }
    }

    private static String tag(Class<?> test) {
        String ofJunit = junitTag(test);
        return ofJunit.isEmpty() ? jqwikTag(test) : ofJunit;
    }

    /** A test has the tag of its superclass too, which is inherited, and of the class around it. */
    private static String junitTag(Class<?> test) {
        Tag own = test.getAnnotation(Tag.class);
        if (own != null) {
            return own.value();
        }
        return test.getEnclosingClass() == null ? "" : junitTag(test.getEnclosingClass());
    }

    private static String jqwikTag(Class<?> test) {
        net.jqwik.api.Tag own = test.getAnnotation(net.jqwik.api.Tag.class);
        return own == null ? "" : own.value();
    }

    private static boolean hasMethods(Class<?> type, Class<? extends Annotation> annotation) {
        return !AnnotationSupport.findAnnotatedMethods(type, annotation, HierarchyTraversalMode.TOP_DOWN)
                .isEmpty();
    }

    /** Whether a test uses a class, itself or by way of classes that are no tests: of those it may take a constant. */
    private static boolean uses(Class<?> test, Class<?> wanted) {
        Set<String> seen = new HashSet<>(Set.of(outermost(test.getName())));
        Deque<String> next = new ArrayDeque<>(seen);
        while (!next.isEmpty()) {
            for (String name : USED.get(next.remove())) {
                if (name.equals(wanted.getName())) {
                    return true;
                }
                if (USED.containsKey(name) && !isTest(name) && seen.add(name)) {
                    next.add(name);
                }
            }
        }
        return false;
    }

    private static boolean isTest(String name) {
        return TESTS.stream().anyMatch(test -> test.getName().equals(name));
    }
}
