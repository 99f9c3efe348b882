package io.github.cookiecharter.scan.javascript;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.goal.ProcessorTime;
import io.github.cookiecharter.scan.model.Evidence;
import io.github.cookiecharter.scan.model.TextFile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Damaged, deep and huge files: an answer in bounded time, and no exception. */
class HostileScriptTest {

    private static final int TIMES = 4_000;

    private static final List<String> REPEATED = List.of(
            "(",
            "[",
            "{",
            "`${",
            "${",
            "a=>",
            "function(){",
            "/[",
            "/*",
            "'",
            "\"",
            "\\u{",
            "a?b:",
            "a=",
            "a+",
            "a||",
            "var a=1,",
            "!",
            "new ",
            "document.cookie=",
            "localStorage.setItem(",
            "localStorage[",
            "x.cookie=x.cookie+",
            "if(",
            "class A{",
            "import a from ",
            "<script>",
            "<script ",
            "<a b='",
            "<%",
            "<%=",
            "${",
            "{{",
            "<!--",
            "&quot;",
            "new Cookie(",
            "\"Set-Cookie\",",
            "--> ",
            "a.b.c.d.",
            "setCookie(a,",
            "delete localStorage.",
            "`",
            "import{",
            "const {a,",
            "(a,",
            "=>(",
            "f(function(){",
            "//www.googletagmanager.com/",
            "static ",
            "a:",
            "enum a{",
            "for(const a of [");

    @TestFactory
    List<DynamicTest> aPartThatIsRepeated() {
        List<DynamicTest> tests = new ArrayList<>();
        for (String part : REPEATED) {
            for (String path : new String[] {"a.js", "a.jsp", "a.html"}) {
                tests.add(DynamicTest.dynamicTest(
                        path + ": " + part, () -> isRead(path, "/*cookie*/" + part.repeat(TIMES))));
            }
        }
        return tests;
    }

    @Test
    void bytesAtRandom() {
        byte[] bytes = new byte[300_000];
        new Random(6).nextBytes(bytes);
        for (String path : new String[] {"a.js", "a.jsp", "a.vue"}) {
            ScriptScanner scan = new ScriptScanner();
            scan.accept(new TextFile(
                    path,
                    Evidence.OWN,
                    "cookie " + TextFile.of(path, Evidence.OWN, bytes).text()));
            scan.finish();
            assertThat(scan.unreadPaths()).isEmpty();
        }
    }

    @Test
    void partsInAnyOrder() {
        Random random = new Random(7);
        for (int run = 0; run < 1_000; run++) {
            StringBuilder text = new StringBuilder("cookie ");
            for (int i = random.nextInt(40); i >= 0; i--) {
                text.append(REPEATED.get(random.nextInt(REPEATED.size())))
                        .append(random.nextInt(3) == 0 ? ")}'\"`]>%>" : "");
            }
            ScriptScanner scan = new ScriptScanner();
            scan.accept(new TextFile(run % 2 == 0 ? "a.js" : "a.jsp", Evidence.OWN, text.toString()));
            scan.finish();
            assertThat(scan.unreadPaths()).as(text.toString()).isEmpty();
        }
    }

    @Test
    void aBundleOfOneLine() {
        String module =
                "function t(e,n){var r=e+\"x\",o={a:[1,2,/a'b/g],b:`c${n}d`};return o.a.map(function(i){return i*r})}";
        String bundle = module.repeat(40_000) + ";localStorage.setItem(\"last\",1)";
        assertThat(bundle.length()).isGreaterThan(3_900_000);
        List<Evidence> evidence = isRead("bundle.js", bundle);
        assertThat(evidence).hasSize(1);
        assertThat(evidence.get(0).name()).contains("last");
    }

    private static List<Evidence> isRead(String path, String text) {
        return ProcessorTime.within(Duration.ofSeconds(60), path, () -> {
            ScriptScanner scan = new ScriptScanner();
            scan.accept(new TextFile(path, Evidence.OWN, text));
            List<Evidence> evidence = scan.finish();
            assertThat(scan.unreadPaths()).isEmpty();
            return evidence;
        });
    }
}
