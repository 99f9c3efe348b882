/** Rules about what browsers do with cookies and storage: prefixes, attributes, sizes, lifetimes. */
package io.github.cookiecharter.rule.browser;
