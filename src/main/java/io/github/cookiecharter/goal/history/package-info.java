/**
 * The goals about the history of a charter: {@link io.github.cookiecharter.goal.history.RecordGoal} keeps what visitors are
 * shown, {@link io.github.cookiecharter.goal.history.FindGoal} leads from an entry of the consent log to it, and {@link
 * io.github.cookiecharter.goal.history.ChangesGoal} says what changed.
 */
package io.github.cookiecharter.goal.history;
