package io.github.cookiecharter.audit.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.audit.record.AuditRecord;
import io.github.cookiecharter.audit.record.ButtonComparison;
import io.github.cookiecharter.audit.record.Phase;
import io.github.cookiecharter.audit.record.SeenKind;
import io.github.cookiecharter.audit.record.Sighting;
import io.github.cookiecharter.audit.record.Visit;
import io.github.cookiecharter.audit.record.VisitKey;
import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.goal.TestCharter;
import io.github.cookiecharter.model.Lifetime;
import io.github.cookiecharter.scan.model.ObservedAttributes;
import io.github.cookiecharter.scan.model.StorageAction;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AuditJudgeTest {

    private static final Charter CHARTER = TestCharter.of("""
            site:
              name: The Shop
              url: https://shop.test
              contact: privacy@shop.test
            services:
              session:
                category: necessary
                name: Session
                purpose: Keep the session open
                cookies:
                  SESSION: { lifetime: session }
                  basket: { lifetime: 30 days, secure: true }
              audience:
                category: statistics
                name: Statistics
                purpose: Count the visits
                cookies:
                  hits: { lifetime: 13 months }
                  heat: { kind: local-storage }
              adverts:
                category: marketing
                name: Adverts
                purpose: Show adverts
                scripts: [ "https://ads.test/a.js*" ]
                cookies:
                  adid: { lifetime: 1 year, domain: ads.test }
              load:
                category: statistics
                name: Load
                consent: exempt
                objection: true
                reason: Anonymous measurement
                anonymous: true
                purpose: Measure the load
                cookies:
                  load: { lifetime: 1 day }
            """);

    private String url = "https://shop.test/";
    private final List<Visit> visits = new ArrayList<>();
    private final List<Sighting> sightings = new ArrayList<>();

    private static VisitKey key(Phase phase, String choice) {
        return new VisitKey("/", phase, choice);
    }

    private Sighting see(
            Phase phase, String choice, SeenKind kind, String name, String host, String how, boolean after) {
        Sighting sighting = new Sighting(
                key(phase, choice),
                after,
                kind,
                name,
                StorageAction.SETS,
                host,
                host.equals("shop.test"),
                how,
                how.equals(Sighting.KEPT) ? host : "https://shop.test/page.js:1:2",
                ObservedAttributes.UNKNOWN,
                Optional.empty(),
                Optional.empty(),
                "");
        sightings.add(sighting);
        return sighting;
    }

    private void cookie(Phase phase, String name, String how) {
        see(phase, "", SeenKind.COOKIE, name, "shop.test", how, how.equals(Sighting.KEPT));
    }

    private void visit(Phase phase, boolean page, boolean reached, Optional<Boolean> banner, Optional<Boolean> again) {
        visits.add(new Visit(
                key(phase, ""),
                page,
                reached,
                reached ? "" : "it was not shown",
                List.of(),
                banner,
                again,
                Optional.empty()));
    }

    private AuditJudge.Verdict verdict(Map<String, String> code) {
        if (visits.isEmpty()) {
            visit(Phase.BEFORE, true, true, Optional.of(true), Optional.empty());
        }
        return AuditJudge.judge(CHARTER, new AuditRecord("Browser 1", "2026-11-30", url, visits, sightings), code);
    }

    private List<String> found() {
        return verdict(Map.of()).findings().stream()
                .map(finding -> finding.severity().word() + " " + finding.rule())
                .toList();
    }

    @Test
    void nothingIsFoundWhereEverythingIsDeclaredAndAllowed() {
        cookie(Phase.BEFORE, "SESSION", "Set-Cookie");
        cookie(Phase.ACCEPT, "hits", "document.cookie");
        cookie(Phase.ACCEPT, "hits", Sighting.KEPT);
        cookie(Phase.BEFORE, "load", Sighting.KEPT);
        see(Phase.CATEGORIES, "marketing", SeenKind.COOKIE, "adid", "x.ads.test", Sighting.KEPT, true);
        see(Phase.ACCEPT, "", SeenKind.REQUEST, "https://ads.test/a.js", "ads.test", "request", true);

        assertThat(found()).isEmpty();
    }

    @Test
    void whatIsNotDeclaredIsAnErrorOfTheSiteAndAWarningOfOthers() {
        cookie(Phase.BEFORE, "secret", "document.cookie");
        cookie(Phase.ACCEPT, "secret", Sighting.KEPT);
        see(Phase.BEFORE, "", SeenKind.LOCAL_STORAGE, "secret", "shop.test", Sighting.KEPT, true);
        see(Phase.BEFORE, "", SeenKind.COOKIE, "adid", "other.test", "Set-Cookie", false);

        assertThat(found())
                .containsExactlyInAnyOrder("error undeclared", "error undeclared", "warning undeclared-elsewhere");
        assertThat(verdict(Map.of()).undeclared()).hasSize(3);
        assertThat(verdict(Map.of("cookie secret", "Login.java:40"))
                        .findings()
                        .get(0)
                        .message())
                .isEqualTo("the cookie 'secret' is not declared, and document.cookie sets it, in the code at"
                        + " Login.java:40, seen on 1 of 1 page (before, accept): declare it, or remove what sets it");
    }

    @Test
    void whatTheBrowserRefusedIsNotStored() {
        Sighting seen = see(Phase.BEFORE, "", SeenKind.COOKIE, "foreign", "shop.test", "Set-Cookie", false);
        sightings.set(
                0,
                new Sighting(
                        seen.visit(),
                        seen.afterChoice(),
                        seen.kind(),
                        seen.name(),
                        seen.action(),
                        seen.host(),
                        seen.firstParty(),
                        seen.how(),
                        seen.place(),
                        seen.attributes(),
                        Optional.empty(),
                        Optional.of("InvalidDomain"),
                        ""));

        assertThat(found()).isEmpty();
    }

    @Test
    void whatNeedsConsentMustWaitForIt() {
        cookie(Phase.BEFORE, "hits", "document.cookie");
        see(Phase.GPC, "", SeenKind.LOCAL_STORAGE, "heat", "shop.test", Sighting.KEPT, true);

        assertThat(found()).containsExactly("error set-before-consent", "error set-before-consent");
    }

    @Test
    void aRefusalHolds() {
        cookie(Phase.REFUSE, "hits", Sighting.KEPT);
        see(Phase.CATEGORIES, "marketing", SeenKind.LOCAL_STORAGE, "heat", "shop.test", Sighting.KEPT, true);
        see(Phase.OBJECT, "load", SeenKind.COOKIE, "load", "shop.test", "document.cookie", true);

        assertThat(found())
                .containsExactly("error set-after-refusal", "error set-after-refusal", "error set-after-refusal");
    }

    @Test
    void aCategoryMayStoreItsOwn() {
        see(Phase.CATEGORIES, "statistics", SeenKind.COOKIE, "hits", "shop.test", Sighting.KEPT, true);
        see(Phase.OBJECT, "other", SeenKind.COOKIE, "load", "shop.test", Sighting.KEPT, true);

        assertThat(found()).isEmpty();
    }

    @Test
    void aWithdrawalHolds() {
        cookie(Phase.WITHDRAW, "hits", "document.cookie");
        cookie(Phase.WITHDRAW, "hits", Sighting.KEPT);
        see(Phase.WITHDRAW, "", SeenKind.COOKIE, "adid", "ads.test", Sighting.KEPT, true);

        assertThat(found()).containsExactly("error kept-after-withdrawal", "warning kept-after-withdrawal");
    }

    private void basket(Optional<Lifetime> lifetime, Optional<Boolean> secure) {
        Sighting seen = see(Phase.BEFORE, "", SeenKind.COOKIE, "basket", "shop.test", "Set-Cookie", false);
        sightings.set(
                0,
                new Sighting(
                        seen.visit(),
                        false,
                        seen.kind(),
                        seen.name(),
                        seen.action(),
                        seen.host(),
                        true,
                        seen.how(),
                        seen.place(),
                        new ObservedAttributes(
                                lifetime,
                                Optional.empty(),
                                secure,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()),
                        Optional.empty(),
                        Optional.empty(),
                        ""));
    }

    @Test
    void aCookieWithoutSecureIsAFindingWhereTheSiteRunsOnHttps() {
        basket(Optional.empty(), Optional.of(false));
        assertThat(found()).containsExactly("warning attributes-differ");
        url = "http://shop.localhost:8080/";
        assertThat(found()).isEmpty();
    }

    @Test
    void theHeaderIsComparedWithTheDeclaration() {
        basket(Optional.of(new Lifetime.Lasting(365, ChronoUnit.DAYS)), Optional.empty());

        assertThat(verdict(Map.of()).findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.message())
                        .isEqualTo("the cookie 'basket' (Set-Cookie): lifetime is declared '30 days' and is '365 days'"
                                + " here: change the code or the declaration"));
    }

    @Test
    void aThirdPartyIsNotAskedBeforeTheChoice() {
        see(Phase.BEFORE, "", SeenKind.REQUEST, "https://ads.test/a.js", "ads.test", "request", false);
        see(Phase.BEFORE, "", SeenKind.REQUEST, "https://fonts.test/f.woff", "fonts.test", "request", false);
        see(Phase.ACCEPT, "", SeenKind.REQUEST, "https://late.test/x", "late.test", "request", true);

        assertThat(found()).containsExactly("error asked-before-consent", "warning asked-before-consent");
    }

    @Test
    void theBannerAsksOnceAndRefusingIsAsEasy() {
        visits.add(new Visit(
                key(Phase.BEFORE, ""),
                true,
                true,
                "",
                List.of(),
                Optional.of(false),
                Optional.empty(),
                Optional.of(new ButtonComparison(true, 1000, 500, 1600, 1600, 700, 700, true))));
        visit(Phase.REFUSE, true, true, Optional.empty(), Optional.of(true));

        assertThat(found())
                .containsExactlyInAnyOrder("error banner-missing", "error banner-returns", "warning refusal-harder");
    }

    @Test
    void aFirstLayerWithoutRefusalIsAnError() {
        visits.add(new Visit(
                key(Phase.BEFORE, ""),
                true,
                true,
                "",
                List.of(),
                Optional.of(true),
                Optional.empty(),
                Optional.of(new ButtonComparison(false, 1000, 0, 1600, 0, 700, 0, false))));

        assertThat(found()).containsExactly("error refusal-harder");
    }

    @Test
    void whatWasNotReachedIsTold() {
        visit(Phase.BEFORE, false, false, Optional.empty(), Optional.empty());
        visit(Phase.GPC, false, false, Optional.empty(), Optional.empty());
        visit(Phase.REFUSE, true, false, Optional.empty(), Optional.empty());

        assertThat(verdict(Map.of()).findings())
                .extracting(finding -> finding.rule() + ": " + finding.message())
                .containsExactly(
                        "page-not-reached: the page was not reached (before, gpc): it was not shown",
                        "phase-not-reached: not reached (refuse): it was not shown");
    }

    @Test
    void onlyACompleteAuditProvesThatSomethingIsNeverSet() {
        visit(Phase.BEFORE, true, true, Optional.of(true), Optional.empty());
        visit(Phase.ACCEPT, true, true, Optional.empty(), Optional.of(false));

        assertThat(found()).isNotEmpty().allMatch("note never-found"::equals);

        visit(Phase.REFUSE, true, false, Optional.empty(), Optional.empty());

        assertThat(found()).containsExactly("error phase-not-reached");
    }

    @Test
    void otherMeansToTellVisitorsApartAreNoted() {
        see(Phase.BEFORE, "", SeenKind.CANVAS, "canvas.toDataURL", "shop.test", "canvas.toDataURL", false);
        see(Phase.BEFORE, "", SeenKind.WINDOW_NAME, "window.name", "shop.test", Sighting.KEPT, true);
        see(Phase.BEFORE, "", SeenKind.CACHE, "offline", "shop.test", Sighting.KEPT, true);

        assertThat(found()).containsExactly("note identifier-kept", "note identifier-kept");
    }

    private void replace(int index, StorageAction action, ObservedAttributes attributes, String value) {
        Sighting seen = sightings.get(index);
        sightings.set(
                index,
                new Sighting(
                        seen.visit(),
                        seen.afterChoice(),
                        seen.kind(),
                        seen.name(),
                        action,
                        seen.host(),
                        seen.firstParty(),
                        seen.how(),
                        seen.place(),
                        attributes,
                        Optional.empty(),
                        Optional.empty(),
                        value));
    }

    private static ObservedAttributes validIn(Optional<String> domain, String path) {
        return new ObservedAttributes(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), domain, Optional.of(path));
    }

    @Test
    void domainAndPathAreComparedWithTheDeclaration() {
        cookie(Phase.BEFORE, "SESSION", Sighting.KEPT);
        replace(0, StorageAction.SETS, validIn(Optional.of("shop.test"), "/account"), "");
        cookie(Phase.BEFORE, "basket", Sighting.KEPT);
        replace(1, StorageAction.SETS, validIn(Optional.empty(), "/"), "");

        assertThat(verdict(Map.of()).findings())
                .singleElement()
                .satisfies(
                        finding -> assertThat(finding.message())
                                .isEqualTo(
                                        "the cookie 'SESSION' (in the browser): path is declared '/' and is '/account' here, no"
                                                + " domain is declared and it is 'shop.test' here: change the code or the declaration"));
    }

    @Test
    void aValueThatIsRestoredAfterItsDeletionIsNoted() {
        cookie(Phase.BEFORE, "SESSION", "document.cookie");
        replace(0, StorageAction.DELETES, ObservedAttributes.UNKNOWN, "");
        cookie(Phase.BEFORE, "SESSION", Sighting.KEPT);
        replace(1, StorageAction.SETS, ObservedAttributes.UNKNOWN, "hash");
        cookie(Phase.BEFORE, "basket", Sighting.KEPT);
        replace(2, StorageAction.SETS, ObservedAttributes.UNKNOWN, "hash");

        assertThat(verdict(Map.of()).findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.message())
                        .isEqualTo("the cookie 'SESSION' was deleted and is there again, with the value that the cookie"
                                + " 'basket' has too: do not restore what visitors delete"));

        // Another visitor has the same value, so it tells nobody apart.
        cookie(Phase.GPC, "basket", Sighting.KEPT);
        replace(3, StorageAction.SETS, ObservedAttributes.UNKNOWN, "hash");

        assertThat(found()).isEmpty();
    }
}
