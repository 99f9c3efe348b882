package io.github.cookiecharter.judge;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** Judges how accessible a page is that a browser shows, with axe-core and all its default rules. */
public final class Axe {

    private Axe() {}

    /** The violations of the whole page, one line each: rule, impact, what is asked for, and where. */
    public static List<String> violations(BrowserPage page) {
        return violations(page, "");
    }

    /** The violations within the first element of a selector. */
    public static List<String> violations(BrowserPage page, String scope) {
        if (page.is("typeof axe === 'undefined'")) {
            page.evaluate(script());
        }
        JsonNode lines = page.evaluate("(" + BrowserScripts.AXE + ")(" + BrowserPage.quote(scope) + ")");
        List<String> violations = new ArrayList<>();
        lines.forEach(line -> violations.add(line.asText()));
        return violations;
    }

    private static String script() {
        try {
            // Without a result: axe itself can't be sent as JSON.
            return Files.readString(Npm.file("axe-core/axe.min.js")) + ";void 0";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
