package io.github.cookiecharter.goal.audit;

import io.github.cookiecharter.goal.GenerateRequest;
import io.github.cookiecharter.goal.RuleParameters;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * The request of one execution of {@code audit}: the parameters of the build, unchecked.
 *
 * @param module the module that is built
 * @param declaration the declaration, absolute
 * @param reportsDirectory where the reports lie, absolute
 * @param rules the parameters about the rules
 * @param site what is visited, and how
 * @param day the day of the audit, as ISO 8601
 * @param judgeAtOnce whether no later phase judges what was recorded
 * @param progress gets a line for each visit
 */
public record AuditRequest(
        GenerateRequest.Module module,
        Path declaration,
        Path reportsDirectory,
        RuleParameters rules,
        Site site,
        String day,
        boolean judgeAtOnce,
        Consumer<String> progress) {

    public AuditRequest {
        reportsDirectory = reportsDirectory.normalize();
    }

    /**
     * What is visited, and how; each as the build writes it.
     *
     * @param url where the site runs; empty if it is missing
     * @param pages paths, with commas between them
     * @param phases the words of phases, with commas between them
     * @param browser a browser's name or path; empty for the first that is found
     * @param optional whether a machine without a browser gets a warning only
     * @param settle seconds
     * @param delay seconds; empty for the default, which depends on the address
     * @param timeout seconds
     * @param evidence phases with the files that show them; empty for none
     */
    public record Site(
            String url,
            String pages,
            String phases,
            String browser,
            String optional,
            String settle,
            String delay,
            String timeout,
            String evidence) {}

    AuditVerifyRequest verification() {
        return new AuditVerifyRequest(module, declaration, reportsDirectory, rules);
    }
}
