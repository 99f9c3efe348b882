package io.github.cookiecharter.audit.crawl;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The pages of an audit, level by level: first those that the user or a sitemap names, then those to which these link, and so
 * on. Of the pages that nobody names, one example for each shape of path.
 */
public final class PageQueue {

    private final URI site;
    private final CrawlLimits limits;
    private final RobotsRules robots;
    private final Set<String> pages = new LinkedHashSet<>();
    private final Set<String> shapes = new HashSet<>();
    private final Set<String> beyond = new LinkedHashSet<>();
    private final Set<String> forbidden = new LinkedHashSet<>();
    private List<String> level = new ArrayList<>();
    private int depth;

    /**
     * Creates a queue.
     *
     * @param site where the site runs; ends with a slash
     * @param named the pages that the user names, which are all visited, unless they are too many
     */
    public PageQueue(URI site, CrawlLimits limits, RobotsRules robots, List<String> named) {
        this.site = site;
        this.limits = limits;
        this.robots = robots;
        for (String page : named) {
            shapes.add(PathShape.of(page));
            add(page);
        }
    }

    /** Adds what a sitemap lists to the pages of the first level. */
    public void addListed(Collection<String> addresses) {
        addresses.forEach(address -> follow(PageLink.listed(address)));
    }

    /** Returns the pages of this level. */
    public List<String> level() {
        return List.copyOf(level);
    }

    /** Returns whether the links of this level are followed. */
    public boolean wantsLinks() {
        return depth < limits.depth();
    }

    /** Goes on to the pages to which those of this level link. */
    public void next(Collection<PageLink> links) {
        boolean follows = wantsLinks();
        level = new ArrayList<>();
        depth++;
        if (follows) {
            links.forEach(this::follow);
        }
    }

    private void follow(PageLink link) {
        Optional<String> page = link.page(site);
        if (page.isPresent() && shapes.add(PathShape.of(page.get()))) {
            add(page.get());
        }
    }

    private void add(String page) {
        String path = site.getRawPath() + page.substring(1);
        if (pages.contains(page)) {
            return;
        }
        if (!robots.allows(path)) {
            forbidden.add(page);
        } else if (pages.size() >= limits.maxPages()) {
            beyond.add(page);
        } else {
            pages.add(page);
            level.add(page);
        }
    }

    /** Returns what was not visited, and why, in words. */
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (!beyond.isEmpty()) {
            notes.add("not visited, because maxPages is " + limits.maxPages() + ": " + some(beyond));
        }
        if (!forbidden.isEmpty()) {
            notes.add("not visited, because robots.txt does not allow it: " + some(forbidden));
        }
        return notes;
    }

    private static String some(Set<String> pages) {
        int most = 5;
        String first = String.join(", ", pages.stream().limit(most).toList());
        return pages.size() <= most ? first : first + " and " + (pages.size() - most) + " more";
    }
}
