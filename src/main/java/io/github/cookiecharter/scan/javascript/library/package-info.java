/** Libraries in scripts: copies of them, what is bundled or imported, and what each is known to set. */
package io.github.cookiecharter.scan.javascript.library;
