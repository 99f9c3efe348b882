package io.github.cookiecharter.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cookiecharter.goal.GoalResult;
import io.github.cookiecharter.report.ConsoleLine;
import io.github.cookiecharter.rule.Severity;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.Test;

class ConsoleTest {

    private final File declaration = new File("cookies.yaml").getAbsoluteFile();
    private final List<String> lines = new ArrayList<>();

    @Test
    void everyErrorIsShownWithItsPlaceAndTheBuildFails() {
        GoalResult invalid = new GoalResult.Invalid(List.of("[1,2] a", "[3,4] b"), List.of("[5,6] c"));

        assertThatThrownBy(() -> console().show(invalid))
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("cookies.yaml has 2 errors, listed above: nothing was generated");
        assertThat(lines)
                .containsExactly(
                        "WARN " + declaration + ":[5,6] c",
                        "ERROR " + declaration + ":[1,2] a",
                        "ERROR " + declaration + ":[3,4] b");
    }

    @Test
    void manyWarningsAreCut() throws Exception {
        List<String> warnings = new ArrayList<>();
        for (int i = 1; i <= 22; i++) {
            warnings.add("[" + i + ",1] hm");
        }

        console().show(new GoalResult.Done("done", "", warnings, List.of(), true));

        assertThat(lines).hasSize(22).contains("WARN and 2 more warnings on cookies.yaml", "INFO done");
    }

    @Test
    void anUnchangedBuildRepeatsItsWarnings() throws Exception {
        List<ConsoleLine> findings = List.of(new ConsoleLine(Severity.WARNING, "w"));
        console().show(new GoalResult.Done("done", "1 warning, see x", List.of("[1,1] a", "[2,2] b"), findings, false));

        assertThat(lines)
                .containsExactly(
                        "WARN " + declaration + ":[1,1] a",
                        "WARN " + declaration + ":[2,2] b",
                        "WARN w",
                        "WARN 1 warning, see x",
                        "INFO done");
    }

    @Test
    void findingsAreShownByTheirSeverityAndFailTheBuildWhereTheyMust() {
        GoalResult failed = new GoalResult.Failed(
                List.of(
                        new ConsoleLine(Severity.ERROR, "e"),
                        new ConsoleLine(Severity.WARNING, "w"),
                        new ConsoleLine(Severity.NOTE, "n")),
                List.of("[5,6] c"),
                "too much");

        assertThatThrownBy(() -> console().show(failed))
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("too much");
        assertThat(lines).containsExactly("WARN " + declaration + ":[5,6] c", "ERROR e", "WARN w", "INFO n");
    }

    @Test
    void findingsThatFailNothingComeBeforeTheSummary() throws Exception {
        List<ConsoleLine> findings = List.of(new ConsoleLine(Severity.WARNING, "w"));

        console().show(new GoalResult.Done("done", "1 warning, see x", List.of(), findings, true));
        assertThat(lines).containsExactly("WARN w", "INFO done");
    }

    @Test
    void successWithNothingToSayIsOneLine() throws Exception {
        console().show(new GoalResult.Done("done", "", List.of(), List.of(), true));
        console().show(new GoalResult.Done("same", "", List.of(), List.of(), false));

        assertThat(lines).containsExactly("INFO done", "INFO same");
    }

    @Test
    void aModuleWithoutDeclarationIsSkippedWithOneLine() throws Exception {
        console().show(new GoalResult.Skipped("skipped", false));
        console().show(new GoalResult.Skipped("look", true));

        assertThat(lines).containsExactly("INFO skipped", "WARN look");
    }

    private Console console() {
        return new Console(
                new SystemStreamLog() {
                    @Override
                    public void info(CharSequence line) {
                        lines.add("INFO " + line);
                    }

                    @Override
                    public void warn(CharSequence line) {
                        lines.add("WARN " + line);
                    }

                    @Override
                    public void error(CharSequence line) {
                        lines.add("ERROR " + line);
                    }
                },
                declaration,
                "nothing was generated");
    }
}
