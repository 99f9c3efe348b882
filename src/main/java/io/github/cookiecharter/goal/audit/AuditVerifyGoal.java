package io.github.cookiecharter.goal.audit;

import io.github.cookiecharter.audit.judge.AuditJudge;
import io.github.cookiecharter.audit.record.AuditRecord;
import io.github.cookiecharter.audit.record.RecordFiles;
import io.github.cookiecharter.audit.record.Visit;
import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.goal.CharterLoadResult;
import io.github.cookiecharter.goal.DeclarationFile;
import io.github.cookiecharter.goal.DiagnosticMessages;
import io.github.cookiecharter.goal.GenerateRequest;
import io.github.cookiecharter.goal.GoalResult;
import io.github.cookiecharter.goal.ParameterException;
import io.github.cookiecharter.goal.RuleSettings;
import io.github.cookiecharter.language.Languages;
import io.github.cookiecharter.output.Artefact;
import io.github.cookiecharter.output.OutputException;
import io.github.cookiecharter.output.OutputLayout;
import io.github.cookiecharter.output.OutputRoot;
import io.github.cookiecharter.output.Outputs;
import io.github.cookiecharter.report.ConsoleLine;
import io.github.cookiecharter.report.FindingsReport;
import io.github.cookiecharter.report.FindingsReport.ReportKind;
import io.github.cookiecharter.report.UndeclaredYaml;
import io.github.cookiecharter.rule.RuleResult;
import io.github.cookiecharter.rule.catalogue.Rules;
import io.github.cookiecharter.template.Templates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One execution of {@code audit-verify}: judges what {@link AuditGoal} recorded. It reads files only, and writes the reports. */
public final class AuditVerifyGoal {

    private static final String UNDECLARED = "audit-undeclared.yaml";
    private static final String CODE_EVIDENCE = "evidence.json";

    private final AuditVerifyRequest request;
    private final GenerateRequest.Module module;
    private final Path reports;

    private AuditVerifyGoal(AuditVerifyRequest request) {
        this.request = request;
        this.module = request.module();
        this.reports = module.checkReports(request.reportsDirectory());
    }

    /**
     * Judges the record and writes the reports.
     *
     * @throws OutputException if the file system refuses; the message is meant for the user
     */
    public static GoalResult run(AuditVerifyRequest request) throws OutputException {
        try {
            return new AuditVerifyGoal(request).run();
        } catch (ParameterException e) {
            return new GoalResult.Refused(String.valueOf(e.getMessage()));
        }
    }

    private GoalResult run() throws OutputException, ParameterException {
        RuleSettings settings = RuleSettings.of(request.rules(), Rules.knownIds());
        DeclarationFile file =
                new DeclarationFile(request.declaration(), module.folder(), module.declarationOptional());
        Optional<GoalResult.Skipped> skipped = file.skipIfMissing();
        if (skipped.isPresent()) {
            return skipped.get();
        }
        if (!Files.exists(reports.resolve(RecordFiles.VISITS))) {
            return new GoalResult.Skipped(
                    "There is no record of an audit: not judged. The goal 'audit' makes one.", true);
        }
        CharterLoadResult loaded = CharterLoadResult.load(
                file.read(),
                file.translations(),
                file.parts(request.rules().root(), request.module().dependencies()),
                file.name(),
                Languages.builtIn());
        DiagnosticMessages messages = DiagnosticMessages.of(loaded.diagnostics());
        if (!messages.errors().isEmpty() || loaded.charter().isEmpty()) {
            return new GoalResult.Invalid(messages.errors(), messages.warnings());
        }
        Charter charter = loaded.charter().get();
        AuditRecord record = read();
        AuditJudge.Verdict verdict =
                AuditJudge.judge(charter, record, CodeEvidence.read(reports.resolve(CODE_EVIDENCE)));
        RuleResult result = Rules.checkEvidence(charter, verdict.findings(), AuditJudge.rules(), settings.severities());
        FindingsReport report = new FindingsReport(
                ReportKind.AUDIT,
                charter,
                result,
                AuditJudge.rules(),
                file.uri(request.rules().root()),
                module.pluginVersion(),
                AuditGoal.scope(record),
                notes(charter, record),
                Optional.of(AuditTable.of(charter, record)));
        return publish(charter, report, verdict, settings.fails(result));
    }

    private AuditRecord read() throws OutputException {
        try {
            return RecordFiles.read(
                    Files.readString(reports.resolve(RecordFiles.EVIDENCE)),
                    Files.readString(reports.resolve(RecordFiles.VISITS)));
        } catch (IOException e) {
            throw new OutputException(
                    "the record of the audit in " + reports + " cannot be read: run the goal 'audit' again", e);
        }
    }

    // What was not reached is a finding too; here it stands where readers look for the limits of the report.
    private static List<String> notes(Charter charter, AuditRecord record) {
        Set<String> notes = new LinkedHashSet<>(record.notes());
        if (AuditJudge.isPlain(charter, record)) {
            notes.add("the site was visited by http, where sites leave Secure out: a cookie without it is no finding");
        }
        for (Visit visit : record.visits()) {
            if (!visit.phaseReached()) {
                notes.add(visit.key().words() + ": " + visit.problem());
            }
            visit.notes().forEach(note -> notes.add(visit.key().words() + ": " + note));
        }
        return List.copyOf(notes);
    }

    private GoalResult publish(Charter charter, FindingsReport report, AuditJudge.Verdict verdict, boolean fails)
            throws OutputException {
        OutputLayout layout = new OutputLayout(module.folder(), Map.of(OutputRoot.REPORTS, reports));
        List<Artefact> artefacts = new ArrayList<>(report.artefacts(new Templates(Optional.empty())));
        Optional<Artefact> undeclared =
                UndeclaredYaml.generate(UNDECLARED, charter, AuditTable.evidence(verdict.undeclared()));
        undeclared.ifPresent(artefacts::add);
        new Outputs(layout, request.reportsDirectory(), module.execution(), module.stateIds(), module.claims())
                .placeUnowned(artefacts);
        String page = layout.display(reports.resolve(ReportKind.AUDIT.pageFile()));
        String counts = report.counts();
        List<ConsoleLine> lines =
                report.lines(request.declaration().toString(), module.folder().toString(), page);
        if (fails) {
            String paste = undeclared.isPresent()
                    ? ", and " + layout.display(reports.resolve(UNDECLARED)) + " to paste from"
                    : "";
            return new GoalResult.Failed(
                    lines,
                    List.of(),
                    "the running site and " + charter.source() + " differ: " + counts + ", see " + page + paste);
        }
        return new GoalResult.Done(
                "Cookie charter: " + report.scope() + ", " + (counts.isEmpty() ? "nothing found" : counts) + " -> "
                        + page,
                "",
                List.of(),
                lines,
                true);
    }
}
