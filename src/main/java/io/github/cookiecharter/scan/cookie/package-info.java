/**
 * What the text of a {@code Set-Cookie} header, or of an assignment to {@code document.cookie}, says of a cookie.
 *
 * <p>In: a text as bytecode, scripts or configuration make it, with its unknown parts
 * ({@link io.github.cookiecharter.scan.cookie.AbstractString}). Out: the cookie that a browser makes of it
 * ({@link io.github.cookiecharter.scan.cookie.SetCookie}). Start at
 * {@link io.github.cookiecharter.scan.cookie.SetCookieParser}.
 */
package io.github.cookiecharter.scan.cookie;
