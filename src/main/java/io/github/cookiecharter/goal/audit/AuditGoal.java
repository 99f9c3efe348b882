package io.github.cookiecharter.goal.audit;

import io.github.cookiecharter.audit.browser.BrowserLaunchException;
import io.github.cookiecharter.audit.browser.BrowserLauncher;
import io.github.cookiecharter.audit.browser.BrowserSearch;
import io.github.cookiecharter.audit.browser.InstalledBrowser;
import io.github.cookiecharter.audit.crawl.HttpSource;
import io.github.cookiecharter.audit.crawl.PageQueue;
import io.github.cookiecharter.audit.crawl.SiteFiles;
import io.github.cookiecharter.audit.record.AuditRecord;
import io.github.cookiecharter.audit.record.RecordFiles;
import io.github.cookiecharter.audit.visit.AuditSettings;
import io.github.cookiecharter.audit.visit.SiteAudit;
import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.goal.CharterLoadResult;
import io.github.cookiecharter.goal.DeclarationFile;
import io.github.cookiecharter.goal.DiagnosticMessages;
import io.github.cookiecharter.goal.GenerateRequest;
import io.github.cookiecharter.goal.GoalResult;
import io.github.cookiecharter.goal.ParameterException;
import io.github.cookiecharter.language.Languages;
import io.github.cookiecharter.model.Quantity;
import io.github.cookiecharter.output.OutputException;
import io.github.cookiecharter.output.OutputLayout;
import io.github.cookiecharter.output.OutputRoot;
import io.github.cookiecharter.output.Outputs;
import io.github.cookiecharter.report.ConsoleLine;
import io.github.cookiecharter.rule.Severity;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One execution of {@code audit}: visits the running site with a browser and records what it sees. What it sees never fails
 * it, so that the application can still be stopped; {@link AuditVerifyGoal} judges.
 */
public final class AuditGoal {

    private static final String PROFILES = "audit-profiles";

    private final AuditRequest request;
    private final GenerateRequest.Module module;

    private AuditGoal(AuditRequest request) {
        this.request = request;
        this.module = request.module();
    }

    /**
     * Visits the site and writes the record.
     *
     * @throws OutputException if the file system refuses; the message is meant for the user
     */
    public static GoalResult run(AuditRequest request) throws OutputException {
        try {
            return new AuditGoal(request).run();
        } catch (ParameterException e) {
            return new GoalResult.Refused(String.valueOf(e.getMessage()));
        }
    }

    private GoalResult run() throws OutputException, ParameterException {
        DeclarationFile file =
                new DeclarationFile(request.declaration(), module.folder(), module.declarationOptional());
        Optional<GoalResult.Skipped> skipped = file.skipIfMissing();
        if (skipped.isPresent()) {
            return skipped.get();
        }
        CharterLoadResult loaded = CharterLoadResult.load(
                file.read(),
                file.translations(),
                file.parts(request.rules().root(), module.dependencies()),
                file.name(),
                Languages.builtIn());
        DiagnosticMessages messages = DiagnosticMessages.of(loaded.diagnostics());
        if (!messages.errors().isEmpty() || loaded.charter().isEmpty()) {
            return new GoalResult.Invalid(messages.errors(), messages.warnings());
        }
        Charter charter = loaded.charter().get();
        if (!evidence().isEmpty() && request.site().get("url").isEmpty()) {
            request.site().checkNames();
            return publish(withFiles(Optional.empty(), charter), List.of());
        }
        AuditPlan plan = AuditPlan.of(request, charter);
        try {
            return audit(plan, charter);
        } catch (BrowserLaunchException e) {
            return new GoalResult.Refused(e.words());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new GoalResult.Refused("the audit was interrupted");
        }
    }

    private String evidence() {
        return request.site().get("evidence");
    }

    private GoalResult audit(AuditPlan plan, Charter charter)
            throws BrowserLaunchException, InterruptedException, OutputException, ParameterException {
        AuditSettings settings = plan.settings();
        InstalledBrowser browser;
        try {
            browser = search().find(request.site().get("browser"));
        } catch (BrowserLaunchException e) {
            if (request.site().get("optional").equals("true")) {
                return new GoalResult.Skipped("The site was not audited: " + e.words() + ".", true);
            }
            throw e;
        }
        if (!SiteParameters.isLoopback(settings.url())) {
            request.console()
                    .warn("The audit visits " + settings.url().getHost()
                            + ", which is not this machine: what its pages and scripts store there is real");
        }
        if (!SiteWait.isUp(settings.url(), settings.timeout())) {
            return new GoalResult.Refused("nobody listens at " + settings.url() + " within "
                    + settings.timeout().toSeconds() + " s: start the application before the audit, and check the"
                    + " parameter audit.url");
        }
        SiteFiles files = new SiteFiles(settings.url(), new HttpSource(settings.timeout()));
        PageQueue queue = plan.queue(files);
        if (queue.level().isEmpty()) {
            return new GoalResult.Refused("no page of " + settings.url() + " may be visited: "
                    + String.join("; ", notes(files, queue))
                    + "; if the site is your own, write audit.robots=ignore");
        }
        Path reports = module.checkReports(request.reportsDirectory());
        BrowserLauncher launcher = new BrowserLauncher(reports.resolve(PROFILES));
        AuditRecord seen = new SiteAudit(
                        () -> launcher.start(browser),
                        settings,
                        plan.controls(),
                        line -> request.console().progress(line),
                        queue,
                        plan.sessions(),
                        plan.signIn())
                .run(request.day());
        List<String> notes = notes(files, queue);
        AuditRecord record =
                new AuditRecord(seen.browser(), seen.day(), seen.url(), seen.visits(), seen.sightings(), notes);
        return publish(evidence().isEmpty() ? record : withFiles(Optional.of(record), charter), notes);
    }

    private static List<String> notes(SiteFiles files, PageQueue queue) {
        return Stream.concat(files.notes().stream(), queue.notes().stream()).toList();
    }

    // Files show the site as it is published, and its host stands in the declaration.
    private AuditRecord withFiles(Optional<AuditRecord> browser, Charter charter) throws ParameterException {
        List<String> hosts = new ArrayList<>(charter.site().hosts());
        hosts.add(charter.site().host());
        AuditRecord files = EvidenceFiles.read(
                evidence(),
                module.folder(),
                request.day(),
                charter.site().url().toString(),
                host -> hosts.stream()
                        .anyMatch(own -> own.equals(host) || own.endsWith("." + host) || host.endsWith("." + own)));
        return EvidenceFiles.join(
                files, browser, SiteParameters.phases(request.site().get("phases"), charter));
    }

    private GoalResult publish(AuditRecord record, List<String> notes) throws OutputException {
        Path reports = module.checkReports(request.reportsDirectory());
        OutputLayout layout = new OutputLayout(module.folder(), Map.of(OutputRoot.REPORTS, reports));
        new Outputs(layout, request.reportsDirectory(), module.execution(), module.stateIds(), module.claims())
                .placeUnowned(RecordFiles.artefacts(record));
        if (request.judgeAtOnce()) {
            return AuditVerifyGoal.run(request.verification());
        }
        return new GoalResult.Done(
                "Cookie charter: " + scope(record) + " -> " + layout.display(reports.resolve(RecordFiles.EVIDENCE)),
                "",
                List.of(),
                notes.stream()
                        .map(note -> new ConsoleLine(Severity.NOTE, "The audit left something out: " + note))
                        .toList(),
                true);
    }

    private static BrowserSearch search() {
        return new BrowserSearch(
                Optional.ofNullable(System.getenv("PATH")).orElse(""),
                File.pathSeparator,
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows"));
    }

    /** Returns what a record covers, in words. */
    static String scope(AuditRecord record) {
        long pages = record.visits().stream()
                .map(visit -> visit.key().page())
                .distinct()
                .count();
        return record.browser() + " made " + Quantity.of(record.visits().size(), "visit", "visits") + " to "
                + Quantity.of(pages, "page", "pages");
    }
}
