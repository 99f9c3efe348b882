package io.github.cookiecharter.fuzz;

import io.github.cookiecharter.scan.javascript.ScriptScanner;
import io.github.cookiecharter.scan.model.Evidence;
import io.github.cookiecharter.scan.model.TextFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The bytes of a script or a page; what it begins with says which. */
final class ScriptTarget implements FuzzTarget {

    private static final Path CASES = Path.of("src/test/resources/io/github/cookiecharter/scan/javascript");

    @Override
    public String name() {
        return "script";
    }

    @Override
    public boolean isText() {
        return true;
    }

    // The files of the cases that the scan's own tests have: see ScriptCases.
    @Override
    public List<byte[]> seeds() {
        List<byte[]> seeds = new ArrayList<>();
        for (String cases : List.of(
                "attributes",
                "bundles",
                "names",
                "negatives",
                "pages",
                "sinks",
                "syntax",
                "third-parties",
                "wrappers")) {
            try {
                String text = Files.readString(CASES.resolve(cases + ".txt"));
                for (String part : text.split("(?m)^(> .*|=== .*|=> .*)\n")) {
                    if (!part.isBlank()) {
                        seeds.add(part.getBytes(StandardCharsets.UTF_8));
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        seeds.addAll(realScripts());
        return seeds;
    }

    /** The plugin's own scripts for browsers: whole files, which people wrote. */
    private static List<byte[]> realScripts() {
        try (Stream<Path> files = Files.walk(Path.of("src/main/js"))) {
            List<byte[]> scripts = new ArrayList<>();
            for (Path file : files.filter(path -> path.toString().endsWith(".js"))
                    .sorted()
                    .toList()) {
                scripts.add(Files.readAllBytes(file));
            }
            return scripts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<String> words() {
        return List.of(
                "document.cookie=",
                "localStorage.setItem(",
                "localStorage.",
                "sessionStorage[",
                "Cookies.set(",
                "setCookie(",
                "cookieStore.set({name:",
                "indexedDB.open(",
                "=>",
                "function ",
                "const {",
                "class A{",
                "import a from ",
                "export default ",
                "`${",
                "}`",
                "/[/]/g",
                "//",
                "/*",
                "*/",
                "<script>",
                "</script>",
                "<%",
                "%>",
                "<%@",
                "<c:set var=",
                "${",
                "#{",
                "{{",
                "}}",
                "<!--",
                "-->",
                "&quot;",
                "&#x27;",
                "\\u{61}",
                "\\x61",
                "new Date(",
                "toUTCString()",
                ";expires=",
                ";max-age=",
                ";path=/",
                "Max-Age=0",
                "?.",
                "??",
                "...",
                "async ",
                "await ",
                "yield ",
                "@",
                "#a",
                "1_000n",
                "0x1F",
                "1e9",
                ".concat(",
                ".join(",
                "window['localStorage']",
                "delete ",
                "typeof ",
                "case 'a':",
                "return ",
                "th:attr=\"",
                "onclick=\"",
                "import x from 'js-cookie'",
                "require('cookie')",
                "<template>",
                "//www.googletagmanager.com/gtag");
    }

    @Override
    public Object check(byte[] input, boolean thorough) {
        TextFile file = TextFile.of(path(input), Evidence.OWN, input);
        ScriptScanner scan = new ScriptScanner();
        scan.accept(file);
        List<Evidence> evidence = scan.finish();
        if (!scan.unreadPaths().isEmpty()) {
            throw new AssertionError("was not followed to its end");
        }
        SeenInputs.check(evidence, file.text());
        return evidence;
    }

    private static String path(byte[] input) {
        String start = new String(input, 0, Math.min(input.length, 12), StandardCharsets.ISO_8859_1);
        if (start.startsWith("<%") || start.startsWith("<c:") || start.startsWith("${")) {
            return "a.jsp";
        }
        if (start.startsWith("<template")) {
            return "a.vue";
        }
        if (start.startsWith("<")) {
            return "a.html";
        }
        return start.startsWith("import") ? "a.ts" : "a.js";
    }
}
