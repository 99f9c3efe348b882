/**
 * The built-in texts of each language, with its plural rules and the way it writes numbers, dates and durations. A
 * language is a properties file; {@link io.github.cookiecharter.language.Languages} finds them. Nothing here depends on
 * the locale data of the JDK.
 */
package io.github.cookiecharter.language;
