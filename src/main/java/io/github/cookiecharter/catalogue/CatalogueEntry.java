package io.github.cookiecharter.catalogue;

import io.github.cookiecharter.model.DataTable;
import io.github.cookiecharter.model.diagnostic.Diagnostic;
import io.github.cookiecharter.model.diagnostic.DiagnosticCollector;
import io.github.cookiecharter.yaml.Node;
import io.github.cookiecharter.yaml.NodeReader;
import io.github.cookiecharter.yaml.SourceDecoder;
import io.github.cookiecharter.yaml.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A service of the catalogue. Its file is a part of a declaration, with one service that has the entry's name. The comments
 * at its beginning say what a declaration cannot: {@code # source:}, {@code # date:}, {@code # usual:}, {@code # note:}.
 *
 * @param name the name by which declarations take it
 * @param summary what it is, in English
 * @param date when the facts were gathered, as an ISO date
 * @param sources where they were read
 * @param usual the cookies whose lifetimes no page of the vendor confirms: what is usual stands in the entry
 * @param notes what a site has to know, in English
 * @param service its service
 * @param provider its provider, with its id as the key; empty if the site itself provides it
 * @param text the file's text
 */
public record CatalogueEntry(
        String name,
        String summary,
        String date,
        List<String> sources,
        List<String> usual,
        List<String> notes,
        Node.Mapping service,
        Optional<Node.Entry> provider,
        String text) {

    /**
     * Reads the file of an entry.
     *
     * @throws IllegalArgumentException if the file is not in the format of an entry, which a test of the catalogue prevents
     */
    static CatalogueEntry read(String name, byte[] content) {
        DiagnosticCollector diagnostics = new DiagnosticCollector();
        SourceText source = SourceDecoder.decode(content, name, diagnostics)
                .orElseThrow(() -> new IllegalArgumentException(name + " is no text"));
        NodeReader.Tree tree = NodeReader.read(source, diagnostics);
        if (tree.root().isEmpty() || tree.fault().isPresent() || diagnostics.hasErrors()) {
            throw new IllegalArgumentException(name + " is no part of a declaration: "
                    + diagnostics.inFileOrder().stream()
                            .map(Diagnostic::message)
                            .toList());
        }
        String text = source.text();
        Node root = tree.root().get();
        return new CatalogueEntry(
                name,
                summary(text),
                header(text, "date").stream().findFirst().orElse(""),
                header(text, "source"),
                names(header(text, "usual")),
                header(text, "note"),
                (Node.Mapping) onlyChild(child(root, "services").orElseThrow(() -> missing(name)))
                        .orElseThrow(() -> missing(name))
                        .value(),
                child(root, "providers").flatMap(CatalogueEntry::onlyChild),
                text);
    }

    private static IllegalArgumentException missing(String name) {
        return new IllegalArgumentException(name + " has no service");
    }

    private static String summary(String text) {
        return text.substring(2, text.indexOf('\n'));
    }

    private static List<String> header(String text, String key) {
        List<String> values = new ArrayList<>();
        String start = "# " + key + ": ";
        for (String line : text.lines().takeWhile(each -> each.startsWith("#")).toList()) {
            if (line.startsWith(start)) {
                values.add(line.substring(start.length()).strip());
            }
        }
        return List.copyOf(values);
    }

    private static List<String> names(List<String> lines) {
        List<String> names = new ArrayList<>();
        for (String line : lines) {
            names.addAll(DataTable.split(line, ','));
        }
        return List.copyOf(names);
    }

    private static Optional<Node> child(Node node, String key) {
        return node instanceof Node.Mapping mapping
                ? mapping.entries().stream()
                        .filter(entry -> entry.key().equals(key))
                        .map(Node.Entry::value)
                        .findFirst()
                : Optional.empty();
    }

    private static Optional<Node.Entry> onlyChild(Node node) {
        return node instanceof Node.Mapping mapping && mapping.entries().size() == 1
                ? Optional.of(mapping.entries().get(0))
                : Optional.empty();
    }
}
