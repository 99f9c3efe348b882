/** Scopes and the symbol table of one file: functions, variables, properties, imports. */
package io.github.cookiecharter.scan.javascript.scope;
