package io.github.cookiecharter.audit.visit;

import io.github.cookiecharter.audit.browser.BrowserLaunchException;
import io.github.cookiecharter.audit.browser.BrowserSession;
import io.github.cookiecharter.audit.record.Phase;
import io.github.cookiecharter.audit.record.Sighting;
import io.github.cookiecharter.audit.record.VisitKey;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Shows before each audit that the browser keeps and tells what the audit relies on. Browsers change, and one that, say,
 * blocks the cookies of third parties would show a site full of trackers as clean.
 */
final class SelfTest {

    private static final Duration SETTLE = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private SelfTest() {}

    /**
     * Visits a small site on the loopback address.
     *
     * @throws BrowserLaunchException if something is not seen
     */
    static void run(BrowserSession session) throws BrowserLaunchException {
        try (SelfTestSite site = SelfTestSite.start()) {
            AuditSettings settings = new AuditSettings(
                    URI.create(site.url()),
                    List.of("/"),
                    List.of(Phase.BEFORE),
                    List.of(),
                    SETTLE,
                    PATIENCE,
                    Duration.ZERO);
            PhaseVisit.Outcome outcome = new PhaseVisit(
                            session,
                            settings,
                            Optional.empty(),
                            new ValueHash(),
                            new VisitKey("/", Phase.BEFORE, ""),
                            false)
                    .run();
            List<String> missing = missing(outcome);
            if (!missing.isEmpty()) {
                throw new BrowserLaunchException("the self-test failed, so an audit would prove nothing: "
                        + session.title() + " did not show " + String.join(", ", missing)
                        + "; use another version of the browser, or another browser");
            }
        } catch (IOException e) {
            throw new BrowserLaunchException(
                    "the site of the self-test could not be started (" + e.getMessage() + ")", e);
        }
    }

    private static List<String> missing(PhaseVisit.Outcome outcome) {
        List<String> missing = new ArrayList<>();
        if (!outcome.visit().phaseReached()) {
            return List.of("the page (" + outcome.visit().problem() + ")");
        }
        List<Sighting> seen = outcome.sightings();
        require(seen, "redirect", "Set-Cookie", "the cookie of a redirect", missing);
        require(seen, "refused", "Set-Cookie", "a cookie that browsers refuse", missing);
        require(seen, "script", "document.cookie", "a cookie of a script", missing);
        require(seen, "storage", "localStorage.setItem", "what a script stores", missing);
        require(seen, "third", "Set-Cookie", "the cookie of a third party", missing);
        require(seen, "redirect", Sighting.KEPT, "that it kept the cookie of a redirect", missing);
        require(seen, "script", Sighting.KEPT, "that it kept the cookie of a script", missing);
        require(seen, "storage", Sighting.KEPT, "what a page keeps", missing);
        require(seen, "third", Sighting.KEPT, "that it kept the cookie of a third party", missing);
        if (seen.stream().anyMatch(is("refused", Sighting.KEPT))) {
            missing.add("that it refuses the cookie of a foreign domain");
        }
        return missing;
    }

    private static void require(List<Sighting> seen, String name, String how, String what, List<String> missing) {
        if (seen.stream().noneMatch(is(name, how))) {
            missing.add(what);
        }
    }

    private static Predicate<Sighting> is(String name, String how) {
        return sighting -> sighting.name().equals(name) && sighting.how().equals(how);
    }
}
