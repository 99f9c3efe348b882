package io.github.cookiecharter.report;

import io.github.cookiecharter.rule.Severity;

/**
 * A line for the console.
 *
 * @param severity how grave it is
 * @param text the line
 */
public record ConsoleLine(Severity severity, String text) {}
