package io.github.cookiecharter.history;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A text of a recorded charter in its languages.
 *
 * @param byLanguage the text by BCP 47 tag; a language that is not there uses the text of another
 * @param defaultLanguage the default language of the charter
 */
public record Wording(Map<String, String> byLanguage, String defaultLanguage) {

    public Wording {
        byLanguage = Collections.unmodifiableMap(new LinkedHashMap<>(byLanguage));
    }

    /** Returns the text for a language: its own, that of a shorter tag, that of the default language, or the first one. */
    public String in(String language) {
        for (String tag = language; !tag.isEmpty(); tag = tag.substring(0, Math.max(tag.lastIndexOf('-'), 0))) {
            String text = byLanguage.get(tag);
            if (text != null) {
                return text;
            }
        }
        String text = byLanguage.get(defaultLanguage);
        return text != null ? text : byLanguage.values().stream().findFirst().orElse("");
    }

    /** Returns the text in the default language. */
    public String inDefaultLanguage() {
        return in(defaultLanguage);
    }
}
