package io.github.cookiecharter.scan.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.scan.cookie.AbstractString;
import io.github.cookiecharter.scan.cookie.SetCookieParser;
import io.github.cookiecharter.scan.cookie.SetCookieTable;
import io.github.cookiecharter.scan.model.Evidence;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The texts of {@code set-cookie.txt} as headers that compiled code writes. */
class SetCookieHeaderTest {

    @TempDir
    static Path folder;

    @TestFactory
    List<DynamicTest> eachHeaderSaysWhatTheTableSays() throws IOException {
        List<SetCookieTable.Row> rows = SetCookieTable.rows();
        StringBuilder sources = new StringBuilder();
        for (int i = 0; i < rows.size(); i++) {
            sources.append("//// ").append(type(i)).append(".java\nclass ").append(type(i));
            sources.append(" { void run(jakarta.servlet.http.HttpServletResponse r, String v) { ");
            sources.append("r.addHeader(\"Set-Cookie\", ").append(rows.get(i).expression("v"));
            sources.append("); } }\n");
        }
        Path stubs = CompiledSources.of("stubs.java.txt").compile(folder.resolve("stubs"));
        Path classes = CompiledSources.in(sources.toString()).compile(folder.resolve("classes"), stubs);
        Map<String, String> found = CompiledSources.scan(classes, stubs, Set.of()).evidence().stream()
                .collect(Collectors.toMap(
                        one -> one.place().text().replaceAll("#.*", ""),
                        SetCookieHeaderTest::describe,
                        (one, other) -> one + "\n" + other));
        List<DynamicTest> tests = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            SetCookieTable.Row row = rows.get(i);
            // What is in front of an unknown part of a header need not be the beginning of a name, unlike in a script.
            String expected =
                    SetCookieParser.hasName(new AbstractString(row.notation())) ? row.expected() : "unresolved sets -";
            String actual = found.getOrDefault(type(i), "nothing");
            tests.add(
                    DynamicTest.dynamicTest(row.text(), () -> assertThat(actual).isEqualTo(expected)));
        }
        return tests;
    }

    private static String type(int row) {
        return "Row" + row;
    }

    private static String describe(Evidence one) {
        return SetCookieTable.describe(one.certainty(), one.action(), one.name().orElse(""), one.attributes());
    }
}
