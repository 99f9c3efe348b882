/**
 * The jurisdictions whose rules are checked, as data: {@code jurisdictions.txt} has a section each, {@code adequacy.txt} the
 * countries whose protection of personal data their lists recognise. Start with {@link
 * io.github.cookiecharter.jurisdiction.Jurisdictions}, which reads both; everything else receives a {@link
 * io.github.cookiecharter.jurisdiction.Jurisdiction} and asks it.
 */
package io.github.cookiecharter.jurisdiction;
