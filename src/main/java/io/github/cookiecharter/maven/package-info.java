/**
 * The Mojos: one class a goal. A Mojo declares the parameters, calls its goal in {@link io.github.cookiecharter.goal} once
 * and logs the result. Nothing else in the plugin knows Maven, and nothing imports this package.
 */
package io.github.cookiecharter.maven;
