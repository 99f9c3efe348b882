/**
 * Findings, evidence and the charter in the forms that people and tools read: console lines, HTML, SARIF, JSON, YAML to
 * paste. This package formats; it decides nothing.
 */
package io.github.cookiecharter.report;
