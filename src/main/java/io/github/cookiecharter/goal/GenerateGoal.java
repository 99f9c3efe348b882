package io.github.cookiecharter.goal;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.declaration.TranslationFile;
import io.github.cookiecharter.goal.part.PartFiles;
import io.github.cookiecharter.goal.part.ShippedPart;
import io.github.cookiecharter.model.Section;
import io.github.cookiecharter.output.Artefact;
import io.github.cookiecharter.output.Fingerprint;
import io.github.cookiecharter.output.OutputException;
import io.github.cookiecharter.output.OutputLayout;
import io.github.cookiecharter.output.OutputRoot;
import io.github.cookiecharter.output.Outputs;
import io.github.cookiecharter.output.PublishResult;
import io.github.cookiecharter.report.ConsoleLine;
import io.github.cookiecharter.report.FindingsReport;
import io.github.cookiecharter.report.SavedLines;
import io.github.cookiecharter.rule.Severity;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One execution of {@code generate}.
 *
 * <p>If nothing has changed, it ends after comparing fingerprints. Neither the YAML reader nor the template engine is loaded
 * for that, since loading them costs more than the rest of the work.
 */
public final class GenerateGoal {

    private static final int MAX_LISTED_FILES = 5;

    private final GenerateRequest request;
    private final GenerateRequest.Module module;
    private final DeclarationFile file;
    private final Path reports;
    private final PublicPath publicPath;
    private final PartFiles parts;
    private final Set<ArtefactType> artefactTypes;
    private final OutputLayout layout;
    private final Outputs outputs;

    private GenerateGoal(GenerateRequest request) throws ParameterException {
        this.request = request;
        this.module = request.module();
        this.file = new DeclarationFile(request.declaration(), module.folder(), module.declarationOptional());
        this.parts = file.parts(request.rules().root(), module.dependencies());
        this.reports = module.reports(request.directories().reports());
        this.artefactTypes = ArtefactType.parse(request.artefacts().words());
        this.publicPath =
                PublicPath.of(request.address().webPath(), request.address().baseUrl());
        Map<OutputRoot, Path> roots = new EnumMap<>(OutputRoot.class);
        roots.put(OutputRoot.WEB_ROOT, request.directories().web());
        roots.put(OutputRoot.WEB_PATH, request.directories().web().resolve(publicPath.path()));
        roots.put(OutputRoot.RESOURCES, request.directories().resources());
        roots.put(OutputRoot.SOURCES, request.directories().sources());
        roots.put(OutputRoot.REPORTS, reports);
        this.layout =
                new OutputLayout(module.folder(), roots, request.directories().copies());
        this.outputs = new Outputs(
                layout, request.directories().reports(), module.execution(), module.stateIds(), module.claims());
    }

    /**
     * Generates the requested artefacts, unless they are up to date.
     *
     * @throws OutputException if the file system refuses; the message is meant for the user
     */
    public static GoalResult run(GenerateRequest request) throws OutputException {
        return run(request, Optional.empty());
    }

    /** The web files of a declaration, generated and not written. */
    public sealed interface WebFiles {

        /**
         * The files.
         *
         * @param artefacts the files, and others that a build writes elsewhere
         * @param warnings messages about the declaration
         */
        record Generated(Charter charter, List<Artefact> artefacts, List<String> warnings) implements WebFiles {

            public Generated {
                artefacts = List.copyOf(artefacts);
                warnings = List.copyOf(warnings);
            }
        }

        /** There are none. */
        record Stopped(GoalResult result) implements WebFiles {}
    }

    /**
     * Generates the web files as {@link #run} does, and writes nothing.
     *
     * @throws OutputException if the file system refuses; the message is meant for the user
     */
    public static WebFiles webFiles(GenerateRequest request) throws OutputException {
        try {
            return new GenerateGoal(request).webFiles();
        } catch (ParameterException e) {
            return new WebFiles.Stopped(new GoalResult.Refused(String.valueOf(e.getMessage())));
        }
    }

    private WebFiles webFiles() throws OutputException, ParameterException {
        Optional<GoalResult.Skipped> skipped = file.skipIfMissing();
        if (skipped.isPresent()) {
            return new WebFiles.Stopped(skipped.get());
        }
        artefactTypes.remove(ArtefactType.CONSTANTS);
        Generator.GenerateOutput output =
                new ArtefactPipeline().generate(input(file.translations(), false), file.read());
        DiagnosticMessages messages = DiagnosticMessages.of(output.diagnostics());
        if (!messages.errors().isEmpty() || output.ruleReport().isEmpty()) {
            return new WebFiles.Stopped(new GoalResult.Invalid(messages.errors(), messages.warnings()));
        }
        FindingsReport findings = output.ruleReport().get().findings();
        if (output.ruleReport().get().fails()) {
            return new WebFiles.Stopped(new GoalResult.Failed(
                    findings.lines(
                            request.declaration().toString(), module.folder().toString(), reportPage()),
                    messages.warnings(),
                    findingsMessage(findings) + ": correct the declaration first"));
        }
        return new WebFiles.Generated(findings.charter(), output.artefacts(), messages.warnings());
    }

    /** Runs with another generator, for tests. */
    static GoalResult run(GenerateRequest request, Optional<Generator> generator) throws OutputException {
        try {
            return new GenerateGoal(request).run(generator);
        } catch (ParameterException e) {
            return new GoalResult.Refused(String.valueOf(e.getMessage()));
        }
    }

    private GoalResult run(Optional<Generator> generator) throws OutputException, ParameterException {
        Optional<GoalResult.Skipped> skipped = file.skipIfMissing();
        if (skipped.isPresent()) {
            outputs.removePublished();
            return skipped.get();
        }
        byte[] declaration = file.read();
        List<TranslationFile> translations = file.translations();
        Fingerprint fingerprint = fingerprint(declaration, translations);
        Optional<List<String>> savedNotes = outputs.current(fingerprint);
        if (savedNotes.isPresent()) {
            return unchanged(savedNotes.get());
        }
        Outputs.OutputLock lock = outputs.open();
        try {
            savedNotes = outputs.current(fingerprint);
            return savedNotes.isPresent()
                    ? unchanged(savedNotes.get())
                    : generate(
                            generator.isPresent() ? generator.get() : new ArtefactPipeline(),
                            declaration,
                            translations,
                            fingerprint);
        } finally {
            lock.close();
        }
    }

    private Fingerprint fingerprint(byte[] declaration, List<TranslationFile> translations) throws OutputException {
        Fingerprint fingerprint = new Fingerprint();
        fingerprint.add("plugin", PluginFingerprint.identify(module.pluginVersion()));
        fingerprint.add("execution", module.execution());
        fingerprint.add("className", request.artefacts().className());
        fingerprint.add("webPath", publicPath.path());
        fingerprint.add("address", publicPath.prefix());
        fingerprint.add("webDirectory", layout.display(request.directories().web()));
        fingerprint.add(
                "resourcesDirectory", layout.display(request.directories().resources()));
        fingerprint.add("sourcesDirectory", layout.display(request.directories().sources()));
        fingerprint.add("reportsDirectory", layout.display(reports));
        for (ArtefactType type : artefactTypes) {
            fingerprint.add("artefact", type.name());
        }
        if (request.artefacts().templatesDirectory().isPresent()) {
            fingerprint.addFolder(
                    "templates", request.artefacts().templatesDirectory().get(), ".mustache");
        }
        file.addTo(fingerprint, request.rules(), declaration, translations, parts);
        // Only a declaration with this word can have a page that shows the recorded charters.
        if (file.history().toFile().isDirectory() && contains(declaration, Section.HISTORY.word())) {
            fingerprint.addChecksums("history", file.history(), ".zip");
        }
        return fingerprint;
    }

    private static boolean contains(byte[] content, String word) {
        return new String(content, StandardCharsets.ISO_8859_1).contains(word);
    }

    private GoalResult generate(
            Generator generator, byte[] declaration, List<TranslationFile> translations, Fingerprint fingerprint)
            throws OutputException, ParameterException {
        Generator.GenerateOutput output = generator.generate(input(translations, true), declaration);
        DiagnosticMessages messages = DiagnosticMessages.of(output.diagnostics());
        if (!messages.errors().isEmpty()) {
            return new GoalResult.Invalid(messages.errors(), messages.warnings());
        }
        Optional<Generator.RuleReport> ruleReport = output.ruleReport();
        if (ruleReport.isPresent() && ruleReport.get().fails()) {
            return failWithReports(ruleReport.get(), messages);
        }
        List<Artefact> artefacts = new ArrayList<>(output.artefacts());
        String reminder = "";
        List<ConsoleLine> lines = List.of();
        if (ruleReport.isPresent()) {
            FindingsReport findings = ruleReport.get().findings();
            artefacts.addAll(ruleReport.get().reports());
            lines = findings.lines(
                    request.declaration().toString(), module.folder().toString(), reportPage());
            reminder = findings.result().reaches(Severity.WARNING)
                    ? findingsMessage(findings) + ", see " + reportPage()
                    : "";
        }
        String summary = "Cookie charter: " + output.summary() + " -> " + outputLocations(output.artefacts());
        List<String> savedLines = savedLines().encode(lines);
        List<String> savedNotes = new ArrayList<>(List.of(summary, reminder, String.valueOf(savedLines.size())));
        savedNotes.addAll(savedLines);
        savedNotes.addAll(messages.warnings());
        PublishResult publication = ArtefactPipeline.publish(
                outputs,
                parts.haveBeenForeseen() ? fingerprint : new Fingerprint(),
                savedNotes,
                artefacts,
                request.artefacts().templatesDirectory());
        if (publication instanceof PublishResult.Done done) {
            List<ConsoleLine> consoleLines = new ArrayList<>(lines);
            if (!done.foreignFiles().isEmpty()) {
                consoleLines.add(overwriteWarning(done.foreignFiles()));
            }
            return new GoalResult.Done(summary, reminder, messages.warnings(), consoleLines, true);
        }
        return conflictResult((PublishResult.Conflict) publication);
    }

    private ConsoleLine overwriteWarning(List<Path> foreignFiles) {
        List<String> names = new ArrayList<>();
        for (Path file : foreignFiles.subList(0, Math.min(MAX_LISTED_FILES, foreignFiles.size()))) {
            names.add(layout.display(file));
        }
        if (names.size() < foreignFiles.size()) {
            names.add("and " + (foreignFiles.size() - names.size()) + " more");
        }
        return new ConsoleLine(
                Severity.WARNING,
                "overwrote files that this plugin did not create: " + String.join(", ", names)
                        + "; to keep such files, give webPath, className or the directory another value");
    }

    // The reports show the findings; the artefacts of the last successful build are kept.
    private GoalResult failWithReports(Generator.RuleReport ruleReport, DiagnosticMessages messages)
            throws OutputException {
        PublishResult publication = outputs.publishBeside(ruleReport.reports());
        return publication instanceof PublishResult.Conflict conflict
                ? conflictResult(conflict)
                : new GoalResult.Failed(
                        ruleReport
                                .findings()
                                .lines(
                                        request.declaration().toString(),
                                        module.folder().toString(),
                                        reportPage()),
                        messages.warnings(),
                        findingsMessage(ruleReport.findings()) + ": nothing was generated, see " + reportPage());
    }

    private String findingsMessage(FindingsReport findings) {
        return file.name() + " has " + findings.counts();
    }

    private String reportPage() {
        return layout.display(reports.resolve(FindingsReport.ReportKind.DECLARATION.pageFile()));
    }

    private Generator.GenerateInput input(List<TranslationFile> translations, boolean acceptsPart) {
        return new Generator.GenerateInput(
                file.name(),
                artefactTypes,
                request.artefacts().className(),
                publicPath.prefix(),
                request.artefacts().templatesDirectory(),
                request.rules(),
                file.uri(request.rules().root()),
                module.pluginVersion(),
                translations,
                file.history(),
                parts,
                acceptsPart);
    }

    private GoalResult conflictResult(PublishResult.Conflict conflict) {
        return new GoalResult.Refused("the executions '" + conflict.execution() + "' and '"
                + module.execution() + "' would both write " + layout.display(conflict.file())
                + ": give one of them another webPath, className or directory");
    }

    private GoalResult unchanged(List<String> savedNotes) {
        int warnings = 3 + Integer.parseInt(savedNotes.get(2));
        List<String> lines = savedNotes.subList(3, warnings);
        return new GoalResult.Done(
                savedNotes.get(0) + " (unchanged)",
                savedNotes.get(1),
                savedNotes.subList(warnings, savedNotes.size()),
                lines.isEmpty() ? List.of() : savedLines().decode(lines),
                false);
    }

    private SavedLines savedLines() {
        return new SavedLines(request.declaration().toString(), module.folder().toString());
    }

    // The folder of the web files and the name of the class, for the summary.
    private String outputLocations(List<Artefact> artefacts) {
        boolean web = false;
        boolean sources = false;
        boolean part = false;
        for (Artefact artefact : artefacts) {
            web |= artefact.root() == OutputRoot.WEB_PATH;
            sources |= artefact.root() == OutputRoot.SOURCES;
            part |= artefact.root() == OutputRoot.RESOURCES;
        }
        String folder = layout.display(
                part
                        ? request.directories().resources().resolve(ShippedPart.FOLDER)
                        : request.directories().web().resolve(publicPath.path()));
        if (!web && !part) {
            return request.artefacts().className();
        }
        return sources ? folder + ", " + request.artefacts().className() : folder;
    }
}
