package io.github.cookiecharter.report;

import io.github.cookiecharter.model.diagnostic.SafeText;
import io.github.cookiecharter.rule.Severity;

/**
 * A line for the console.
 *
 * @param severity how grave it is
 * @param text the line
 */
public record ConsoleLine(Severity severity, String text) {

    // The path of a file may hold line ends, and what steers a terminal.
    public ConsoleLine {
        text = SafeText.line(text);
    }
}
