/** What the classes of a project and of its libraries set, seen in their bytecode. */
package io.github.cookiecharter.scan.bytecode;
