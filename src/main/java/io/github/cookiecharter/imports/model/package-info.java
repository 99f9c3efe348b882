/**
 * What a file of another tool tells, in the keys of the declaration, before it is merged with other files: parts ({@link
 * io.github.cookiecharter.imports.model.ImportedPart}) with what is told of each key ({@link
 * io.github.cookiecharter.imports.model.Told}).
 */
package io.github.cookiecharter.imports.model;
