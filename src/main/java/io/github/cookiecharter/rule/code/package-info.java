/**
 * Rules of the goals {@code check} and {@code audit}. {@link io.github.cookiecharter.check} and {@code audit.judge} make their
 * findings; here they are described.
 */
package io.github.cookiecharter.rule.code;
