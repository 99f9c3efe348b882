package io.github.cookiecharter.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.goal.TestCharter;
import io.github.cookiecharter.report.CharterJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of change to a declaration is named by exactly the change that it is. */
class CharterComparisonTest {

    private static final String DECLARATION = """
            site:
              name: Shop
              url: https://shop.example
              languages: [en, fr]
              controller: Shop Ltd
              contact: privacy@shop.example
              updated: 2026-11-01
            consent: { lifetime: 6 months }
            providers:
              measure: { name: Measure Ltd, country: DE }
              show: { name: Show Inc, country: US, safeguard: Clauses }
            services:
              session:
                category: necessary
                name: Session
                cookies:
                  SESSION: { purpose: { en: Keep you signed in, fr: Garder la session }, lifetime: session, secure: true }
              audience:
                category: statistics
                provider: measure
                name: Matomo
                purpose: { en: Count visits, fr: Compter les visites }
                scripts: [ "https://stats.example/m.js" ]
                retention: 25 months
                cookies:
                  _pk_id.*: { lifetime: 13 months }
                  _pk_ses.*: { lifetime: 30 minutes, purpose: Join the pages of a visit }
              video:
                category: marketing
                provider: show
                name: Video
                purpose: Play videos
                frames: [ "https://video.example/*" ]
            """;

    /**
     * A change to the declaration.
     *
     * @param sentences what the comparison says
     */
    record Mutation(String from, String to, String... sentences) {

        String of(String declaration) {
            assertThat(declaration).contains(from);
            return declaration.replace(from, to);
        }

        @Override
        public String toString() {
            return String.join("; ", sentences);
        }
    }

    static List<Mutation> mutations() {
        return List.of(
                new Mutation(
                        "lifetime: 13 months",
                        "lifetime: 12 months",
                        "the lifetime of _pk_id.* (Matomo) went from 13 to 12 months"),
                new Mutation(
                        "lifetime: 30 minutes",
                        "lifetime: session",
                        "the lifetime of _pk_ses.* (Matomo) went from 30 minutes to session"),
                new Mutation(
                        "Join the pages of a visit",
                        "Join pages",
                        "the purpose of _pk_ses.* (Matomo) went from “Join the pages of a visit” to “Join pages”"),
                new Mutation(
                        "{ en: Count visits, fr: Compter les visites }",
                        "{ en: Count pages, fr: Compter les visites }",
                        "the purpose of Matomo went from “Count visits” to “Count pages”"),
                new Mutation(
                        "Compter les visites",
                        "Compter",
                        "the purpose in fr of Matomo went from “Compter les visites” to “Compter”"),
                new Mutation(
                        "Garder la session",
                        "Rester connecté",
                        "the purpose in fr of SESSION (Session) went from “Garder la session” to “Rester connecté”"),
                new Mutation(
                        "secure: true }",
                        "secure: true, http-only: true }",
                        "the HttpOnly attribute of SESSION (Session) is now stated: yes"),
                new Mutation(
                        "secure: true }",
                        "secure: true, same-site: Lax }",
                        "the SameSite attribute of SESSION (Session) is now stated: Lax"),
                new Mutation(
                        ", secure: true }",
                        "}",
                        "the Secure attribute of SESSION (Session) is no longer stated; it was yes"),
                new Mutation(
                        "lifetime: session, secure",
                        "lifetime: session, domain: shop.example, secure",
                        "the domains of SESSION (Session) are now stated: shop.example"),
                new Mutation(
                        "_pk_id.*: { lifetime: 13 months }",
                        "_pk_id.*: { lifetime: 13 months, domain: .shop.example }",
                        "the domains of _pk_id.* (Matomo) are now stated: shop.example"),
                new Mutation(
                        "_pk_id.*: { lifetime: 13 months }",
                        "_pk_id.*: { lifetime: 13 months, path: /a }",
                        "the path of _pk_id.* (Matomo) went from / to /a"),
                new Mutation(
                        "_pk_id.*: { lifetime: 13 months }",
                        "_pk_id.*: { lifetime: 13 months, renewed: true }",
                        "the extension at each visit of _pk_id.* (Matomo) is now stated: yes"),
                new Mutation(
                        "_pk_id.*: { lifetime: 13 months }",
                        "_pk_id.*: { lifetime: 13 months, recipients: Labs }",
                        "the recipients of _pk_id.* (Matomo) are now stated: “Labs”"),
                new Mutation(
                        "_pk_id.*: { lifetime: 13 months }",
                        "_pk_id.*: { lifetime: 13 months }\n      _pk_ref.*: { lifetime: 6 months }",
                        "the cookie _pk_ref.* was added (Matomo)"),
                new Mutation(
                        "      _pk_id.*: { lifetime: 13 months }\n", "", "the cookie _pk_id.* was removed (Matomo)"),
                new Mutation(
                        "retention: 25 months",
                        "retention: 24 months",
                        "the retention of the data of Matomo went from 25 to 24 months"),
                new Mutation(
                        "stats.example/m.js",
                        "stats.example/n.js",
                        "the script https://stats.example/n.js was added (Matomo)",
                        "the script https://stats.example/m.js was removed (Matomo)"),
                new Mutation(
                        "https://video.example/*",
                        "https://video.example/embed/*",
                        "the frame https://video.example/embed/* was added (Video)",
                        "the frame https://video.example/* was removed (Video)"),
                new Mutation(
                        "    name: Matomo\n",
                        "    name: Figures\n",
                        "the name of Figures went from “Matomo” to “Figures”"),
                new Mutation(
                        "    retention: 25 months\n",
                        "    retention: 25 months\n    anonymous: true\n",
                        "the claim of anonymous statistics of Matomo is now stated: yes"),
                new Mutation(
                        "    retention: 25 months\n",
                        "    retention: 25 months\n    location: On every page\n",
                        "the location of Matomo is now stated: “On every page”"),
                new Mutation(
                        "    provider: measure\n",
                        "    provider: show\n",
                        "the provider of Matomo went from “Measure Ltd” to “Show Inc”",
                        "the provider Measure Ltd was removed"),
                new Mutation(
                        "name: Measure Ltd, country: DE",
                        "name: Measure Ltd, country: FR",
                        "the country of the provider Measure Ltd went from DE to FR"),
                new Mutation(
                        "country: US",
                        "country: US, transfers: [IN]",
                        "the countries to which data goes of the provider Show Inc are now stated: IN"),
                new Mutation(
                        "safeguard: Clauses",
                        "safeguard: Rules",
                        "the safeguard for transfers of the provider Show Inc went from “Clauses” to “Rules”"),
                new Mutation(
                        "    category: marketing\n",
                        "    category: preferences\n",
                        "the category of Video went from “Marketing” to “Preferences”",
                        "the category Preferences was added",
                        "the category Marketing was removed"),
                new Mutation(
                        "    retention: 25 months\n",
                        "    retention: 25 months\n    consent: exempt\n    reason: Own figures\n",
                        "Matomo no longer needs consent",
                        "the reason for the exemption of Matomo is now stated: “Own figures”",
                        "the right to object of Matomo is now stated: yes"),
                new Mutation(
                        "lifetime: 6 months",
                        "lifetime: 12 months",
                        "the lifetime of the visitor's choice went from 6 to 12 months",
                        "the lifetime of cookie_consent_8m2644 (Your choice about cookies) went from 6 to 12 months"),
                new Mutation(
                        "controller: Shop Ltd",
                        "controller: Shop GmbH",
                        "the controller of the site went from “Shop Ltd” to “Shop GmbH”"),
                new Mutation("languages: [en, fr]", "languages: [en, fr, de]", "the languages of the site gained de"),
                new Mutation(
                        "languages: [en, fr]",
                        "languages: [en, fr]\n  hosts: [www.shop.example]",
                        "the host names of the site are now stated: www.shop.example"),
                new Mutation("updated: 2026-11-01", "updated: 2026-12-01"));
    }

    private static CharterSnapshot snapshot(String declaration) {
        return CharterJson.snapshot(TestCharter.of(declaration));
    }

    private static List<String> sentences(String before, String after) {
        return CharterComparison.compare(snapshot(before), snapshot(after)).stream()
                .map(ChangeSentence::of)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("mutations")
    void aChangeIsNamedByExactlyThatChange(Mutation mutation) {
        assertThat(sentences(DECLARATION, mutation.of(DECLARATION))).containsExactlyInAnyOrder(mutation.sentences());
    }

    @ParameterizedTest
    @MethodSource("mutations")
    void visitorsAreAskedAgainIfAndOnlyIfTheRevisionChanges(Mutation mutation) {
        Charter before = TestCharter.of(DECLARATION);
        Charter after = TestCharter.of(mutation.of(DECLARATION));
        List<Change> changes = CharterComparison.compare(CharterJson.snapshot(before), CharterJson.snapshot(after));
        assertThat(changes.stream().anyMatch(Change::asksAgain))
                .isEqualTo(
                        before.consent().computedRevision() != after.consent().computedRevision());
    }

    @ParameterizedTest
    @MethodSource("mutations")
    void everyChangeConcernsSomebody(Mutation mutation) {
        List<Change> changes = CharterComparison.compare(snapshot(DECLARATION), snapshot(mutation.of(DECLARATION)));
        assertThat(changes)
                .allMatch(change ->
                        List.of(Audience.values()).stream().anyMatch(audience -> audience.isConcernedBy(change)));
    }

    @Provide
    Arbitrary<List<Mutation>> severalMutations() {
        return Arbitraries.of(mutations()).list().ofMinSize(0).ofMaxSize(6).uniqueElements(Mutation::from);
    }

    @Property(tries = 60)
    void aCharterComparedWithItselfHasNoChange(@ForAll("severalMutations") List<Mutation> mutations) {
        String declaration = mutated(mutations);
        assertThat(sentences(declaration, declaration)).isEmpty();
    }

    @Property(tries = 60)
    void changesInTheOtherDirectionAreAsMany(@ForAll("severalMutations") List<Mutation> mutations) {
        String declaration = mutated(mutations);
        assertThat(sentences(DECLARATION, declaration)).hasSameSizeAs(sentences(declaration, DECLARATION));
    }

    // Those that no earlier one has made impossible.
    private static String mutated(List<Mutation> mutations) {
        String declaration = DECLARATION;
        for (Mutation mutation : mutations) {
            declaration = declaration.contains(mutation.from())
                            && !declaration
                                    .replace(mutation.from(), mutation.to())
                                    .equals(declaration)
                            && TestCharter.reading(declaration.replace(mutation.from(), mutation.to()))
                                    .declaration()
                                    .isPresent()
                    ? mutation.of(declaration)
                    : declaration;
        }
        return declaration;
    }

    @Test
    void aServiceComesAndGoes() {
        String without = DECLARATION.substring(0, DECLARATION.indexOf("  video:"));
        assertThat(sentences(without, DECLARATION))
                .containsExactly(
                        "Video was added (Marketing)",
                        "the provider Show Inc was added",
                        "the category Marketing was added");
        assertThat(sentences(DECLARATION, without))
                .containsExactly(
                        "Video was removed (Marketing)",
                        "the provider Show Inc was removed",
                        "the category Marketing was removed");
    }

    @Test
    void orderMeansNothing() {
        String one = "      _pk_id.*: { lifetime: 13 months }\n";
        String other = "      _pk_ses.*: { lifetime: 30 minutes, purpose: Join the pages of a visit }\n";
        assertThat(sentences(DECLARATION, DECLARATION.replace(one + other, other + one)))
                .isEmpty();
    }

    /** Some runtimes store the choice under a name that ends in the revision. */
    @Test
    void theRevisionInTheNameOfTheRecordIsNoChangeOfTheCookie() {
        String klaro = DECLARATION + "banner: { runtime: klaro }\n";
        assertThat(sentences(klaro, klaro.replace("lifetime: 13 months", "lifetime: 12 months")))
                .containsExactly("the lifetime of _pk_id.* (Matomo) went from 13 to 12 months");
    }

    /** The name of the record has a mark of the application, which its name makes. */
    @Test
    void aRecordUnderAnotherNameIsLost() {
        String renamed = DECLARATION.replace("name: Shop\n", "name: Store\n");
        assertThat(sentences(DECLARATION, renamed))
                .hasSize(2)
                .contains("the name of the site went from “Shop” to “Store”")
                .anyMatch(sentence ->
                        sentence.startsWith("the cookie of the visitor's choice went from cookie_consent_"));
        assertThat(asking(DECLARATION, renamed)).isEqualTo(Asking.AGAIN);
        String shared = DECLARATION.replace("lifetime: 6 months", "lifetime: 6 months, domain: shop.example");
        assertThat(asking(DECLARATION, shared)).isEqualTo(Asking.NOT_AGAIN);
    }

    @Test
    void saysWhetherVisitorsAreAsked() {
        String changed = DECLARATION.replace("lifetime: 13 months", "lifetime: 12 months");
        int revision = TestCharter.of(DECLARATION).consent().revision();
        String kept = changed.replace("lifetime: 6 months", "lifetime: 6 months, revision: " + revision);
        String bumped = DECLARATION.replace("lifetime: 6 months", "lifetime: 6 months, revision: 7");
        String none = DECLARATION.substring(0, DECLARATION.indexOf("  audience:"));
        assertThat(asking(DECLARATION, DECLARATION)).isEqualTo(Asking.NOT_AGAIN);
        assertThat(asking(DECLARATION, changed)).isEqualTo(Asking.AGAIN);
        assertThat(asking(DECLARATION, kept)).isEqualTo(Asking.KEPT_BY_HAND);
        assertThat(asking(DECLARATION, bumped)).isEqualTo(Asking.AGAIN_BY_HAND);
        assertThat(asking(none, DECLARATION)).isEqualTo(Asking.FOR_THE_FIRST_TIME);
        assertThat(asking(DECLARATION, none)).isEqualTo(Asking.NOBODY_IS_ASKED);
    }

    private static Asking asking(String before, String after) {
        CharterSnapshot old = snapshot(before);
        CharterSnapshot now = snapshot(after);
        return Asking.of(old, now, CharterComparison.compare(old, now));
    }

    @Test
    void filesOfOtherVersionsAreReadAsFarAsTheyGo() throws IOException {
        String old = """
                {"format": 0, "site": {"name": "Shop", "url": "https://shop.example", "updated": "soon"},
                 "categories": [{"id": "statistics", "name": {"en": "Statistics"}, "services": [
                   {"id": "audience", "consent": "required", "cookies": [{"name": "id", "lifetime": "P13M"}]}]}]}
                """;
        String later = """
                {"format": 9, "site": {"name": {"en": "Shop"}, "url": "https://shop.example", "languages": ["en"]},
                 "categories": [{"id": "statistics", "name": {"en": "Statistics"}, "services": [
                   {"id": "audience", "consent": "required", "objection": false, "scripts": [], "mood": {"of": [1, true]},
                    "cookies": [{"name": "id", "lifetime": "P12M", "colour": "red"}]}]}]}
                """;
        assertThat(CharterComparison.compare(read(old), read(later)).stream().map(ChangeSentence::of))
                .containsExactly(
                        "the mood of audience is now stated: 1, yes",
                        "the lifetime of id (audience) went from 13 to 12 months",
                        "the colour of id (audience) is now stated: red");
        assertThat(read(old).updated()).isEqualTo(Optional.empty());
    }

    @Test
    void whatIsNoCharterIsRefused() {
        for (String text : List.of("", "{", "[]", "{}", "\"text\"", "{\"site\": {\"name\": \"x\"}}")) {
            assertThat(refusal(text)).isEqualTo("refused");
        }
    }

    private static String refusal(String text) {
        try {
            return "read " + read(text);
        } catch (IOException e) {
            return String.valueOf(e.getMessage()).startsWith("is no") ? "refused" : "";
        }
    }

    private static CharterSnapshot read(String json) throws IOException {
        return CharterSnapshot.read(json.getBytes(StandardCharsets.UTF_8));
    }
}
