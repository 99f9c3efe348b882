package io.github.cookiecharter.charter;

import io.github.cookiecharter.charter.Charter.Missing;
import io.github.cookiecharter.model.diagnostic.SafeText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes templates of translation files: the missing texts of each language. */
public final class MissingTranslations {

    private static final String INDENT = "  ";

    private MissingTranslations() {}

    /**
     * Returns the name of a translation file.
     *
     * @param source the declaration's file name
     */
    public static String fileName(String source, String language) {
        int dot = source.lastIndexOf('.');
        return dot <= 0 ? source + "." + language : source.substring(0, dot) + "." + language + source.substring(dot);
    }

    /** Returns the file's content for these texts, each with the text that is shown instead. */
    public static String yaml(List<Missing> texts) {
        StringBuilder yaml = new StringBuilder();
        write(texts, 0, yaml);
        return yaml.toString();
    }

    private static void write(List<Missing> texts, int depth, StringBuilder yaml) {
        Map<String, List<Missing>> byKey = new LinkedHashMap<>();
        for (Missing text : texts) {
            byKey.computeIfAbsent(text.path().get(depth), key -> new ArrayList<>())
                    .add(text);
        }
        for (Map.Entry<String, List<Missing>> each : byKey.entrySet()) {
            yaml.append(INDENT.repeat(depth)).append(key(each.getKey())).append(':');
            Missing first = each.getValue().get(0);
            if (first.path().size() == depth + 1) {
                yaml.append(' ')
                        .append(SafeText.quoteInFullAsYaml(first.words()))
                        .append('\n');
            } else {
                yaml.append('\n');
                write(each.getValue(), depth + 1, yaml);
            }
        }
    }

    private static String key(String key) {
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            boolean plain = (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || c == '_'
                    || (i > 0 && ((c >= '0' && c <= '9') || c == '-' || c == '.'));
            if (!plain) {
                return SafeText.quoteInFullAsYaml(key);
            }
        }
        return key;
    }
}
