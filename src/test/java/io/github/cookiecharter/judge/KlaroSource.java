package io.github.cookiecharter.judge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Judges klaro's configuration by klaro's own source. It declares no types, and the one description of its options, which
 * its editor uses, validates nothing; but it names the options, and the source has all texts.
 */
public final class KlaroSource {

    private static final Pattern NAME = Pattern.compile("name: '([A-Za-z]+)'");

    private KlaroSource() {}

    /** The options that klaro's own editor knows. */
    public static List<String> options() {
        List<String> names = new ArrayList<>();
        Matcher matcher = NAME.matcher(read("klaro/src/components/ide/spec.js"));
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    /** The values that the editor offers for an option. */
    public static List<String> choices(String option) {
        Matcher matcher = Pattern.compile("name: '" + option + "',\\s*control: 'Select',\\s*choices: \\[([^\\]]*)\\]")
                .matcher(read("klaro/src/components/ide/spec.js"));
        if (!matcher.find()) {
            throw new IllegalStateException("klaro's editor offers no choices for " + option);
        }
        return List.of(matcher.group(1).replaceAll("[' ]", "").split(","));
    }

    /** klaro's own texts in a language. */
    public static List<String> texts(String language) {
        List<String> texts = new ArrayList<>();
        collect(translation(language), texts);
        return texts;
    }

    private static void collect(JsonNode node, List<String> texts) {
        if (node.isTextual()) {
            texts.add(node.asText().strip().replaceAll("\\s+", " "));
        }
        node.forEach(child -> collect(child, texts));
    }

    /** The keys of klaro's English texts, apart from those of its own purposes, that a translation lacks. */
    public static List<String> missing(JsonNode given) {
        List<String> missing = new ArrayList<>();
        compare("", translation("en"), given, missing);
        return missing;
    }

    private static void compare(String path, JsonNode theirs, JsonNode given, List<String> missing) {
        for (Map.Entry<String, JsonNode> entry : theirs.properties()) {
            String key = path + entry.getKey();
            JsonNode ours = given.path(entry.getKey());
            if (entry.getValue().isTextual() && ours.asText().isEmpty()) {
                missing.add(key);
            } else if (entry.getValue().isObject() && !key.equals("purposes")) {
                compare(key + ".", entry.getValue(), ours, missing);
            }
        }
    }

    private static JsonNode translation(String language) {
        try {
            return new YAMLMapper().readTree(read("klaro/src/translations/" + language + ".yml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(String file) {
        try {
            return Files.readString(Npm.file(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
