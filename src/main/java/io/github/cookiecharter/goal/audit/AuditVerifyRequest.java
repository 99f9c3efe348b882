package io.github.cookiecharter.goal.audit;

import io.github.cookiecharter.goal.GenerateRequest;
import io.github.cookiecharter.goal.RuleParameters;
import java.nio.file.Path;

/**
 * The request of one execution of {@code audit-verify}: the parameters of the build, unchecked.
 *
 * @param module the module that is built
 * @param declaration the declaration, absolute
 * @param reportsDirectory where the record and the reports lie, absolute
 * @param rules the parameters about the rules
 */
public record AuditVerifyRequest(
        GenerateRequest.Module module, Path declaration, Path reportsDirectory, RuleParameters rules) {

    public AuditVerifyRequest {
        reportsDirectory = reportsDirectory.normalize();
    }
}
