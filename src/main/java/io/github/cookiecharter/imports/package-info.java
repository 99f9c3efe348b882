/**
 * From files of other tools to a first declaration: {@link io.github.cookiecharter.imports.format.Formats} reads each file,
 * {@link io.github.cookiecharter.imports.ImportMerger} merges what they tell by cookie and groups it to services, and {@link
 * io.github.cookiecharter.imports.ImportedDeclaration} writes the declaration. Start there.
 */
package io.github.cookiecharter.imports;
