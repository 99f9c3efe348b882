package io.github.cookiecharter.yaml;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import io.github.cookiecharter.model.diagnostic.DiagnosticCollector;
import io.github.cookiecharter.model.diagnostic.SafeText;
import io.github.cookiecharter.model.diagnostic.SourcePosition;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * Builds the positioned tree from the events of the YAML parser, and reports YAML features that the format does not
 * support.
 */
public final class NodeReader {

    private static final int MAX_DEPTH = 32;
    // Beyond this depth the file is an attack, and the parser itself becomes slow.
    private static final int ABORT_DEPTH = 1_000;

    private final SourceText source;
    private final DiagnosticCollector diagnostics;
    private final YAMLParser parser;
    private Optional<SyntaxFault> fault = Optional.empty();
    private boolean ended;
    private int tokenOffset;
    private int lastScalarOffset = -1;
    private boolean lastWasKey;
    private int keyOfLastScalarOffset = -1;

    private NodeReader(SourceText source, DiagnosticCollector diagnostics, YAMLParser parser) {
        this.source = source;
        this.diagnostics = diagnostics;
        this.parser = parser;
    }

    /**
     * The result of reading a document.
     *
     * @param root the root node; empty if the file is empty
     * @param fault where and why the parser failed, if it did
     */
    public record Tree(Optional<Node> root, Optional<SyntaxFault> fault) {}

    public static Tree read(SourceText source, DiagnosticCollector diagnostics) {
        try (YAMLParser parser = parser(source.text())) {
            NodeReader reader = new NodeReader(source, diagnostics, parser);
            Optional<Node> root = reader.document();
            return new Tree(root, reader.fault);
        } catch (IOException e) {
            return new Tree(Optional.empty(), Optional.of(SyntaxFault.unknown(0)));
        }
    }

    // The parser's own limits lie beneath ours, and would be reported in its own words.
    private static YAMLParser parser(String text) throws IOException {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        StreamReadConstraints unconstrained = StreamReadConstraints.builder()
                .maxNestingDepth(Integer.MAX_VALUE)
                .maxStringLength(Integer.MAX_VALUE)
                .maxNameLength(Integer.MAX_VALUE)
                .maxNumberLength(Integer.MAX_VALUE)
                .build();
        return YAMLFactory.builder()
                .streamReadConstraints(unconstrained)
                .loaderOptions(options)
                .build()
                .createParser(new StringReader(text));
    }

    private Optional<Node> document() {
        JsonToken first = next();
        if (first == JsonToken.NOT_AVAILABLE) {
            return Optional.empty();
        }
        Node root = node(first, 1);
        if (next() == JsonToken.NOT_AVAILABLE) {
            return Optional.of(fault.isPresent() ? markUnreliable(root) : root);
        }
        diagnostics.error(
                source.position(startOfDocument()),
                "a second YAML document begins here: one file describes one site, so remove it or give it a file of"
                        + " its own");
        return Optional.of(root);
    }

    private int startOfDocument() {
        int found = source.text().lastIndexOf("---", tokenOffset + 2);
        while (found > 0 && source.startOfLine(found) != found) {
            found = source.text().lastIndexOf("---", found - 1);
        }
        return found < 0 ? tokenOffset : found;
    }

    /** Returns the next token, or {@code NOT_AVAILABLE} at the end of the file and from a failure of the parser on. */
    private JsonToken next() {
        if (ended) {
            return JsonToken.NOT_AVAILABLE;
        }
        try {
            JsonToken token = parser.nextToken();
            if (token == null) {
                ended = true;
                return JsonToken.NOT_AVAILABLE;
            }
            tokenOffset = offset(parser.currentTokenLocation());
            return token;
        } catch (IOException | RuntimeException e) {
            ended = true;
            fault = Optional.of(faultOf(e));
            return JsonToken.NOT_AVAILABLE;
        }
    }

    private SyntaxFault faultOf(Exception e) {
        SyntaxFault.Preceding preceding = new SyntaxFault.Preceding(lastScalarOffset, keyOfLastScalarOffset);
        if (e.getCause() instanceof MarkedYAMLException marked) {
            int problemOffset = offset(marked.getProblemMark(), tokenOffset);
            return new SyntaxFault(
                    orEmpty(marked.getContext()),
                    orEmpty(marked.getProblem()),
                    offset(marked.getContextMark(), problemOffset),
                    problemOffset,
                    preceding);
        }
        int offset = offset(parser.currentTokenLocation());
        return new SyntaxFault("", "", offset, offset, preceding);
    }

    // The getters of the parser's exception may return null.
    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    private int offset(Mark mark, int otherwise) {
        return mark == null ? otherwise : source.offset(mark.getLine() + 1, mark.getColumn() + 1);
    }

    private int offset(JsonLocation location) {
        return source.offset(location.getLineNr(), location.getColumnNr());
    }

    private Node node(JsonToken token, int depth) {
        SourcePosition position = source.position(tokenOffset);
        boolean decorated = reportDecorations(position);
        if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
            if (depth > MAX_DEPTH) {
                diagnostics.error(position, "the declaration is nested deeper than " + MAX_DEPTH + " levels here");
                skip();
                return new Node.ErrorNode(position);
            }
            return token == JsonToken.START_OBJECT ? mapping(position, depth) : sequence(position, depth);
        }
        return scalar(position, decorated);
    }

    private Node scalar(SourcePosition position, boolean decorated) {
        lastScalarOffset = tokenOffset;
        keyOfLastScalarOffset = lastWasKey ? keyOfLastScalarOffset : -1;
        lastWasKey = false;
        if (parser.isCurrentAlias()) {
            diagnostics.error(
                    position,
                    "an alias is not supported: write the value out, or, where a text begins with '*', put it in"
                            + " quotes: "
                            + SafeText.quoteAsYaml("*" + text()));
            return new Node.ErrorNode(position);
        }
        char first = source.charAt(tokenOffset);
        String text = text();
        boolean plain = first != '"' && first != '\'' && first != '|' && first != '>';
        if (text.isEmpty() && plain) {
            return decorated ? new Node.ErrorNode(position) : new Node.MissingNode(commentFollows(), position);
        }
        if ((first == '"' && containsForbidden(text, position)) || source.containsStandIn(text)) {
            return new Node.ErrorNode(position);
        }
        return new Node.Scalar(text, plain, position);
    }

    private boolean commentFollows() {
        int offset = tokenOffset;
        while (source.charAt(offset) == ' ' || source.charAt(offset) == '\t') {
            offset++;
        }
        return source.charAt(offset) == '#';
    }

    private String text() {
        try {
            String text = parser.getText();
            return text == null ? "" : text;
        } catch (IOException e) {
            return "";
        }
    }

    // Escapes in double quotes can denote characters that neither files nor artefacts may contain.
    private boolean containsForbidden(String text, SourcePosition position) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (pair) {
                i++;
            } else if (SourceDecoder.isForbidden(c) || Character.isSurrogate(c)) {
                diagnostics.error(
                        position,
                        "this text holds the character U+" + SourceDecoder.hex(c, 4)
                                + ", which is not allowed in text: remove it");
                return true;
            }
        }
        return false;
    }

    /** Reports an anchor or a tag before the node, and returns whether there is one. */
    private boolean reportDecorations(SourcePosition position) {
        char first = source.charAt(tokenOffset);
        if (first == '&') {
            diagnostics.error(
                    position,
                    "an anchor is not supported: remove it, or, where a text begins with '&', put it in quotes");
        } else if (first == '!') {
            diagnostics.error(
                    position, "a tag is not supported: remove it, or, where a text begins with '!', put it in quotes");
        } else {
            return false;
        }
        return true;
    }

    private void skip() {
        int open = 1;
        while (open > 0) {
            JsonToken token = next();
            if (token == JsonToken.NOT_AVAILABLE) {
                return;
            }
            open += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            ended |= open > ABORT_DEPTH;
        }
    }

    private Node sequence(SourcePosition position, int depth) {
        List<Node> items = new ArrayList<>();
        while (true) {
            JsonToken token = next();
            if (token == JsonToken.END_ARRAY) {
                return new Node.Sequence(List.copyOf(items), true, position);
            }
            if (token == JsonToken.NOT_AVAILABLE) {
                if (!items.isEmpty()) {
                    int last = items.size() - 1;
                    items.set(last, markUnreliable(items.get(last)));
                }
                return new Node.Sequence(List.copyOf(items), false, position);
            }
            lastWasKey = false;
            items.add(node(token, depth + 1));
        }
    }

    // The text that made the parser fail may have become part of the preceding scalar, or may have ended a mapping
    // early.
    private static Node markUnreliable(Node node) {
        return node instanceof Node.Scalar ? new Node.ErrorNode(node.position()) : markIncomplete(node);
    }

    private static Node markIncomplete(Node node) {
        if (node instanceof Node.Mapping mapping) {
            List<Node.Entry> entries = new ArrayList<>(mapping.entries());
            if (!entries.isEmpty()) {
                int last = entries.size() - 1;
                Node.Entry entry = entries.get(last);
                entries.set(last, new Node.Entry(entry.key(), entry.position(), markIncomplete(entry.value())));
            }
            return new Node.Mapping(List.copyOf(entries), mapping.flow(), false, mapping.position());
        }
        if (node instanceof Node.Sequence sequence) {
            return new Node.Sequence(sequence.items(), false, sequence.position());
        }
        return node;
    }

    private static List<Node.Entry> markLastUnreliable(List<Node.Entry> entries) {
        if (entries.isEmpty()) {
            return entries;
        }
        List<Node.Entry> marked = new ArrayList<>(entries);
        int last = entries.size() - 1;
        Node.Entry entry = entries.get(last);
        marked.set(last, new Node.Entry(entry.key(), entry.position(), markUnreliable(entry.value())));
        return List.copyOf(marked);
    }

    private Node mapping(SourcePosition position, int depth) {
        boolean flow = source.charAt(tokenOffset) == '{';
        List<Node.Entry> entries = new ArrayList<>();
        Map<String, SourcePosition> seen = new HashMap<>();
        boolean keysReadable = true;
        while (true) {
            JsonToken token = next();
            if (token != JsonToken.FIELD_NAME) {
                boolean closed = token == JsonToken.END_OBJECT;
                return new Node.Mapping(
                        closed ? List.copyOf(entries) : markLastUnreliable(entries),
                        flow,
                        closed && keysReadable,
                        position);
            }
            SourcePosition keyPosition = source.position(tokenOffset);
            reportDecorations(keyPosition);
            String key = source.asWritten(text());
            boolean unreadable = source.charAt(tokenOffset) == '"' && containsForbidden(key, keyPosition);
            keysReadable &= !unreadable;
            boolean isMerge = key.equals("<<") && source.charAt(tokenOffset) == '<';
            if (isMerge) {
                diagnostics.error(keyPosition, "a merge key is not supported: write the keys out");
            }
            SourcePosition first = seen.putIfAbsent(key, keyPosition);
            if (first != null && !isMerge) {
                diagnostics.error(
                        keyPosition,
                        "duplicate key " + SafeText.quote(key) + ": it stands on line " + first.line() + " already");
            }
            keyOfLastScalarOffset = tokenOffset;
            lastWasKey = true;
            JsonToken value = next();
            Node node = value == JsonToken.NOT_AVAILABLE ? new Node.ErrorNode(keyPosition) : node(value, depth + 1);
            if (first == null && !isMerge && !unreadable) {
                entries.add(new Node.Entry(key, keyPosition, node));
            }
        }
    }
}
