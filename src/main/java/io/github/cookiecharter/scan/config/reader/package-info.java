/** One reader a configuration format. Each turns a file into settings with positions, or reports why it cannot. */
package io.github.cookiecharter.scan.config.reader;
