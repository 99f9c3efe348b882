package io.github.cookiecharter.charter;

import java.util.Map;

/**
 * A text in every language of the site.
 *
 * @param byLanguage the phrase for each of the site's languages, by tag
 */
public record LocalizedText(Map<String, Phrase> byLanguage) {

    /**
     * The text shown to readers of one language.
     *
     * @param text the text
     * @param language the tag of the text's actual language; empty if it serves every language, as a proper name does
     */
    public record Phrase(String text, String language) {}

    public LocalizedText {
        byLanguage = Map.copyOf(byLanguage);
    }

    /**
     * Returns the phrase for one of the site's languages.
     *
     * @throws IllegalArgumentException if it is not a language of the site
     */
    public Phrase in(String language) {
        Phrase phrase = byLanguage.get(language);
        if (phrase == null) {
            throw new IllegalArgumentException("the site has no language " + language);
        }
        return phrase;
    }

    /** Returns the text for one of the site's languages. */
    public String textIn(String language) {
        return in(language).text();
    }
}
