/**
 * Folders and archives, nested ones included, as one class path. Limits keep hostile archives from exhausting memory or
 * time. Start at {@link io.github.cookiecharter.scan.classpath.ClassPath}.
 */
package io.github.cookiecharter.scan.classpath;
