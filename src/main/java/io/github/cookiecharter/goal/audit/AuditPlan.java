package io.github.cookiecharter.goal.audit;

import io.github.cookiecharter.audit.crawl.CrawlLimits;
import io.github.cookiecharter.audit.crawl.PageQueue;
import io.github.cookiecharter.audit.crawl.RobotsRules;
import io.github.cookiecharter.audit.crawl.SiteFiles;
import io.github.cookiecharter.audit.visit.AuditSettings;
import io.github.cookiecharter.audit.visit.SignIn;
import io.github.cookiecharter.audit.visit.VisitorState;
import io.github.cookiecharter.banner.BannerControls;
import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.goal.ParameterException;
import io.github.cookiecharter.model.diagnostic.SafeText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What an audit does, as the checked parameters say.
 *
 * @param controls how the banner is used; empty if the site has none
 * @param limits how far it goes beyond the pages that the user names
 * @param sitemap as the user writes it; empty for none
 * @param obeysRobots whether the rules of {@code robots.txt} count
 * @param sessions how many browsers visit at a time
 * @param signIn what makes a visitor one who is signed in
 */
record AuditPlan(
        AuditSettings settings,
        Optional<BannerControls> controls,
        CrawlLimits limits,
        String sitemap,
        boolean obeysRobots,
        int sessions,
        List<SignIn.Step> signIn) {

    private static final int MOST_SESSIONS = 16;

    /**
     * Checks the parameters.
     *
     * @throws ParameterException if one is missing or makes no sense
     */
    static AuditPlan of(AuditRequest request, Charter charter) throws ParameterException {
        AuditRequest.Site site = request.site();
        site.checkNames();
        AuditSettings settings = SiteParameters.of(site, charter);
        String robots = site.get("robots");
        if (!robots.equals("obey") && !robots.equals("ignore")) {
            throw new ParameterException(
                    "audit.robots", "is " + SafeText.quote(robots), "write 'obey', or 'ignore' for a site of your own");
        }
        String sitemap = site.get("sitemap");
        int sessions = SiteParameters.whole(site, "sessions", 1);
        if (sessions > MOST_SESSIONS) {
            throw new ParameterException(
                    "audit.sessions",
                    "is " + sessions,
                    "write a number up to " + MOST_SESSIONS + ", one for each browser");
        }
        return new AuditPlan(
                settings.with(state(request, charter)),
                BannerParameters.of(site, charter),
                new CrawlLimits(SiteParameters.whole(site, "depth", 0), SiteParameters.whole(site, "maxPages", 1)),
                sitemap.equals("false") ? "" : sitemap,
                robots.equals("obey") && !SiteParameters.isLoopback(settings.url()),
                sessions,
                SignInScript.read(site.get("login"), request.console()));
    }

    private static VisitorState state(AuditRequest request, Charter charter) throws ParameterException {
        String name = request.site().get("session");
        if (name.isEmpty()) {
            return VisitorState.EMPTY;
        }
        Path file = request.module().folder().resolve(name);
        try {
            String choice = charter.consent().cookie();
            return SessionFile.read(Files.readString(file), each -> each.equals(choice));
        } catch (IOException e) {
            throw new ParameterException(
                    "audit.session",
                    "is " + SafeText.quote(name) + ", which cannot be read ("
                            + (Files.exists(file) ? e.getMessage() : "there is no such file") + ")",
                    "write the path of a storageState of Playwright or of a cookie file");
        }
    }

    /** Returns the pages to begin with. */
    PageQueue queue(SiteFiles files) {
        boolean wantsSitemap = !sitemap.isEmpty();
        RobotsRules robots = obeysRobots || wantsSitemap ? files.robots() : RobotsRules.NONE;
        PageQueue queue =
                new PageQueue(settings.url(), limits, obeysRobots ? robots : robots.withoutRules(), settings.pages());
        if (wantsSitemap) {
            queue.addListed(files.sitemap(sitemap, robots));
        }
        return queue;
    }
}
