/** The folders and archives of a project and of its libraries, walked once and within bounds. */
package io.github.cookiecharter.scan.classpath;
