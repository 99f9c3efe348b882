package io.github.cookiecharter.scan.html;

import io.github.cookiecharter.scan.model.TextFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which files are scripts and pages, by their names. */
public final class ScriptFileNames {

    private static final Set<String> SCRIPTS =
            Set.of("js", "mjs", "cjs", "jsx", "ts", "mts", "cts", "tsx", "es6", "jsm");

    private static final Set<String> PAGES = Set.of(
            "html",
            "htm",
            "xhtml",
            "jsp",
            "jspx",
            "jspf",
            "tag",
            "tagx",
            "tagf",
            "ftl",
            "ftlh",
            "ftlx",
            "mustache",
            "hbs",
            "handlebars",
            "vm",
            "vtl",
            "jelly",
            "gsp",
            "vue",
            "svelte",
            "astro",
            "qute",
            "peb",
            "pebble",
            "twig",
            "njk",
            "j2",
            "liquid",
            "ejs",
            "erb",
            "zul",
            "xhtm",
            "shtml",
            "dust");

    private static final List<String> SKIPPED = List.of(
            "node_modules/",
            "bower_components/",
            "/__tests__/",
            "/__mocks__/",
            "/cypress/",
            "/e2e/",
            "src/test/",
            "/jasmine/",
            "/.git/",
            "/coverage/");

    private static final List<String> TESTS = List.of(
            ".test.", ".spec.", ".stories.", ".e2e.", "-test.js", "_test.js", ".d.ts", ".d.mts", ".d.cts", ".cy.");

    private ScriptFileNames() {}

    public static boolean wants(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        if (!SCRIPTS.contains(extension(lower)) && !PAGES.contains(extension(lower))) {
            return false;
        }
        for (String folder : SKIPPED) {
            if (lower.startsWith(folder) || lower.contains(folder.startsWith("/") ? folder : "/" + folder)) {
                return false;
            }
        }
        String name = lower.substring(lower.lastIndexOf('/') + 1);
        for (String test : TESTS) {
            if (name.contains(test)) {
                return false;
            }
        }
        return true;
    }

    public static boolean isScript(String path) {
        return SCRIPTS.contains(extension(path.toLowerCase(Locale.ROOT)));
    }

    public static String extension(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /** The files without those that are the minified form of another among them. */
    public static List<TextFile> withoutMinified(List<TextFile> files) {
        Set<String> paths = new HashSet<>();
        for (TextFile file : files) {
            paths.add(file.path());
        }
        List<TextFile> kept = new ArrayList<>();
        for (TextFile file : files) {
            String full = file.path().replace(".min.", ".").replace("-min.", ".");
            if (full.equals(file.path()) || !paths.contains(full)) {
                kept.add(file);
            }
        }
        return kept;
    }
}
