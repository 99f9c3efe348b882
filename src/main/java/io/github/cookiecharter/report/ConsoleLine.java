package io.github.cookiecharter.report;

import io.github.cookiecharter.model.diagnostic.SafeText;
import io.github.cookiecharter.rule.Severity;

/**
 * A line for the console.
 *
 * @param severity the severity of the line
 * @param text the line
 */
public record ConsoleLine(Severity severity, String text) {

    // The path of a file may contain line ends and characters that control a terminal.
    public ConsoleLine {
        text = SafeText.line(text);
    }
}
