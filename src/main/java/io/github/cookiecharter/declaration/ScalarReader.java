package io.github.cookiecharter.declaration;

import io.github.cookiecharter.model.Keyword;
import io.github.cookiecharter.model.Lifetime;
import io.github.cookiecharter.model.NamePattern;
import io.github.cookiecharter.model.diagnostic.DiagnosticCollector;
import io.github.cookiecharter.model.diagnostic.DidYouMean;
import io.github.cookiecharter.model.diagnostic.SafeText;
import io.github.cookiecharter.model.diagnostic.SourcePosition;
import io.github.cookiecharter.yaml.Node;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads single values and lists of them; what cannot be read is reported and comes out empty. */
final class ScalarReader {

    private final DiagnosticCollector diagnostics;

    ScalarReader(DiagnosticCollector diagnostics) {
        this.diagnostics = diagnostics;
    }

    private static String listHint(Node node) {
        if (!(node instanceof Node.Scalar scalar)) {
            return "";
        }
        return scalar.plain() && scalar.text().startsWith("-")
                ? ": a space is missing after each hyphen"
                : ": write [" + shown(scalar) + "]";
    }

    /** What a message calls this kind of node. */
    static String kind(Node node) {
        if (node instanceof Node.Mapping) {
            return "mapping";
        }
        return node instanceof Node.Sequence ? "list" : "text";
    }

    /** One line of text, never empty. */
    Optional<String> line(Node node, String key) {
        if (node instanceof Node.Faulty) {
            return Optional.empty();
        }
        if (!(node instanceof Node.Scalar scalar)) {
            diagnostics.error(
                    node.at(),
                    node instanceof Node.Nothing
                            ? "an entry of " + SafeText.quote(key) + " is empty: give it a value, or remove it"
                            : SafeText.quote(key) + " must be a single text, not a " + kind(node));
            return Optional.empty();
        }
        String line = TextNormalizer.of(scalar.text());
        if (TextNormalizer.isBlank(line)) {
            diagnostics.error(node.at(), SafeText.quote(key) + " is empty: give it a value, or remove the key");
            return Optional.empty();
        }
        return Optional.of(line);
    }

    /** A value that must fit a format: reports what the format has against it. */
    private Optional<String> formatted(Node node, String key, ValueFormat format) {
        return formatted(node, key, SafeText.quote(key), format);
    }

    private Optional<String> formatted(Node node, String key, String subject, ValueFormat format) {
        Optional<String> line = line(node, key);
        if (line.isEmpty()) {
            return line;
        }
        Optional<String> objection = format.objectionTo(line.get());
        if (objection.isPresent()) {
            diagnostics.error(node.at(), subject + " " + objection.get());
            return Optional.empty();
        }
        return line;
    }

    Optional<String> text(MappingReader fields, String key, ValueFormat format) {
        Optional<Node> node = fields.get(key);
        return node.isEmpty() ? Optional.empty() : formatted(node.get(), key, format);
    }

    Optional<Boolean> flag(MappingReader fields, String key) {
        Optional<String> value = text(fields, key, ValueFormat.FLAG);
        return value.isEmpty() ? Optional.empty() : Optional.of(value.get().equals("true"));
    }

    OptionalInt positive(MappingReader fields, String key) {
        Optional<String> value = text(fields, key, ValueFormat.POSITIVE_INTEGER);
        return value.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(value.get()));
    }

    Optional<URI> url(Node node, String key) {
        Optional<String> value = formatted(node, key, ValueFormat.URL);
        return value.isEmpty() ? Optional.empty() : Optional.of(UrlFormats.uri(value.get()));
    }

    Optional<LocalDate> date(MappingReader fields, String key) {
        Optional<Node> node = fields.get(key);
        Optional<String> value = node.isEmpty() ? Optional.empty() : line(node.get(), key);
        if (node.isEmpty() || value.isEmpty()) {
            return Optional.empty();
        }
        String text = value.get();
        if (ValueFormats.looksLikeDate(text)) {
            try {
                return Optional.of(LocalDate.of(
                        Integer.parseInt(text.substring(0, 4)),
                        Integer.parseInt(text.substring(5, 7)),
                        Integer.parseInt(text.substring(8))));
            } catch (DateTimeException e) {
                diagnostics.error(
                        node.get().at(), SafeText.quote(key) + " names a day that no calendar has: " + SafeText.quote(text));
                return Optional.empty();
            }
        }
        diagnostics.error(
                node.get().at(),
                SafeText.quote(key) + " must be a date such as 2026-11-02 (year, month, day), not " + SafeText.quote(text));
        return Optional.empty();
    }

    Optional<Lifetime> lifetime(MappingReader fields, String key) {
        Optional<String> value = text(fields, key, ValueFormat.LIFETIME);
        return value.isEmpty() ? Optional.empty() : LifetimeFormat.parse(value.get());
    }

    /** A reference to something declared, or a word of a list; reports an unknown one as such. */
    Optional<String> known(Node node, String key, String what, List<String> known) {
        Optional<String> value = line(node, key);
        if (value.isPresent() && !known.contains(value.get())) {
            diagnostics.error(
                    node.at(),
                    "unknown " + what + " " + SafeText.quote(value.get()) + DidYouMean.messageEnd(value.get(), known));
            return Optional.empty();
        }
        return value;
    }

    <W extends Keyword> Optional<W> word(MappingReader fields, String key, W[] words) {
        Optional<Node> node = fields.get(key);
        return node.isEmpty() ? Optional.empty() : word(node.get(), key, key, words);
    }

    private <W extends Keyword> Optional<W> word(Node node, String key, String what, W[] words) {
        List<String> known = new ArrayList<>();
        for (W word : words) {
            known.add(word.word());
        }
        Optional<String> value = known(node, key, what, known);
        return value.isEmpty() ? Optional.empty() : Optional.of(words[known.indexOf(value.get())]);
    }

    <W extends Keyword> List<W> words(MappingReader fields, String key, String what, W[] words) {
        List<W> read = new ArrayList<>();
        for (Node item : items(fields, key, true, ValueFormat.ANYTHING)) {
            Optional<W> word = word(item, key, what, words);
            if (word.isPresent()) {
                read.add(word.get());
            }
        }
        return List.copyOf(read);
    }

    List<String> knownList(MappingReader fields, String key, String what, List<String> known) {
        List<String> read = new ArrayList<>();
        for (Node item : items(fields, key, false, ValueFormat.ANYTHING)) {
            Optional<String> value = known(item, key, what, known);
            if (value.isPresent()) {
                read.add(value.get());
            }
        }
        return List.copyOf(read);
    }

    /**
     * The lines of a list.
     *
     * @param needsOne whether an empty list is an error
     * @param format what an entry looks like, and in which form two entries are one
     */
    List<String> lines(MappingReader fields, String key, boolean needsOne, ValueFormat format) {
        List<String> read = new ArrayList<>();
        for (Node item : items(fields, key, needsOne, format)) {
            Optional<String> value = formatted(item, key, "an entry of " + SafeText.quote(key), format);
            if (value.isPresent()) {
                read.add(value.get());
            }
        }
        return List.copyOf(read);
    }

    List<NamePattern> patterns(MappingReader fields, String key) {
        List<NamePattern> read = new ArrayList<>();
        for (String line : lines(fields, key, true, ValueFormat.PATTERN)) {
            read.add(new NamePattern(line));
        }
        return List.copyOf(read);
    }

    /** The items of a list without repeats; repeats are reported and left out. */
    private List<Node> items(MappingReader fields, String key, boolean needsOne, ValueFormat format) {
        Optional<Node> node = fields.get(key);
        if (node.isEmpty() || node.get() instanceof Node.Faulty) {
            return List.of();
        }
        if (!(node.get() instanceof Node.Sequence sequence)) {
            diagnostics.error(
                    node.get().at(),
                    SafeText.quote(key) + " must be a list, not a " + kind(node.get()) + listHint(node.get()));
            return List.of();
        }
        if (sequence.items().isEmpty() && sequence.complete() && needsOne) {
            diagnostics.error(node.get().at(), SafeText.quote(key) + " needs at least one entry: add one, or remove the key");
        }
        List<Node> items = new ArrayList<>();
        Map<String, SourcePosition> seen = new HashMap<>();
        for (Node item : sequence.items()) {
            if (item instanceof Node.Scalar scalar) {
                SourcePosition first = seen.putIfAbsent(format.canonical(TextNormalizer.of(scalar.text())), item.at());
                if (first != null) {
                    diagnostics.error(
                            item.at(),
                            SafeText.quote(key) + " names " + SafeText.quote(scalar.text()) + " twice: the first is on line "
                                    + first.line());
                    continue;
                }
            }
            items.add(item);
        }
        return items;
    }

    private static String shown(Node.Scalar scalar) {
        String quoted = SafeText.quote(scalar.text());
        return scalar.plain() ? quoted.substring(1, quoted.length() - 1) : quoted;
    }

    /**
     * The entries of a mapping whose keys are names of the author's own.
     *
     * @param what what an entry is, for messages
     */
    Map<String, Node.Entry> entries(MappingReader fields, String key, String what) {
        Map<String, Node.Entry> entries = new LinkedHashMap<>();
        Optional<Node> node = fields.get(key);
        if (node.isEmpty() || node.get() instanceof Node.Faulty) {
            return entries;
        }
        if (!(node.get() instanceof Node.Mapping mapping)) {
            diagnostics.error(
                    node.get().at(),
                    SafeText.quote(key) + " must be a mapping from each " + what + " to its keys, not a "
                            + kind(node.get()));
            return entries;
        }
        for (Node.Entry entry : mapping.entries()) {
            entries.put(entry.key(), new Node.Entry(entry.key(), entry.at(), MappingReader.present(entry, diagnostics)));
        }
        return entries;
    }

    /** Reports a key that is no id. */
    void checkId(Node.Entry entry, String what) {
        Optional<String> objection = ValueFormats.id(entry.key());
        if (objection.isPresent()) {
            diagnostics.error(entry.at(), "the id of a " + what + " " + objection.get());
        }
    }

    /** An id as a value. */
    Optional<String> id(Node node, String key) {
        return formatted(node, key, ValueFormat.ID);
    }
}
