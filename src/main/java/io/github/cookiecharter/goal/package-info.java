/**
 * The goals of the plugin, independent of Maven. Each goal takes a request, such as {@link
 * io.github.cookiecharter.goal.GenerateRequest}, and returns a {@link io.github.cookiecharter.goal.GoalResult}.
 *
 * <p>Start at {@link io.github.cookiecharter.goal.GenerateGoal#run}. {@link
 * io.github.cookiecharter.goal.ArtefactPipeline} is the path from the bytes of a declaration to the artefacts.
 */
package io.github.cookiecharter.goal;
