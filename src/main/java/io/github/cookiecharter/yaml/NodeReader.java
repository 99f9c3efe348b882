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

/** Builds the located tree from the YAML parser's events, and reports what the format leaves out of YAML. */
public final class NodeReader {

    private static final int DEEPEST = 32;
    // Beyond this a file is an attack, and the parser itself begins to cost.
    private static final int HOPELESSLY_DEEP = 1_000;

    private final SourceText source;
    private final DiagnosticCollector diagnostics;
    private final YAMLParser parser;
    private Optional<SyntaxFault> fault = Optional.empty();
    private boolean ended;
    private int tokenAt;
    private int lastScalarAt = -1;
    private boolean lastWasKey;
    private int keyOfLastScalarAt = -1;

    private NodeReader(SourceText source, DiagnosticCollector diagnostics, YAMLParser parser) {
        this.source = source;
        this.diagnostics = diagnostics;
        this.parser = parser;
    }

    /**
     * What came of reading the events.
     *
     * @param root empty where the file holds nothing
     * @param fault where and why the parser gave up, if it did
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
            return Optional.of(fault.isPresent() ? distrusted(root) : root);
        }
        diagnostics.error(
                source.position(startOfDocument()),
                "a second YAML document begins here: one file describes one site, so remove it or give it a file of"
                        + " its own");
        return Optional.of(root);
    }

    private int startOfDocument() {
        int found = source.text().lastIndexOf("---", tokenAt + 2);
        while (found > 0 && source.startOfLine(found) != found) {
            found = source.text().lastIndexOf("---", found - 1);
        }
        return found < 0 ? tokenAt : found;
    }

    /** The next token, or {@code NOT_AVAILABLE} at the end and for good where the parser fails. */
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
            tokenAt = offset(parser.currentTokenLocation());
            return token;
        } catch (IOException | RuntimeException e) {
            ended = true;
            fault = Optional.of(faultOf(e));
            return JsonToken.NOT_AVAILABLE;
        }
    }

    private SyntaxFault faultOf(Exception e) {
        SyntaxFault.Before before = new SyntaxFault.Before(lastScalarAt, keyOfLastScalarAt);
        if (e.getCause() instanceof MarkedYAMLException marked) {
            int problemAt = offset(marked.getProblemMark(), tokenAt);
            return new SyntaxFault(
                    words(marked.getContext()),
                    words(marked.getProblem()),
                    offset(marked.getContextMark(), problemAt),
                    problemAt,
                    before);
        }
        int at = offset(parser.currentTokenLocation());
        return new SyntaxFault("", "", at, at, before);
    }

    // The two getters return null where the parser has nothing to say.
    private static String words(String said) {
        return said == null ? "" : said;
    }

    private int offset(Mark mark, int otherwise) {
        return mark == null ? otherwise : source.offset(mark.getLine() + 1, mark.getColumn() + 1);
    }

    private int offset(JsonLocation location) {
        return source.offset(location.getLineNr(), location.getColumnNr());
    }

    private Node node(JsonToken token, int depth) {
        SourcePosition at = source.position(tokenAt);
        boolean decorated = reportDecorations(at);
        if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
            if (depth > DEEPEST) {
                diagnostics.error(at, "the declaration is nested deeper than " + DEEPEST + " levels here");
                skip();
                return new Node.Faulty(at);
            }
            return token == JsonToken.START_OBJECT ? mapping(at, depth) : sequence(at, depth);
        }
        return scalar(at, decorated);
    }

    private Node scalar(SourcePosition at, boolean decorated) {
        lastScalarAt = tokenAt;
        keyOfLastScalarAt = lastWasKey ? keyOfLastScalarAt : -1;
        lastWasKey = false;
        if (parser.isCurrentAlias()) {
            diagnostics.error(
                    at,
                    "an alias is no part of this format: write the value out, or, where a text begins with '*', put it in"
                            + " quotes: "
                            + SafeText.quoteAsYaml("*" + text()));
            return new Node.Faulty(at);
        }
        char first = source.at(tokenAt);
        String text = text();
        boolean plain = first != '"' && first != '\'' && first != '|' && first != '>';
        if (text.isEmpty() && plain) {
            return decorated ? new Node.Faulty(at) : new Node.Nothing(commentFollows(), at);
        }
        if ((first == '"' && holdsForbidden(text, at)) || source.isRepaired(text)) {
            return new Node.Faulty(at);
        }
        return new Node.Scalar(text, plain, at);
    }

    private boolean commentFollows() {
        int at = tokenAt;
        while (source.at(at) == ' ' || source.at(at) == '\t') {
            at++;
        }
        return source.at(at) == '#';
    }

    private String text() {
        try {
            String text = parser.getText();
            return text == null ? "" : text;
        } catch (IOException e) {
            return "";
        }
    }

    // Escapes in double quotes can name characters that no file may hold and no artefact can show.
    private boolean holdsForbidden(String text, SourcePosition at) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (pair) {
                i++;
            } else if (SourceDecoder.isForbidden(c) || Character.isSurrogate(c)) {
                diagnostics.error(
                        at,
                        "this text holds the character U+" + SourceDecoder.hex(c, 4) + ", which is no text: remove it");
                return true;
            }
        }
        return false;
    }

    /** Reports an anchor or a tag before the node; true where there is one. */
    private boolean reportDecorations(SourcePosition at) {
        char first = source.at(tokenAt);
        if (first == '&') {
            diagnostics.error(
                    at,
                    "an anchor is no part of this format: remove it, or, where a text begins with '&', put it in quotes");
        } else if (first == '!') {
            diagnostics.error(
                    at,
                    "a tag is no part of this format: remove it, or, where a text begins with '!', put it in quotes");
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
            ended |= open > HOPELESSLY_DEEP;
        }
    }

    private Node sequence(SourcePosition at, int depth) {
        List<Node> items = new ArrayList<>();
        while (true) {
            JsonToken token = next();
            if (token == JsonToken.END_ARRAY) {
                return new Node.Sequence(List.copyOf(items), true, at);
            }
            if (token == JsonToken.NOT_AVAILABLE) {
                if (!items.isEmpty()) {
                    int last = items.size() - 1;
                    items.set(last, distrusted(items.get(last)));
                }
                return new Node.Sequence(List.copyOf(items), false, at);
            }
            lastWasKey = false;
            items.add(node(token, depth + 1));
        }
    }

    // What made the parser give up may have become part of the text right before it, or have ended a mapping early.
    private static Node distrusted(Node node) {
        return node instanceof Node.Scalar ? new Node.Faulty(node.at()) : openEnded(node);
    }

    private static Node openEnded(Node node) {
        if (node instanceof Node.Mapping mapping) {
            List<Node.Entry> entries = new ArrayList<>(mapping.entries());
            if (!entries.isEmpty()) {
                int last = entries.size() - 1;
                Node.Entry entry = entries.get(last);
                entries.set(last, new Node.Entry(entry.key(), entry.at(), openEnded(entry.value())));
            }
            return new Node.Mapping(List.copyOf(entries), mapping.flow(), false, mapping.at());
        }
        if (node instanceof Node.Sequence sequence) {
            return new Node.Sequence(sequence.items(), false, sequence.at());
        }
        return node;
    }

    private static List<Node.Entry> distrustedEnd(List<Node.Entry> entries) {
        if (entries.isEmpty()) {
            return entries;
        }
        List<Node.Entry> distrusted = new ArrayList<>(entries);
        int last = entries.size() - 1;
        Node.Entry entry = entries.get(last);
        distrusted.set(last, new Node.Entry(entry.key(), entry.at(), distrusted(entry.value())));
        return List.copyOf(distrusted);
    }

    private Node mapping(SourcePosition at, int depth) {
        boolean flow = source.at(tokenAt) == '{';
        List<Node.Entry> entries = new ArrayList<>();
        Map<String, SourcePosition> seen = new HashMap<>();
        boolean legible = true;
        while (true) {
            JsonToken token = next();
            if (token != JsonToken.FIELD_NAME) {
                boolean closed = token == JsonToken.END_OBJECT;
                return new Node.Mapping(
                        closed ? List.copyOf(entries) : distrustedEnd(entries), flow, closed && legible, at);
            }
            SourcePosition keyAt = source.position(tokenAt);
            reportDecorations(keyAt);
            String key = source.asWritten(text());
            boolean unreadable = source.at(tokenAt) == '"' && holdsForbidden(key, keyAt);
            legible &= !unreadable;
            boolean isMerge = key.equals("<<") && source.at(tokenAt) == '<';
            if (isMerge) {
                diagnostics.error(keyAt, "a merge key is no part of this format: write the keys out");
            }
            SourcePosition first = seen.putIfAbsent(key, keyAt);
            if (first != null && !isMerge) {
                diagnostics.error(
                        keyAt,
                        "duplicate key " + SafeText.quote(key) + ": it stands on line " + first.line() + " already");
            }
            keyOfLastScalarAt = tokenAt;
            lastWasKey = true;
            JsonToken value = next();
            Node node = value == JsonToken.NOT_AVAILABLE ? new Node.Faulty(keyAt) : node(value, depth + 1);
            if (first == null && !isMerge && !unreadable) {
                entries.add(new Node.Entry(key, keyAt, node));
            }
        }
    }
}
