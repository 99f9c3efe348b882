/** One reader per configuration format: each converts a file to settings with positions, or reports why it cannot. */
package io.github.cookiecharter.scan.config.reader;
