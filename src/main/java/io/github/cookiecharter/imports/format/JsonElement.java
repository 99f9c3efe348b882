package io.github.cookiecharter.imports.format;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A value of a JSON file. What a file lacks, and {@code null}, is {@link #MISSING}, so a long path is read without a check
 * at each step.
 */
final class JsonElement {

    /** What a file lacks. */
    static final JsonElement MISSING = new JsonElement(Optional.empty(), 0);

    // A String, Double, Boolean, List or Map.
    private final Optional<Object> value;
    private final int line;

    /**
     * Creates a value.
     *
     * @param value a string, a double, a boolean, a list or a map; empty for {@code null}
     * @param line where it begins, counted from 1
     */
    JsonElement(Optional<Object> value, int line) {
        this.value = value;
        this.line = line;
    }

    /** Returns the line where it begins, counted from 1; 0 for what is missing. */
    int line() {
        return line;
    }

    /** Returns whether the file has it, and it is not {@code null}. */
    boolean isPresent() {
        return value.isPresent();
    }

    boolean isObject() {
        return value.isPresent() && value.get() instanceof Map<?, ?>;
    }

    boolean isArray() {
        return value.isPresent() && value.get() instanceof List<?>;
    }

    boolean isText() {
        return value.isPresent() && value.get() instanceof String;
    }

    /** Returns whether an object has a key, even with {@code null}. */
    boolean has(String key) {
        return fields().containsKey(key);
    }

    /** Returns a field of an object, or of objects in objects. */
    JsonElement get(String... path) {
        JsonElement found = this;
        for (String name : path) {
            found = found.fields().getOrDefault(name, MISSING);
        }
        return found;
    }

    /** Returns the fields of an object, in their order; none of any other value. */
    @SuppressWarnings("unchecked") // JsonDocument has filled it
    Map<String, JsonElement> fields() {
        return isObject() ? (Map<String, JsonElement>) value.orElseThrow() : Map.of();
    }

    /** Returns the items of an array; none of any other value. */
    @SuppressWarnings("unchecked") // JsonDocument has filled it
    List<JsonElement> items() {
        return isArray() ? (List<JsonElement>) value.orElseThrow() : List.of();
    }

    /** Returns a text; the empty one of any other value. */
    String text() {
        return value.isPresent() && value.get() instanceof String text ? text : "";
    }

    /** Returns a text, a number or a boolean as text; the empty one of any other value. */
    String scalar() {
        if (value.isPresent() && value.get() instanceof Double number) {
            boolean whole = number == Math.rint(number) && Math.abs(number) < 1e15;
            return whole ? Long.toString(number.longValue()) : number.toString();
        }
        return isObject() || isArray() ? "" : value.map(Object::toString).orElse("");
    }

    /** Returns a number; empty of any other value. */
    OptionalDouble number() {
        return value.isPresent() && value.get() instanceof Double number
                ? OptionalDouble.of(number)
                : OptionalDouble.empty();
    }

    /** Returns whether it is {@code true}. */
    boolean isTrue() {
        return flag().orElse(false);
    }

    /** Returns a boolean; empty of any other value. */
    Optional<Boolean> flag() {
        return value.isPresent() && value.get() instanceof Boolean flag ? Optional.of(flag) : Optional.empty();
    }
}
