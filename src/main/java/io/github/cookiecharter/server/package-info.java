/**
 * The guards: classes that hold back and delete cookies in a server, beside the constants class. In: a {@link
 * io.github.cookiecharter.charter.Charter} and the servers that the pom names. Out: one Java source file a server. Start at
 * {@link io.github.cookiecharter.server.GuardClasses}.
 */
package io.github.cookiecharter.server;
