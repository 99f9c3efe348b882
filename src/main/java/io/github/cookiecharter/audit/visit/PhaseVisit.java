package io.github.cookiecharter.audit.visit;

import io.github.cookiecharter.audit.bidi.BidiException;
import io.github.cookiecharter.audit.browser.BrowserSession;
import io.github.cookiecharter.audit.crawl.PageLink;
import io.github.cookiecharter.audit.record.ButtonComparison;
import io.github.cookiecharter.audit.record.Phase;
import io.github.cookiecharter.audit.record.Sighting;
import io.github.cookiecharter.audit.record.Visit;
import io.github.cookiecharter.audit.record.VisitKey;
import io.github.cookiecharter.audit.visit.VisitException.Stage;
import io.github.cookiecharter.banner.BannerControls;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One visit of a page by a new visitor, who does what the phase is about. */
final class PhaseVisit {

    private final BrowserSession session;
    private final AuditSettings settings;
    private final Optional<BannerControls> controls;
    private final ValueHash values;
    private final VisitKey key;
    private final boolean wantsLinks;
    private final List<PageLink> links = new ArrayList<>();
    private final List<Sighting> sightings = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private Optional<Boolean> bannerAtFirst = Optional.empty();
    private Optional<Boolean> bannerAgain = Optional.empty();
    private Optional<ButtonComparison> buttons = Optional.empty();

    PhaseVisit(
            BrowserSession session,
            AuditSettings settings,
            Optional<BannerControls> controls,
            ValueHash values,
            VisitKey key,
            boolean wantsLinks) {
        this.wantsLinks = wantsLinks;
        this.session = session;
        this.settings = settings;
        this.controls = controls;
        this.values = values;
        this.key = key;
    }

    /**
     * A visit and what was seen on it.
     *
     * @param links the links of the page, if they were asked for
     * @param browserGone whether the browser ended, so that another one has to be started
     */
    record Outcome(Visit visit, List<Sighting> sightings, List<PageLink> links, boolean browserGone) {}

    /** Makes the visit. Whatever goes wrong is told in the outcome. */
    Outcome run() {
        try (VisitorTab tab = VisitorTab.open(session, settings, key.phase() == Phase.GPC)) {
            return visit(tab);
        } catch (BidiException e) {
            return outcome(false, false, e.words(), !session.connection().isOpen());
        }
    }

    private Outcome visit(VisitorTab tab) throws BidiException {
        Optional<VisitException> problem = Optional.empty();
        boolean shown = false;
        try {
            tab.load(settings.address(key.page()));
            shown = true;
            if (wantsLinks) {
                links.addAll(tab.links());
            }
            act(tab);
        } catch (VisitException e) {
            problem = Optional.of(e);
        } catch (BidiException e) {
            if (e.reason() == BidiException.Reason.CLOSED) {
                throw e;
            }
            problem = Optional.of(new VisitException(Stage.PHASE, e.words()));
        }
        // What was seen until then is true, even if the visit could not go on.
        collect(tab, problem.isEmpty());
        notes.addAll(tab.notes());
        boolean pageReached = shown && problem.map(VisitException::stage).orElse(Stage.PHASE) != Stage.PAGE;
        return outcome(
                pageReached,
                problem.isEmpty(),
                problem.map(VisitException::words).orElse(""),
                false);
    }

    private Outcome outcome(boolean page, boolean phase, String problem, boolean browserGone) {
        return new Outcome(
                new Visit(key, page, phase, problem, notes, bannerAtFirst, bannerAgain, buttons),
                sightings,
                links,
                browserGone);
    }

    // The end of a visit that could not go on is not the end of its phase, so what is kept then proves nothing.
    private void collect(VisitorTab tab, boolean complete) throws BidiException {
        SightingCollector collector = new SightingCollector(settings, values, key, Instant.now());
        collector.addActs(tab.log());
        if (complete) {
            collector.addKept(CookieJar.read(session, tab.userContext()), tab.frames());
        }
        sightings.addAll(collector.sightings());
    }

    private void act(VisitorTab tab) throws VisitException, BidiException {
        switch (key.phase()) {
            case BEFORE, GPC -> {
                if (controls.isPresent()) {
                    VisitorBanner banner = new VisitorBanner(tab, controls.get());
                    bannerAtFirst = Optional.of(banner.isSeen());
                    buttons = bannerAtFirst.get() ? banner.buttons() : Optional.empty();
                }
                tab.reload();
            }
            case REFUSE -> {
                VisitorBanner banner = banner(tab);
                banner.refuse();
                tab.reload();
                bannerAgain = Optional.of(banner.isSeen());
            }
            case ACCEPT -> {
                VisitorBanner banner = banner(tab);
                banner.accept();
                tab.reload();
                bannerAgain = Optional.of(banner.isSeen());
            }
            case WITHDRAW -> {
                VisitorBanner banner = banner(tab);
                banner.accept();
                tab.reload();
                tab.log().setAfterChoice(false);
                banner.withdraw();
                tab.reload();
            }
            case CATEGORIES -> choose(tab, banner(tab).controls().categories().getOrDefault(key.choice(), List.of()));
            case OBJECT -> choose(tab, banner(tab).controls().objections().getOrDefault(key.choice(), List.of()));
        }
    }

    private void choose(VisitorTab tab, List<BannerControls.Switch> switches) throws VisitException, BidiException {
        VisitorBanner banner = banner(tab);
        banner.choose(switches);
        tab.reload();
        bannerAgain = Optional.of(banner.isSeen());
    }

    private VisitorBanner banner(VisitorTab tab) throws VisitException {
        return new VisitorBanner(
                tab,
                controls.orElseThrow(() -> new VisitException(
                        Stage.PHASE, "the declaration has no banner of this plugin, which the audit could use")));
    }
}
