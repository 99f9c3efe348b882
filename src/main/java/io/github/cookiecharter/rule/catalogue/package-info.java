/** The list of all rules, and the calls that run them: {@link io.github.cookiecharter.rule.catalogue.Rules}. */
package io.github.cookiecharter.rule.catalogue;
