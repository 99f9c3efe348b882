package io.github.cookiecharter.goal;

import java.nio.file.Path;

/**
 * Everything that one execution of {@code lint} is asked for: the parameters as the build gave them, unchecked.
 *
 * @param module the module that is built; its executions are those of every goal that writes the reports
 * @param declaration the declaration, absolute
 * @param reportsDirectory where the reports go, absolute
 * @param rules what the build says about the rules
 */
public record LintRequest(
        GenerateRequest.Module module, Path declaration, Path reportsDirectory, RuleParameters rules) {}
