package io.github.cookiecharter.maven;

import io.github.cookiecharter.goal.GoalResult;
import io.github.cookiecharter.model.Quantity;
import io.github.cookiecharter.report.ConsoleLine;
import java.io.File;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/** Logs the result of a goal. Diagnostics have the format of Maven's compiler plugin, which editors turn into links. */
final class Console {

    private static final int MAX_WARNINGS = 20;

    private final Log log;
    private final File declaration;
    private final String consequence;

    /**
     * Creates a console.
     *
     * @param consequence the consequence of errors in the declaration, such as {@code nothing was generated}
     */
    Console(Log log, File declaration, String consequence) {
        this.log = log;
        this.declaration = declaration.toPath().normalize().toFile();
        this.consequence = consequence;
    }

    /**
     * Logs a result.
     *
     * @throws MojoFailureException if the result fails the build
     */
    void show(GoalResult result) throws MojoFailureException {
        if (result instanceof GoalResult.Done done) {
            showWarnings(done.warnings());
            showFindings(done.findings());
            if (!done.fresh() && !done.reminder().isEmpty()) {
                log.warn(done.reminder());
            }
            log.info(done.summary());
        } else if (result instanceof GoalResult.Skipped skipped) {
            showSkipped(skipped);
        } else if (result instanceof GoalResult.Invalid invalid) {
            showInvalid(invalid);
        } else if (result instanceof GoalResult.Failed failed) {
            showWarnings(failed.warnings());
            showFindings(failed.findings());
            throw new MojoFailureException(failed.message());
        } else if (result instanceof GoalResult.Refused refused) {
            throw new MojoFailureException(refused.message());
        }
    }

    private void showFindings(List<ConsoleLine> lines) {
        for (ConsoleLine line : lines) {
            switch (line.severity()) {
                case ERROR -> log.error(line.text());
                case WARNING -> log.warn(line.text());
                case NOTE -> log.info(line.text());
            }
        }
    }

    private void showWarnings(List<String> warnings) {
        int shown = Math.min(warnings.size(), MAX_WARNINGS);
        for (int i = 0; i < shown; i++) {
            log.warn(withPath(warnings.get(i)));
        }
        if (shown < warnings.size()) {
            log.warn("and " + count(warnings.size() - shown, "more warning") + " on " + declaration.getName());
        }
    }

    private void showSkipped(GoalResult.Skipped skipped) {
        if (skipped.suspicious()) {
            log.warn(skipped.message());
        } else {
            log.info(skipped.message());
        }
    }

    private void showInvalid(GoalResult.Invalid invalid) throws MojoFailureException {
        showWarnings(invalid.warnings());
        for (String error : invalid.errors()) {
            log.error(withPath(error));
        }
        String prefix = invalid.errors().stream().allMatch(error -> error.startsWith("["))
                ? declaration.getName() + " has "
                : declaration.getName() + " and the files beside it have ";
        throw new MojoFailureException(
                prefix + count(invalid.errors().size(), "error") + ", listed above: " + consequence);
    }

    // A message about a file beside the declaration begins with that file's name.
    private String withPath(String message) {
        File file = declaration.getAbsoluteFile();
        if (message.startsWith("[")) {
            return file + ":" + message;
        }
        // A part that a dependency ships is no file.
        boolean isShipped =
                message.substring(0, Math.max(0, message.indexOf(":["))).indexOf(':') >= 0;
        return isShipped ? message : file.getParent() + File.separator + message;
    }

    private static String count(int number, String noun) {
        return Quantity.of(number, noun, noun + "s");
    }
}
