package io.github.cookiecharter.scan.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Methods with so many branches and variables that an analysis which repeats until nothing changes gives up. */
class LargeMethodsTest {

    @TempDir
    Path folder;

    @Test
    void findsTheNamesInAMethodWithManyBranches() throws IOException {
        String branches = repeat(
                400, i -> "if (s.length() > " + i + ") { a = b; b = c; c = \"x" + i + "\"; n += s.length(); }\n");
        ClassScans.Result result = scan("String a = \"a\", b = \"b\", c = \"c\"; int n = 0;\n" + branches
                + "r.addCookie(new jakarta.servlet.http.Cookie(\"literal\", a + n));\n"
                + "String name = s.isEmpty() ? \"one\" : \"two\";\n"
                + "r.addCookie(new jakarta.servlet.http.Cookie(name, b));\n");
        assertThat(CompiledSources.found(result).get("Large"))
                .containsExactly("SETS CERTAIN literal", "SETS CERTAIN one", "SETS CERTAIN two");
        assertThat(result.warnings()).isEmpty();
    }

    @Test
    void readsLiteralsWhereAMethodIsTooLargeToBeFollowed() throws IOException {
        String variables = repeat(240, i -> "String v" + i + " = s + " + i + ";\n");
        String branches = repeat(
                2_200,
                i -> "if (n > " + i + ") { v" + i % 240 + " = s; } else { n++; }\n"
                        + (i == 1_000 ? "r.addCookie(new jakarta.servlet.http.Cookie(\"inside\", v0));\n" : ""));
        ClassScans.Result result = scan(variables + "int n = 0; String other = \"first\";\n" + branches
                + "if (n > 0) { other = \"second\"; }\n"
                + "r.addCookie(new jakarta.servlet.http.Cookie(other, v1));\n"
                + "r.addCookie(new jakarta.servlet.http.Cookie(n > 3 ? \"last\" : \"least\", v2));\n");
        assertThat(CompiledSources.found(result).get("Large"))
                .containsExactly("SETS CERTAIN inside", "SETS CERTAIN last", "SETS CERTAIN least", "SETS UNRESOLVED -");
        assertThat(result.warnings())
                .containsExactly("Large.class in classes, method run is too large to be followed:"
                        + " only what stands in the code in front of a call was read");
    }

    @Test
    void followsVariablesIntoHandlersAndLoops() throws IOException {
        ClassScans.Result result = scan(
                "String name = \"before\"; Object caught = s;\n"
                        + "try { r.setHeader(\"a\", s); name = \"within\"; r.setHeader(\"b\", s); }\n"
                        + "catch (RuntimeException e) { caught = e; r.addCookie(new jakarta.servlet.http.Cookie(name, \"\")); }\n"
                        + "String looped = \"l1\"; for (int i = 0; i < s.length(); i++) {\n"
                        + "r.addCookie(new jakarta.servlet.http.Cookie(looped, \"\")); looped = \"l2\"; }\n"
                        + "long wide = s.length(); r.addCookie(new jakarta.servlet.http.Cookie(wide > 5L ? \"w1\" : \"w2\", \"\" + caught));\n");
        assertThat(CompiledSources.found(result).get("Large"))
                .containsExactly(
                        "SETS CERTAIN before",
                        "SETS CERTAIN l1",
                        "SETS CERTAIN l2",
                        "SETS CERTAIN w1",
                        "SETS CERTAIN w2",
                        "SETS CERTAIN within");
    }

    private static String repeat(int times, IntFunction<String> line) {
        return IntStream.range(0, times).mapToObj(line).collect(Collectors.joining());
    }

    private ClassScans.Result scan(String body) throws IOException {
        String source = "//// Large.java\nclass Large {\n"
                + "void run(jakarta.servlet.http.HttpServletResponse r, String s) {\n" + body + "}\n}\n";
        Path stubs = CompiledSources.of("stubs.java.txt").compile(folder.resolve("stubs"));
        return CompiledSources.scan(
                CompiledSources.in(source).compile(folder.resolve("classes"), stubs), stubs, java.util.Set.of());
    }
}
