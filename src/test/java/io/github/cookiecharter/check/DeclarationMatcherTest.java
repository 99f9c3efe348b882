package io.github.cookiecharter.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.goal.TestCharter;
import io.github.cookiecharter.model.Kind;
import io.github.cookiecharter.model.Lifetime;
import io.github.cookiecharter.model.SameSite;
import io.github.cookiecharter.model.diagnostic.SourcePosition;
import io.github.cookiecharter.rule.Finding;
import io.github.cookiecharter.rule.SourceLocation;
import io.github.cookiecharter.scan.model.Certainty;
import io.github.cookiecharter.scan.model.CodePlace;
import io.github.cookiecharter.scan.model.Evidence;
import io.github.cookiecharter.scan.model.ObservedAttributes;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the code sets against what the charter declares. */
class DeclarationMatcherTest {

    private static final String SITE = """
            site: { name: Shop, url: "https://shop.example", languages: [en] }
            services:
              login:
                category: necessary
                purpose: Keeps visitors signed in
                cookies:
                  sid: { lifetime: 14 days, http-only: true, secure: true, same-site: Lax }
                  csrf_*: { lifetime: session }
                  hidden:
                    lifetime: session
                    set-by: [ "com.acme.Login#remember", src/main/webapp/lib ]
                  proxy: { lifetime: session, set-by: [ elsewhere ] }
              look:
                category: preferences
                purpose: Remembers how the page looks
                cookies:
                  theme: { lifetime: 6 months }
                  font_*: { lifetime: 6 months, set-by: [ elsewhere ] }
                  layout: { kind: local-storage }
            """;

    private static final ObservedAttributes AS_DECLARED = new ObservedAttributes(
            Optional.of(new Lifetime.Lasting(2, ChronoUnit.WEEKS)),
            Optional.of(true),
            Optional.of(true),
            Optional.of(SameSite.LAX),
            Optional.empty(),
            Optional.empty());

    @Test
    void declaredCookiesWithMatchingAttributesGiveNoFinding() {
        assertThat(messages(
                        TestEvidence.with(TestEvidence.cookie("sid"), AS_DECLARED),
                        TestEvidence.cookie("csrf_login"),
                        TestEvidence.of("csrf_*_form", Kind.COOKIE, TestEvidence.SCRIPT, Certainty.PATTERN),
                        TestEvidence.guarded(TestEvidence.cookie("theme")),
                        TestEvidence.guarded(
                                TestEvidence.of("layout", Kind.LOCAL_STORAGE, TestEvidence.SCRIPT, Certainty.CERTAIN)),
                        TestEvidence.of("", Kind.COOKIE, TestEvidence.LOGIN, Certainty.UNRESOLVED)))
                .isEmpty();
    }

    @Test
    void undeclaredCookiesInOwnCodeAreErrorsAtTheirLocation() {
        List<Finding> findings = undeclaredFor(TestEvidence.cookie("tracker"));

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("undeclared");
            assertThat(finding.severity().word()).isEqualTo("error");
            assertThat(finding.cookie()).contains("tracker");
            assertThat(finding.code()).map(SourceLocation::text).contains("com.acme.Login#remember:42");
            assertThat(finding.message())
                    .isEqualTo("the cookie 'tracker' is set here (new jakarta.servlet.http.Cookie) and not declared:"
                            + " declare it, or remove it");
        });
    }

    @Test
    void similarNamesAndOtherKindsAreSuggested() {
        assertThat(undeclaredFor(TestEvidence.cookie("themes")).get(0).message())
                .endsWith("did you mean the declared 'theme'?");
        assertThat(undeclaredFor(TestEvidence.cookie("layout")).get(0).message())
                .endsWith("the declared one is of the kind local-storage, so declare this one as well");
    }

    @Test
    void patternsWithoutDeclaredPatternAreUndeclared() {
        assertThat(undeclaredFor(TestEvidence.of("user_*", Kind.COOKIE, TestEvidence.SCRIPT, Certainty.PATTERN))
                        .get(0)
                        .message())
                .contains("no declared pattern covers them")
                .endsWith("in the set-by of each: src/main/webapp/app.js");
        // It may be 'theme', and may be any other name.
        assertThat(undeclaredFor(TestEvidence.of("th*", Kind.COOKIE, TestEvidence.SCRIPT, Certainty.PATTERN)))
                .hasSize(1);
    }

    @Test
    void deletedCookiesNeedNoDeclarationAndProveNothing() {
        assertThat(messages(
                        TestEvidence.deleted(TestEvidence.cookie("legacy")),
                        TestEvidence.deleted(TestEvidence.cookie("sid"))))
                .contains("never-found the cookie 'sid' is declared, and no scanned file sets it: remove it,"
                        + " or state in set-by where it comes from, such as 'elsewhere'")
                .noneMatch(line -> line.contains("legacy"));
    }

    @ParameterizedTest
    @CsvSource({
        "com.acme.Login, remember, true",
        "com.acme.Login, lambda$remember$3, true",
        "com.acme.Login$Form, remember, true",
        "com.acme.Login, forget, false",
        "com.acme.LoginPage, remember, false",
    })
    void setByCoversLocationsWithUnknownNames(String type, String method, boolean covered) {
        CodePlace place = new CodePlace.Code(type, method, OptionalInt.of(1), Optional.empty());

        assertThat(undeclaredFor(TestEvidence.of("", Kind.COOKIE, place, Certainty.UNRESOLVED)))
                .hasSize(covered ? 0 : 1);
    }

    @ParameterizedTest
    @CsvSource({
        "src/main/webapp/lib/a.js, true",
        "src/main/webapp/lib, true",
        "src/main/webapp/library.js, false",
    })
    void foldersInSetByCoverTheirFiles(String path, boolean covered) {
        CodePlace place = new CodePlace.Text(path, new SourcePosition(1, 1));

        assertThat(undeclaredFor(TestEvidence.of("", Kind.COOKIE, place, Certainty.UNRESOLVED)))
                .hasSize(covered ? 0 : 1);
    }

    @Test
    void setByDoesNotCoverKnownNames() {
        assertThat(undeclaredFor(TestEvidence.cookie("other"))).hasSize(1);
    }

    @Test
    void unknownNamesSuggestSetBy() {
        CodePlace place = new CodePlace.Code("com.acme.Jar", "lambda$put$0", OptionalInt.of(7), Optional.empty());

        assertThat(undeclaredFor(TestEvidence.of("", Kind.COOKIE, place, Certainty.UNRESOLVED)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo("name-unknown");
                    assertThat(finding.message()).endsWith("with this place in its set-by: com.acme.Jar#put");
                });
    }

    @Test
    void dependenciesAndKnownLibrariesAreWarnings() {
        assertThat(undeclaredFor(TestEvidence.from("org.acme:lib:1.0", TestEvidence.cookie("lib"))))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo("undeclared-elsewhere");
                    assertThat(finding.severity().word()).isEqualTo("warning");
                    assertThat(finding.message()).contains("org.acme:lib:1.0 sets it");
                });
        assertThat(undeclaredFor(TestEvidence.of("_ga", Kind.COOKIE, TestEvidence.SCRIPT, Certainty.CLAIMED)))
                .singleElement()
                .satisfies(finding -> assertThat(finding.rule()).isEqualTo("undeclared-elsewhere"));
    }

    @Test
    void differingAttributesAreOneFinding() {
        ObservedAttributes seen = new ObservedAttributes(
                Optional.of(new Lifetime.Session()),
                Optional.of(false),
                Optional.of(true),
                Optional.of(SameSite.STRICT),
                Optional.empty(),
                Optional.empty());

        assertThat(messages(TestEvidence.with(TestEvidence.cookie("sid"), seen)).stream()
                        .filter(line -> line.startsWith("attributes")))
                .containsExactly("attributes-differ the cookie 'sid': http-only is declared 'true' and is 'false' here,"
                        + " same-site is declared 'Lax' and is 'Strict' here, lifetime is declared '14 days' and is"
                        + " 'session' here: change the code or the declaration");
    }

    @ParameterizedTest
    @CsvSource({
        "15552000, true", // 180 days
        "15897600, true", // 184 days
        "14515200, true", // 168 days, six times 28
        "12960000, false", // 150 days
        "31536000, false",
    })
    void monthsMatchLifetimesInDays(long seconds, boolean same) {
        ObservedAttributes seen = new ObservedAttributes(
                Optional.of(new Lifetime.Lasting(seconds, ChronoUnit.SECONDS)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());

        assertThat(messages(TestEvidence.guarded(TestEvidence.with(TestEvidence.cookie("theme"), seen))).stream()
                        .filter(line -> line.startsWith("attributes")))
                .hasSize(same ? 0 : 1);
    }

    @Test
    void cookiesWithoutConsentCheckShowTheCheck() {
        assertThat(messages(TestEvidence.cookie("theme")))
                .contains("set-before-consent the cookie 'theme' needs consent (category 'preferences'), and this code"
                        + " sets it without checking for consent: set it only if Cookies.isAllowed(\"theme\", consent), with consent"
                        + " from Cookies.Consent.parse");
        assertThat(messages(TestEvidence.of("layout", Kind.LOCAL_STORAGE, TestEvidence.SCRIPT, Certainty.CERTAIN)))
                .anyMatch(line -> line.startsWith("set-before-consent")
                        && line.contains("data-category=\"preferences\"")
                        && line.contains("window.cookieCharter.consent().granted.includes(\""));
        assertThat(messages(TestEvidence.from("org.acme:lib:1.0", TestEvidence.cookie("theme"))))
                .noneMatch(line -> line.startsWith("set-before-consent"));
    }

    @Test
    void consentChecksOfPatternsUseTheResultingName() {
        assertThat(messages(TestEvidence.of("font_*", Kind.COOKIE, TestEvidence.LOGIN, Certainty.PATTERN)))
                .anyMatch(line -> line.endsWith("set it only if Cookies.isAllowed(name, consent), with the name that it"
                        + " gets, and consent from Cookies.Consent.parse"));
    }

    @Test
    void serverCookiesAreNotBlockedByTags() {
        assertThat(messages(
                        TestEvidence.of("theme", Kind.COOKIE, text("src/main/webapp/index.jsp"), Certainty.CERTAIN)))
                .anyMatch(line -> line.contains("set it only if Cookies.isAllowed(\"theme\", consent)"));
        assertThat(messages(TestEvidence.of(
                        "theme", Kind.COOKIE, text("src/main/webapp/WEB-INF/web.xml"), Certainty.CERTAIN)))
                .anyMatch(line ->
                        line.endsWith("if the site cannot provide what visitors ask for without it, move it to a"
                                + " category that needs no consent, otherwise remove this code"));
    }

    private static CodePlace text(String path) {
        return new CodePlace.Text(path, new SourcePosition(3, 5));
    }

    @Test
    void whatTheServicesOwnScriptsAndFramesSetNeedsNoExplanation() {
        String yaml = SITE + """
                  audience:
                    category: statistics
                    purpose: Counts visits
                    scripts: ["https://stats.example.org/matomo.js"]
                    cookies:
                      _pk_id.*: { lifetime: 13 months }
                      _other: { lifetime: 13 months }
                  videos:
                    category: marketing
                    purpose: Shows videos
                    frames: ["https://www.youtube.com/embed/*"]
                    cookies:
                      VISITOR_INFO1_LIVE: { lifetime: 6 months }
                  elsewhere:
                    category: statistics
                    purpose: Counts clicks
                    scripts: ["https://other.example/a.js"]
                    cookies:
                      _ga: { lifetime: 2 years }
                """;

        assertThat(DeclarationMatcher.match(TestCharter.of(yaml), List.of(), "Cookies", DeclarationMatcherTest::place)
                        .findings())
                .extracting(finding -> finding.cookie().orElse(""))
                .contains("_other", "_ga")
                .doesNotContain("_pk_id.*", "VISITOR_INFO1_LIVE");
    }

    @Test
    void cookiesNeverFoundAreNotesUnlessSetByExplainsThem() {
        List<String> messages =
                DeclarationMatcher.match(TestCharter.of(SITE), List.of(), "Cookies", DeclarationMatcherTest::place)
                        .findings()
                        .stream()
                        .map(finding -> finding.rule() + " " + finding.cookie().orElse(""))
                        .toList();

        assertThat(messages)
                .containsExactlyInAnyOrder(
                        "never-found sid", "never-found csrf_*", "never-found theme", "never-found layout");
    }

    private static List<Finding> undeclaredFor(Evidence evidence) {
        return compare(evidence).stream()
                .filter(finding -> List.of("undeclared", "undeclared-elsewhere", "name-unknown")
                        .contains(finding.rule()))
                .toList();
    }

    private static List<String> messages(Evidence... evidence) {
        return compare(evidence).stream()
                .map(finding -> finding.rule() + " " + finding.message())
                .toList();
    }

    private static List<Finding> compare(Evidence... evidence) {
        return DeclarationMatcher.match(
                        TestCharter.of(SITE), List.of(evidence), "com.acme.Cookies", DeclarationMatcherTest::place)
                .findings();
    }

    private static SourceLocation place(CodePlace place, String origin) {
        return new SourceLocation(place.text(), Optional.empty());
    }
}
