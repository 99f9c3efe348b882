/**
 * The Java class of the allowed cookie names, which also reads the visitor's choice. In: a {@link
 * io.github.cookiecharter.charter.Charter}. Out: one Java source file that compiles at release 8. Start at {@link
 * io.github.cookiecharter.constants.ConstantsClass}.
 */
package io.github.cookiecharter.constants;
