package io.github.cookiecharter.maven;

import io.github.cookiecharter.GenerationResult;
import java.io.File;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/** Shows what came of a run, with problems in the form of Maven's compiler plugin, which editors turn into links. */
final class Console {

    private static final int MOST_WARNINGS = 20;

    private final Log log;
    private final File declaration;
    private final String packaging;

    Console(Log log, File declaration, String packaging) {
        this.log = log;
        this.declaration = declaration;
        this.packaging = packaging;
    }

    /** Shows a result and fails the build if it is none to go on with. */
    void show(GenerationResult result) throws MojoFailureException {
        if (result instanceof GenerationResult.Done done) {
            showWarnings(done);
            log.info(done.summary());
        } else if (result instanceof GenerationResult.Skipped skipped) {
            showSkipped(skipped);
        } else if (result instanceof GenerationResult.Invalid invalid) {
            showInvalid(invalid);
        } else if (result instanceof GenerationResult.Refused refused) {
            throw new MojoFailureException(refused.message());
        }
    }

    // Who builds again and again without touching the declaration knows its warnings: one line reminds of them.
    private void showWarnings(GenerationResult.Done done) {
        List<String> warnings = done.warnings();
        if (done.fresh()) {
            showAll(warnings);
        } else if (!warnings.isEmpty()) {
            String others = warnings.size() == 1 ? "" : " (and " + count(warnings.size() - 1, "more warning") + ")";
            log.warn(at(warnings.get(0)) + others);
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
    private void showSkipped(GenerationResult.Skipped skipped) {
        if (skipped.suspicious()) {
            log.warn(skipped.message());
        } else if (packaging.equals("pom")) {
            log.debug(skipped.message());
        } else {
            log.info(skipped.message());
        }
    }

    private void showInvalid(GenerationResult.Invalid invalid) throws MojoFailureException {
        showAll(invalid.warnings());
        for (String error : invalid.errors()) {
            log.error(at(error));
        }
        throw new MojoFailureException(declaration.getName() + " has "
                + count(invalid.errors().size(), "error") + ", listed above: nothing was generated");
    }

    private String at(String remark) {
        return declaration.getAbsolutePath() + ":" + remark;
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
