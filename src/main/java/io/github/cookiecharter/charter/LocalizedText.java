package io.github.cookiecharter.charter;

import java.util.Map;

/**
 * A text in every language of the site.
 *
 * @param byLanguage a phrase for each of the site's languages, by tag
 */
public record LocalizedText(Map<String, Phrase> byLanguage) {

    /**
     * The words that a reader of one language gets to see.
     *
     * @param text the words
     * @param language the tag of the language they are really in; empty where they serve every language, as a proper
     *     name does
     */
    public record Phrase(String text, String language) {}

    public LocalizedText {
        byLanguage = Map.copyOf(byLanguage);
    }

    /**
     * The phrase for one of the site's languages.
     *
     * @throws IllegalArgumentException if the site does not speak the language
     */
    public Phrase in(String language) {
        Phrase phrase = byLanguage.get(language);
        if (phrase == null) {
            throw new IllegalArgumentException("the site does not speak " + language);
        }
        return phrase;
    }

    /** The words for one of the site's languages. */
    public String textIn(String language) {
        return in(language).text();
    }
}
