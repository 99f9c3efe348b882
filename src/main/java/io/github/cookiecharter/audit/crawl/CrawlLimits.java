package io.github.cookiecharter.audit.crawl;

/**
 * How far an audit goes beyond the pages that the user names.
 *
 * @param depth how many links away from them, 0 for none
 * @param maxPages how many pages it visits at most
 */
public record CrawlLimits(int depth, int maxPages) {

    /** Only what the user names. */
    public static final CrawlLimits NAMED_ONLY = new CrawlLimits(0, Integer.MAX_VALUE);
}
