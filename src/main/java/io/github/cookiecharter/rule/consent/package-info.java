/** Rules about consent: who must be asked, what waits for the answer, and how long the answer holds. */
package io.github.cookiecharter.rule.consent;
