/**
 * Finds an installed browser, starts it with a fresh profile, and ends it for sure.
 *
 * <p>In: a browser's name or path. Out: a {@link io.github.cookiecharter.audit.browser.BrowserSession}. Start at {@link
 * io.github.cookiecharter.audit.browser.BrowserLauncher}.
 */
package io.github.cookiecharter.audit.browser;
