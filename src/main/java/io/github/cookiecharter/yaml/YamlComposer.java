package io.github.cookiecharter.yaml;

import io.github.cookiecharter.model.diagnostic.SafeText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Reads any YAML with SnakeYAML, down to the scalars and the keys that lead to them. No object is ever made of a tag. A
 * document counts once all of it is read: those before a broken one are kept, as each is valid by itself, and nothing is
 * kept of the broken one and of those behind it.
 */
public final class YamlComposer {

    private static final int DEEPEST = 100;
    /** Aliases of mappings and lists in one document: what people write has a few dozen. */
    private static final int MOST_ALIASES = 1_000;
    /** Nodes with what aliases repeat: ten short lines can name billions of them. */
    private static final int MOST_NODES = 200_000;

    private static final String STANDARD = "tag:yaml.org,2002:";

    private final Offsets offsets;
    private final List<YamlValue> values = new ArrayList<>();
    private final List<String> path = new ArrayList<>();
    private int nodes;

    private YamlComposer(String text) {
        this.offsets = new Offsets(text);
    }

    /** Reads a text of one document, several or none. */
    public static ComposedYaml compose(String text) {
        return new YamlComposer(text).all(text);
    }

    /** Ends the reading of what SnakeYAML composes and no configuration means. */
    private static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final transient Node node;
        private final String reason;

        Refused(Node node, String reason) {
            super(reason, null, false, false);
            this.node = node;
            this.reason = reason;
        }
    }

    private ComposedYaml all(String text) {
        List<YamlValue> complete = new ArrayList<>();
        try {
            Composer documents = composer(text);
            while (documents.checkNode()) {
                read(documents.getNode(), 0, 0);
                complete.addAll(values);
                values.clear();
            }
            return new ComposedYaml(complete, Optional.empty());
        } catch (Refused e) {
            return refused(complete, offsets.of(e.node.getStartMark()), e.reason);
        } catch (MarkedYAMLException e) {
            return refused(complete, offsets.of(e.getProblemMark()), words(e.getProblem()));
        } catch (ReaderException e) {
            return refused(complete, offsets.of(e.getPosition()), "a character here is none of YAML");
        } catch (YAMLException e) {
            return refused(complete, 0, words(String.valueOf(e.getMessage())));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            // SnakeYAML checks neither the numbers of all escapes nor those of all directives.
            return refused(complete, 0, "it holds an escape or a directive that means nothing");
        }
    }

    // Without the class Yaml, which brings SnakeYAML's making of objects and its writing: 300 KB of the jar.
    private static Composer composer(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setNestingDepthLimit(DEEPEST);
        options.setMaxAliasesForCollections(MOST_ALIASES);
        return new Composer(new ParserImpl(new StreamReader(text), options), new Resolver(), options);
    }

    private static ComposedYaml refused(List<YamlValue> complete, int at, String reason) {
        return new ComposedYaml(complete, Optional.of(new YamlRefusal(at, reason)));
    }

    // SnakeYAML's own words, of which the first line tells the problem.
    private static String words(String said) {
        String line = said == null ? "" : said.lines().findFirst().orElse("").strip();
        int advice = line.indexOf(". (");
        String problem = advice < 0 ? line : line.substring(0, advice);
        String bare = problem.replaceAll("[.\\s]+$", "");
        return bare.isEmpty() ? "it is no valid YAML" : SafeText.line(bare);
    }

    private void read(Node node, int keyAt, int depth) {
        if (++nodes > MOST_NODES) {
            throw new Refused(node, "its aliases repeat too much");
        }
        if (depth > DEEPEST) {
            throw new Refused(
                    node, "it is nested deeper than " + DEEPEST + " levels, or an alias stands in its own anchor");
        }
        if (node instanceof MappingNode mapping) {
            for (NodeTuple entry : entries(mapping, depth).values()) {
                path.add(key(entry));
                read(entry.getValueNode(), offsets.of(entry.getKeyNode().getStartMark()), depth + 1);
                path.remove(path.size() - 1);
            }
        } else if (node instanceof SequenceNode sequence) {
            for (Node item : sequence.getValue()) {
                read(item, offsets.of(item.getStartMark()), depth + 1);
            }
        } else if (node instanceof ScalarNode scalar && !scalar.getTag().equals(Tag.NULL)) {
            values.add(new YamlValue(path, text(scalar), keyAt, offsets.of(scalar.getStartMark())));
        }
    }

    private static Optional<String> text(ScalarNode scalar) {
        Tag tag = scalar.getTag();
        boolean text = tag.getValue().startsWith(STANDARD) && !tag.equals(Tag.BINARY);
        return text ? Optional.of(scalar.getValue()) : Optional.empty();
    }

    private static String key(NodeTuple entry) {
        return entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    /**
     * The entries in force, in the order of the text: of equal keys the last one, and what {@code <<} merges where the
     * mapping itself does not say it. A key that is a list names no setting.
     */
    private Map<String, NodeTuple> entries(MappingNode mapping, int depth) {
        Map<String, NodeTuple> entries = new LinkedHashMap<>();
        List<Node> merged = new ArrayList<>();
        for (NodeTuple entry : mapping.getValue()) {
            Node key = entry.getKeyNode();
            if (key.getTag().equals(Tag.MERGE)) {
                merged.add(entry.getValueNode());
            } else if (key instanceof MappingNode) {
                // What "{{ name }}" is in YAML, if it is anything.
                throw new Refused(
                        key, "a mapping stands here in the place of a key, as in the placeholders of templates");
            } else if (key instanceof ScalarNode) {
                entries.put(key(entry), entry);
            }
        }
        for (Node each : merged) {
            merge(each, entries, depth + 1);
        }
        return entries;
    }

    private void merge(Node merged, Map<String, NodeTuple> entries, int depth) {
        if (++nodes > MOST_NODES || depth > DEEPEST) {
            throw new Refused(merged, "its merge keys repeat too much");
        }
        if (merged instanceof MappingNode mapping) {
            entries(mapping, depth).forEach((key, entry) -> {
                if (++nodes > MOST_NODES) {
                    throw new Refused(merged, "its merge keys repeat too much");
                }
                entries.putIfAbsent(key, entry);
            });
        } else if (merged instanceof SequenceNode sequence) {
            for (Node each : sequence.getValue()) {
                merge(each, entries, depth + 1);
            }
        } else {
            throw new Refused(merged, "a merge key takes a mapping or a list of mappings, and this is neither");
        }
    }

    /** Turns SnakeYAML's places, which count code points, into offsets; cheap as long as they follow the text. */
    private static final class Offsets {

        private final String text;
        private int index;
        private int offset;

        Offsets(String text) {
            this.text = text;
        }

        // SnakeYAML has no mark where it has nothing to say.
        int of(Mark mark) {
            return mark == null ? 0 : of(mark.getIndex());
        }

        int of(int codePoint) {
            try {
                offset = text.offsetByCodePoints(offset, codePoint - index);
                index = codePoint;
                return offset;
            } catch (IndexOutOfBoundsException e) {
                return text.length();
            }
        }
    }
}
