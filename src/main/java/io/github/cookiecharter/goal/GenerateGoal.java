package io.github.cookiecharter.goal;

import io.github.cookiecharter.declaration.TranslationFile;
import io.github.cookiecharter.output.Artefact;
import io.github.cookiecharter.output.Fingerprint;
import io.github.cookiecharter.output.OutputException;
import io.github.cookiecharter.output.OutputLayout;
import io.github.cookiecharter.output.OutputRoot;
import io.github.cookiecharter.output.Outputs;
import io.github.cookiecharter.output.PublishResult;
import io.github.cookiecharter.report.ConsoleLine;
import io.github.cookiecharter.report.FindingsReport;
import io.github.cookiecharter.rule.Severity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One execution of {@code generate}: the one call into the core.
 *
 * <p>A build that changes nothing ends after comparing what is asked for with what is there. Neither the YAML reader nor
 * the template engine is loaded for that, since both cost more than the rest of the work.
 */
public final class GenerateGoal {

    private static final int MOST_NAMED = 5;

    private final GenerateRequest request;
    private final GenerateRequest.Module module;
    private final DeclarationFile file;
    private final Path reports;
    private final PublicPath address;
    private final Set<ArtefactType> products;
    private final OutputLayout layout;
    private final Outputs outputs;

    private GenerateGoal(GenerateRequest request) throws ParameterException {
        this.request = request;
        this.module = request.module();
        this.file = new DeclarationFile(request.declaration(), module.folder());
        this.reports = module.reports(request.directories().reports());
        this.products = ArtefactType.named(request.artefacts().words());
        this.address =
                PublicPath.of(request.address().webPath(), request.address().baseUrl());
        Map<OutputRoot, Path> roots = new EnumMap<>(OutputRoot.class);
        roots.put(OutputRoot.WEB_ROOT, request.directories().web());
        roots.put(OutputRoot.WEB_PATH, request.directories().web().resolve(address.path()));
        roots.put(OutputRoot.SOURCES, request.directories().sources());
        roots.put(OutputRoot.REPORTS, reports);
        this.layout =
                new OutputLayout(module.folder(), roots, request.directories().copies());
        this.outputs = new Outputs(
                layout, request.directories().reports(), module.execution(), module.states(), module.claims());
    }

    /**
     * Generates what is asked for, unless it is there already.
     *
     * @throws OutputException if the file system refuses; the message is meant for the user
     */
    public static GoalResult run(GenerateRequest request) throws OutputException {
        return run(request, Optional.empty());
    }

    /** With a generator other than the real one. */
    static GoalResult run(GenerateRequest request, Optional<Generator> generator) throws OutputException {
        try {
            return new GenerateGoal(request).run(generator);
        } catch (ParameterException e) {
            return new GoalResult.Refused(String.valueOf(e.getMessage()));
        }
    }

    private GoalResult run(Optional<Generator> generator) throws OutputException, ParameterException {
        Optional<GoalResult.Skipped> skipped = file.missing();
        if (skipped.isPresent()) {
            outputs.removePublished();
            return skipped.get();
        }
        byte[] declaration = file.read();
        List<TranslationFile> texts = file.texts();
        Fingerprint fingerprint = fingerprint(declaration, texts);
        Optional<List<String>> notes = outputs.current(fingerprint);
        if (notes.isPresent()) {
            return unchanged(notes.get());
        }
        Outputs.OutputLock lock = outputs.open();
        try {
            notes = outputs.current(fingerprint);
            return notes.isPresent()
                    ? unchanged(notes.get())
                    : generate(
                            generator.isPresent() ? generator.get() : new ArtefactPipeline(),
                            declaration,
                            texts,
                            fingerprint);
        } finally {
            lock.close();
        }
    }

    private Fingerprint fingerprint(byte[] declaration, List<TranslationFile> texts) throws OutputException {
        Fingerprint fingerprint = new Fingerprint();
        fingerprint.add("plugin", PluginFingerprint.identify(module.pluginVersion()));
        fingerprint.add("execution", module.execution());
        fingerprint.add("className", request.artefacts().className());
        fingerprint.add("webPath", address.path());
        fingerprint.add("address", address.prefix());
        fingerprint.add("webDirectory", layout.display(request.directories().web()));
        fingerprint.add("sourcesDirectory", layout.display(request.directories().sources()));
        fingerprint.add("reportsDirectory", layout.display(reports));
        for (ArtefactType product : products) {
            fingerprint.add("artefact", product.name());
        }
        if (request.artefacts().templatesDirectory().isPresent()) {
            fingerprint.addFolder(
                    "templates", request.artefacts().templatesDirectory().get(), ".mustache");
        }
        file.addTo(fingerprint, request.rules(), declaration, texts);
        return fingerprint;
    }

    private GoalResult generate(
            Generator generator, byte[] declaration, List<TranslationFile> texts, Fingerprint fingerprint)
            throws OutputException, ParameterException {
        Generator.Draft draft = generator.generate(order(texts), declaration);
        DiagnosticMessages remarks = DiagnosticMessages.of(draft.diagnostics());
        if (!remarks.errors().isEmpty()) {
            return new GoalResult.Invalid(remarks.errors(), remarks.warnings());
        }
        Optional<Generator.Review> review = draft.review();
        if (review.isPresent() && review.get().fails()) {
            return fail(review.get(), remarks);
        }
        List<Artefact> artefacts = new ArrayList<>(draft.artefacts());
        String reminder = "";
        List<ConsoleLine> lines = List.of();
        if (review.isPresent()) {
            FindingsReport findings = review.get().findings();
            artefacts.addAll(review.get().reports());
            lines = findings.lines(
                    request.declaration().toString(), module.folder().toString(), page());
            reminder = findings.result().reaches(Severity.WARNING) ? complaint(findings) + ", see " + page() : "";
        }
        String summary = "Cookie charter: " + draft.facts() + " -> " + places(draft.artefacts());
        List<String> notes = new ArrayList<>(List.of(summary, reminder));
        notes.addAll(remarks.warnings());
        PublishResult publication = outputs.publish(fingerprint, notes, artefacts);
        if (publication instanceof PublishResult.Done done) {
            List<ConsoleLine> all = new ArrayList<>(lines);
            if (!done.foreignFiles().isEmpty()) {
                all.add(replaced(done.foreignFiles()));
            }
            return new GoalResult.Done(summary, reminder, remarks.warnings(), all, true);
        }
        return refused((PublishResult.Conflict) publication);
    }

    private ConsoleLine replaced(List<Path> foreignFiles) {
        List<String> names = new ArrayList<>();
        for (Path file : foreignFiles.subList(0, Math.min(MOST_NAMED, foreignFiles.size()))) {
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

    // The reports tell why; the artefacts of the last good build stay as they are.
    private GoalResult fail(Generator.Review review, DiagnosticMessages remarks) throws OutputException {
        PublishResult publication = outputs.publishBeside(review.reports());
        return publication instanceof PublishResult.Conflict conflict
                ? refused(conflict)
                : new GoalResult.Failed(
                        review.findings()
                                .lines(
                                        request.declaration().toString(),
                                        module.folder().toString(),
                                        page()),
                        remarks.warnings(),
                        complaint(review.findings()) + ": nothing was generated, see " + page());
    }

    private String complaint(FindingsReport findings) {
        return file.name() + " has " + findings.counts();
    }

    private String page() {
        return layout.display(reports.resolve(FindingsReport.ReportKind.DECLARATION.pageFile()));
    }

    private Generator.Order order(List<TranslationFile> texts) {
        return new Generator.Order(
                file.name(),
                products,
                request.artefacts().className(),
                address.prefix(),
                request.artefacts().templatesDirectory(),
                request.rules(),
                file.uri(request.rules().root()),
                module.pluginVersion(),
                texts);
    }

    private GoalResult refused(PublishResult.Conflict conflict) {
        return new GoalResult.Refused("the executions '" + conflict.execution() + "' and '"
                + module.execution() + "' would both write " + layout.display(conflict.file())
                + ": give one of them another webPath, className or directory");
    }

    private static GoalResult unchanged(List<String> notes) {
        return new GoalResult.Done(
                notes.get(0) + " (unchanged)", notes.get(1), notes.subList(2, notes.size()), List.of(), false);
    }

    // Where to look: the folder of the web files, and the class.
    private String places(List<Artefact> artefacts) {
        boolean web = false;
        boolean sources = false;
        for (Artefact artefact : artefacts) {
            web |= artefact.root() == OutputRoot.WEB_PATH;
            sources |= artefact.root() == OutputRoot.SOURCES;
        }
        String folder = layout.display(request.directories().web().resolve(address.path()));
        if (!web) {
            return request.artefacts().className();
        }
        return sources ? folder + ", " + request.artefacts().className() : folder;
    }
}
