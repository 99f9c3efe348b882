package io.github.cookiecharter.scan.javascript.library;

import io.github.cookiecharter.scan.model.TextFile;
import java.util.List;
import java.util.Locale;

/** Recognises copies of well-known libraries: what they set depends on their callers, so their own unknown names are no evidence. */
public final class KnownLibraries {

    private static final int HEAD = 1_200;

    private static final List<String> FOLDERS = List.of(
            "/webjars/",
            "webjars/",
            "node_modules/",
            "bower_components/",
            "jspm_packages/",
            "/vendor/",
            "/vendors/",
            "/third-party/",
            "/thirdparty/",
            "/3rdparty/",
            "/plugins/",
            "/lib/",
            "/libs/");

    private static final List<String> NAMES = List.of(
            "jquery",
            "js.cookie",
            "js-cookie",
            "mootools",
            "yui",
            "yahoo",
            "dojo",
            "prototype",
            "ext-",
            "boomerang",
            "angular",
            "react",
            "vue.",
            "vue-",
            "bootstrap",
            "modernizr",
            "require",
            "backbone",
            "underscore",
            "lodash",
            "polyfill",
            "zone",
            "axios",
            "universal-cookie",
            "store.",
            "localforage",
            "dexie",
            "highlight",
            "prettify",
            "codemirror",
            "tinymce",
            "ckeditor",
            "ace.",
            "vendor",
            "vendors",
            "swagger-ui",
            "d3.",
            "leaflet",
            "pdf.",
            "datatables",
            "qunit",
            "jasmine",
            "mocha",
            "sinon",
            "knockout",
            "ember",
            "cookie.min",
            "cookies.min");

    private static final List<String> HEADS = List.of(
            "jquery cookie",
            "jquery.cookie",
            "js-cookie",
            "javascript cookie",
            "mootools",
            "yahoo! inc",
            "yui",
            "universal-cookie",
            "boomerang",
            "dojo",
            "prototype javascript",
            "cookies.js",
            "released under the mit",
            "dual licensed",
            "licensed under the mit",
            "mit license",
            "bsd license",
            "the bsd",
            "@license",
            "http://jquery",
            "https://jquery");

    private KnownLibraries() {}

    /** Returns whether a file is such a copy. */
    public static boolean isLibrary(TextFile file) {
        String path = file.path().toLowerCase(Locale.ROOT);
        for (String folder : FOLDERS) {
            if (path.contains(folder)) {
                return true;
            }
        }
        String name = path.substring(path.lastIndexOf('/') + 1);
        for (String start : NAMES) {
            if (name.startsWith(start)) {
                return true;
            }
        }
        String head =
                file.text().substring(0, Math.min(HEAD, file.text().length())).toLowerCase(Locale.ROOT);
        for (String mark : HEADS) {
            if (head.contains(mark)) {
                return true;
            }
        }
        return false;
    }
}
