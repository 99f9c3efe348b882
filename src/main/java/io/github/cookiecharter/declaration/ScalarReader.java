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

/** Reads single values and lists of them. Invalid values are reported and returned as empty. */
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
                : ": write [" + display(scalar) + "]";
    }

    /** Returns the name of a node's type for messages. */
    static String kind(Node node) {
        if (node instanceof Node.Mapping) {
            return "mapping";
        }
        return node instanceof Node.Sequence ? "list" : "text";
    }

    /** Reads one line of text, never empty. */
    Optional<String> readLine(Node node, String key) {
        if (node instanceof Node.ErrorNode) {
            return Optional.empty();
        }
        if (!(node instanceof Node.Scalar scalar)) {
            diagnostics.error(
                    node.position(),
                    node instanceof Node.MissingNode
                            ? "an entry of " + SafeText.quote(key) + " is empty: give it a value, or remove it"
                            : SafeText.quote(key) + " must be a single text, not a " + kind(node));
            return Optional.empty();
        }
        String line = TextNormalizer.normalize(scalar.text());
        if (TextNormalizer.isBlank(line)) {
            diagnostics.error(node.position(), SafeText.quote(key) + " is empty: give it a value, or remove the key");
            return Optional.empty();
        }
        return Optional.of(line);
    }

    /** Reads a value of a format, and reports an invalid one. */
    private Optional<String> readFormatted(Node node, String key, ValueFormat format) {
        return readFormatted(node, key, SafeText.quote(key), format);
    }

    private Optional<String> readFormatted(Node node, String key, String subject, ValueFormat format) {
        Optional<String> line = readLine(node, key);
        if (line.isEmpty()) {
            return line;
        }
        Optional<String> error = format.validate(line.get());
        if (error.isPresent()) {
            diagnostics.error(node.position(), subject + " " + error.get());
            return Optional.empty();
        }
        Optional<String> caution = format.caution(line.get());
        if (caution.isPresent()) {
            diagnostics.warning(node.position(), subject + " " + caution.get());
        }
        return line;
    }

    Optional<String> readText(MappingReader reader, String key, ValueFormat format) {
        Optional<Node> node = reader.get(key);
        return node.isEmpty() ? Optional.empty() : readFormatted(node.get(), key, format);
    }

    Optional<Boolean> readFlag(MappingReader reader, String key) {
        Optional<String> value = readText(reader, key, ValueFormat.FLAG);
        return value.isEmpty() ? Optional.empty() : Optional.of(value.get().equals("true"));
    }

    OptionalInt readPositiveInteger(MappingReader reader, String key) {
        Optional<String> value = readText(reader, key, ValueFormat.POSITIVE_INTEGER);
        return value.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(value.get()));
    }

    Optional<URI> readUrl(Node node, String key) {
        Optional<String> value = readFormatted(node, key, ValueFormat.URL);
        return value.isEmpty() ? Optional.empty() : Optional.of(UrlFormats.toUri(value.get()));
    }

    Optional<LocalDate> readDate(MappingReader reader, String key) {
        Optional<Node> node = reader.get(key);
        Optional<String> value = node.isEmpty() ? Optional.empty() : readLine(node.get(), key);
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
                        node.get().position(),
                        SafeText.quote(key) + " names a date that does not exist: " + SafeText.quote(text));
                return Optional.empty();
            }
        }
        diagnostics.error(
                node.get().position(),
                SafeText.quote(key) + " must be a date such as 2026-11-02 (year, month, day), not "
                        + SafeText.quote(text));
        return Optional.empty();
    }

    Optional<Lifetime> readLifetime(MappingReader reader, String key) {
        Optional<String> value = readText(reader, key, ValueFormat.LIFETIME);
        return value.isEmpty() ? Optional.empty() : LifetimeFormat.parse(value.get());
    }

    /** Reads a reference to a declared id, or a word of a list, and reports an unknown one. */
    Optional<String> readReference(Node node, String key, String what, List<String> known) {
        Optional<String> value = readLine(node, key);
        if (value.isPresent() && !known.contains(value.get())) {
            diagnostics.error(
                    node.position(),
                    "unknown " + what + " " + SafeText.quote(value.get()) + DidYouMean.messageEnd(value.get(), known));
            return Optional.empty();
        }
        return value;
    }

    <W extends Keyword> Optional<W> readKeyword(MappingReader reader, String key, W[] words) {
        Optional<Node> node = reader.get(key);
        return node.isEmpty() ? Optional.empty() : readKeyword(node.get(), key, key, words);
    }

    <W extends Keyword> Optional<W> readKeyword(Node node, String key, String what, W[] words) {
        List<String> known = new ArrayList<>();
        for (W word : words) {
            known.add(word.word());
        }
        Optional<String> value = readReference(node, key, what, known);
        return value.isEmpty() ? Optional.empty() : Optional.of(words[known.indexOf(value.get())]);
    }

    <W extends Keyword> List<W> readKeywords(MappingReader reader, String key, String what, W[] words) {
        List<W> read = new ArrayList<>();
        for (Node item : readItems(reader, key, true, ValueFormat.ANY)) {
            Optional<W> word = readKeyword(item, key, what, words);
            if (word.isPresent()) {
                read.add(word.get());
            }
        }
        return List.copyOf(read);
    }

    List<String> readReferences(MappingReader reader, String key, String what, List<String> known) {
        List<String> read = new ArrayList<>();
        for (Node item : readItems(reader, key, false, ValueFormat.ANY)) {
            Optional<String> value = readReference(item, key, what, known);
            if (value.isPresent()) {
                read.add(value.get());
            }
        }
        return List.copyOf(read);
    }

    /** Reads a single value or a list of values of a format. */
    List<String> readOneOrMore(MappingReader reader, String key, ValueFormat format) {
        Optional<Node> node = reader.get(key);
        if (node.isPresent() && node.get() instanceof Node.Sequence) {
            return readLines(reader, key, true, format);
        }
        Optional<String> value = readText(reader, key, format);
        return value.isEmpty() ? List.of() : List.of(value.get());
    }

    /**
     * Reads a list of lines.
     *
     * @param needsOne whether an empty list is an error
     * @param format the format of an entry, which also defines when two entries are equal
     */
    List<String> readLines(MappingReader reader, String key, boolean needsOne, ValueFormat format) {
        List<String> read = new ArrayList<>();
        for (Node item : readItems(reader, key, needsOne, format)) {
            Optional<String> value = readFormatted(item, key, "an entry of " + SafeText.quote(key), format);
            if (value.isPresent()) {
                read.add(value.get());
            }
        }
        return List.copyOf(read);
    }

    List<NamePattern> readPatterns(MappingReader reader, String key) {
        List<NamePattern> read = new ArrayList<>();
        for (String line : readLines(reader, key, true, ValueFormat.PATTERN)) {
            read.add(new NamePattern(line));
        }
        return List.copyOf(read);
    }

    /** Returns the items of a list; duplicates are reported and omitted. */
    private List<Node> readItems(MappingReader reader, String key, boolean needsOne, ValueFormat format) {
        Optional<Node> node = reader.get(key);
        if (node.isEmpty() || node.get() instanceof Node.ErrorNode) {
            return List.of();
        }
        if (!(node.get() instanceof Node.Sequence sequence)) {
            diagnostics.error(
                    node.get().position(),
                    SafeText.quote(key) + " must be a list, not a " + kind(node.get()) + listHint(node.get()));
            return List.of();
        }
        if (sequence.items().isEmpty() && sequence.complete() && needsOne) {
            diagnostics.error(
                    node.get().position(),
                    SafeText.quote(key) + " needs at least one entry: add one, or remove the key");
        }
        List<Node> items = new ArrayList<>();
        Map<String, SourcePosition> seen = new HashMap<>();
        for (Node item : sequence.items()) {
            if (item instanceof Node.Scalar scalar) {
                SourcePosition first =
                        seen.putIfAbsent(format.canonical(TextNormalizer.normalize(scalar.text())), item.position());
                if (first != null) {
                    diagnostics.error(
                            item.position(),
                            SafeText.quote(key) + " names " + SafeText.quote(scalar.text())
                                    + " twice: the first is on line " + first.line());
                    continue;
                }
            }
            items.add(item);
        }
        return items;
    }

    private static String display(Node.Scalar scalar) {
        String quoted = SafeText.quote(scalar.text());
        return scalar.plain() ? quoted.substring(1, quoted.length() - 1) : quoted;
    }

    /**
     * Reads the entries of a mapping whose keys are chosen by the author.
     *
     * @param what what an entry is called in messages
     */
    Map<String, Node.Entry> readEntries(MappingReader reader, String key, String what) {
        Map<String, Node.Entry> entries = new LinkedHashMap<>();
        Optional<Node> node = reader.get(key);
        if (node.isEmpty() || node.get() instanceof Node.ErrorNode) {
            return entries;
        }
        if (!(node.get() instanceof Node.Mapping mapping)) {
            diagnostics.error(
                    node.get().position(),
                    SafeText.quote(key) + " must be a mapping from each " + what + " to its keys, not a "
                            + kind(node.get()));
            return entries;
        }
        for (Node.Entry entry : mapping.entries()) {
            entries.put(
                    entry.key(),
                    new Node.Entry(entry.key(), entry.position(), MappingReader.requireValue(entry, diagnostics)));
        }
        return entries;
    }

    /** Reports a key that is not a valid id. */
    void checkId(Node.Entry entry, String what) {
        Optional<String> error = ValueFormats.validateId(entry.key());
        if (error.isPresent()) {
            diagnostics.error(entry.position(), "the id of a " + what + " " + error.get());
        }
    }

    /** Reads an id as a value. */
    Optional<String> readId(Node node, String key) {
        return readFormatted(node, key, ValueFormat.ID);
    }
}
