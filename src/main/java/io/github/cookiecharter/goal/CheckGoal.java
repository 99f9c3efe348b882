package io.github.cookiecharter.goal;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.check.DeclarationMatcher;
import io.github.cookiecharter.check.OpenScripts;
import io.github.cookiecharter.check.PageLanguages;
import io.github.cookiecharter.check.SourceLocator;
import io.github.cookiecharter.declaration.TranslationFile;
import io.github.cookiecharter.goal.part.PartFiles;
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
import io.github.cookiecharter.report.SavedLines;
import io.github.cookiecharter.report.UndeclaredYaml;
import io.github.cookiecharter.rule.Finding;
import io.github.cookiecharter.rule.RuleResult;
import io.github.cookiecharter.rule.Severity;
import io.github.cookiecharter.rule.catalogue.Rules;
import io.github.cookiecharter.scan.Scanner;
import io.github.cookiecharter.scan.model.IndexLocation;
import io.github.cookiecharter.scan.model.ScanResult;
import io.github.cookiecharter.template.Templates;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One execution of {@code check}: compares the cookies that the project's classes, scripts, pages and configuration set with
 * the declaration. If nothing has changed, it ends after comparing names, sizes and times of the files.
 */
public final class CheckGoal {

    private static final int MAX_WARNING_LINES = 5;

    private final CheckRequest request;
    private final GenerateRequest.Module module;
    private final DeclarationFile file;
    private final PartFiles parts;
    private final Path reports;
    private final OutputLayout layout;
    private final Outputs outputs;

    private CheckGoal(CheckRequest request) {
        this.request = request;
        this.module = request.module();
        this.file = new DeclarationFile(request.declaration(), module.folder(), module.declarationOptional());
        this.parts = file.parts(request.rules().root(), module.dependencies());
        this.reports = module.checkReports(request.reportsDirectory());
        this.layout = new OutputLayout(module.folder(), Map.of(OutputRoot.REPORTS, reports));
        this.outputs = new Outputs(
                layout, request.reportsDirectory(), module.checkStateId(), module.stateIds(), module.claims());
    }

    /**
     * Scans the code, compares it with the declaration and writes the reports.
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
        Optional<IndexLocation> index = request.code().index().location(module.pluginVersion());
        Optional<GoalResult.Skipped> skipped = file.skipIfMissing();
        if (skipped.isPresent()) {
            outputs.removePublished();
            return skipped.get();
        }
        byte[] declaration = file.read();
        List<TranslationFile> translations = file.translations();
        Fingerprint fingerprint = fingerprint(declaration, translations);
        boolean complete =
                ScanInputsFingerprint.add(request.code().scan(), request.code().sources(), layout, fingerprint);
        List<String> missingClasses = missingClasses();
        // Missing classes may only not be compiled yet, so every run reports them.
        Optional<List<String>> savedNotes =
                complete && missingClasses.isEmpty() ? outputs.current(fingerprint) : Optional.empty();
        if (savedNotes.isPresent()) {
            return unchanged(savedNotes.get());
        }
        CharterLoadResult loaded = load(declaration, translations);
        DiagnosticMessages messages = DiagnosticMessages.of(loaded.diagnostics());
        if (!messages.errors().isEmpty() || loaded.charter().isEmpty()) {
            return new GoalResult.Invalid(messages.errors(), messages.warnings());
        }
        Charter charter = loaded.charter().get();
        ScanResult scan = Scanner.run(request.code().scan(), index);
        List<String> scanWarnings = new ArrayList<>(missingClasses);
        scanWarnings.addAll(scan.warnings());
        SourceLocator locator = new ModuleSourceLocator(
                module.folder(), request.rules().root(), request.code().sources());
        DeclarationMatcher.Result match = match(charter, scan, hasGuard(loaded, settings), locator);
        List<Finding> found = new ArrayList<>(match.findings());
        if (!loaded.isPart()) {
            found.addAll(pageFindings(charter, scan, locator));
        }
        RuleResult result = Rules.checkEvidence(charter, found, settings.severities());
        FindingsReport findings = new FindingsReport(
                FindingsReport.ReportKind.CODE,
                charter,
                result,
                Rules.codeRules(),
                file.uri(request.rules().root()),
                module.pluginVersion(),
                scope(scan),
                scanWarnings,
                Optional.empty());
        List<Artefact> artefacts = new ArrayList<>(findings.artefacts(new Templates(Optional.empty())));
        artefacts.addAll(EvidenceJson.artefacts(scan));
        Optional<Artefact> undeclared = UndeclaredYaml.generate(charter, match.undeclared());
        undeclared.ifPresent(artefacts::add);
        return publish(
                settings.fails(result),
                findings,
                scope(scan),
                scanWarnings,
                artefacts,
                undeclared.isPresent(),
                fingerprint);
    }

    private CharterLoadResult load(byte[] declaration, List<TranslationFile> translations) {
        return CharterLoadResult.loadSiteOrPart(declaration, translations, parts, file.name(), Languages.builtIn());
    }

    private DeclarationMatcher.Result match(Charter charter, ScanResult scan, boolean hasGuard, SourceLocator locator) {
        return DeclarationMatcher.match(charter, scan.evidence(), request.code().className(), hasGuard, locator);
    }

    // No guard is generated for a part.
    private static boolean hasGuard(CharterLoadResult loaded, RuleSettings settings) {
        return !loaded.isPart() && !settings.servers().isEmpty();
    }

    private static List<Finding> pageFindings(Charter charter, ScanResult scan, SourceLocator locator) {
        List<Finding> findings = new ArrayList<>(PageLanguages.findings(charter, scan.pagesWithoutLanguage(), locator));
        findings.addAll(OpenScripts.findings(charter, scan.openScripts(), locator));
        return findings;
    }

    // If the goal is called alone, the classes may not be compiled yet; a scan without them proves nothing.
    private List<String> missingClasses() {
        List<String> missingClasses = new ArrayList<>();
        for (Path classes : request.code().scan().classes()) {
            if (!classes.toFile().exists() && hasSources()) {
                missingClasses.add(layout.display(classes)
                        + " does not exist, so there are no classes: compile first, as 'mvn process-classes' does");
            }
        }
        return missingClasses;
    }

    private boolean hasSources() {
        for (Path root : request.code().sources()) {
            if (root.toFile().exists()) {
                return true;
            }
        }
        return false;
    }

    private Fingerprint fingerprint(byte[] declaration, List<TranslationFile> translations) throws OutputException {
        Fingerprint fingerprint = new Fingerprint();
        fingerprint.add("plugin", PluginFingerprint.identify(module.pluginVersion()));
        fingerprint.add("execution", module.checkStateId());
        fingerprint.add("className", request.code().className());
        fingerprint.add("reportsDirectory", layout.display(reports));
        file.addTo(fingerprint, request.rules(), declaration, translations, parts);
        return fingerprint;
    }

    private GoalResult publish(
            boolean fails,
            FindingsReport findings,
            String scope,
            List<String> scanWarnings,
            List<Artefact> artefacts,
            boolean hasUndeclared,
            Fingerprint fingerprint)
            throws OutputException {
        String page = layout.display(reports.resolve(FindingsReport.ReportKind.CODE.pageFile()));
        String counts = findings.counts();
        String pasteHint =
                hasUndeclared ? ", and " + layout.display(reports.resolve(UndeclaredYaml.FILE)) + " to paste from" : "";
        String differences = "the code and " + file.name() + " differ: " + counts + ", see " + page + pasteHint;
        String summary =
                "Cookie charter: " + scope + ", " + (counts.isEmpty() ? "nothing found" : counts) + " -> " + page;
        String reminder = reminder(findings.result().reaches(Severity.WARNING) ? differences : "", scanWarnings, page);
        List<ConsoleLine> lines = new ArrayList<>(
                findings.lines(request.declaration().toString(), module.folder().toString(), page));
        lines.addAll(warningLines(scanWarnings, page));
        List<String> savedNotes = new ArrayList<>(List.of(summary, reminder));
        savedNotes.addAll(savedLines().encode(lines));
        Outputs.OutputLock lock = outputs.open();
        try {
            // A failed run stores no fingerprint, so that the next one scans again.
            boolean scansAgain = fails || !parts.haveBeenForeseen();
            PublishResult publication =
                    outputs.publish(scansAgain ? new Fingerprint() : fingerprint, savedNotes, artefacts);
            if (publication instanceof PublishResult.Conflict conflict) {
                return new GoalResult.Refused("two executions would both write " + layout.display(conflict.file())
                        + ": give one of them another reportsDirectory");
            }
        } finally {
            lock.close();
        }
        return fails
                ? new GoalResult.Failed(lines, List.of(), differences)
                : new GoalResult.Done(summary, reminder, List.of(), lines, true);
    }

    private static String reminder(String differences, List<String> scanWarnings, String page) {
        if (!differences.isEmpty() || scanWarnings.isEmpty()) {
            return differences;
        }
        return Quantity.of(scanWarnings.size(), "file or class", "files or classes") + " could not be analysed, see "
                + page;
    }

    private GoalResult unchanged(List<String> savedNotes) {
        return new GoalResult.Done(
                savedNotes.get(0) + " (unchanged)",
                savedNotes.get(1),
                List.of(),
                savedLines().decode(savedNotes.subList(2, savedNotes.size())),
                false);
    }

    private SavedLines savedLines() {
        return new SavedLines(request.declaration().toString(), module.folder().toString());
    }

    /** Returns the numbers of scanned classes and files, for a message. */
    static String scope(ScanResult scan) {
        return Quantity.of(scan.classes(), "class", "classes") + " and " + Quantity.of(scan.files(), "file", "files");
    }

    private static List<ConsoleLine> warningLines(List<String> scanWarnings, String page) {
        List<ConsoleLine> lines = new ArrayList<>();
        int shown = Math.min(MAX_WARNING_LINES, scanWarnings.size());
        for (String warning : scanWarnings.subList(0, shown)) {
            lines.add(new ConsoleLine(Severity.WARNING, warning));
        }
        if (shown < scanWarnings.size()) {
            lines.add(new ConsoleLine(
                    Severity.WARNING,
                    "and " + (scanWarnings.size() - shown) + " more could not be analysed, see " + page));
        }
        return lines;
    }
}
