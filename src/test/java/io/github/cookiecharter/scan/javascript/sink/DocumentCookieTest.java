package io.github.cookiecharter.scan.javascript.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.scan.cookie.SetCookieTable;
import io.github.cookiecharter.scan.javascript.ScriptScanner;
import io.github.cookiecharter.scan.model.Evidence;
import io.github.cookiecharter.scan.model.TextFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The texts of {@code set-cookie.txt} as scripts assign them to {@code document.cookie}. */
class DocumentCookieTest {

    private static final Pattern NAME = Pattern.compile("(?:certain|pattern) (?:sets|deletes) (.*?)(?: \\{.*)?");
    private static final Pattern LONG = Pattern.compile("[^*]{4}");

    @TestFactory
    List<DynamicTest> eachAssignmentSaysWhatTheTableSays() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (SetCookieTable.Row row : SetCookieTable.rows()) {
            ScriptScanner scan = new ScriptScanner();
            String script = "document.cookie = " + row.expression("v()") + ";\n";
            scan.accept(new TextFile("a.js", Evidence.OWN, script));
            String actual =
                    scan.finish().stream().map(DocumentCookieTest::describe).collect(Collectors.joining("\n"));
            tests.add(
                    DynamicTest.dynamicTest(row.text(), () -> assertThat(actual).isEqualTo(expected(row))));
        }
        return tests;
    }

    /** A script cannot set the attribute HttpOnly, so what it sets never has it. */
    private static String expected(SetCookieTable.Row row) {
        if (isNoName(row.expected())) {
            return row.expected().contains(" deletes ") ? "" : "unresolved sets -";
        }
        String expected = row.expected().replace("httpOnly=true", "httpOnly=false");
        boolean isLeftOpen = expected.endsWith("}") && !expected.contains("httpOnly=");
        return isLeftOpen ? expected.replace("{", "{httpOnly=false, ").replace(", }", "}") : expected;
    }

    /** Of a script, a name with a blank and a pattern with fewer than four characters in a row are no names. */
    private static boolean isNoName(String expected) {
        Matcher name = NAME.matcher(expected);
        if (!name.matches()) {
            return false;
        }
        boolean isShort =
                expected.startsWith("pattern") && !LONG.matcher(name.group(1)).find();
        return isShort || name.group(1).contains(" ");
    }

    private static String describe(Evidence one) {
        return SetCookieTable.describe(one.certainty(), one.action(), one.name().orElse(""), one.attributes());
    }
}
