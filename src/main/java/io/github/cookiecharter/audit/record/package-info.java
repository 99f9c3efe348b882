/**
 * What an audit saw: each act and each thing that was kept, with page and phase, and what was not reached. No value of a
 * cookie or of storage is in it.
 *
 * <p>Start at {@link io.github.cookiecharter.audit.record.AuditRecord}, which {@link
 * io.github.cookiecharter.audit.record.RecordFiles} writes and reads.
 */
package io.github.cookiecharter.audit.record;
