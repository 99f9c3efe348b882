/**
 * Configuration: which cookies settings name, and which cookies the frameworks that the project uses set by default. Start
 * at {@link io.github.cookiecharter.scan.config.ConfigScanner}.
 */
package io.github.cookiecharter.scan.config;
