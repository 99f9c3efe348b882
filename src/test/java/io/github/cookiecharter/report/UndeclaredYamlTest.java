package io.github.cookiecharter.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.check.DeclarationMatcher;
import io.github.cookiecharter.check.TestEvidence;
import io.github.cookiecharter.goal.TestCharter;
import io.github.cookiecharter.model.Kind;
import io.github.cookiecharter.model.Lifetime;
import io.github.cookiecharter.model.SameSite;
import io.github.cookiecharter.rule.Finding;
import io.github.cookiecharter.rule.SourceLocation;
import io.github.cookiecharter.scan.model.Certainty;
import io.github.cookiecharter.scan.model.Evidence;
import io.github.cookiecharter.scan.model.ObservedAttributes;
import io.github.cookiecharter.scan.model.StorageAction;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotBlank;
import org.junit.jupiter.api.Test;

/** What is to be pasted is taken by the declaration's own reader, and then nothing is missing any more. */
class UndeclaredYamlTest {

    private static final String SITE = """
            site: { name: Shop, url: "https://shop.example", languages: [en] }
            services:
              own-necessary:
                category: necessary
                purpose: Keeps visitors signed in
                cookies:
                  sid: { lifetime: session }
            """;

    private static final ObservedAttributes SEEN = new ObservedAttributes(
            Optional.of(new Lifetime.Lasting(30, ChronoUnit.DAYS)),
            Optional.of(true),
            Optional.of(false),
            Optional.of(SameSite.LAX),
            Optional.of("shop.example"),
            Optional.of("/shop"));

    @Test
    void entriesComeFromTheCodeAndTheCatalogue() {
        String yaml = pasteable(List.of(
                TestEvidence.with(TestEvidence.cookie("cart_id"), SEEN),
                TestEvidence.cookie("JSESSIONID"),
                TestEvidence.of("layout", Kind.LOCAL_STORAGE, TestEvidence.SCRIPT, Certainty.CERTAIN),
                TestEvidence.of("_ga", Kind.COOKIE, TestEvidence.SCRIPT, Certainty.CLAIMED)));

        assertThat(yaml).isEqualTo("""
                # Undeclared cookies. Paste these entries below 'services:' in cookies.yaml,
                # then go through the lines marked 'review'.
                  own-necessary-2:
                    category: necessary  # review: necessary, preferences, statistics or marketing?
                    name: This site  # review: a name that visitors understand
                    cookies:
                      # com.acme.Login#remember:42, new jakarta.servlet.http.Cookie
                      cart_id:
                        purpose: "To be written: what cart_id is for"  # review
                        lifetime: 30 days
                        domain: shop.example
                        path: "/shop"
                        http-only: true
                        secure: false
                        same-site: Lax
                  session:
                    category: necessary  # review
                    name: Session  # review: a name that visitors understand
                    cookies:
                      # com.acme.Login#remember:42, new jakarta.servlet.http.Cookie
                      JSESSIONID:
                        purpose: { standard: session }  # review
                        lifetime: session  # review: the usual one
                  own-preferences:
                    category: preferences  # review: necessary, preferences, statistics or marketing?
                    name: This site  # review: a name that visitors understand
                    cookies:
                      # src/main/webapp/app.js:12:7, new jakarta.servlet.http.Cookie
                      layout:
                        purpose: "To be written: what layout is for"  # review
                        kind: local-storage
                  google-analytics:
                    category: statistics  # review
                    name: Google Analytics  # review: a name that visitors understand
                    cookies:
                      # src/main/webapp/app.js:12:7, new jakarta.servlet.http.Cookie
                      _ga:
                        purpose: { standard: audience }  # review
                        lifetime: 2 years  # review: the usual one
                """);
        assertThat(missingAfterPasting(yaml)).isEmpty();
    }

    @Test
    void locationsWithoutNameBecomeComments() {
        assertThat(pasteable(List.of(TestEvidence.of("", Kind.COOKIE, TestEvidence.LOGIN, Certainty.UNRESOLVED))))
                .isEqualTo("""
                # The names of cookies set here cannot be determined. Declare each by its name, and state where it is set:
                # com.acme.Login#remember:42, new jakarta.servlet.http.Cookie
                #       the-name:
                #         set-by: [ "com.acme.Login#remember" ]
                """);
    }

    @Test
    void nothingMissingGivesNoFile() {
        assertThat(UndeclaredYaml.generate(TestCharter.of(SITE), List.of())).isEmpty();
    }

    /** A key of web storage may be any text on one line, and a script is anybody's. */
    @Property(tries = 300, seed = "2026")
    void declarationsAcceptEveryWrittenName(@ForAll @NotBlank String name) {
        Evidence evidence = TestEvidence.of(name, Kind.LOCAL_STORAGE, TestEvidence.SCRIPT, Certainty.CERTAIN);

        String yaml = pasteable(List.of(evidence));

        assertThat(missingAfterPasting(yaml)).isEmpty();
        // What the format cannot take becomes a comment; letters it always takes.
        if (name.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '*')) {
            assertThat(TestCharter.of(SITE + yaml).cookies()).hasSize(2);
        }
    }

    @Test
    void namesTooLongForAKeyAreComments() {
        for (String name : List.of("\"".repeat(500), "\"".repeat(501), "x".repeat(1025), "x".repeat(4096))) {
            String yaml = pasteable(List.of(
                    TestEvidence.of(name, Kind.LOCAL_STORAGE, TestEvidence.SCRIPT, Certainty.CERTAIN),
                    TestEvidence.cookie("other")));

            assertThat(TestCharter.of(SITE + yaml).cookies()).hasSize(name.length() > 500 ? 3 : 4);
        }
    }

    @Test
    void oneNameOfTwoKindsGivesTwoEntries() {
        List<Evidence> evidence = List.of(
                TestEvidence.cookie("theme"),
                TestEvidence.of("theme", Kind.LOCAL_STORAGE, TestEvidence.SCRIPT, Certainty.CERTAIN),
                TestEvidence.of("theme", Kind.SESSION_STORAGE, TestEvidence.SCRIPT, Certainty.CERTAIN),
                TestEvidence.of("layout", Kind.SESSION_STORAGE, TestEvidence.SCRIPT, Certainty.CERTAIN));

        assertThat(DeclarationMatcher.match(
                                TestCharter.of(SITE + pasteable(evidence)),
                                evidence,
                                "com.acme.Cookies",
                                (place, origin) -> new SourceLocation(place.text(), Optional.empty()))
                        .undeclared())
                .isEmpty();
    }

    @Test
    void configurationKeysDecideTheCategory() {
        Evidence named = new Evidence(
                Optional.of("TOWN"),
                Kind.COOKIE,
                StorageAction.SETS,
                TestEvidence.SCRIPT,
                Evidence.OWN,
                Certainty.CERTAIN,
                "named by web-app/session-config/cookie-config/name",
                ObservedAttributes.UNKNOWN,
                false);

        assertThat(pasteable(List.of(named))).contains("category: necessary");
        assertThat(pasteable(List.of(TestEvidence.cookie("TOWN")))).contains("category: preferences");
    }

    private static String pasteable(List<Evidence> evidence) {
        return new String(
                UndeclaredYaml.generate(
                                TestCharter.of(SITE),
                                compare(TestCharter.of(SITE), evidence).undeclared())
                        .orElseThrow()
                        .content(),
                StandardCharsets.UTF_8);
    }

    private static List<Evidence> missingAfterPasting(String yaml) {
        Charter charter = TestCharter.of(SITE + yaml);
        return charter.cookies().stream()
                .skip(1)
                .map(cookie ->
                        TestEvidence.of(cookie.name().text(), cookie.kind(), TestEvidence.SCRIPT, Certainty.CERTAIN))
                .filter(evidence ->
                        !compare(charter, List.of(evidence)).undeclared().isEmpty())
                .toList();
    }

    private static DeclarationMatcher.Result compare(Charter charter, List<Evidence> evidence) {
        DeclarationMatcher.Result result = DeclarationMatcher.match(
                charter, evidence, "Cookies", (place, origin) -> new SourceLocation(place.text(), Optional.empty()));
        assertThat(result.findings()).extracting(Finding::rule).isNotNull();
        return result;
    }
}
