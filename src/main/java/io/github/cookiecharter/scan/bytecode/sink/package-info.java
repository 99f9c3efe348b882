/**
 * Sinks: finds the calls that set or delete cookies, reads the attributes and the consent checks that dominate them, and
 * produces evidence.
 */
package io.github.cookiecharter.scan.bytecode.sink;
