package io.github.cookiecharter.audit.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A value of a JSON text. What a text lacks, and {@code null}, is a value that {@linkplain #isPresent() is not present}, so a
 * long path is read without a check at each step.
 */
public final class JsonValue {

    /** What a text lacks. */
    public static final JsonValue MISSING = new JsonValue(Optional.empty());

    // A String, Double, Boolean, List or Map.
    private final Optional<Object> value;

    private JsonValue(Optional<Object> value) {
        this.value = value;
    }

    /**
     * Reads a JSON text.
     *
     * @throws IOException if it is not valid JSON
     */
    public static JsonValue parse(String text) throws IOException {
        try (JsonParser parser = new JsonFactory().createParser(text)) {
            parser.nextToken();
            JsonValue value = read(parser);
            if (parser.nextToken() != null) {
                throw new IOException("text follows the JSON value");
            }
            return value;
        }
    }

    private static JsonValue read(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw new IOException("the JSON text ends early");
        }
        return switch (token) {
            case START_OBJECT -> readObject(parser);
            case START_ARRAY -> readArray(parser);
            case VALUE_STRING -> of(parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> of(parser.getDoubleValue());
            case VALUE_TRUE, VALUE_FALSE -> of(token == JsonToken.VALUE_TRUE);
            case VALUE_NULL -> MISSING;
            default -> throw new IOException("unexpected " + token);
        };
    }

    private static JsonValue readObject(JsonParser parser) throws IOException {
        Map<String, JsonValue> fields = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            fields.put(name, read(parser));
        }
        return of(fields);
    }

    private static JsonValue readArray(JsonParser parser) throws IOException {
        List<JsonValue> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(read(parser));
        }
        return of(items);
    }

    private static JsonValue of(Object value) {
        return new JsonValue(Optional.of(value));
    }

    /** Returns whether the text has this value, and it is not {@code null}. */
    public boolean isPresent() {
        return value.isPresent();
    }

    /** Returns a field of an object, or of objects in objects. */
    public JsonValue get(String... path) {
        JsonValue found = this;
        for (String name : path) {
            found = found.fields().getOrDefault(name, MISSING);
        }
        return found;
    }

    /** Returns the fields of an object, in their order; none of any other value. */
    @SuppressWarnings("unchecked") // readObject has filled it
    public Map<String, JsonValue> fields() {
        return value.isPresent() && value.get() instanceof Map<?, ?> map ? (Map<String, JsonValue>) map : Map.of();
    }

    /** Returns the items of an array; none of any other value. */
    @SuppressWarnings("unchecked") // readArray has filled it
    public List<JsonValue> items() {
        return value.isPresent() && value.get() instanceof List<?> list ? (List<JsonValue>) list : List.of();
    }

    /** Returns a text; the empty one of any other value. */
    public String text() {
        return value.isPresent() && value.get() instanceof String text ? text : "";
    }

    /** Returns a number; empty of any other value. */
    public OptionalDouble number() {
        return value.isPresent() && value.get() instanceof Double number
                ? OptionalDouble.of(number)
                : OptionalDouble.empty();
    }

    /** Returns a whole number; of any other value the given one. */
    public int whole(int otherwise) {
        return (int) number().orElse(otherwise);
    }

    /** Returns whether it is {@code true}. */
    public boolean isTrue() {
        return value.isPresent() && Boolean.TRUE.equals(value.get());
    }

    /** Returns a boolean; empty of any other value. */
    public Optional<Boolean> flag() {
        return value.isPresent() && value.get() instanceof Boolean flag ? Optional.of(flag) : Optional.empty();
    }
}
