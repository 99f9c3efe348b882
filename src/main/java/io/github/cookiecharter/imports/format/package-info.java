/**
 * One reader a format of other tools: bytes in, an {@link io.github.cookiecharter.imports.model.ImportedFile} out. {@link
 * io.github.cookiecharter.imports.format.Formats} recognises the format by the content and never by the file's name. No
 * reader takes a value of a cookie, and none invents what its file does not tell.
 */
package io.github.cookiecharter.imports.format;
