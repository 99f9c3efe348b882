/**
 * The consent banner. In: a {@link io.github.cookiecharter.charter.Charter}. Out: {@code banner.js}, its style, the files of
 * the runtime, and the tags for the page's head.
 *
 * <p>Start at {@link io.github.cookiecharter.banner.BannerFiles}. One class a runtime implements {@link
 * io.github.cookiecharter.banner.RuntimeAdapter}.
 */
package io.github.cookiecharter.banner;
