package io.github.cookiecharter;

import io.github.cookiecharter.output.Layout;
import io.github.cookiecharter.output.OutputException;
import io.github.cookiecharter.output.Outputs;
import io.github.cookiecharter.output.Root;
import io.github.cookiecharter.report.ConsoleLine;
import io.github.cookiecharter.report.Findings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One execution of {@code lint}: the rules alone. It writes the two reports, keeps no state, and touches nothing that
 * {@code generate} has written but those.
 */
public final class Lint {

    private Lint() {}

    /**
     * Looks at the declaration and writes the reports.
     *
     * @throws OutputException if the file system refuses; the message is meant for the user
     */
    public static GenerationResult run(LintRequest request) throws OutputException {
        return run(request, new Pipeline());
    }

    /** With a generator other than the real one. */
    static GenerationResult run(LintRequest request, Generator generator) throws OutputException {
        try {
            return check(request, generator);
        } catch (ParameterException e) {
            return new GenerationResult.Refused(String.valueOf(e.getMessage()));
        }
    }

    private static GenerationResult check(LintRequest request, Generator generator)
            throws OutputException, ParameterException {
        GenerationRequest.Module module = request.module();
        DeclarationFile file = new DeclarationFile(request.declaration(), module.folder());
        Optional<GenerationResult.Skipped> skipped = file.missing();
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
        Remarks remarks = Remarks.of(draft.problems());
        if (!remarks.errors().isEmpty() || draft.review().isEmpty()) {
            return new GenerationResult.Invalid(remarks.errors(), remarks.warnings());
        }
        Generator.Review review = draft.review().get();
        Path folder = module.reports(request.reportsDirectory());
        Layout layout = new Layout(module.folder(), Map.of(Root.REPORTS, folder));
        new Outputs(layout, request.reportsDirectory(), module.execution(), module.states(), module.claims())
                .place(review.reports());
        String page = layout.spell(folder.resolve(Findings.Subject.DECLARATION.page()));
        List<ConsoleLine> lines = review.findings()
                .lines(request.declaration().toString(), module.folder().toString(), page);
        String counts = review.findings().counts();
        return review.fails()
                ? new GenerationResult.Failed(
                        lines, remarks.warnings(), file.name() + " has " + counts + ": see " + page)
                : new GenerationResult.Done(
                        "Cookie charter: " + draft.facts() + ", " + (counts.isEmpty() ? "nothing found" : counts)
                                + " -> " + page,
                        "",
                        remarks.warnings(),
                        lines,
                        true);
    }
}
