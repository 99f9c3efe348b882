package io.github.cookiecharter.judge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The functions that the judges run inside a page; each is a resource beside this class. */
final class BrowserScripts {

    /** From a selector to whether its first element can be seen. */
    static final String VISIBLE = read("visible.js");

    /** From a selector to the point of its first element that a click would meet, or to the problem. */
    static final String CLICK_POINT = read("click-point.js");

    /** Keeps account of the timers that a page has set; runs before any other script of it. */
    static final String TIMERS = read("page-timers.js");

    /** From the longest delay of a timer that is waited for to what the page has still to do, as text. */
    static final String WORK = read("page-work.js");

    /** From a scope selector, or an empty text for the page, to axe's violations as lines of text. */
    static final String AXE = read("axe-violations.js");

    private BrowserScripts() {}

    private static String read(String name) {
        try (InputStream in = BrowserScripts.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
