/** Sinks in scripts: calls and assignments that set or delete cookies and web storage, and third-party resources. */
package io.github.cookiecharter.scan.javascript.sink;
