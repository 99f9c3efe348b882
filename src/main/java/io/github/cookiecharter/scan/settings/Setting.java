package io.github.cookiecharter.scan.settings;

import io.github.cookiecharter.scan.TextFile;
import io.github.cookiecharter.vocabulary.Position;

/**
 * One setting in a configuration.
 *
 * @param key its key from the root: names with dots between them, in XML the path of elements with slashes
 * @param value what it is set to, without quotation marks, its placeholders as they stand; empty for an element that
 *     is merely there
 * @param at where it begins
 * @param file the file that it stands in
 */
record Setting(String key, String value, Position at, TextFile file) {}
