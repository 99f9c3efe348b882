package io.github.cookiecharter.scan.config.reader;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamReadException;
import io.github.cookiecharter.model.diagnostic.SourcePosition;
import io.github.cookiecharter.scan.model.TextFile;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Reads from the metadata in which dependencies describe their configuration (Spring Boot, Micronaut, Quarkus) the keys
 * that name cookies.
 */
public final class MetadataReader {

    private static final int LONGEST = 1_000;

    /**
     * A key that names a cookie.
     *
     * @param key the key
     * @param preset the name that the cookie has without it; empty where none is said
     */
    public record NameKey(String key, Optional<String> preset) {}

    /**
     * What a file describes.
     *
     * @param keys the keys that name cookies; none where the file could not be read to its end
     * @param unread why it could not be read, in a sentence without a full stop at its end
     */
    public record NameKeys(List<NameKey> keys, Optional<String> unread) {}

    /** An object that is open. */
    private static final class Node {
        private String key = "";
        private String preset = "";
        private boolean deeper;
    }

    private MetadataReader() {}

    public static boolean wants(String path) {
        return path.endsWith("META-INF/spring-configuration-metadata.json")
                || path.endsWith("META-INF/additional-spring-configuration-metadata.json")
                || path.endsWith("META-INF/quarkus-config-doc/quarkus-config-model.json");
    }

    public static NameKeys read(TextFile file) {
        if (!file.text().contains("ookie")) {
            return new NameKeys(List.of(), Optional.empty());
        }
        try (JsonParser json = new JsonFactory().createParser(file.text())) {
            return new NameKeys(read(json), Optional.empty());
        } catch (StreamReadException e) {
            return unread(file, Optional.ofNullable(e.getLocation()));
        } catch (IOException e) {
            return unread(file, Optional.empty());
        }
    }

    private static NameKeys unread(TextFile file, Optional<JsonLocation> location) {
        SourcePosition at = new SourcePosition(
                Math.max(1, location.map(JsonLocation::getLineNr).orElse(1)),
                Math.max(1, location.map(JsonLocation::getColumnNr).orElse(1)));
        return new NameKeys(
                List.of(), Optional.of(FileSettings.refusal(file, "JSON", at, "what stands here is no valid JSON")));
    }

    private static List<NameKey> read(JsonParser json) throws IOException {
        List<NameKey> keys = new ArrayList<>();
        Deque<Node> open = new ArrayDeque<>();
        for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
            Node node = open.peek();
            if (token == JsonToken.START_OBJECT) {
                open.push(new Node());
            } else if (token == JsonToken.END_OBJECT) {
                finish(open.pop(), Optional.ofNullable(open.peek()), keys);
            } else if (token == JsonToken.VALUE_STRING
                    && node != null
                    && json.getParsingContext().inObject()) {
                take(node, String.valueOf(json.currentName()), cut(json.getText()));
            }
        }
        return keys;
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    private static void take(Node node, String field, String text) {
        switch (field) {
            case "name" -> node.key = text;
            case "property" -> {
                node.key = text;
                node.deeper = true;
            }
            case "defaultValue" -> node.preset = text;
            default -> {}
        }
    }

    // The metadata of Quarkus keeps the key in an object inside that with the default.
    private static void finish(Node node, Optional<Node> parent, List<NameKey> keys) {
        if (node.deeper && parent.isPresent() && parent.get().key.isEmpty()) {
            parent.get().key = node.key;
            return;
        }
        if (ConfigKeys.namesCookie(node.key)) {
            keys.add(new NameKey(
                    node.key,
                    node.preset.isEmpty() || node.preset.startsWith("$")
                            ? Optional.empty()
                            : Optional.of(node.preset)));
        }
    }
}
