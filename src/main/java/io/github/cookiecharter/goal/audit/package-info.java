/**
 * The goals {@code audit} and {@code audit-verify}, independent of Maven: one visits the running site and records, the other
 * judges what was recorded. Start at {@link io.github.cookiecharter.goal.audit.AuditGoal}.
 */
package io.github.cookiecharter.goal.audit;
