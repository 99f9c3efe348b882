/**
 * Which pages of a site an audit visits. What comes in: the pages that the user names, {@code robots.txt}, sitemaps, and the
 * links of pages that were loaded. What goes out: paths in the order of the visits, one example for each shape of path.
 *
 * <p>Start at {@link io.github.cookiecharter.audit.crawl.PageQueue}.
 */
package io.github.cookiecharter.audit.crawl;
