/**
 * Configuration: the cookies that settings name, and those that the project's frameworks set by default. Start
 * at {@link io.github.cookiecharter.scan.config.ConfigScanner}.
 */
package io.github.cookiecharter.scan.config;
