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
 * Reads the keys that name cookies from the configuration metadata of dependencies (Spring Boot, Micronaut, Quarkus).
 */
public final class MetadataReader {

    private static final int MAX_LENGTH = 1_000;

    /**
     * A key that names a cookie.
     *
     * @param key the key
     * @param defaultName the cookie's name without the key; empty if the metadata contains none
     */
    public record NameKey(String key, Optional<String> defaultName) {}

    /**
     * The result of reading a file.
     *
     * @param keys the keys that name cookies; empty if the file could not be read to its end
     * @param warning why it could not be read, in a sentence without a full stop at its end
     */
    public record NameKeys(List<NameKey> keys, Optional<String> warning) {}

    /** A JSON object whose end is not reached yet. */
    private static final class OpenObject {
        private String key = "";
        private String defaultName = "";
        private boolean isNested;
    }

    private MetadataReader() {}

    /** Returns whether a path is that of a metadata file. */
    public static boolean supports(String path) {
        return path.endsWith("META-INF/spring-configuration-metadata.json")
                || path.endsWith("META-INF/additional-spring-configuration-metadata.json")
                || path.endsWith("META-INF/quarkus-config-doc/quarkus-config-model.json");
    }

    /** Reads a metadata file. */
    public static NameKeys read(TextFile file) {
        if (!file.text().contains("ookie")) {
            return new NameKeys(List.of(), Optional.empty());
        }
        try (JsonParser json = new JsonFactory().createParser(file.text())) {
            return new NameKeys(read(json), Optional.empty());
        } catch (StreamReadException e) {
            return failure(file, Optional.ofNullable(e.getLocation()));
        } catch (IOException e) {
            return failure(file, Optional.empty());
        }
    }

    private static NameKeys failure(TextFile file, Optional<JsonLocation> location) {
        SourcePosition at = new SourcePosition(
                Math.max(1, location.map(JsonLocation::getLineNr).orElse(1)),
                Math.max(1, location.map(JsonLocation::getColumnNr).orElse(1)));
        return new NameKeys(
                List.of(),
                Optional.of(FileSettings.parserWarning(file, "JSON", at, "what stands here is no valid JSON")));
    }

    private static List<NameKey> read(JsonParser json) throws IOException {
        List<NameKey> keys = new ArrayList<>();
        Deque<OpenObject> open = new ArrayDeque<>();
        for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
            OpenObject object = open.peek();
            if (token == JsonToken.START_OBJECT) {
                open.push(new OpenObject());
            } else if (token == JsonToken.END_OBJECT) {
                close(open.pop(), Optional.ofNullable(open.peek()), keys);
            } else if (token == JsonToken.VALUE_STRING
                    && object != null
                    && json.getParsingContext().inObject()) {
                setField(object, String.valueOf(json.currentName()), truncate(json.getText()));
            }
        }
        return keys;
    }

    private static String truncate(String text) {
        return text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text;
    }

    private static void setField(OpenObject object, String field, String text) {
        switch (field) {
            case "name" -> object.key = text;
            case "property" -> {
                object.key = text;
                object.isNested = true;
            }
            case "defaultValue" -> object.defaultName = text;
            default -> {}
        }
    }

    // In Quarkus' metadata the key is in an object nested in that with the default.
    private static void close(OpenObject object, Optional<OpenObject> parent, List<NameKey> keys) {
        if (object.isNested && parent.isPresent() && parent.get().key.isEmpty()) {
            parent.get().key = object.key;
            return;
        }
        if (ConfigKeys.namesCookie(object.key)) {
            keys.add(new NameKey(
                    object.key,
                    object.defaultName.isEmpty() || object.defaultName.startsWith("$")
                            ? Optional.empty()
                            : Optional.of(object.defaultName)));
        }
    }
}
