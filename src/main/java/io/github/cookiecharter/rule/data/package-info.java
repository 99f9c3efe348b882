/**
 * Dated tables that the rules consult: known cookies, retention limits, exemptions, adequacy decisions, vague phrases. Each
 * table is a text file beside these classes whose head names its format, its sources and its date.
 */
package io.github.cookiecharter.rule.data;
