/** Rules of the goal {@code check}. {@link io.github.cookiecharter.check} makes their findings; here they are described. */
package io.github.cookiecharter.rule.code;
