/** Rules about what the policy must tell the visitor: controller, purposes, providers, transfers, rights, date. */
package io.github.cookiecharter.rule.disclosure;
