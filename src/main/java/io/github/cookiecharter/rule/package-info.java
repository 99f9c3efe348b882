/**
 * The rule engine. In: a {@link io.github.cookiecharter.charter.Charter}, and the severities and exceptions that the site
 * asks for. Out: a {@link io.github.cookiecharter.rule.RuleResult} of {@linkplain
 * io.github.cookiecharter.rule.Finding findings}.
 *
 * <p>A rule is one class that implements {@link io.github.cookiecharter.rule.Rule}, in the subpackage of its subject:
 * {@code browser}, {@code consent}, {@code disclosure}, {@code exemption} or {@code code}. {@code catalogue} lists them
 * all, {@code data} holds the dated tables that they consult.
 */
package io.github.cookiecharter.rule;
