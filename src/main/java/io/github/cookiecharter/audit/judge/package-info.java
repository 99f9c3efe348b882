/**
 * Holds what an audit saw against the charter. In: an {@link io.github.cookiecharter.audit.record.AuditRecord} and a {@link
 * io.github.cookiecharter.charter.Charter}. Out: findings. Start at {@link
 * io.github.cookiecharter.audit.judge.AuditJudge}.
 */
package io.github.cookiecharter.audit.judge;
