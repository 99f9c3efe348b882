package io.github.cookiecharter.imports.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a JSON file as a stream. Content of pages and values of forms, which recordings hold and which no entry of a
 * declaration needs, are passed over and take no memory.
 */
final class JsonDocument {

    private static final int MAX_DEPTH = 200;
    private static final int MAX_VALUES = 5_000_000;
    private static final int MAX_TEXT = 1_000_000;

    /** Below these objects of a recording; each with what is passed over in it. */
    private static final Map<String, Set<String>> PASSED_OVER = Map.of(
            "response", Set.of("content"),
            "request", Set.of("postData", "queryString"),
            "entries", Set.of("_webSocketMessages"));

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxDocumentLength(-1)
                    .maxNumberLength(400)
                    .build())
            .build();

    private final ImportSource source;
    private int values;

    private JsonDocument(ImportSource source) {
        this.source = source;
    }

    /**
     * Reads a file.
     *
     * @throws ImportException if it is no JSON, ends early, or is nested too deeply
     */
    static JsonElement read(ImportSource source) throws ImportException {
        return new JsonDocument(source).read();
    }

    private JsonElement read() throws ImportException {
        SourceReader reader = new SourceReader(source);
        try (JsonParser parser = FACTORY.createParser(reader.open())) {
            try {
                parser.nextToken();
                JsonElement root = value(parser, "");
                if (parser.nextToken() != null) {
                    throw at(parser, "further text follows the JSON value: remove it");
                }
                return root;
            } catch (JsonEOFException e) {
                throw at(parser, "the file ends in the middle of a JSON value: it was cut off, so write it again");
            } catch (StreamConstraintsException e) {
                throw at(
                        parser,
                        "the JSON is nested more than " + MAX_DEPTH
                                + " levels deep, or has a number or a name that is too long: no known format does");
            } catch (JsonProcessingException e) {
                // Its message quotes the file, in which there may be secrets.
                throw at(
                        parser,
                        "here the file is no JSON; a configuration in JavaScript becomes JSON by JSON.stringify, with"
                                + " regular expressions as strings");
            }
        } catch (IOException e) {
            throw reader.failure(e);
        }
    }

    private ImportException at(JsonParser parser, String fault) {
        return new ImportException(
                source.name(),
                Math.max(1, parser.currentLocation().getLineNr()),
                Math.max(1, parser.currentLocation().getColumnNr()),
                fault);
    }

    private JsonElement value(JsonParser parser, String owner) throws IOException, ImportException {
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw at(parser, "the file ends in the middle of a JSON value: it was cut off, so write it again");
        }
        if (++values > MAX_VALUES) {
            throw at(parser, "the file has more than " + MAX_VALUES + " values: record fewer pages");
        }
        int line = parser.currentTokenLocation().getLineNr();
        return switch (token) {
            case START_OBJECT -> object(parser, owner, line);
            case START_ARRAY -> array(parser, owner, line);
            case VALUE_STRING -> new JsonElement(Optional.of(text(parser)), line);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
                new JsonElement(Optional.of(Double.valueOf(parser.getText())), line);
            case VALUE_TRUE, VALUE_FALSE -> new JsonElement(Optional.of(token == JsonToken.VALUE_TRUE), line);
            default -> JsonElement.MISSING;
        };
    }

    // No name or attribute is that long.
    private static String text(JsonParser parser) throws IOException {
        String text = parser.getText();
        return text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text;
    }

    private JsonElement object(JsonParser parser, String owner, int line) throws IOException, ImportException {
        Map<String, JsonElement> fields = new LinkedHashMap<>();
        Set<String> passedOver = PASSED_OVER.getOrDefault(owner, Set.of());
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            if (passedOver.contains(name)) {
                parser.skipChildren();
            } else {
                fields.put(name, value(parser, name));
            }
        }
        return new JsonElement(Optional.of(fields), line);
    }

    private JsonElement array(JsonParser parser, String owner, int line) throws IOException, ImportException {
        List<JsonElement> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(parser, owner));
        }
        return new JsonElement(Optional.of(items), line);
    }
}
