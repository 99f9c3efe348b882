package io.github.cookiecharter.maven;

import io.github.cookiecharter.goal.GoalResult;
import io.github.cookiecharter.model.Quantity;
import io.github.cookiecharter.report.ConsoleLine;
import java.io.File;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/** Logs the result of a goal, with problems in the form of Maven's compiler plugin, which editors turn into links. */
final class Console {

    private static final int MOST_WARNINGS = 20;

    private final Log log;
    private final File declaration;
    private final String packaging;
    private final String consequence;

    /**
     * A console.
     *
     * @param consequence what errors of the declaration have as their consequence, such as {@code nothing was
     *     generated}
     */
    Console(Log log, File declaration, String packaging, String consequence) {
        this.log = log;
        this.declaration = declaration.toPath().normalize().toFile();
        this.packaging = packaging;
        this.consequence = consequence;
    }

    /** Shows a result and fails the build if it is none to go on with. */
    void show(GoalResult result) throws MojoFailureException {
        if (result instanceof GoalResult.Done done) {
            if (done.fresh()) {
                showAll(done.warnings());
                showFindings(done.findings());
            } else {
                remind(done.reminder(), done.warnings());
            }
            log.info(done.summary());
        } else if (result instanceof GoalResult.Skipped skipped) {
            showSkipped(skipped);
        } else if (result instanceof GoalResult.Invalid invalid) {
            showInvalid(invalid);
        } else if (result instanceof GoalResult.Failed failed) {
            showAll(failed.warnings());
            showFindings(failed.findings());
            throw new MojoFailureException(failed.message());
        } else if (result instanceof GoalResult.Refused refused) {
            throw new MojoFailureException(refused.message());
        }
    }

    // Who builds again and again without touching the declaration knows its warnings: one line reminds of them.
    private void remind(String reminder, List<String> warnings) {
        boolean findings = !reminder.isEmpty();
        int others = warnings.size() - (findings ? 0 : 1);
        if (findings || !warnings.isEmpty()) {
            log.warn((findings ? reminder : at(warnings.get(0)))
                    + (others < 1 ? "" : " (and " + count(others, "more warning") + ")"));
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

    private void showAll(List<String> warnings) {
        int shown = Math.min(warnings.size(), MOST_WARNINGS);
        for (int i = 0; i < shown; i++) {
            log.warn(at(warnings.get(i)));
        }
        if (shown < warnings.size()) {
            log.warn("and " + count(warnings.size() - shown, "more warning") + " on " + declaration.getName());
        }
    }

    // A parent has the plugin for its modules: that it has no declaration itself is no news.
    private void showSkipped(GoalResult.Skipped skipped) {
        if (skipped.suspicious()) {
            log.warn(skipped.message());
        } else if (packaging.equals("pom")) {
            log.debug(skipped.message());
        } else {
            log.info(skipped.message());
        }
    }

    private void showInvalid(GoalResult.Invalid invalid) throws MojoFailureException {
        showAll(invalid.warnings());
        for (String error : invalid.errors()) {
            log.error(at(error));
        }
        String where = invalid.errors().stream().allMatch(error -> error.startsWith("["))
                ? declaration.getName() + " has "
                : declaration.getName() + " and the files beside it have ";
        throw new MojoFailureException(
                where + count(invalid.errors().size(), "error") + ", listed above: " + consequence);
    }

    // What stands in a file beside the declaration begins with that file's name.
    private String at(String remark) {
        File file = declaration.getAbsoluteFile();
        return remark.startsWith("[") ? file + ":" + remark : file.getParent() + File.separator + remark;
    }

    private static String count(int number, String noun) {
        return Quantity.of(number, noun, noun + "s");
    }
}
