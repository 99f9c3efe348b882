package io.github.cookiecharter.audit.visit;

import io.github.cookiecharter.audit.browser.BrowserLaunchException;
import io.github.cookiecharter.audit.browser.BrowserSession;
import io.github.cookiecharter.audit.crawl.CrawlLimits;
import io.github.cookiecharter.audit.crawl.PageLink;
import io.github.cookiecharter.audit.crawl.PageQueue;
import io.github.cookiecharter.audit.crawl.RobotsRules;
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

    private final Starter starter;
    private final List<SignIn.Step> signIn;
    private AuditSettings settings;
    private final Optional<BannerControls> controls;
    private final Consumer<String> progress;
    private final PageQueue queue;
    private final int sessions;
    private final ValueHash values = new ValueHash();

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
        this(
                starter,
                settings,
                controls,
                progress,
                new PageQueue(settings.url(), CrawlLimits.NAMED_ONLY, RobotsRules.NONE, settings.pages()),
                1,
                List.of());
    }

    /**
     * Creates an audit that finds pages.
     *
     * @param queue the pages, in place of those of the settings
     * @param sessions how many browsers visit at a time
     * @param signIn what makes a visitor one who is signed in; nothing for visitors who are not
     */
    public SiteAudit(
            Starter starter,
            AuditSettings settings,
            Optional<BannerControls> controls,
            Consumer<String> progress,
            PageQueue queue,
            int sessions,
            List<SignIn.Step> signIn) {
        this.signIn = List.copyOf(signIn);
        this.starter = starter;
        this.settings = settings;
        this.controls = controls;
        this.progress = progress;
        this.queue = queue;
        this.sessions = sessions;
    }

    /** What the visits of one page showed. */
    private record PageOutcome(List<Visit> visits, List<Sighting> sightings, List<PageLink> links) {}

    /**
     * Visits the site.
     *
     * @param day the day of the audit, as ISO 8601
     * @throws BrowserLaunchException if the browser does not start, or does not show what it has to
     */
    public AuditRecord run(String day) throws BrowserLaunchException {
        try (BrowserPool pool = new BrowserPool(starter, sessions)) {
            if (!signIn.isEmpty()) {
                progress.accept("the sign-in");
                BrowserPool.Task<VisitorState> task = lease -> SignIn.run(lease.session(), settings, signIn);
                settings = settings.with(pool.run(List.of(task)).get(0));
            }
            List<Visit> visits = new ArrayList<>();
            List<Sighting> sightings = new ArrayList<>();
            while (!queue.level().isEmpty()) {
                List<BrowserPool.Task<PageOutcome>> tasks = new ArrayList<>();
                for (String page : queue.level()) {
                    tasks.add(lease -> visit(page, lease));
                }
                List<PageLink> links = new ArrayList<>();
                for (PageOutcome outcome : pool.run(tasks)) {
                    visits.addAll(outcome.visits());
                    sightings.addAll(outcome.sightings());
                    links.addAll(outcome.links());
                }
                queue.next(links);
            }
            return new AuditRecord(pool.title(), day, settings.url().toString(), visits, sightings, queue.notes());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrowserLaunchException("the audit was interrupted", e);
        }
    }

    private PageOutcome visit(String page, BrowserPool.Lease lease) throws BrowserLaunchException {
        List<Visit> visits = new ArrayList<>();
        List<Sighting> sightings = new ArrayList<>();
        List<PageLink> links = new ArrayList<>();
        for (VisitKey key : keys(page)) {
            progress.accept(key.words());
            boolean wantsLinks = visits.isEmpty() && queue.wantsLinks();
            PhaseVisit.Outcome outcome =
                    new PhaseVisit(lease.session(), settings, controls, values, key, wantsLinks).run();
            visits.add(outcome.visit());
            sightings.addAll(outcome.sightings());
            links.addAll(outcome.links());
            if (outcome.browserGone()) {
                lease.replace(key.words());
            }
        }
        return new PageOutcome(visits, sightings, links);
    }

    // The phases of a page one after the other, since the pages of a site are many and the phases are few.
    private List<VisitKey> keys(String page) {
        List<VisitKey> keys = new ArrayList<>();
        for (Phase phase : settings.phases()) {
            for (String choice : choices(phase)) {
                keys.add(new VisitKey(page, phase, choice));
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
}
