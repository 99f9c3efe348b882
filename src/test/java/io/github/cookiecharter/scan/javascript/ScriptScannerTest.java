package io.github.cookiecharter.scan.javascript;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What scripts and pages are seen to set: one case for each way of setting, of naming, of wrapping, and each kind of page. */
class ScriptScannerTest {

    @TestFactory
    List<DynamicTest> sinks() {
        return tests("sinks.txt");
    }

    @TestFactory
    List<DynamicTest> names() {
        return tests("names.txt");
    }

    @TestFactory
    List<DynamicTest> syntax() {
        return tests("syntax.txt");
    }

    @TestFactory
    List<DynamicTest> wrappers() {
        return tests("wrappers.txt");
    }

    @TestFactory
    List<DynamicTest> bundles() {
        return tests("bundles.txt");
    }

    @TestFactory
    List<DynamicTest> attributes() {
        return tests("attributes.txt");
    }

    @TestFactory
    List<DynamicTest> pages() {
        return tests("pages.txt");
    }

    @TestFactory
    List<DynamicTest> thirdParties() {
        return tests("third-parties.txt");
    }

    @TestFactory
    List<DynamicTest> whatIsNone() {
        return tests("negatives.txt");
    }

    @Test
    void filesAreChosenByTheirNames() {
        assertThat(List.of(
                        "a.js", "b/c.mjs", "x.tsx", "p.HTML", "WEB-INF/a.jsp", "t.ftlh", "v.vue", "View/index.jelly"))
                .allMatch(new ScriptScanner()::supports);
        assertThat(List.of(
                        "a.css",
                        "a.css.map",
                        "node_modules/x/a.js.map",
                        "types.d.ts",
                        "node_modules/x/a.js",
                        "a/node_modules/x.js",
                        "app.test.js",
                        "app.spec.ts",
                        "Main.java",
                        "src/test/js/a.js",
                        "js"))
                .noneMatch(new ScriptScanner()::supports);
    }

    private static List<DynamicTest> tests(String resource) {
        List<DynamicTest> tests = new ArrayList<>();
        for (ScriptCases.Case one : ScriptCases.read(resource)) {
            tests.add(DynamicTest.dynamicTest(
                    one.title(), () -> assertThat(one.differences()).isEmpty()));
        }
        assertThat(tests).isNotEmpty();
        return tests;
    }
}
