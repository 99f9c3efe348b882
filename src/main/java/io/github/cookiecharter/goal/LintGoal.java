package io.github.cookiecharter.goal;

import io.github.cookiecharter.output.OutputException;
import io.github.cookiecharter.output.OutputLayout;
import io.github.cookiecharter.output.OutputRoot;
import io.github.cookiecharter.output.Outputs;
import io.github.cookiecharter.report.ConsoleLine;
import io.github.cookiecharter.report.FindingsReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One execution of {@code lint}: the rules alone. It writes the two reports, keeps no state, and touches nothing that
 * {@code generate} has written but those.
 */
public final class LintGoal {

    private LintGoal() {}

    /**
     * Looks at the declaration and writes the reports.
     *
     * @throws OutputException if the file system refuses; the message is meant for the user
     */
    public static GoalResult run(LintRequest request) throws OutputException {
        return run(request, new ArtefactPipeline());
    }

    /** With a generator other than the real one. */
    static GoalResult run(LintRequest request, Generator generator) throws OutputException {
        try {
            return check(request, generator);
        } catch (ParameterException e) {
            return new GoalResult.Refused(String.valueOf(e.getMessage()));
        }
    }

    private static GoalResult check(LintRequest request, Generator generator)
            throws OutputException, ParameterException {
        GenerateRequest.Module module = request.module();
        DeclarationFile file = new DeclarationFile(request.declaration(), module.folder());
        Optional<GoalResult.Skipped> skipped = file.missing();
        if (skipped.isPresent()) {
            return skipped.get();
        }
        Generator.Draft draft = generator.generate(
                new Generator.Order(
                        file.name(),
                        Set.of(),
                        "",
                        "",
                        Optional.empty(),
                        request.rules(),
                        file.uri(request.rules().root()),
                        module.pluginVersion(),
                        file.texts()),
                file.read());
        DiagnosticMessages remarks = DiagnosticMessages.of(draft.diagnostics());
        if (!remarks.errors().isEmpty() || draft.review().isEmpty()) {
            return new GoalResult.Invalid(remarks.errors(), remarks.warnings());
        }
        Generator.Review review = draft.review().get();
        Path folder = module.reports(request.reportsDirectory());
        OutputLayout layout = new OutputLayout(module.folder(), Map.of(OutputRoot.REPORTS, folder));
        new Outputs(layout, request.reportsDirectory(), module.execution(), module.states(), module.claims())
                .placeUnowned(review.reports());
        String page = layout.display(folder.resolve(FindingsReport.ReportKind.DECLARATION.pageFile()));
        List<ConsoleLine> lines = review.findings()
                .lines(request.declaration().toString(), module.folder().toString(), page);
        String counts = review.findings().counts();
        return review.fails()
                ? new GoalResult.Failed(lines, remarks.warnings(), file.name() + " has " + counts + ": see " + page)
                : new GoalResult.Done(
                        "Cookie charter: " + draft.facts() + ", " + (counts.isEmpty() ? "nothing found" : counts)
                                + " -> " + page,
                        "",
                        remarks.warnings(),
                        lines,
                        true);
    }
}
