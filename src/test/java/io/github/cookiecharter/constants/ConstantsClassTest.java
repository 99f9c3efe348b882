package io.github.cookiecharter.constants;

import static io.github.cookiecharter.charter.TestCharters.cookie;
import static io.github.cookiecharter.charter.TestCharters.same;
import static io.github.cookiecharter.charter.TestCharters.site;
import static io.github.cookiecharter.charter.TestCharters.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.TestCharters.CookieDraft;
import io.github.cookiecharter.constants.ConstantsClass.Result;
import io.github.cookiecharter.goal.TestCharter;
import io.github.cookiecharter.model.Kind;
import io.github.cookiecharter.model.Lifetime;
import io.github.cookiecharter.model.diagnostic.Diagnostic;
import io.github.cookiecharter.model.diagnostic.SourcePosition;
import io.github.cookiecharter.project.Golden;
import io.github.cookiecharter.template.Templates;
import java.io.IOException;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConstantsClassTest {

    @Test
    void readsAsIfWrittenByHand() throws IOException {
        Charter charter = site("fr", "en")
                .name(same("Données ouvertes", List.of("fr", "en")))
                .service(
                        "necessary",
                        "authentication",
                        cookie("sessionid").purpose("Garder l'utilisateur reconnu d'une page à l'autre"),
                        cookie("cookieConsent")
                                .purpose("Se souvenir de votre choix")
                                .lifetime(6, ChronoUnit.MONTHS))
                .service(
                        "statistics",
                        "audience",
                        cookie("_pk_id.*").purpose("Compter les visites").lifetime(13, ChronoUnit.MONTHS),
                        cookie("_pk_ses.*")
                                .purpose("Compter les visites")
                                .lifetime(1, ChronoUnit.HOURS)
                                .renewed())
                .charter();

        String source = GeneratedClass.source(charter);

        GeneratedClass.compile(GeneratedClass.NAME, source);
        Golden.check(Path.of("src/test/resources/io/github/cookiecharter/constants/Cookies.java.golden"), source);
    }

    @ParameterizedTest
    @CsvSource({
        "sessionid, SESSIONID",
        "django_language, DJANGO_LANGUAGE",
        "XSRF-TOKEN, XSRF_TOKEN",
        "cookieConsent, COOKIE_CONSENT",
        "_ga, _GA",
        "__Host-SID, _HOST_SID",
        "2fa, _2FA",
        "a.-.b, A_B",
        "JSESSIONID, JSESSIONID",
        "x2Y, X2Y",
        "trailing-, TRAILING_",
        "_pk_id.*, _PK_ID_PREFIX",
        "wp*, WP_PREFIX",
        "'wordpress_logged_in_*', WORDPRESS_LOGGED_IN_PREFIX"
    })
    void constantsAreNamedAsTheContractSays(String name, String constant) {
        GeneratedClass cookies =
                GeneratedClass.of(site().service("necessary", "a", cookie(name)).charter());

        assertThat(cookies.constants()).containsExactly(entry(constant, name.replace("*", "")));
    }

    @Test
    void itKnowsFirstPartyCookiesAlone() {
        GeneratedClass cookies = GeneratedClass.of(site().service(
                        "necessary",
                        "a",
                        cookie("own"),
                        cookie("theirs").thirdParty(),
                        cookie("stored").kind(Kind.LOCAL_STORAGE),
                        cookie("https://x.example/pixel").kind(Kind.PIXEL),
                        cookie("kept").kind(Kind.SESSION_STORAGE))
                .charter());

        assertThat(cookies.names()).containsExactly("own");
        assertThat(cookies.constants()).containsOnlyKeys("OWN");
        assertThat(cookies.isDeclared("theirs")).isFalse();
        assertThat(cookies.isDeclared("stored")).isFalse();
    }

    @Test
    void ofTwoWithOneNameTheOneThatNeedsConsentAnswers() {
        GeneratedClass cookies = GeneratedClass.of(site().service("necessary", "a", cookie("id"), cookie("x_*"))
                .service(
                        "marketing",
                        "b",
                        cookie("id").path("/ads"),
                        cookie("x_*").path("/ads"))
                .charter());

        assertThat(cookies.constants()).containsOnlyKeys("ID", "X_PREFIX");
        assertThat(cookies.names()).containsExactly("id");
        for (String name : List.of("id", "x_1")) {
            assertThat(cookies.categoryOf(name)).contains("marketing");
            assertThat(cookies.isAllowed(name, "necessary")).isFalse();
            assertThat(cookies.isAllowed(name, "marketing")).isTrue();
        }
    }

    @Test
    void aLiteralWinsThenTheMoreLiteralPatternThenTheEarlier() {
        GeneratedClass cookies = GeneratedClass.of(site().service("necessary", "a", cookie("a*"), cookie("*_x"))
                .service("statistics", "b", cookie("ab*"), cookie("abc"))
                .service("marketing", "c", cookie("a*c*e"), cookie("x*_"), cookie("*z"))
                .service("preferences", "d", cookie("q*"), cookie("*qq"))
                .charter());

        assertThat(cookies.categoryOf("a")).contains("necessary");
        assertThat(cookies.categoryOf("ab")).contains("statistics");
        assertThat(cookies.categoryOf("abc")).contains("statistics");
        assertThat(cookies.categoryOf("abce")).contains("marketing");
        assertThat(cookies.categoryOf("ace")).contains("marketing");
        assertThat(cookies.categoryOf("a_x")).contains("necessary");
        assertThat(cookies.categoryOf("az")).as("the earlier of two equals").contains("necessary");
        assertThat(cookies.categoryOf("x_x")).as("the earlier of two equals").contains("necessary");
        assertThat(cookies.categoryOf("x")).isEmpty();
        assertThat(cookies.categoryOf("")).isEmpty();
        assertThat(cookies.names()).containsExactly("abc");
        assertThat(cookies.constants()).containsOnlyKeys("A_PREFIX", "AB_PREFIX", "ABC", "Q_PREFIX");
    }

    @Test
    void aPatternIsAsEarlyAsItsFirstNamesake() {
        GeneratedClass cookies = GeneratedClass.of(site().service("necessary", "a", cookie("b*"))
                .service("statistics", "b", cookie("*a"))
                .service("marketing", "c", cookie("b*").path("/ads"))
                .charter());

        assertThat(cookies.categoryOf("ba")).contains("marketing");
        assertThat(cookies.categoryOf("xa")).contains("statistics");
    }

    @Test
    void anExemptServiceNeedsNoGrantAndKeepsItsCategory() {
        GeneratedClass cookies = GeneratedClass.of(site().service("statistics", "measured", false, cookie("pk"))
                .service("statistics", "tracked", true, cookie("ga"))
                .charter());

        assertThat(cookies.isAllowed("pk")).isTrue();
        assertThat(cookies.categoryOf("pk")).contains("statistics");
        assertThat(cookies.isAllowed("ga")).isFalse();
        assertThat(cookies.isAllowed("ga", "statistics")).isTrue();
        assertThat(cookies.isAllowed("gb", "statistics")).isFalse();
        assertThat(cookies.categories()).containsExactly(entry("STATISTICS statistics", true));
    }

    @Test
    void categoriesOfTheSitesOwnAreConstantsToo() {
        GeneratedClass cookies = GeneratedClass.of(site().service("necessary", "a", cookie("a"))
                .service("live-chat", "b", cookie("b"))
                .service("3d-view", "c", cookie("c").thirdParty())
                .charter());

        assertThat(cookies.categories())
                .containsExactly(
                        entry("NECESSARY necessary", false),
                        entry("LIVE_CHAT live-chat", true),
                        entry("_3D_VIEW 3d-view", true));
    }

    @Test
    void aSiteWithoutCookiesHasAClassToo() {
        GeneratedClass cookies = GeneratedClass.of(site().charter());

        assertThat(cookies.names()).isEmpty();
        assertThat(cookies.categories()).isEmpty();
        assertThat(cookies.isAllowed("x")).isFalse();
    }

    @Test
    void noNameIsNoDeclaredName() {
        for (String name : List.of("a", "a*")) {
            GeneratedClass cookies = GeneratedClass.of(
                    site().service("necessary", "a", cookie(name)).charter());
            assertThat(cookies.isDeclared(null)).isFalse();
            assertThat(cookies.categoryOf(null)).isEmpty();
            assertThat(cookies.isAllowed(null)).isFalse();
        }
    }

    @Test
    void namesCannotBeChanged() {
        GeneratedClass cookies =
                GeneratedClass.of(site().service("necessary", "a", cookie("a")).charter());

        assertThatThrownBy(() -> cookies.names().remove("a")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void everyLifetimeIsTold() {
        String source = GeneratedClass.source(site().service(
                        "necessary",
                        "a",
                        cookie("a").lifetime(1, ChronoUnit.YEARS),
                        cookie("b").lifetime(30, ChronoUnit.MINUTES).renewed(),
                        cookie("c").lifetime(new Lifetime.Session()),
                        cookie("d").lifetime(new Lifetime.Persistent()))
                .charter());

        assertThat(source)
                .contains("Lifetime: 1 year.")
                .contains("Lifetime: 30 minutes, extended by each visit.")
                .contains("Lifetime: session.")
                .contains("Lifetime: persistent.");
    }

    @Test
    void theDeclaredConstantWins() {
        GeneratedClass cookies = GeneratedClass.of(site().service(
                        "necessary",
                        "a",
                        cookie("a-b").constant("FIRST"),
                        cookie("a_b"),
                        cookie("-").constant("DASH"),
                        cookie("c*").constant("START_OF_C"),
                        cookie("names").constant("Set"))
                .charter());

        assertThat(cookies.constants())
                .containsExactly(
                        entry("FIRST", "a-b"),
                        entry("A_B", "a_b"),
                        entry("DASH", "-"),
                        entry("START_OF_C", "c"),
                        entry("Set", "names"));
    }

    @Test
    void twoNamesWithOneConstantAreAnErrorAtTheSecond() {
        Result result = GeneratedClass.generate(
                site().service("necessary", "a", cookie("a-b"), cookie("other"), cookie("a_b"), cookie("A.B"))
                        .charter());

        assertThat(result.artefacts()).isEmpty();
        assertThat(result.diagnostics())
                .containsExactly(
                        Diagnostic.error(
                                new SourcePosition(4, 7),
                                "'a-b' and 'a_b' would both be the Java constant A_B: give one of them another name"
                                        + " with 'constant'"),
                        Diagnostic.error(
                                new SourcePosition(5, 7),
                                "'a-b' and 'A.B' would both be the Java constant A_B: give one of them another name"
                                        + " with 'constant'"));
    }

    @Test
    void whoTakesTheConstantOfTheAddedConsentCookieHasToGiveItBack() {
        Result result = GeneratedClass.generate(TestCharter.of("""
                site:
                  name: Acme
                  url: https://www.acme.example
                  languages: [en]
                services:
                  audience:
                    category: statistics
                    purpose: Counts the visits of each page
                    cookies:
                      choice: { lifetime: 1 day, constant: COOKIE_CONSENT }
                """));

        assertThat(result.diagnostics()).singleElement().satisfies(diagnostic -> {
            assertThat(diagnostic.position().line()).isEqualTo(10);
            assertThat(diagnostic.message())
                    .matches("'cookie_consent_\\w{6}' and 'choice' would both be the Java constant COOKIE_CONSENT: give"
                            + " 'choice' another name with 'constant'");
        });
    }

    @Test
    void aNameAndAPrefixCanMeet() {
        Result result = GeneratedClass.generate(site().service("necessary", "a", cookie("ga_prefix"), cookie("ga*"))
                .charter());

        assertThat(result.diagnostics())
                .singleElement()
                .satisfies(diagnostic -> assertThat(diagnostic.message())
                        .startsWith("'ga_prefix' and 'ga*' would both be the Java constant GA_PREFIX"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "_", "__", ".*", "_*", "!#$%&'*"})
    void aNameWithoutLettersAndDigitsNeedsAConstant(String name) {
        Result result = GeneratedClass.generate(
                site().service("necessary", "a", cookie(name)).charter());

        assertThat(result.artefacts()).isEmpty();
        assertThat(result.diagnostics())
                .containsExactly(Diagnostic.error(
                        new SourcePosition(2, 7),
                        "the name '" + name + "' has no letter and no digit to call a Java constant by: choose a name"
                                + " for it with 'constant'"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"class", "_", "1A", "A-B", "É", "A B", "Category", "Cookies", "literals", "A\\u0022"})
    void aDeclaredConstantMustBeFreeInJava(String constant) {
        Result result = GeneratedClass.generate(
                site().service("necessary", "a", cookie("a").constant(constant)).charter());

        assertThat(result.artefacts()).isEmpty();
        assertThat(result.diagnostics()).singleElement().satisfies(diagnostic -> {
            assertThat(diagnostic.isError()).isTrue();
            assertThat(diagnostic.message())
                    .startsWith("'" + constant + "' cannot be the name of a Java constant here");
        });
    }

    @Test
    void aConstantWithoutEffectIsAWarning() {
        Result result = GeneratedClass.generate(site().service(
                        "necessary",
                        "a",
                        cookie("a*b").constant("A_B"),
                        cookie("c").thirdParty().constant("C"))
                .charter());

        assertThat(result.artefacts()).hasSize(1);
        assertThat(result.diagnostics()).hasSize(2).noneMatch(Diagnostic::isError);
    }

    @Test
    void tenThousandNamesCompileAndAreFound() {
        CookieDraft[] drafts = IntStream.range(0, 10_000)
                .mapToObj(i -> cookie(i % 10 == 0 ? "prefix_" + i + "_*" : "cookie_" + i))
                .toArray(CookieDraft[]::new);
        GeneratedClass cookies =
                GeneratedClass.of(site().service("statistics", "a", drafts).charter());

        assertThat(cookies.names()).hasSize(9_000).startsWith("cookie_1", "cookie_2");
        assertThat(cookies.constants()).hasSize(10_000).containsEntry("PREFIX_9990_PREFIX", "prefix_9990_");
        assertThat(cookies.isDeclared("cookie_9999")).isTrue();
        assertThat(cookies.isAllowed("prefix_9990_a", "statistics")).isTrue();
        assertThat(cookies.isDeclared("prefix_9991_a")).isFalse();
    }

    @Test
    void moreNamesThanAClassHoldsAreAnError() {
        CookieDraft[] drafts = IntStream.range(0, 20_001)
                .mapToObj(i -> cookie("c-" + i).purpose("p"))
                .toArray(CookieDraft[]::new);
        Result tooMany =
                GeneratedClass.generate(site().service("necessary", "a", drafts).charter());

        assertThat(tooMany.artefacts()).isEmpty();
        assertThat(tooMany.diagnostics()).singleElement().satisfies(diagnostic -> {
            assertThat(diagnostic.position()).isEqualTo(new SourcePosition(20_002, 7));
            assertThat(diagnostic.message()).startsWith("a Java class has room for 20000 cookie names");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"Cookies", "io.github.acme.shop_web.Cookies", "a._1.SET", "a.record.$"})
    void anyNameOfAClassWillDo(String className) {
        Charter charter =
                site().service("necessary", "a", cookie("a"), cookie("b*")).charter();

        assertThat(ConstantsClass.isClassName(className)).isTrue();
        GeneratedClass.compile(className, GeneratedClass.source(charter, className));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "com.acme.",
                ".Cookies",
                "com..Cookies",
                "com.class.Cookies",
                "com.1.C",
                "a.Set",
                "a.String",
                "a.Category",
                "a.record",
                "a.Bücher",
                "a.b-c",
                "a/b"
            })
    void whatIsNoNameOfAClassIsTold(String className) {
        assertThat(ConstantsClass.isClassName(className)).isFalse();
    }

    @Test
    void aConstantCannotHaveTheNameOfItsClass() {
        Charter charter = site().service("necessary", "a", cookie("cookies")).charter();

        Result result = ConstantsClass.generate(charter, "com.acme.COOKIES", new Templates(Optional.empty()));

        assertThat(result.diagnostics())
                .singleElement()
                .satisfies(diagnostic ->
                        assertThat(diagnostic.message()).contains("would be called COOKIES, like the class itself"));
    }

    @Test
    void theDefaultLanguageSpeaks() {
        String source = GeneratedClass.source(site("de", "en")
                .name(words("de", "Laden", "en", "Shop"))
                .service("necessary", "a", cookie("a"))
                .charter());

        assertThat(source).contains("Site: Laden").doesNotContain("Shop");
    }
}
