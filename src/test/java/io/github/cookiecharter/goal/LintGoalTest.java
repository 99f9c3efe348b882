package io.github.cookiecharter.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.model.diagnostic.Diagnostic;
import io.github.cookiecharter.model.diagnostic.SourcePosition;
import io.github.cookiecharter.output.OutputException;
import io.github.cookiecharter.report.TestFindings;
import io.github.cookiecharter.rule.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LintGoalTest {

    @TempDir
    private Path temporary;

    private Path base;
    private Path declaration;
    private boolean fails;
    private LocalDate today = LocalDate.of(2026, 12, 1);
    private Set<String> executions = Set.of("default", "default-cli");
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private final Generator generator = (input, bytes) -> {
        assertThat(input.artefactTypes()).isEmpty();
        return new Generator.GenerateOutput(
                List.of(),
                diagnostics,
                "1 cookie",
                Optional.of(new Generator.RuleReport(
                        TestFindings.some(), TestFindings.some().artefacts(TestFindings.TEMPLATES), fails)));
    };

    @BeforeEach
    void declare() throws IOException {
        base = temporary.toRealPath();
        declaration = Files.writeString(base.resolve("cookies.yaml"), """
                site: { name: Shop, url: "https://shop.example" }
                services:
                  session:
                    category: necessary
                    purpose: Keep you signed in
                    cookies: { SESSION: { lifetime: session } }
                """);
    }

    private LintRequest request() {
        return new LintRequest(
                new GenerateRequest.Module(base, "default-cli", executions, Set.of(), new HashMap<>(), "1.0"),
                declaration,
                base.resolve("target/cookie-charter"),
                new RuleParameters("error", Map.of(), "", base),
                today);
    }

    private GoalResult run() throws OutputException {
        return LintGoal.run(request(), generator);
    }

    private List<String> written() throws IOException {
        try (Stream<Path> files = Files.walk(base)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> base.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> !name.equals("cookies.yaml"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void writesTheTwoReportsAndNothingElse() throws Exception {
        assertThat(run()).isInstanceOfSatisfying(GoalResult.Done.class, done -> {
            assertThat(done.summary())
                    .isEqualTo("Cookie charter: 1 cookie, 1 error, 2 warnings and 1 note ->"
                            + " target/cookie-charter/findings.html");
            assertThat(done.findings()).isNotEmpty();
        });
        assertThat(written())
                .containsExactly(
                        "target/cookie-charter/.lock",
                        "target/cookie-charter/findings.html",
                        "target/cookie-charter/findings.sarif");
    }

    @Test
    void failsAfterTheReportsAreWritten() throws Exception {
        fails = true;

        assertThat(run())
                .isInstanceOfSatisfying(
                        GoalResult.Failed.class,
                        failed -> assertThat(failed.message())
                                .isEqualTo(
                                        "cookies.yaml has 1 error, 2 warnings and 1 note: see target/cookie-charter/findings.html"));
        assertThat(written()).hasSize(3);
    }

    @Test
    void aNoteOnTheConsoleSaysThatTheDataIsOldAndNoFileDoes() throws Exception {
        run();
        Path page = base.resolve("target/cookie-charter/findings.html");
        byte[] before = Files.readAllBytes(page);
        today = LocalDate.of(2028, 1, 1);

        assertThat(run())
                .isInstanceOfSatisfying(
                        GoalResult.Done.class,
                        done -> assertThat(done.findings())
                                .filteredOn(line -> line.text().contains("more than a year ago"))
                                .isNotEmpty()
                                .allMatch(line -> line.severity() == Severity.NOTE));
        assertThat(Files.readAllBytes(page)).isEqualTo(before);
    }

    @Test
    void problemsOfTheDeclarationComeFirst() throws Exception {
        diagnostics.add(Diagnostic.error(new SourcePosition(1, 2), "no"));

        assertThat(run()).isEqualTo(new GoalResult.Invalid(List.of("[1,2] no"), List.of()));
        assertThat(written()).isEmpty();
    }

    @Test
    void aModuleWithoutDeclarationIsSkipped() throws Exception {
        Files.delete(declaration);
        assertThat(run()).isInstanceOf(GoalResult.Skipped.class);
        assertThat(base).isEmptyDirectory();

        declaration = base.resolve("legal.yaml");
        assertThat(run()).isInstanceOf(GoalResult.Refused.class);
    }

    @Test
    void eachOfSeveralExecutionsHasItsReports() throws Exception {
        executions = Set.of("shop", "desk", "default-cli");

        run();

        assertThat(written()).contains("target/cookie-charter/default-cli/findings.html");
    }

    @Test
    void generateTakesItsReportsOverAndGoesOnAsBefore() throws Exception {
        GenerateRequest generation = new GenerateRequest(
                new GenerateRequest.Module(base, "default", executions, Set.of(), new HashMap<>(), "1.0"),
                declaration,
                new RuleParameters("never", Map.of(), "", base),
                new GenerateRequest.ArtefactChoice(
                        List.of("policy", "banner", "constants"), "com.acme.Cookies", Optional.empty()),
                new GenerateRequest.ServedAddress("cookie-charter", "/"),
                new GenerateRequest.OutputDirectories(
                        base.resolve("target/web"),
                        base.resolve("target/sources"),
                        base.resolve("target/cookie-charter"),
                        Optional.empty()));
        run();
        GenerateGoal.run(generation);
        List<String> all = written();
        run();
        assertThat(written()).as("what generate has written stays").isEqualTo(all);

        assertThat(GenerateGoal.run(generation)).isInstanceOf(GoalResult.Done.class);
        Path page = base.resolve("target/cookie-charter/findings.html");
        assertThat(Files.readString(page)).contains("Shop").doesNotContain("Acme");
        Files.delete(declaration);
        GenerateGoal.run(generation);
        assertThat(written()).containsExactly("target/cookie-charter/.lock");
    }

    @Test
    void goesTheWholeWay() throws Exception {
        assertThat(LintGoal.run(request())).isInstanceOf(GoalResult.Done.class);
        assertThat(Files.readString(base.resolve("target/cookie-charter/findings.html")))
                .contains("Shop");

        Files.writeString(declaration, "site: [");
        assertThat(LintGoal.run(request())).isInstanceOf(GoalResult.Invalid.class);
    }
}
