package io.github.cookiecharter.goal;

import io.github.cookiecharter.scan.model.ScanRequest;
import java.nio.file.Path;
import java.util.List;

/**
 * The request of one execution of {@code check}: the parameters of the build, unchecked.
 *
 * @param module the module that is built
 * @param declaration the declaration, absolute
 * @param reportsDirectory where the reports and the states of executions lie, absolute
 * @param rules the parameters about the rules
 * @param code the code that is compared with the declaration
 */
public record CheckRequest(
        GenerateRequest.Module module, Path declaration, Path reportsDirectory, RuleParameters rules, Code code) {

    public CheckRequest {
        reportsDirectory = reportsDirectory.normalize();
    }

    /**
     * The code that is compared with the declaration.
     *
     * @param scan what is scanned
     * @param className fully qualified name of the constants class
     * @param sources the roots of the module's sources, absolute
     */
    public record Code(ScanRequest scan, String className, List<Path> sources) {

        public Code {
            sources = List.copyOf(sources);
        }
    }
}
