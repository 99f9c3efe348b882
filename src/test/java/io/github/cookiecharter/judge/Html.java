package io.github.cookiecharter.judge;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Judges HTML as the Nu HTML Checker does. */
public final class Html {

    private Html() {}

    /** All errors and warnings of a document, each with line and column; empty for a good one. */
    public static List<String> check(byte[] document) {
        return Nu.html(document);
    }

    /** All errors and warnings of a document. */
    public static List<String> check(String document) {
        return check(document.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * All errors and warnings of what stands in a body, in a language; the lines count from the fragment's first. The
     * page around it has an {@code <h1>} before the fragment only where the fragment has none.
     */
    public static List<String> checkFragment(String fragment, String language) {
        String title = fragment.contains("<h1") ? "" : "<h1>T</h1>";
        return check(
                "<!doctype html><html lang=\"" + language + "\"><head><meta charset=\"utf-8\"><title>T</title></head>"
                        + "<body>" + title + fragment + "</body></html>");
    }

    /** All errors and warnings of what stands in a head. */
    public static List<String> checkHead(String tags) {
        return check("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>T</title>" + tags
                + "</head><body><h1>T</h1></body></html>");
    }
}
