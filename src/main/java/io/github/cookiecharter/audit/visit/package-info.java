/**
 * Visits a running site as visitors do, once for each choice they can make.
 *
 * <p>In: a browser, pages, phases and the controls of the banner. Out: an {@link
 * io.github.cookiecharter.audit.record.AuditRecord}. Start at {@link io.github.cookiecharter.audit.visit.SiteAudit}.
 */
package io.github.cookiecharter.audit.visit;
