/** The Java class of the cookie names that a charter allows. */
package io.github.cookiecharter.constants;
