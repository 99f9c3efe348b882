package io.github.cookiecharter.scan.html;

import io.github.cookiecharter.scan.model.TextFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Recognises scripts and pages by their file names. */
public final class ScriptFileNames {

    private static final Set<String> SCRIPT_EXTENSIONS =
            Set.of("js", "mjs", "cjs", "jsx", "ts", "mts", "cts", "tsx", "es6", "jsm");

    private static final Set<String> PAGE_EXTENSIONS = Set.of(
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

    private static final List<String> SKIPPED_FOLDERS = List.of(
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

    private static final List<String> TEST_NAME_PARTS = List.of(
            ".test.", ".spec.", ".stories.", ".e2e.", "-test.js", "_test.js", ".d.ts", ".d.mts", ".d.cts", ".cy.");

    private ScriptFileNames() {}

    /** Returns whether a path is that of a script or page that is no test and in no folder of dependencies or tests. */
    public static boolean isScanned(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        if (!SCRIPT_EXTENSIONS.contains(extension(lower)) && !PAGE_EXTENSIONS.contains(extension(lower))) {
            return false;
        }
        for (String folder : SKIPPED_FOLDERS) {
            if (lower.startsWith(folder) || lower.contains(folder.startsWith("/") ? folder : "/" + folder)) {
                return false;
            }
        }
        String name = lower.substring(lower.lastIndexOf('/') + 1);
        for (String test : TEST_NAME_PARTS) {
            if (name.contains(test)) {
                return false;
            }
        }
        return true;
    }

    /** Returns whether a path is that of a page that is scanned. */
    public static boolean isPage(String path) {
        return isScanned(path) && !isScript(path);
    }

    /** Returns whether a path has the extension of a script. */
    public static boolean isScript(String path) {
        return SCRIPT_EXTENSIONS.contains(extension(path.toLowerCase(Locale.ROOT)));
    }

    /** Returns the extension in lower case, without the dot; empty if there is none. */
    public static String extension(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /** Returns the files without the minified copies of others among them. */
    public static List<TextFile> withoutMinified(List<TextFile> files) {
        Set<String> paths = new HashSet<>();
        for (TextFile file : files) {
            paths.add(file.path());
        }
        List<TextFile> remaining = new ArrayList<>();
        for (TextFile file : files) {
            String original = file.path().replace(".min.", ".").replace("-min.", ".");
            if (original.equals(file.path()) || !paths.contains(original)) {
                remaining.add(file);
            }
        }
        return remaining;
    }
}
