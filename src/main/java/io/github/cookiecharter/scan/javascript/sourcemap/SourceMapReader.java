package io.github.cookiecharter.scan.javascript.sourcemap;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.cookiecharter.scan.javascript.sourcemap.SourceMap.DamagedMapException;
import io.github.cookiecharter.scan.javascript.sourcemap.SourceMap.Section;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads source maps, as far as places need them: not the names, and not the contents of the sources. */
final class SourceMapReader {

    private static final int MOST_SOURCES = 100_000;
    private static final int MOST_SECTIONS = 10_000;
    private static final JsonFactory JSON = new JsonFactory();

    private SourceMapReader() {}

    static SourceMap read(String json) throws DamagedMapException {
        // The first line may keep browsers from running the file as a script (ECMA-426, 5).
        String text = json.startsWith(")]}'") ? json.substring(json.indexOf('\n') + 1) : json;
        try (JsonParser parser = JSON.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new DamagedMapException("it is no JSON object");
            }
            return map(parser, true);
        } catch (IOException e) {
            throw new DamagedMapException("it is no JSON");
        }
    }

    private static SourceMap map(JsonParser parser, boolean mayHaveSections) throws IOException, DamagedMapException {
        String root = "";
        String mappings = "";
        List<String> sources = new ArrayList<>();
        List<Section> sections = new ArrayList<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            JsonToken value = parser.nextToken();
            switch (field) {
                case "sourceRoot" -> root = value == JsonToken.VALUE_STRING ? parser.getText() : "";
                case "mappings" -> mappings = text(parser, value, field);
                case "sources" -> sources(parser, value, sources);
                case "sections" -> {
                    if (!mayHaveSections) {
                        throw new DamagedMapException("a section has sections");
                    }
                    sections(parser, value, sections);
                }
                default -> parser.skipChildren();
            }
        }
        String prefix = root.isEmpty() || root.endsWith("/") ? root : root + "/";
        return new SourceMap(sources.stream().map(source -> prefix + source).toList(), mappings, List.copyOf(sections));
    }

    private static String text(JsonParser parser, JsonToken value, String field)
            throws IOException, DamagedMapException {
        if (value != JsonToken.VALUE_STRING) {
            throw new DamagedMapException("its " + field + " are no string");
        }
        return parser.getText();
    }

    private static void sources(JsonParser parser, JsonToken value, List<String> sources)
            throws IOException, DamagedMapException {
        if (value != JsonToken.START_ARRAY) {
            throw new DamagedMapException("its sources are no list");
        }
        for (JsonToken next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
            if (next == null || sources.size() == MOST_SOURCES) {
                throw new DamagedMapException("its sources do not end");
            }
            sources.add(next == JsonToken.VALUE_STRING ? parser.getText() : "");
            parser.skipChildren();
        }
    }

    private static void sections(JsonParser parser, JsonToken value, List<Section> sections)
            throws IOException, DamagedMapException {
        if (value != JsonToken.START_ARRAY) {
            throw new DamagedMapException("its sections are no list");
        }
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            if (sections.size() == MOST_SECTIONS) {
                throw new DamagedMapException("it has too many sections");
            }
            sections.add(section(parser));
        }
    }

    private static Section section(JsonParser parser) throws IOException, DamagedMapException {
        int line = 0;
        int column = 0;
        SourceMap map = new SourceMap(List.of(), "", List.of());
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            JsonToken value = parser.nextToken();
            if (field.equals("offset") && value == JsonToken.START_OBJECT) {
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    String which = parser.currentName();
                    boolean isNumber = parser.nextToken() == JsonToken.VALUE_NUMBER_INT;
                    int number = isNumber ? Math.max(0, parser.getIntValue()) : 0;
                    line = which.equals("line") ? number : line;
                    column = which.equals("column") ? number : column;
                    parser.skipChildren();
                }
            } else if (field.equals("map") && value == JsonToken.START_OBJECT) {
                map = map(parser, false);
            } else {
                parser.skipChildren();
            }
        }
        return new Section(line, column, map);
    }
}
