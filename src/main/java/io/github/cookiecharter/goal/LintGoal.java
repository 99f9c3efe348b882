package io.github.cookiecharter.goal;

import io.github.cookiecharter.jurisdiction.DataAge;
import io.github.cookiecharter.output.OutputException;
import io.github.cookiecharter.output.OutputLayout;
import io.github.cookiecharter.output.OutputRoot;
import io.github.cookiecharter.output.Outputs;
import io.github.cookiecharter.report.ConsoleLine;
import io.github.cookiecharter.report.FindingsReport;
import io.github.cookiecharter.rule.Severity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One execution of {@code lint}: the rules alone. It writes the two reports, keeps no state, and changes no other
 * output of {@code generate}.
 */
public final class LintGoal {

    private LintGoal() {}

    /**
     * Checks the declaration and writes the reports.
     *
     * @throws OutputException if the file system refuses; the message is meant for the user
     */
    public static GoalResult run(LintRequest request) throws OutputException {
        return run(request, new ArtefactPipeline());
    }

    /** Runs with another generator, for tests. */
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
        DeclarationFile file =
                new DeclarationFile(request.declaration(), module.folder(), module.declarationOptional());
        Optional<GoalResult.Skipped> skipped = file.skipIfMissing();
        if (skipped.isPresent()) {
            return skipped.get();
        }
        Generator.GenerateOutput output = generator.generate(
                new Generator.GenerateInput(
                        file.name(),
                        Set.of(),
                        "",
                        "",
                        Optional.empty(),
                        request.rules(),
                        file.uri(request.rules().root()),
                        module.pluginVersion(),
                        file.translations(),
                        file.history(),
                        file.parts(request.rules().root(), module.dependencies()),
                        true),
                file.read());
        DiagnosticMessages messages = DiagnosticMessages.of(output.diagnostics());
        if (!messages.errors().isEmpty() || output.ruleReport().isEmpty()) {
            return new GoalResult.Invalid(messages.errors(), messages.warnings());
        }
        Generator.RuleReport ruleReport = output.ruleReport().get();
        Path folder = module.reports(request.reportsDirectory());
        OutputLayout layout = new OutputLayout(module.folder(), Map.of(OutputRoot.REPORTS, folder));
        new Outputs(layout, request.reportsDirectory(), module.execution(), module.stateIds(), module.claims())
                .placeUnowned(ruleReport.reports());
        String page = layout.display(folder.resolve(FindingsReport.ReportKind.DECLARATION.pageFile()));
        List<ConsoleLine> lines = new ArrayList<>(ruleReport
                .findings()
                .lines(request.declaration().toString(), module.folder().toString(), page));
        DataAge.notes(ruleReport.findings().charter().site().jurisdictions(), request.today())
                .forEach(note -> lines.add(new ConsoleLine(Severity.NOTE, note)));
        String counts = ruleReport.findings().counts();
        return ruleReport.fails()
                ? new GoalResult.Failed(lines, messages.warnings(), file.name() + " has " + counts + ": see " + page)
                : new GoalResult.Done(
                        "Cookie charter: " + output.summary() + ", " + (counts.isEmpty() ? "nothing found" : counts)
                                + " -> " + page,
                        "",
                        messages.warnings(),
                        lines,
                        true);
    }
}
