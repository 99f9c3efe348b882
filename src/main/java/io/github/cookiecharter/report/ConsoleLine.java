package io.github.cookiecharter.report;

import io.github.cookiecharter.rule.Severity;
import io.github.cookiecharter.vocabulary.Quote;

/**
 * A line for the console.
 *
 * @param severity how grave it is
 * @param text the line
 */
public record ConsoleLine(Severity severity, String text) {

    // The path of a file may hold line ends, and what steers a terminal.
    public ConsoleLine {
        text = Quote.line(text);
    }
}
