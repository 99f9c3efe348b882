package io.github.cookiecharter.jurisdiction;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Words of the data in one or several languages, such as the name of an authority.
 *
 * @param byLanguage the words by language tag, in the order of the data; at least one
 * @param fallback the language that serves those without words of their own
 * @param provenance where the words of each language come from
 */
public record LocalWording(Map<String, String> byLanguage, String fallback, Map<String, Provenance> provenance) {

    /**
     * Words in one language.
     *
     * @param text the words
     * @param language the language that they are in, which may be another than the requested one
     * @param provenance where they come from
     */
    public record Wording(String text, String language, Provenance provenance) {}

    public LocalWording {
        byLanguage = Collections.unmodifiableMap(new LinkedHashMap<>(byLanguage));
        provenance = Map.copyOf(provenance);
    }

    /**
     * Returns the words for a language: in it, in its primary language, or in the fallback.
     *
     * @param tag a BCP 47 tag
     */
    public Wording in(String tag) {
        String language = tag;
        if (!byLanguage.containsKey(language)) {
            int hyphen = tag.indexOf('-');
            language = hyphen < 0 ? tag : tag.substring(0, hyphen);
        }
        if (!byLanguage.containsKey(language)) {
            language = fallback;
        }
        String text = byLanguage.get(language);
        Provenance from = provenance.get(language);
        if (text == null || from == null) {
            throw new IllegalStateException("no words in " + language);
        }
        return new Wording(text, language, from);
    }
}
