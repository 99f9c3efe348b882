package io.github.cookiecharter.audit.visit;

import io.github.cookiecharter.audit.bidi.BidiException;
import io.github.cookiecharter.audit.browser.BrowserLaunchException;
import io.github.cookiecharter.audit.browser.BrowserSession;
import io.github.cookiecharter.audit.record.AuditRecord;
import io.github.cookiecharter.audit.record.Phase;
import io.github.cookiecharter.audit.record.Sighting;
import io.github.cookiecharter.audit.record.Visit;
import io.github.cookiecharter.audit.record.VisitKey;
import io.github.cookiecharter.banner.BannerControls;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Visits each page in each phase. A browser that ends is started again, so that the other visits are made. */
public final class SiteAudit {

    private static final int MOST_RESTARTS = 3;

    private final Starter starter;
    private final AuditSettings settings;
    private final Optional<BannerControls> controls;
    private final Consumer<String> progress;
    private final ValueHash values = new ValueHash();
    private final List<Visit> visits = new ArrayList<>();
    private final List<Sighting> sightings = new ArrayList<>();

    /** Starts a browser. */
    public interface Starter {

        /** Starts a browser with a fresh profile. */
        BrowserSession start() throws BrowserLaunchException;
    }

    /**
     * Creates an audit.
     *
     * @param controls how the site's banner is used; empty if it has none of this plugin
     * @param progress gets a line for each page
     */
    public SiteAudit(
            Starter starter, AuditSettings settings, Optional<BannerControls> controls, Consumer<String> progress) {
        this.starter = starter;
        this.settings = settings;
        this.controls = controls;
        this.progress = progress;
    }

    /**
     * Visits the site.
     *
     * @param day the day of the audit, as ISO 8601
     * @throws BrowserLaunchException if the browser does not start, or does not show what it has to
     */
    public AuditRecord run(String day) throws BrowserLaunchException {
        BrowserSession session = ready();
        try {
            String browser = session.title();
            int restarts = 0;
            for (VisitKey key : keys()) {
                progress.accept(key.words());
                PhaseVisit.Outcome outcome = new PhaseVisit(session, settings, controls, values, key).run();
                visits.add(outcome.visit());
                sightings.addAll(outcome.sightings());
                if (outcome.browserGone()) {
                    session.close();
                    if (++restarts > MOST_RESTARTS) {
                        throw new BrowserLaunchException("the browser ended " + restarts + " times, the last time at "
                                + key.words() + ": see whether it has enough memory");
                    }
                    session = subscribed();
                }
            }
            return new AuditRecord(browser, day, settings.url().toString(), visits, sightings);
        } finally {
            session.close();
        }
    }

    // The phases of a page one after the other, since the pages of a site are many and the phases are few.
    private List<VisitKey> keys() {
        List<VisitKey> keys = new ArrayList<>();
        for (String page : settings.pages()) {
            for (Phase phase : settings.phases()) {
                for (String choice : choices(phase)) {
                    keys.add(new VisitKey(page, phase, choice));
                }
            }
        }
        return keys;
    }

    private List<String> choices(Phase phase) {
        return switch (phase) {
            case CATEGORIES ->
                controls.map(BannerControls::categories).orElse(Map.of()).keySet().stream()
                        .sorted()
                        .toList();
            case OBJECT ->
                controls.map(BannerControls::objections).orElse(Map.of()).keySet().stream()
                        .sorted()
                        .toList();
            default -> List.of("");
        };
    }

    private BrowserSession ready() throws BrowserLaunchException {
        BrowserSession session = subscribed();
        try {
            SelfTest.run(session);
            return session;
        } catch (BrowserLaunchException e) {
            session.close();
            throw e;
        }
    }

    private BrowserSession subscribed() throws BrowserLaunchException {
        BrowserSession session = starter.start();
        try {
            List<String> events = new ArrayList<>(EventLog.EVENTS);
            if (session.hasDevTools()) {
                events.add(EventLog.EXTRA_INFO);
            }
            session.connection().call("session.subscribe", Map.of("events", events));
            return session;
        } catch (BidiException e) {
            session.close();
            throw new BrowserLaunchException(session.title() + " does not tell what happens: " + e.words(), e);
        }
    }
}
