package io.github.cookiecharter.goal;

import java.nio.file.Path;
import java.time.LocalDate;

/**
 * The request of one execution of {@code lint}: the parameters of the build, unchecked.
 *
 * @param module the module that is built; its executions are those of every goal that writes the reports
 * @param declaration the declaration, absolute
 * @param reportsDirectory where the reports go, absolute
 * @param rules the parameters about the rules
 * @param today the current day, for notes on the console about old data; no file depends on it
 */
public record LintRequest(
        GenerateRequest.Module module,
        Path declaration,
        Path reportsDirectory,
        RuleParameters rules,
        LocalDate today) {}
