package io.github.cookiecharter.judge;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Judges a style sheet as the W3C's checker within the Nu HTML Checker does. */
public final class Css {

    private Css() {}

    /** All errors and warnings of a style sheet; empty for a good one. */
    public static List<String> check(String sheet) {
        return Nu.css(sheet.getBytes(StandardCharsets.UTF_8));
    }
}
