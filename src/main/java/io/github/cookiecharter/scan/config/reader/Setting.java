package io.github.cookiecharter.scan.config.reader;

import io.github.cookiecharter.model.diagnostic.SourcePosition;
import io.github.cookiecharter.scan.model.TextFile;

/**
 * One setting in a configuration.
 *
 * @param key the key from the root: names with dots between them, in XML the path of elements with slashes
 * @param value the value without quotation marks, with placeholders unresolved; empty for the presence of an XML element
 * @param at the position of its key
 * @param file the file that contains it
 */
public record Setting(String key, String value, SourcePosition at, TextFile file) {

    /** The value of a key whose value is determined only when the application runs. */
    public static final String UNKNOWN_VALUE = "#{}";
}
