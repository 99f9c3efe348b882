package io.github.cookiecharter.scan.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Finds the cookies of every sink and every way to build a name; the sources contain the expected evidence. */
class NamesTest {

    @TempDir
    static Path folder;

    private static Path stubs;

    @BeforeAll
    static void compileStubs() throws IOException {
        stubs = CompiledSources.of("stubs.java.txt").compile(folder.resolve("stubs"));
    }

    @TestFactory
    List<DynamicTest> apis() throws IOException {
        return tests("apis.java.txt");
    }

    @TestFactory
    List<DynamicTest> ways() throws IOException {
        return tests("ways.java.txt");
    }

    @TestFactory
    List<DynamicTest> sinksOfLastResort() throws IOException {
        return tests("consumers.java.txt");
    }

    @TestFactory
    List<DynamicTest> headers() throws IOException {
        return tests("headers.java.txt");
    }

    @TestFactory
    List<DynamicTest> values() throws IOException {
        return tests("values.java.txt");
    }

    @TestFactory
    List<DynamicTest> configured() throws IOException {
        return tests("configured.java.txt");
    }

    @TestFactory
    List<DynamicTest> deletions() throws IOException {
        return tests("deletions.java.txt");
    }

    private static List<DynamicTest> tests(String resource) throws IOException {
        CompiledSources sources = CompiledSources.of(resource);
        Path classes = sources.compile(folder.resolve(resource), stubs);
        ClassScans.Result result = CompiledSources.scan(classes, stubs, Set.of());
        Map<String, Set<String>> found = CompiledSources.found(result);
        List<DynamicTest> tests = new ArrayList<>();
        for (String path : sources.texts().keySet()) {
            String type = path.endsWith(".java") ? path.replace(".java", "").replace('/', '.') : path;
            tests.add(DynamicTest.dynamicTest(
                    type, () -> assertThat(found.getOrDefault(type, Set.of())).isEqualTo(sources.expected(path))));
        }
        tests.add(DynamicTest.dynamicTest(
                "everything is read", () -> assertThat(result.warnings()).isEmpty()));
        return tests;
    }
}
