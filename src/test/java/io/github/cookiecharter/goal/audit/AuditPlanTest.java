package io.github.cookiecharter.goal.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cookiecharter.audit.visit.SignIn;
import io.github.cookiecharter.audit.visit.VisitorState;
import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.goal.GenerateRequest;
import io.github.cookiecharter.goal.ParameterException;
import io.github.cookiecharter.goal.RuleParameters;
import io.github.cookiecharter.goal.TestCharter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditPlanTest {

    private static final Charter CHARTER = TestCharter.of("""
            site: { name: The Shop, url: "https://shop.test", contact: privacy@shop.test }
            consent: { cookie: choice }
            services:
              audience:
                category: statistics
                name: Statistics
                purpose: Count the visits
                cookies: { hits: { lifetime: 13 months } }
            """);

    @TempDir
    private Path base;

    private AuditPlan plan(Map<String, String> options) throws ParameterException {
        Set<String> executions = Set.of("default");
        return AuditPlan.of(
                new AuditRequest(
                        new GenerateRequest.Module(base, "default", executions, executions, new HashMap<>(), "1.0"),
                        base.resolve("cookies.yaml"),
                        base.resolve("target"),
                        new RuleParameters("error", Map.of(), "", base),
                        new AuditRequest.Site(options),
                        "2026-12-01",
                        false,
                        new OneSecret()),
                CHARTER);
    }

    /** A build with one secret. */
    static final class OneSecret implements AuditRequest.AuditConsole {

        @Override
        public void progress(String line) {}

        @Override
        public void warn(String line) {}

        @Override
        public Optional<String> secret(String source, String name) {
            return source.equals("env") && name.equals("PASSWORD") ? Optional.of("s3cr3t") : Optional.empty();
        }
    }

    @Test
    void hasDefaults() throws ParameterException {
        AuditPlan plan = plan(Map.of("url", "https://shop.test"));

        assertThat(plan.limits().depth()).isZero();
        assertThat(plan.limits().maxPages()).isEqualTo(50);
        assertThat(plan.sessions()).isEqualTo(1);
        assertThat(plan.obeysRobots()).isTrue();
        assertThat(plan.signIn()).isEmpty();
        assertThat(plan(Map.of("url", "http://shop.localhost")).obeysRobots()).isFalse();
    }

    @Test
    void severalBrowsersTogetherKeepThePause() throws ParameterException {
        assertThat(plan(Map.of("url", "https://shop.test", "sessions", "3"))
                        .settings()
                        .delay())
                .isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void readsASignInWithoutShowingItsSecrets() throws ParameterException {
        List<SignIn.Step> steps = plan(Map.of(
                        "url", "http://shop.localhost",
                        "login",
                                " open /login\n fill form input[name=p] with env:PASSWORD ;click #go\r\nwait #account"))
                .signIn();

        assertThat(steps.get(1)).isEqualTo(new SignIn.Step(SignIn.Act.FILL, "form input[name=p]", "s3cr3t"));
        assertThat(steps).hasToString("[open /login, fill form input[name=p], click #go, wait #account]");
    }

    @Test
    void readsACookieFileWithoutTheChoice() throws ParameterException, IOException {
        Files.writeString(base.resolve("cookies.txt"), """
                # Netscape HTTP Cookie File
                #HttpOnly_shop.localhost\tFALSE\t/\tFALSE\t0\tsid\tabc
                .shop.localhost\tTRUE\t/a\tTRUE\t1900000000\twide\tx=y
                shop.localhost\tFALSE\t/\tFALSE\t0\tchoice\tyes
                """);

        assertThat(plan(Map.of("url", "http://shop.localhost", "session", "cookies.txt"))
                        .settings()
                        .state()
                        .cookies())
                .containsExactly(
                        new VisitorState.Cookie("sid", "abc", "shop.localhost", "/", -1, true, false, ""),
                        new VisitorState.Cookie(
                                "wide", "x=y", ".shop.localhost", "/a", 1_900_000_000, false, true, ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dept | 1 | the parameter audit.dept is unknown: did you mean 'audit.depth'?",
                "depth | -1 | the parameter audit.depth is '-1', which is no whole number from 0: write a number such as 2",
                "maxPages | many | the parameter audit.maxPages is 'many', which is no whole number from 1",
                "sessions | 99 | the parameter audit.sessions is 99: write a number up to 16",
                "robots | no | the parameter audit.robots is 'no': write 'obey', or 'ignore'",
                "banner | auto | the parameter audit.banner has no value of its own",
                "banner.refuse | #no | the parameter audit.banner.accept is missing",
                "session | none.json | which cannot be read (there is no such file)",
                "login | enter hunter2 | has a step that begins with 'enter', which cannot be read",
                "login | open /login | does not say how a visitor who is signed in is known",
                "login | fill #p with env:OTHER | asks for the environment variable OTHER, which is not set"
            })
    void refuses(String option, String value, String message) {
        assertThatThrownBy(() -> plan(Map.of("url", "http://shop.localhost", option, value)))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining(message)
                .hasMessageNotContaining("hunter2");
    }
}
