package io.github.cookiecharter.declaration;

import io.github.cookiecharter.vocabulary.Position;
import io.github.cookiecharter.vocabulary.Quote;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/** Builds the located tree from the YAML parser's events, and reports what the format leaves out of YAML. */
final class NodeReader {

    private static final int DEEPEST = 32;
    // Beyond this a file is an attack, and the parser itself begins to cost.
    private static final int HOPELESSLY_DEEP = 1_000;

    private final Source source;
    private final Problems problems;
    private final Parser parser;
    private Optional<SyntaxFault> fault = Optional.empty();
    private boolean ended;
    private int tokenAt;
    private String text = "";
    private int lastScalarAt = -1;
    private boolean lastWasKey;
    private int keyOfLastScalarAt = -1;

    private NodeReader(Source source, Problems problems) {
        this.source = source;
        this.problems = problems;
        // The parser's own limit lies beneath ours, and would be reported in its own words.
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        this.parser = new ParserImpl(new StreamReader(source.text()), options);
    }

    /**
     * What came of reading the events.
     *
     * @param root empty where the file holds nothing
     * @param fault where and why the parser gave up, if it did
     */
    record Tree(Optional<Node> root, Optional<SyntaxFault> fault) {}

    static Tree read(Source source, Problems problems) {
        NodeReader reader = new NodeReader(source, problems);
        Optional<Node> root = reader.document();
        return new Tree(root, reader.fault);
    }

    private Optional<Node> document() {
        Event.ID first = next();
        if (first == Event.ID.StreamEnd) {
            return Optional.empty();
        }
        Node root = node(first, 1);
        if (next() == Event.ID.StreamEnd) {
            return Optional.of(fault.isPresent() ? distrusted(root) : root);
        }
        problems.error(
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

    /** The next event of a node, or {@code StreamEnd} at the end and for good where the parser fails. */
    private Event.ID next() {
        while (!ended) {
            try {
                Event event = parser.getEvent();
                switch (event.getEventId()) {
                    case StreamStart, DocumentStart, DocumentEnd, Comment -> {}
                    case StreamEnd -> ended = true;
                    default -> {
                        tokenAt = offset(event.getStartMark(), tokenAt);
                        text = textOf(event);
                        return event.getEventId();
                    }
                }
            } catch (RuntimeException e) {
                fail(faultOf(e));
            }
        }
        return Event.ID.StreamEnd;
    }

    /** As {@link #next}, where a mapping goes on with a key or ends; what else YAML allows as a key is a fault. */
    private Event.ID nextKey() {
        Event.ID token = next();
        if (token == Event.ID.Scalar || token == Event.ID.MappingEnd || token == Event.ID.StreamEnd) {
            return token;
        }
        fail(new SyntaxFault("", "", tokenAt, tokenAt, before()));
        return Event.ID.StreamEnd;
    }

    private static String textOf(Event event) {
        if (event instanceof ScalarEvent scalar) {
            return scalar.getValue();
        }
        return event instanceof AliasEvent alias ? alias.getAnchor() : "";
    }

    private void fail(SyntaxFault found) {
        ended = true;
        fault = Optional.of(found);
    }

    private SyntaxFault.Before before() {
        return new SyntaxFault.Before(lastScalarAt, keyOfLastScalarAt);
    }

    private SyntaxFault faultOf(RuntimeException e) {
        if (e instanceof MarkedYAMLException marked) {
            int problemAt = offset(marked.getProblemMark(), tokenAt);
            return new SyntaxFault(
                    words(marked.getContext()),
                    words(marked.getProblem()),
                    offset(marked.getContextMark(), problemAt),
                    problemAt,
                    before());
        }
        return new SyntaxFault("", "", tokenAt, tokenAt, before());
    }

    // The two getters return null where the parser has nothing to say.
    private static String words(String said) {
        return said == null ? "" : said;
    }

    private int offset(Mark mark, int otherwise) {
        return mark == null ? otherwise : source.offset(mark.getLine() + 1, mark.getColumn() + 1);
    }

    private Node node(Event.ID token, int depth) {
        Position at = source.position(tokenAt);
        boolean decorated = reportDecorations(at);
        if (token == Event.ID.MappingStart || token == Event.ID.SequenceStart) {
            if (depth > DEEPEST) {
                problems.error(at, "the declaration is nested deeper than " + DEEPEST + " levels here");
                skip();
                return new Node.Faulty(at);
            }
            return token == Event.ID.MappingStart ? mapping(at, depth) : sequence(at, depth);
        }
        return scalar(token == Event.ID.Alias, at, decorated);
    }

    private Node scalar(boolean alias, Position at, boolean decorated) {
        lastScalarAt = tokenAt;
        keyOfLastScalarAt = lastWasKey ? keyOfLastScalarAt : -1;
        lastWasKey = false;
        if (alias) {
            problems.error(
                    at,
                    "an alias is no part of this format: write the value out, or, where a text begins with '*', put it in"
                            + " quotes: "
                            + Quote.asYaml("*" + text));
            return new Node.Faulty(at);
        }
        char first = source.at(tokenAt);
        boolean plain = first != '"' && first != '\'' && first != '|' && first != '>';
        if (text.isEmpty() && plain) {
            return decorated ? new Node.Faulty(at) : new Node.Nothing(commentFollows(), at);
        }
        if (holdsForbidden(at) || source.isRepaired(text)) {
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

    // Escapes in double quotes can name characters that no file may hold and no artefact can show.
    private boolean holdsForbidden(Position at) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (pair) {
                i++;
            } else if (Decoder.isForbidden(c) || Character.isSurrogate(c)) {
                problems.error(
                        at, "this text holds the character U+" + Decoder.hex(c, 4) + ", which is no text: remove it");
                return true;
            }
        }
        return false;
    }

    /** Reports an anchor or a tag before the node; true where there is one. */
    private boolean reportDecorations(Position at) {
        char first = source.at(tokenAt);
        if (first == '&') {
            problems.error(
                    at,
                    "an anchor is no part of this format: remove it, or, where a text begins with '&', put it in quotes");
        } else if (first == '!') {
            problems.error(
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
            switch (next()) {
                case StreamEnd -> open = 0;
                case MappingStart, SequenceStart -> open++;
                case MappingEnd, SequenceEnd -> open--;
                default -> {}
            }
            ended |= open > HOPELESSLY_DEEP;
        }
    }

    private Node sequence(Position at, int depth) {
        List<Node> items = new ArrayList<>();
        while (true) {
            Event.ID token = next();
            if (token == Event.ID.SequenceEnd) {
                return new Node.Sequence(List.copyOf(items), true, at);
            }
            if (token == Event.ID.StreamEnd) {
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

    private Node mapping(Position at, int depth) {
        boolean flow = source.at(tokenAt) == '{';
        List<Node.Entry> entries = new ArrayList<>();
        Map<String, Position> seen = new HashMap<>();
        while (true) {
            Event.ID token = nextKey();
            if (token != Event.ID.Scalar) {
                boolean complete = token == Event.ID.MappingEnd;
                return new Node.Mapping(complete ? List.copyOf(entries) : distrustedEnd(entries), flow, complete, at);
            }
            Position keyAt = source.position(tokenAt);
            reportDecorations(keyAt);
            String key = source.asWritten(text);
            boolean unreadable = holdsForbidden(keyAt);
            boolean isMerge = key.equals("<<") && source.at(tokenAt) == '<';
            if (isMerge) {
                problems.error(keyAt, "a merge key is no part of this format: write the keys out");
            }
            Position first = seen.putIfAbsent(key, keyAt);
            if (first != null && !isMerge) {
                problems.error(
                        keyAt, "duplicate key " + Quote.of(key) + ": it stands on line " + first.line() + " already");
            }
            keyOfLastScalarAt = tokenAt;
            lastWasKey = true;
            Event.ID value = next();
            Node node = value == Event.ID.StreamEnd ? new Node.Faulty(keyAt) : node(value, depth + 1);
            if (first == null && !isMerge && !unreadable) {
                entries.add(new Node.Entry(key, keyAt, node));
            }
        }
    }
}
