package io.github.cookiecharter;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.check.Comparison;
import io.github.cookiecharter.declaration.TextsFile;
import io.github.cookiecharter.language.Languages;
import io.github.cookiecharter.output.Artefact;
import io.github.cookiecharter.output.Fingerprint;
import io.github.cookiecharter.output.Layout;
import io.github.cookiecharter.output.OutputException;
import io.github.cookiecharter.output.Outputs;
import io.github.cookiecharter.output.Publication;
import io.github.cookiecharter.output.Root;
import io.github.cookiecharter.report.ConsoleLine;
import io.github.cookiecharter.report.EvidenceJson;
import io.github.cookiecharter.report.Findings;
import io.github.cookiecharter.report.UndeclaredYaml;
import io.github.cookiecharter.rule.Rules;
import io.github.cookiecharter.rule.Severity;
import io.github.cookiecharter.rule.Verdict;
import io.github.cookiecharter.scan.Scan;
import io.github.cookiecharter.scan.ScanResult;
import io.github.cookiecharter.template.Templates;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One execution of {@code check}: what the project's classes, scripts, pages and configuration set, held against the
 * declaration. A build that changes nothing ends after looking at names, sizes and times of the files.
 */
public final class Check {

    private static final int MOST_UNREAD_LINES = 5;

    private final CheckRequest request;
    private final GenerationRequest.Module module;
    private final DeclarationFile file;
    private final Path reports;
    private final Layout layout;
    private final Outputs outputs;

    private Check(CheckRequest request) {
        this.request = request;
        this.module = request.module();
        this.file = new DeclarationFile(request.declaration(), module.folder());
        this.reports = module.checkReports(request.reportsDirectory());
        this.layout = new Layout(module.folder(), Map.of(Root.REPORTS, reports));
        this.outputs =
                new Outputs(layout, request.reportsDirectory(), module.checkState(), module.states(), module.claims());
    }

    /**
     * Looks at the code and writes the reports.
     *
     * @throws OutputException if the file system refuses; the message is meant for the user
     */
    public static GenerationResult run(CheckRequest request) throws OutputException {
        try {
            return new Check(request).run();
        } catch (ParameterException e) {
            return new GenerationResult.Refused(String.valueOf(e.getMessage()));
        }
    }

    private GenerationResult run() throws OutputException, ParameterException {
        RuleSettings settings = RuleSettings.of(request.rules(), Rules.knownIds());
        Optional<GenerationResult.Skipped> skipped = file.missing();
        if (skipped.isPresent()) {
            outputs.withdraw();
            return skipped.get();
        }
        byte[] declaration = file.read();
        List<TextsFile> texts = file.texts();
        Fingerprint fingerprint = fingerprint(declaration, texts);
        boolean complete = CheckInputs.add(request.scan(), request.sources(), layout, fingerprint);
        List<String> absent = absent();
        // What may be missing only for now is told each time.
        Optional<List<String>> notes = complete && absent.isEmpty() ? outputs.current(fingerprint) : Optional.empty();
        if (notes.isPresent()) {
            return unchanged(notes.get());
        }
        CharterReading reading = CharterReading.of(declaration, texts, file.name(), Languages.builtIn());
        Remarks remarks = Remarks.of(reading.problems());
        if (!remarks.errors().isEmpty() || reading.charter().isEmpty()) {
            return new GenerationResult.Invalid(remarks.errors(), remarks.warnings());
        }
        Charter charter = reading.charter().get();
        ScanResult scan = Scan.run(request.scan());
        List<String> unread = new ArrayList<>(absent);
        unread.addAll(scan.unread());
        Comparison.Result comparison = Comparison.of(
                charter,
                scan.evidence(),
                request.className(),
                new ModulePlaces(module.folder(), request.rules().root(), request.sources()));
        Verdict verdict = Rules.judgeEvidence(charter, comparison.findings(), settings.severities());
        Findings findings = new Findings(
                Findings.Subject.CODE,
                charter,
                verdict,
                Rules.ofEvidence(),
                file.uri(request.rules().root()),
                module.pluginVersion(),
                scope(scan),
                unread);
        List<Artefact> artefacts = new ArrayList<>(findings.artefacts(new Templates(Optional.empty())));
        artefacts.addAll(EvidenceJson.artefacts(scan.evidence()));
        Optional<Artefact> undeclared = UndeclaredYaml.generate(charter, comparison.missing());
        undeclared.ifPresent(artefacts::add);
        return conclude(
                settings.fails(verdict), findings, scope(scan), unread, artefacts, undeclared.isPresent(), fingerprint);
    }

    // Called alone, the goal may come before the compiler: that nothing is found then is no proof of anything.
    private List<String> absent() {
        List<String> absent = new ArrayList<>();
        for (Path classes : request.scan().classes()) {
            if (!classes.toFile().exists() && hasSources()) {
                absent.add(layout.spell(classes)
                        + " is not there, so classes are missing: compile first, as 'mvn process-classes' does");
            }
        }
        return absent;
    }

    private boolean hasSources() {
        for (Path root : request.sources()) {
            if (root.toFile().exists()) {
                return true;
            }
        }
        return false;
    }

    private Fingerprint fingerprint(byte[] declaration, List<TextsFile> texts) throws OutputException {
        Fingerprint fingerprint = new Fingerprint();
        fingerprint.add("plugin", PluginBuild.identify(module.pluginVersion()));
        fingerprint.add("execution", module.checkState());
        fingerprint.add("className", request.className());
        fingerprint.add("reportsDirectory", layout.spell(reports));
        fingerprint.add("declaration", file.uri(request.rules().root()));
        fingerprint.add("failOn", request.rules().failOn());
        fingerprint.add("moreRules", request.rules().moreRules());
        for (Map.Entry<String, String> rule : new TreeMap<>(request.rules().rules()).entrySet()) {
            fingerprint.add("rule " + rule.getKey(), rule.getValue());
        }
        fingerprint.add("content", declaration);
        for (TextsFile each : texts) {
            fingerprint.add("texts " + each.name(), each.content());
        }
        return fingerprint;
    }

    private GenerationResult conclude(
            boolean fails,
            Findings findings,
            String scope,
            List<String> unread,
            List<Artefact> artefacts,
            boolean pasteable,
            Fingerprint fingerprint)
            throws OutputException {
        String page = layout.spell(reports.resolve(Findings.Subject.CODE.page()));
        String counts = findings.counts();
        String paste =
                pasteable ? ", and " + layout.spell(reports.resolve(UndeclaredYaml.FILE)) + " to paste from" : "";
        String complaint = "the code and " + file.name() + " differ: " + counts + ", see " + page + paste;
        String summary =
                "Cookie charter: " + scope + ", " + (counts.isEmpty() ? "nothing found" : counts) + " -> " + page;
        String reminder = reminder(findings.verdict().reaches(Severity.WARNING) ? complaint : "", unread, page);
        List<ConsoleLine> lines = new ArrayList<>(
                findings.lines(request.declaration().toString(), module.folder().toString(), page));
        lines.addAll(unread(unread, page));
        Outputs.Lease lease = outputs.open();
        try {
            // A run that fails is no finished one: the next looks again.
            Publication publication =
                    outputs.publish(fails ? new Fingerprint() : fingerprint, List.of(summary, reminder), artefacts);
            if (publication instanceof Publication.Conflict conflict) {
                return new GenerationResult.Refused("two executions would both write " + layout.spell(conflict.file())
                        + ": give one of them another reportsDirectory");
            }
        } finally {
            lease.close();
        }
        return fails
                ? new GenerationResult.Failed(lines, List.of(), complaint)
                : new GenerationResult.Done(summary, reminder, List.of(), lines, true);
    }

    private static String reminder(String complaint, List<String> unread, String page) {
        if (!complaint.isEmpty() || unread.isEmpty()) {
            return complaint;
        }
        return count(unread.size(), "thing", "things") + " could not be looked at, see " + page;
    }

    private static GenerationResult unchanged(List<String> notes) {
        return new GenerationResult.Done(notes.get(0) + " (unchanged)", notes.get(1), List.of(), List.of(), false);
    }

    /** How much was looked at, for a message. */
    static String scope(ScanResult scan) {
        return count(scan.classes(), "class", "classes") + " and " + count(scan.files(), "file", "files");
    }

    private static String count(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }

    private static List<ConsoleLine> unread(List<String> unread, String page) {
        List<ConsoleLine> lines = new ArrayList<>();
        int shown = Math.min(MOST_UNREAD_LINES, unread.size());
        for (String sentence : unread.subList(0, shown)) {
            lines.add(new ConsoleLine(Severity.WARNING, sentence));
        }
        if (shown < unread.size()) {
            lines.add(new ConsoleLine(
                    Severity.WARNING, "and " + (unread.size() - shown) + " more could not be looked at, see " + page));
        }
        return lines;
    }
}
