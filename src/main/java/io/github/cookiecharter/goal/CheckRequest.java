package io.github.cookiecharter.goal;

import io.github.cookiecharter.scan.model.ScanRequest;
import java.nio.file.Path;
import java.util.List;

/**
 * Everything that one execution of {@code check} is asked for: the parameters as the build gave them, unchecked.
 *
 * @param module the module that is built
 * @param declaration the declaration, absolute
 * @param className fully qualified name of the constants class
 * @param reportsDirectory where the reports and the states of executions lie, absolute
 * @param rules what the build says about the rules
 * @param sources the roots of the module's sources, absolute
 * @param scan what is looked at
 */
public record CheckRequest(
        GenerateRequest.Module module,
        Path declaration,
        String className,
        Path reportsDirectory,
        RuleParameters rules,
        List<Path> sources,
        ScanRequest scan) {

    public CheckRequest {
        reportsDirectory = reportsDirectory.normalize();
        sources = List.copyOf(sources);
    }
}
