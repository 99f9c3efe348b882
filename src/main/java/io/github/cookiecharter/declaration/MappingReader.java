package io.github.cookiecharter.declaration;

import io.github.cookiecharter.model.diagnostic.DiagnosticCollector;
import io.github.cookiecharter.model.diagnostic.DidYouMean;
import io.github.cookiecharter.model.diagnostic.SafeText;
import io.github.cookiecharter.model.diagnostic.SourcePosition;
import io.github.cookiecharter.model.diagnostic.SourcePositions;
import io.github.cookiecharter.yaml.Node;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a mapping with a fixed set of keys, and reports unknown and missing ones. */
final class MappingReader {

    // A sentence has fewer; without a limit, the cost would grow with the square of the number of keys without value.
    private static final int MAX_COMMAS = 50;

    private final String owner;
    private final SourcePosition start;
    private final boolean complete;
    private final DiagnosticCollector diagnostics;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Set<String> misspelt = new HashSet<>();

    /**
     * Creates a reader, and reports unknown keys and keys without value.
     *
     * @param node the node that should be a mapping
     * @param owner what the mapping describes, such as {@code cookie 'sessionid'}; empty for the file itself
     * @param start the position where the entry begins
     * @param known the keys that the mapping may have
     */
    MappingReader(Node node, String owner, SourcePosition start, List<String> known, DiagnosticCollector diagnostics) {
        this.owner = owner;
        this.start = start;
        this.diagnostics = diagnostics;
        if (!(node instanceof Node.Mapping mapping)) {
            complete = false;
            if (!(node instanceof Node.ErrorNode)) {
                diagnostics.error(
                        node.position(),
                        (owner.isEmpty() ? "the file" : owner) + " must be a mapping with keys such as "
                                + SafeText.quote(known.get(0)) + ", not a " + ScalarReader.kind(node));
            }
            return;
        }
        complete = mapping.complete();
        for (int i = 0; i < mapping.entries().size(); i++) {
            Node.Entry entry = mapping.entries().get(i);
            if (known.contains(entry.key())) {
                values.put(entry.key(), requireValue(entry, diagnostics));
            } else if (!reportIfRestOfText(mapping, i, diagnostics)) {
                DidYouMean.suggestion(entry.key(), known).ifPresent(misspelt::add);
                diagnostics.error(
                        entry.position(),
                        entry.key().startsWith("\u00A0")
                                ? "a no-break space (U+00A0) stands before this key: put a space in the place of each"
                                : "unknown key " + SafeText.quote(entry.key()) + (owner.isEmpty() ? "" : " in " + owner)
                                        + DidYouMean.messageEnd(entry.key(), known));
            }
        }
    }

    /** Returns the value of an entry, and reports a missing one. */
    static Node requireValue(Node.Entry entry, DiagnosticCollector diagnostics) {
        if (entry.value() instanceof Node.MissingNode missing) {
            diagnostics.error(
                    entry.position(),
                    "there is no value after the key " + SafeText.quote(entry.key())
                            + (missing.comment()
                                    ? ": a '#' begins a comment, so put a text that begins with it in quotes"
                                    : ": give it a value, or remove it"));
            return new Node.ErrorNode(missing.position());
        }
        return entry.value();
    }

    /** Returns whether a comma in braces split a text, so that its rest was parsed as a key; reports it if so. */
    static boolean reportIfRestOfText(Node.Mapping mapping, int index, DiagnosticCollector diagnostics) {
        if (index == 0 || !mapping.flow() || !hasNoValue(mapping.entries().get(index))) {
            return false;
        }
        int first = index - 1;
        while (first > Math.max(0, index - MAX_COMMAS)
                && hasNoValue(mapping.entries().get(first))) {
            first--;
        }
        if (!(mapping.entries().get(first).value() instanceof Node.Scalar start) || !start.plain()) {
            return false;
        }
        StringBuilder whole = new StringBuilder(start.text());
        for (int i = first + 1; i <= index; i++) {
            whole.append(", ").append(mapping.entries().get(i).key());
        }
        boolean goesOn = index + 1 < mapping.entries().size()
                && hasNoValue(mapping.entries().get(index + 1));
        if (!goesOn) {
            diagnostics.error(
                    mapping.entries().get(first + 1).position(),
                    "the comma before "
                            + SafeText.quote(mapping.entries().get(first + 1).key())
                            + " ends the text: put all of it in quotes: " + SafeText.quoteAsYaml(whole.toString()));
        }
        return true;
    }

    private static boolean hasNoValue(Node.Entry entry) {
        return entry.value() instanceof Node.MissingNode;
    }

    /** Returns the key's value, if it is written. */
    Optional<Node> get(String key) {
        return Optional.ofNullable(values.get(key));
    }

    boolean contains(String key) {
        return values.containsKey(key);
    }

    /** Returns whether the key is written, is written but misspelt, or may be in a part that could not be parsed. */
    boolean mayContain(String key) {
        return !complete || values.containsKey(key) || misspelt.contains(key);
    }

    /** Returns the key's value, or reports that it is missing and returns an error node. */
    Node require(String key, String hint) {
        Node value = values.get(key);
        if (value != null) {
            return value;
        }
        reportMissing(key, hint);
        return new Node.ErrorNode(start);
    }

    void reportMissing(String key, String hint) {
        if (!mayContain(key)) {
            diagnostics.error(
                    start,
                    "the key " + SafeText.quote(key) + " is missing" + (owner.isEmpty() ? "" : " in " + owner)
                            + (hint.isEmpty() ? "" : ": " + hint));
        }
    }

    /** Returns whether the whole entry was parsed, so that an absent key is really missing. */
    boolean isComplete() {
        return complete;
    }

    /** Returns the position of the key's value, or that of the entry if the key is missing. */
    SourcePosition positionOf(String key) {
        Node value = values.get(key);
        return value == null ? start : value.position();
    }

    SourcePositions positions() {
        Map<String, SourcePosition> keys = new HashMap<>();
        for (Map.Entry<String, Node> value : values.entrySet()) {
            keys.put(value.getKey(), value.getValue().position());
        }
        return new SourcePositions(start, keys);
    }
}
