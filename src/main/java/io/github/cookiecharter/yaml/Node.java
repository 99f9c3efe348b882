package io.github.cookiecharter.yaml;

import io.github.cookiecharter.model.diagnostic.SourcePosition;
import java.util.List;

/** A node of the YAML tree, as written and without interpretation, with its source position. */
public sealed interface Node {

    /** Returns the position where the node begins. */
    SourcePosition position();

    /**
     * A scalar, as text, whatever type YAML 1.1 would give it.
     *
     * @param text as written, with YAML's own escapes and folding resolved
     * @param plain whether it is written without quotes
     * @param position where it begins
     */
    record Scalar(String text, boolean plain, SourcePosition position) implements Node {}

    /**
     * A mapping: keys and their values in the order of the file; only the first entry of a repeated key.
     *
     * @param entries the keys with their values
     * @param flow whether it is written in braces
     * @param complete false if the parser failed inside it, so that a key that is missing here may be present in the
     *     file
     * @param position where it begins
     */
    record Mapping(List<Entry> entries, boolean flow, boolean complete, SourcePosition position) implements Node {}

    /**
     * A sequence.
     *
     * @param items in the order of the file
     * @param complete false if the parser failed inside it
     * @param position where it begins
     */
    record Sequence(List<Node> items, boolean complete, SourcePosition position) implements Node {}

    /**
     * A missing value, such as that of a key without one.
     *
     * @param comment whether a comment stands there, which may have been meant as the value ({@code name: #1})
     * @param position where the value was expected
     */
    record MissingNode(boolean comment, SourcePosition position) implements Node {}

    /** A node with an error that is already reported, so that readers report nothing more about it. */
    record ErrorNode(SourcePosition position) implements Node {}

    /**
     * A key and its value.
     *
     * @param key as written
     * @param position where the key begins
     * @param value the value of the key
     */
    record Entry(String key, SourcePosition position, Node value) {}
}
