package io.github.cookiecharter.goal.history;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.goal.CharterLoadResult;
import io.github.cookiecharter.goal.DeclarationFile;
import io.github.cookiecharter.goal.DiagnosticMessages;
import io.github.cookiecharter.goal.GoalResult;
import io.github.cookiecharter.goal.ParameterException;
import io.github.cookiecharter.history.Asking;
import io.github.cookiecharter.history.Change;
import io.github.cookiecharter.history.CharterComparison;
import io.github.cookiecharter.history.CharterSnapshot;
import io.github.cookiecharter.history.archive.ArchivedCharter;
import io.github.cookiecharter.history.archive.HistoryFolder;
import io.github.cookiecharter.language.Languages;
import io.github.cookiecharter.model.Quantity;
import io.github.cookiecharter.output.OutputException;
import io.github.cookiecharter.output.OutputLayout;
import io.github.cookiecharter.output.OutputRoot;
import io.github.cookiecharter.output.Outputs;
import io.github.cookiecharter.report.ChangesReport;
import io.github.cookiecharter.report.CharterJson;
import io.github.cookiecharter.report.ConsoleLine;
import io.github.cookiecharter.rule.Severity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One execution of {@code changes}: holds today's charter against an earlier one. */
public final class ChangesGoal {

    private static final Set<String> FAILURES = Set.of("never", "reask", "any");

    private final ChangesRequest request;
    private final DeclarationFile file;
    private final List<ConsoleLine> lines = new ArrayList<>();

    private ChangesGoal(ChangesRequest request) {
        this.request = request;
        this.file = new DeclarationFile(
                request.declaration(),
                request.module().folder(),
                request.module().declarationOptional());
    }

    /**
     * Compares the charters and writes the reports.
     *
     * @throws OutputException if the file system refuses; the message is meant for the user
     */
    public static GoalResult run(ChangesRequest request) throws OutputException {
        try {
            return new ChangesGoal(request).run();
        } catch (ParameterException e) {
            return new GoalResult.Refused(String.valueOf(e.getMessage()));
        }
    }

    /** An earlier charter, and what it is called. */
    private record Earlier(String label, CharterSnapshot charter) {}

    private GoalResult run() throws OutputException, ParameterException {
        if (!FAILURES.contains(request.failOnChange())) {
            throw new ParameterException(
                    "failOnChange", "is '" + request.failOnChange() + "'", "write never, reask or any");
        }
        Optional<GoalResult.Skipped> skipped = file.skipIfMissing();
        if (skipped.isPresent()) {
            return skipped.get();
        }
        CharterLoadResult loaded = CharterLoadResult.load(
                file.read(),
                file.translations(),
                // 'generate' holds the parts to the project's root folder.
                file.parts(request.declaration().getRoot(), request.module().dependencies()),
                file.name(),
                Languages.builtIn());
        DiagnosticMessages messages = DiagnosticMessages.of(loaded.diagnostics());
        if (loaded.charter().isEmpty() || !messages.errors().isEmpty()) {
            return new GoalResult.Invalid(messages.errors(), messages.warnings());
        }
        Charter charter = loaded.charter().get();
        return compare(earlier(), CharterJson.snapshot(charter), messages.warnings());
    }

    private Earlier earlier() throws ParameterException {
        if (request.since().isPresent()) {
            return named(request.since().get());
        }
        HistoryFolder folder = new HistoryFolder(file.history());
        HistoryFolder.Listing listing = folder.list();
        listing.foreign().forEach(name -> warn(folder.foreign(name)));
        for (int i = listing.entries().size() - 1; i >= 0; i--) {
            HistoryFolder.Entry entry = listing.entries().get(i);
            try {
                CharterSnapshot charter = CharterSnapshot.read(entry.zip().charter());
                return new Earlier(folder.name() + "/" + entry.name().fileName(), charter);
            } catch (IOException e) {
                warn(folder.unreadable(entry, e));
            }
        }
        throw new ParameterException(
                "since",
                "is needed, because no charter is recorded in " + folder.name(),
                "run 'mvn cookie-charter:record' at each release, or name a charter.json or a released artifact");
    }

    private static Earlier named(ChangesRequest.Since since) throws ParameterException {
        try {
            return new Earlier(since.label(), CharterSnapshot.read(ArchivedCharter.read(since.file())));
        } catch (IOException e) {
            throw new ParameterException(
                    "since",
                    "names " + since.label() + ", which " + e.getMessage(),
                    "name a charter.json, a recorded charter, or an artifact whose archive contains one charter.json");
        }
    }

    private GoalResult compare(Earlier earlier, CharterSnapshot present, List<String> warnings) throws OutputException {
        List<Change> changes = CharterComparison.compare(earlier.charter(), present);
        Asking asking = Asking.of(earlier.charter(), present, changes);
        ChangesReport report = new ChangesReport(file.name(), earlier.label(), changes, asking);
        OutputLayout layout =
                new OutputLayout(request.module().folder(), Map.of(OutputRoot.REPORTS, request.reportsDirectory()));
        new Outputs(
                        layout,
                        request.reportsDirectory(),
                        request.module().execution(),
                        request.module().stateIds(),
                        request.module().claims())
                .placeUnowned(report.artefacts());
        lines.addAll(report.lines());
        String page = layout.display(request.reportsDirectory().resolve(ChangesReport.PAGE));
        String count = (changes.isEmpty() ? "no change" : Quantity.of(changes.size(), "change", "changes")) + " since "
                + earlier.label() + consequence(asking);
        boolean fails = (request.failOnChange().equals("any") && !changes.isEmpty())
                || (!request.failOnChange().equals("never") && asking.asks());
        return fails
                ? new GoalResult.Failed(
                        lines,
                        warnings,
                        file.name() + " has " + count + " (failOnChange=" + request.failOnChange() + "): see " + page)
                : new GoalResult.Done("Cookie charter: " + count + " -> " + page, "", warnings, lines, true);
    }

    private static String consequence(Asking asking) {
        if (asking == Asking.FOR_THE_FIRST_TIME) {
            return ", visitors are asked for the first time";
        }
        return asking.asks() ? ", visitors are asked again" : "";
    }

    private void warn(String message) {
        lines.add(new ConsoleLine(Severity.WARNING, message));
    }
}
