package io.github.cookiecharter.scan.config.reader;

import io.github.cookiecharter.model.diagnostic.SourcePosition;
import io.github.cookiecharter.scan.model.TextFile;

/**
 * One setting in a configuration.
 *
 * @param key its key from the root: names with dots between them, in XML the path of elements with slashes
 * @param value what it is set to, without quotation marks, its placeholders as they stand; empty for an element that
 *     is merely there
 * @param at where it begins
 * @param file the file that it stands in
 */
public record Setting(String key, String value, SourcePosition at, TextFile file) {

    /** The value of a key that a file sets to something that only the running application knows. */
    public static final String UNKNOWN_VALUE = "#{}";
}
