package io.github.cookiecharter.rule;

import io.github.cookiecharter.model.diagnostic.SourcePosition;
import java.util.Optional;

/**
 * A place outside the declaration that a finding is about.
 *
 * @param text the place in one word, such as {@code com.acme.Login#remember:42}
 * @param file the file of the module that it stands in
 */
public record SourceLocation(String text, Optional<File> file) {

    /**
     * A file of the module.
     *
     * @param path relative to the module's folder, with {@code /}
     * @param uri relative to the root of the whole build, percent-encoded
     * @param at the position in it
     */
    public record File(String path, String uri, SourcePosition at) {}
}
