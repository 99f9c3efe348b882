package io.github.cookiecharter.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cookiecharter.report.TestFindings;
import io.github.cookiecharter.rule.Severity;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleSettingsTest {

    private static final List<String> KNOWN = List.of("unused", "purpose-vague", "name-prefix");

    private static RuleSettings settings(String failOn, Map<String, String> rules, String more)
            throws ParameterException {
        return RuleSettings.of(new RuleParameters(failOn, rules, more, Path.of("/build")), KNOWN);
    }

    @Test
    void theTwoFormsAddUpAndThePomHasPrecedence() throws Exception {
        RuleSettings settings = settings(
                "error", Map.of("unused", " off ", "purpose-vague", "error"), "unused=error, name-prefix = note ,");

        assertThat(settings.severities())
                .isEqualTo(Map.of(
                        "unused",
                        Optional.empty(),
                        "purpose-vague",
                        Optional.of(Severity.ERROR),
                        "name-prefix",
                        Optional.of(Severity.NOTE)));
    }

    private static RuleSettings withServers(String... servers) throws ParameterException {
        return RuleSettings.of(new RuleParameters("error", Map.of(), "", Path.of("/build"), List.of(servers)), KNOWN);
    }

    @Test
    void aGuardReachesWhatNoBannerReaches() throws Exception {
        assertThat(withServers("servlet", " webflux ").severities())
                .isEqualTo(Map.of("unreachable-cookie", Optional.empty()));
        assertThat(withServers().severities()).isEmpty();
    }

    @Test
    void anUnknownServerIsToldWithTheKnownOnes() {
        assertThatThrownBy(() -> withServers("servlets"))
                .hasMessage("the parameter server names 'servlets', which is unknown: did you mean 'servlet'?"
                        + " write one of servlet, servlet-javax, rest, quarkus, webflux");
        assertThatThrownBy(() -> withServers("servlet", "servlet-javax"))
                .hasMessageContaining("would both write the class ServletCookieGuard");
    }

    @Test
    void failsAsFarAsItIsTold() throws Exception {
        assertThat(settings("error", Map.of(), "").fails(TestFindings.some().result()))
                .isTrue();
        assertThat(settings("warning", Map.of(), "").fails(TestFindings.some().result()))
                .isTrue();
        assertThat(settings("never", Map.of(), "").fails(TestFindings.some().result()))
                .isFalse();
        assertThat(settings("warning", Map.of(), "").fails(TestFindings.notes().result()))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            delimiter = '|',
            value = {
                "warnings | unused=off | the parameter failOn is 'warnings', which is unknown: did you mean 'warning'?",
                "note | unused=off | the parameter failOn is 'note', which is unknown: write one of error, warning, never",
                "error | unsed=off | the parameter rules names the rule 'unsed', which is unknown: did you mean 'unused'?",
                "error | frogs=off | the parameter rules names the rule 'frogs', which is unknown: the report findings.html lists"
                        + " all rules",
                "error | unused=of | the parameter rules gives the rule 'unused' the severity 'of', which is unknown: did you"
                        + " mean 'off'?",
                "error | unused= | the parameter rules gives the rule 'unused' the severity '', which is unknown: write one of"
                        + " error, warning, note, off",
                "error | unused | the parameter rules has 'unused', which has no severity: write the rule's id, '=' and a"
                        + " severity, such as unused=off"
            })
    void whatIsUnknownIsToldWithWhatMayHaveBeenMeant(String failOn, String rules, String message) {
        assertThatThrownBy(() -> settings(failOn, Map.of(), rules))
                .isInstanceOf(ParameterException.class)
                .hasMessage(message);
    }

    @Test
    void thePomsWordsAreCheckedAsWell() {
        assertThatThrownBy(() -> settings("error", Map.of("unused", ""), "")).hasMessageContaining("'unused'");
    }
}
