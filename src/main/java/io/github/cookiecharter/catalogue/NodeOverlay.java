package io.github.cookiecharter.catalogue;

import io.github.cookiecharter.model.diagnostic.SourcePosition;
import io.github.cookiecharter.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lays one tree over another: what the nearer one says wins, key by key, and the farther one says the rest. */
public final class NodeOverlay {

    private static final String PURPOSE = "purpose";
    private static final String STANDARD = "standard";
    private static final String USE = "use";

    private NodeOverlay() {}

    /** Returns the nearer mapping, completed by the farther one. */
    public static Node.Mapping over(Node.Mapping nearer, Node.Mapping farther) {
        return new Node.Mapping(
                merge(nearer, farther), nearer.flow(), nearer.complete() && farther.complete(), nearer.position());
    }

    private static List<Node.Entry> merge(Node.Mapping nearer, Node.Mapping farther) {
        Map<String, Node.Entry> entries = new LinkedHashMap<>();
        for (Node.Entry entry : farther.entries()) {
            entries.put(entry.key(), entry);
        }
        for (Node.Entry entry : nearer.entries()) {
            Optional<Node.Entry> below = Optional.ofNullable(entries.get(entry.key()));
            Node value = below.isEmpty()
                    ? entry.value()
                    : over(entry.key(), entry.value(), below.get().value());
            entries.put(entry.key(), new Node.Entry(entry.key(), entry.position(), value));
        }
        return List.copyOf(entries.values());
    }

    private static Node over(String key, Node nearer, Node farther) {
        boolean merges =
                nearer instanceof Node.Mapping near && farther instanceof Node.Mapping far && !replaces(key, near, far);
        return merges ? over((Node.Mapping) nearer, (Node.Mapping) farther) : nearer;
    }

    // Another standard purpose, and another service of the catalogue, leave nothing of what stood in their place.
    private static boolean replaces(String key, Node.Mapping nearer, Node.Mapping farther) {
        Optional<Node> use = child(nearer, USE);
        Optional<Node> other = child(farther, USE);
        return (key.equals(PURPOSE) && child(nearer, STANDARD).isPresent())
                || (use.isPresent() && other.isPresent() && !sameText(use.get(), other.get()));
    }

    private static boolean sameText(Node one, Node other) {
        return one instanceof Node.Scalar a
                && other instanceof Node.Scalar b
                && a.text().equals(b.text());
    }

    /** Returns whether two trees say the same, wherever they stand. */
    public static boolean sameContent(Node one, Node other) {
        return at(SourcePosition.START, one).equals(at(SourcePosition.START, other));
    }

    /** Returns the value of a key, if the node is a mapping that has it. */
    public static Optional<Node> child(Node node, String key) {
        if (node instanceof Node.Mapping mapping) {
            for (Node.Entry entry : mapping.entries()) {
                if (entry.key().equals(key)) {
                    return Optional.of(entry.value());
                }
            }
        }
        return Optional.empty();
    }

    /** Returns the mapping with this value for a key, in the key's place or at the end. */
    public static Node.Mapping with(Node.Mapping mapping, Node.Entry entry) {
        Map<String, Node.Entry> entries = new LinkedHashMap<>();
        for (Node.Entry each : mapping.entries()) {
            entries.put(each.key(), each);
        }
        entries.put(entry.key(), entry);
        return new Node.Mapping(List.copyOf(entries.values()), mapping.flow(), mapping.complete(), mapping.position());
    }

    /** Returns the mapping without these keys. */
    public static Node.Mapping without(Node.Mapping mapping, List<String> keys) {
        List<Node.Entry> entries = new ArrayList<>(mapping.entries());
        entries.removeIf(entry -> keys.contains(entry.key()));
        return new Node.Mapping(List.copyOf(entries), mapping.flow(), mapping.complete(), mapping.position());
    }

    /** Returns the tree with all of its nodes at one position. */
    public static Node at(SourcePosition position, Node node) {
        if (node instanceof Node.Mapping mapping) {
            List<Node.Entry> entries = new ArrayList<>();
            for (Node.Entry entry : mapping.entries()) {
                entries.add(new Node.Entry(entry.key(), position, at(position, entry.value())));
            }
            return new Node.Mapping(List.copyOf(entries), false, mapping.complete(), position);
        }
        if (node instanceof Node.Sequence sequence) {
            List<Node> items = new ArrayList<>();
            for (Node item : sequence.items()) {
                items.add(at(position, item));
            }
            return new Node.Sequence(List.copyOf(items), sequence.complete(), position);
        }
        return node instanceof Node.Scalar scalar
                ? new Node.Scalar(scalar.text(), false, position)
                : new Node.ErrorNode(position);
    }
}
