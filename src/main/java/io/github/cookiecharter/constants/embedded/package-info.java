/**
 * The fixed parts of the generated constants class, as real classes: compiled and tested here, and embedded as source.
 * The lines between the marks {@code <embedded>} and {@code </embedded>} become members of the generated class, so they
 * are Java 8, use the imports of its template alone, and document everything. <code>/&#42; private &#42;/</code> stands
 * before what is private there and has to be seen by the other classes here. Start at {@code Consent}.
 */
package io.github.cookiecharter.constants.embedded;
