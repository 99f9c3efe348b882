package io.github.cookiecharter.yaml;

import io.github.cookiecharter.model.diagnostic.SourcePosition;
import java.util.List;

/** A piece of the file as it is written, before anybody asks what it means; every piece knows its place. */
public sealed interface Node {

    /** Where the node begins. */
    SourcePosition position();

    /**
     * A text, whatever YAML 1.1 would make of it.
     *
     * @param text as written, with YAML's own escapes and folding resolved
     * @param plain whether it stands without quotes
     * @param position where it begins
     */
    record Scalar(String text, boolean plain, SourcePosition position) implements Node {}

    /**
     * Keys and their values in the order of the file; of a repeated key the first alone.
     *
     * @param entries the keys with their values
     * @param flow whether it is written in braces
     * @param complete false where the reading broke off inside, so that a missing key proves nothing
     * @param position where it begins
     */
    record Mapping(List<Entry> entries, boolean flow, boolean complete, SourcePosition position) implements Node {}

    /**
     * A list.
     *
     * @param items in the order of the file
     * @param complete false where the reading broke off inside
     * @param position where it begins
     */
    record Sequence(List<Node> items, boolean complete, SourcePosition position) implements Node {}

    /**
     * A place where a value should stand and none does.
     *
     * @param comment whether a comment stands there, which may have been meant as the value
     * @param position where the value should stand
     */
    record MissingNode(boolean comment, SourcePosition position) implements Node {}

    /** A node whose problem is reported already: whoever meets it says nothing more. */
    record ErrorNode(SourcePosition position) implements Node {}

    /**
     * A key and its value.
     *
     * @param key as written
     * @param position where the key begins
     * @param value what stands behind it
     */
    record Entry(String key, SourcePosition position, Node value) {}
}
