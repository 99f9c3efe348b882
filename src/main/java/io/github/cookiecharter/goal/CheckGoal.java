package io.github.cookiecharter.goal;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.check.DeclarationMatcher;
import io.github.cookiecharter.declaration.TranslationFile;
import io.github.cookiecharter.language.Languages;
import io.github.cookiecharter.model.Quantity;
import io.github.cookiecharter.output.Artefact;
import io.github.cookiecharter.output.Fingerprint;
import io.github.cookiecharter.output.OutputException;
import io.github.cookiecharter.output.OutputLayout;
import io.github.cookiecharter.output.OutputRoot;
import io.github.cookiecharter.output.Outputs;
import io.github.cookiecharter.output.PublishResult;
import io.github.cookiecharter.report.ConsoleLine;
import io.github.cookiecharter.report.EvidenceJson;
import io.github.cookiecharter.report.FindingsReport;
import io.github.cookiecharter.report.UndeclaredYaml;
import io.github.cookiecharter.rule.RuleResult;
import io.github.cookiecharter.rule.Severity;
import io.github.cookiecharter.rule.catalogue.Rules;
import io.github.cookiecharter.scan.Scanner;
import io.github.cookiecharter.scan.model.ScanResult;
import io.github.cookiecharter.template.Templates;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One execution of {@code check}: what the project's classes, scripts, pages and configuration set, held against the
 * declaration. A build that changes nothing ends after looking at names, sizes and times of the files.
 */
public final class CheckGoal {

    private static final int MOST_UNREAD_LINES = 5;

    private final CheckRequest request;
    private final GenerateRequest.Module module;
    private final DeclarationFile file;
    private final Path reports;
    private final OutputLayout layout;
    private final Outputs outputs;

    private CheckGoal(CheckRequest request) {
        this.request = request;
        this.module = request.module();
        this.file = new DeclarationFile(request.declaration(), module.folder());
        this.reports = module.checkReports(request.reportsDirectory());
        this.layout = new OutputLayout(module.folder(), Map.of(OutputRoot.REPORTS, reports));
        this.outputs =
                new Outputs(layout, request.reportsDirectory(), module.checkState(), module.states(), module.claims());
    }

    /**
     * Looks at the code and writes the reports.
     *
     * @throws OutputException if the file system refuses; the message is meant for the user
     */
    public static GoalResult run(CheckRequest request) throws OutputException {
        try {
            return new CheckGoal(request).run();
        } catch (ParameterException e) {
            return new GoalResult.Refused(String.valueOf(e.getMessage()));
        }
    }

    private GoalResult run() throws OutputException, ParameterException {
        RuleSettings settings = RuleSettings.of(request.rules(), Rules.knownIds());
        Optional<GoalResult.Skipped> skipped = file.missing();
        if (skipped.isPresent()) {
            outputs.removePublished();
            return skipped.get();
        }
        byte[] declaration = file.read();
        List<TranslationFile> texts = file.texts();
        Fingerprint fingerprint = fingerprint(declaration, texts);
        boolean complete =
                ScanInputsFingerprint.add(request.code().scan(), request.code().sources(), layout, fingerprint);
        List<String> absent = absent();
        // What may be missing only for now is reported in every run.
        Optional<List<String>> notes = complete && absent.isEmpty() ? outputs.current(fingerprint) : Optional.empty();
        if (notes.isPresent()) {
            return unchanged(notes.get());
        }
        CharterLoadResult reading = CharterLoadResult.of(declaration, texts, file.name(), Languages.builtIn());
        DiagnosticMessages remarks = DiagnosticMessages.of(reading.diagnostics());
        if (!remarks.errors().isEmpty() || reading.charter().isEmpty()) {
            return new GoalResult.Invalid(remarks.errors(), remarks.warnings());
        }
        Charter charter = reading.charter().get();
        ScanResult scan = Scanner.run(request.code().scan());
        List<String> unread = new ArrayList<>(absent);
        unread.addAll(scan.unread());
        DeclarationMatcher.Result comparison = DeclarationMatcher.match(
                charter,
                scan.evidence(),
                request.code().className(),
                new ModuleSourceLocator(
                        module.folder(), request.rules().root(), request.code().sources()));
        RuleResult verdict = Rules.checkEvidence(charter, comparison.findings(), settings.severities());
        FindingsReport findings = new FindingsReport(
                FindingsReport.ReportKind.CODE,
                charter,
                verdict,
                Rules.codeRules(),
                file.uri(request.rules().root()),
                module.pluginVersion(),
                scope(scan),
                unread);
        List<Artefact> artefacts = new ArrayList<>(findings.artefacts(new Templates(Optional.empty())));
        artefacts.addAll(EvidenceJson.artefacts(scan.evidence()));
        Optional<Artefact> undeclared = UndeclaredYaml.generate(charter, comparison.undeclared());
        undeclared.ifPresent(artefacts::add);
        return conclude(
                settings.fails(verdict), findings, scope(scan), unread, artefacts, undeclared.isPresent(), fingerprint);
    }

    // Called alone, the goal may come before the compiler: that nothing is found then is no proof of anything.
    private List<String> absent() {
        List<String> absent = new ArrayList<>();
        for (Path classes : request.code().scan().classes()) {
            if (!classes.toFile().exists() && hasSources()) {
                absent.add(layout.display(classes)
                        + " does not exist, so there are no classes: compile first, as 'mvn process-classes' does");
            }
        }
        return absent;
    }

    private boolean hasSources() {
        for (Path root : request.code().sources()) {
            if (root.toFile().exists()) {
                return true;
            }
        }
        return false;
    }

    private Fingerprint fingerprint(byte[] declaration, List<TranslationFile> texts) throws OutputException {
        Fingerprint fingerprint = new Fingerprint();
        fingerprint.add("plugin", PluginFingerprint.identify(module.pluginVersion()));
        fingerprint.add("execution", module.checkState());
        fingerprint.add("className", request.code().className());
        fingerprint.add("reportsDirectory", layout.display(reports));
        file.addTo(fingerprint, request.rules(), declaration, texts);
        return fingerprint;
    }

    private GoalResult conclude(
            boolean fails,
            FindingsReport findings,
            String scope,
            List<String> unread,
            List<Artefact> artefacts,
            boolean pasteable,
            Fingerprint fingerprint)
            throws OutputException {
        String page = layout.display(reports.resolve(FindingsReport.ReportKind.CODE.pageFile()));
        String counts = findings.counts();
        String paste =
                pasteable ? ", and " + layout.display(reports.resolve(UndeclaredYaml.FILE)) + " to paste from" : "";
        String complaint = "the code and " + file.name() + " differ: " + counts + ", see " + page + paste;
        String summary =
                "Cookie charter: " + scope + ", " + (counts.isEmpty() ? "nothing found" : counts) + " -> " + page;
        String reminder = reminder(findings.result().reaches(Severity.WARNING) ? complaint : "", unread, page);
        List<ConsoleLine> lines = new ArrayList<>(
                findings.lines(request.declaration().toString(), module.folder().toString(), page));
        lines.addAll(unread(unread, page));
        Outputs.OutputLock lock = outputs.open();
        try {
            // A run that fails is no finished one: the next looks again.
            PublishResult publication =
                    outputs.publish(fails ? new Fingerprint() : fingerprint, List.of(summary, reminder), artefacts);
            if (publication instanceof PublishResult.Conflict conflict) {
                return new GoalResult.Refused("two executions would both write " + layout.display(conflict.file())
                        + ": give one of them another reportsDirectory");
            }
        } finally {
            lock.close();
        }
        return fails
                ? new GoalResult.Failed(lines, List.of(), complaint)
                : new GoalResult.Done(summary, reminder, List.of(), lines, true);
    }

    private static String reminder(String complaint, List<String> unread, String page) {
        if (!complaint.isEmpty() || unread.isEmpty()) {
            return complaint;
        }
        return Quantity.of(unread.size(), "file or class", "files or classes") + " could not be analysed, see " + page;
    }

    private static GoalResult unchanged(List<String> notes) {
        return new GoalResult.Done(notes.get(0) + " (unchanged)", notes.get(1), List.of(), List.of(), false);
    }

    /** Returns the numbers of scanned classes and files, for a message. */
    static String scope(ScanResult scan) {
        return Quantity.of(scan.classes(), "class", "classes") + " and " + Quantity.of(scan.files(), "file", "files");
    }

    private static List<ConsoleLine> unread(List<String> unread, String page) {
        List<ConsoleLine> lines = new ArrayList<>();
        int shown = Math.min(MOST_UNREAD_LINES, unread.size());
        for (String sentence : unread.subList(0, shown)) {
            lines.add(new ConsoleLine(Severity.WARNING, sentence));
        }
        if (shown < unread.size()) {
            lines.add(new ConsoleLine(
                    Severity.WARNING, "and " + (unread.size() - shown) + " more could not be analysed, see " + page));
        }
        return lines;
    }
}
