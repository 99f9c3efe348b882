package io.github.cookiecharter.goal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.audit.record.AuditRecord;
import io.github.cookiecharter.audit.record.Phase;
import io.github.cookiecharter.audit.record.RecordFiles;
import io.github.cookiecharter.audit.record.SeenKind;
import io.github.cookiecharter.audit.record.Sighting;
import io.github.cookiecharter.audit.record.Visit;
import io.github.cookiecharter.audit.record.VisitKey;
import io.github.cookiecharter.goal.GenerateRequest;
import io.github.cookiecharter.goal.GoalResult;
import io.github.cookiecharter.goal.RuleParameters;
import io.github.cookiecharter.imports.ImportSamples;
import io.github.cookiecharter.judge.Html;
import io.github.cookiecharter.output.Artefact;
import io.github.cookiecharter.output.OutputException;
import io.github.cookiecharter.report.ConsoleLine;
import io.github.cookiecharter.scan.model.ObservedAttributes;
import io.github.cookiecharter.scan.model.StorageAction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditVerifyGoalTest {

    private static final VisitKey BEFORE = new VisitKey("/", Phase.BEFORE, "");

    @TempDir
    private Path temporary;

    private Path base;
    private Path declaration;

    @BeforeEach
    void declare() throws IOException {
        base = temporary.toRealPath();
        declaration = declare("");
    }

    private Path declare(String more) throws IOException {
        return Files.writeString(base.resolve("cookies.yaml"), """
                site: { name: Shop, url: "https://shop.example" }
                services:
                  session:
                    category: necessary
                    purpose: Keep you signed in
                    cookies: { SESSION: { lifetime: session } }
                """ + more);
    }

    private Path reports() {
        return base.resolve("target/cookie-charter");
    }

    private GenerateRequest.Module module() {
        Set<String> executions = Set.of("default-cli");
        return new GenerateRequest.Module(base, "default-cli", executions, executions, new HashMap<>(), "1.0");
    }

    private GoalResult verify(String failOn) throws OutputException {
        return AuditVerifyGoal.run(new AuditVerifyRequest(
                module(), declaration, reports(), new RuleParameters(failOn, Map.of(), "", base)));
    }

    private void record(Sighting... sightings) throws IOException {
        AuditRecord record = new AuditRecord(
                "Chromium 1",
                "2026-11-30",
                "http://shop.localhost/",
                List.of(new Visit(
                        BEFORE,
                        true,
                        true,
                        "",
                        List.of("a note"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())),
                List.of(sightings));
        Files.createDirectories(reports());
        for (Artefact file : RecordFiles.artefacts(record)) {
            Files.write(reports().resolve(file.path()), file.content());
        }
    }

    private static Sighting cookie(String name) {
        return new Sighting(
                BEFORE,
                false,
                SeenKind.COOKIE,
                name,
                StorageAction.SETS,
                "shop.localhost",
                true,
                "document.cookie",
                "http://shop.localhost/page.js:1:17",
                ObservedAttributes.UNKNOWN,
                Optional.empty(),
                Optional.empty(),
                "");
    }

    @Test
    void failsTheBuildAndWritesTheReports() throws Exception {
        record(cookie("SESSION"), cookie("tracker"));
        Files.writeString(
                reports().resolve("evidence.json"),
                "[{\"name\":\"tracker\",\"kind\":\"cookie\",\"action\":\"sets\",\"place\":\"src/page.js:3:1\",\"origin\":\"own\"}]");

        assertThat(verify("error")).isInstanceOfSatisfying(GoalResult.Failed.class, failed -> {
            assertThat(failed.message())
                    .isEqualTo("the running site and cookies.yaml differ: 1 error, see"
                            + " target/cookie-charter/audit.html, and target/cookie-charter/audit-undeclared.yaml to"
                            + " paste from");
            assertThat(failed.findings().get(0).text())
                    .startsWith("http://shop.localhost/page.js:1:17: the cookie 'tracker' is not declared, and"
                            + " document.cookie sets it, in the code at src/page.js:3:1, seen on 1 of 1 page (before)");
        });
        assertThat(reports().resolve("audit.sarif")).isRegularFile();
        assertThat(reports().resolve("audit-undeclared.yaml")).content().contains("tracker:");
        String page = Files.readString(reports().resolve("audit.html"));
        assertThat(page)
                .contains(
                        "<td>necessary</td><th scope=\"row\">SESSION (cookie, shop.localhost)</th><td>set</td>",
                        "<td>not declared</td><th scope=\"row\">tracker (cookie, shop.localhost)</th><td>set</td>",
                        "/ (before): a note.");
        assertThat(Html.check(page)).isEmpty();
    }

    @Test
    void anExceptionAcceptsAFinding() throws Exception {
        record(cookie("SESSION"), cookie("tracker"));
        declaration = declare("""
                exceptions:
                  - rule: undeclared
                    reason: Found by the security team, and removed next week
                """);

        assertThat(verify("error"))
                .isInstanceOfSatisfying(
                        GoalResult.Done.class,
                        done -> assertThat(done.summary())
                                .isEqualTo("Cookie charter: Chromium 1 made 1 visit to 1 page, nothing found ->"
                                        + " target/cookie-charter/audit.html"));
    }

    @Test
    void saysThatThereIsNoRecord() throws Exception {
        assertThat(verify("error")).isInstanceOfSatisfying(GoalResult.Skipped.class, skipped -> {
            assertThat(skipped.suspicious()).isTrue();
            assertThat(skipped.message()).contains("There is no record of an audit");
        });
    }

    @Test
    void anOptionalAuditNeedsNoBrowser() throws Exception {
        AuditRequest.Site site = new AuditRequest.Site(Map.of(
                "url", "http://127.0.0.1:1/",
                "phases", "before",
                "browser", "/no/browser",
                "optional", "true",
                "timeout", "0"));
        GoalResult result = AuditGoal.run(new AuditRequest(
                module(),
                declaration,
                reports(),
                new RuleParameters("error", Map.of(), "", base),
                site,
                "2026-11-30",
                false,
                new AuditPlanTest.OneSecret()));

        assertThat(result)
                .isInstanceOfSatisfying(
                        GoalResult.Skipped.class,
                        skipped -> assertThat(skipped.message())
                                .contains("The site was not audited: the browser '/no/browser' was not found"));
    }

    @Test
    void filesTakeTheBrowsersPlace() throws Exception {
        Files.writeString(
                base.resolve("visit.har"), ImportSamples.all().get("a1").replace("www.shop.example", "shop.localhost"));
        Files.writeString(base.resolve("state.json"), ImportSamples.all().get("a2"));

        GoalResult result = audit("before=visit.har, before=state.json", "before, gpc");

        assertThat(result).isInstanceOf(GoalResult.Done.class);
        String evidence = Files.readString(reports().resolve("audit-evidence.json"));
        assertThat(evidence)
                .contains("\"name\": \"sid\"", "\"how\": \"Set-Cookie\"", "\"name\": \"theme\"", "visit.har:6:1")
                .doesNotContain(ImportSamples.SECRET);
        assertThat(Files.readString(reports().resolve("audit-visits.json")))
                .contains("no file shows this phase", "\"browser\": \"Files\"");
        assertThat(verify("never"))
                .isInstanceOfSatisfying(
                        GoalResult.Done.class,
                        done -> assertThat(done.findings())
                                .extracting(ConsoleLine::text)
                                .anyMatch(line -> line.contains("'sid' is not declared"))
                                .noneMatch(line -> line.contains("never-found")));
    }

    @Test
    void aFileThatShowsNoPhaseIsRefused() throws Exception {
        Files.writeString(base.resolve("list.csv"), ImportSamples.all().get("a4"));

        assertThat(audit("before=list.csv", "before"))
                .isInstanceOfSatisfying(
                        GoalResult.Refused.class,
                        refused -> assertThat(refused.message())
                                .contains("names list.csv, which is a table of cookies and no recording"));
        assertThat(audit("befor=list.csv", "before"))
                .isInstanceOfSatisfying(
                        GoalResult.Refused.class,
                        refused -> assertThat(refused.message()).contains("did you mean 'before'?"));
    }

    private GoalResult audit(String evidence, String phases) throws Exception {
        return AuditGoal.run(new AuditRequest(
                module(),
                declaration,
                reports(),
                new RuleParameters("error", Map.of(), "", base),
                new AuditRequest.Site(Map.of("phases", phases, "evidence", evidence)),
                "2026-11-30",
                false,
                new AuditPlanTest.OneSecret()));
    }
}
