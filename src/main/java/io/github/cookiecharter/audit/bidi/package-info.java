/**
 * A client of WebDriver BiDi, the standard protocol by which a program drives a browser, over the JDK's own web socket.
 *
 * <p>In: commands as maps. Out: results and events as {@link io.github.cookiecharter.audit.json.JsonValue}. Start at {@link
 * io.github.cookiecharter.audit.bidi.BidiConnection}.
 *
 * @see <a href="https://www.w3.org/TR/webdriver-bidi/">WebDriver BiDi</a>
 */
package io.github.cookiecharter.audit.bidi;
