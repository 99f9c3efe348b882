/**
 * Mustache templates, and the one place for each encoding: HTML, JavaScript, JSON, Java, YAML. Start at {@link
 * io.github.cookiecharter.template.Templates}.
 */
package io.github.cookiecharter.template;
