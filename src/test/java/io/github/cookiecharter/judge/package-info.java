/** Judges from outside – a browser, checkers and compilers – that say whether an artefact is right. */
package io.github.cookiecharter.judge;
