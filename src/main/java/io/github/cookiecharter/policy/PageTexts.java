package io.github.cookiecharter.policy;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.LocalizedText;
import io.github.cookiecharter.charter.LocalizedText.Phrase;
import io.github.cookiecharter.charter.SiteTexts;
import io.github.cookiecharter.language.LanguageTexts;
import io.github.cookiecharter.language.Languages;
import io.github.cookiecharter.language.TextPlaceholders;
import io.github.cookiecharter.model.Lifetime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The texts of one page: built-in texts or the site's overrides, each with the {@code lang} attribute that it needs if
 * its language differs from that of the page's text, and the {@code dir} attribute that it needs if that turns the
 * direction of writing.
 */
final class PageTexts {

    private final String language;
    private final Languages languages;
    private final LanguageTexts texts;
    private final Map<String, LocalizedText> policyTexts;
    private final Map<String, LocalizedText> bannerTexts;
    private final String textLanguage;
    // Caches lang attributes: nearly all of the thousands of texts on a page are in one of two languages.
    private final Map<String, String> langs = new HashMap<>();

    PageTexts(Charter charter, String language, Languages languages) {
        this.language = language;
        this.languages = languages;
        this.texts = SiteTexts.forLanguage(charter, language, languages);
        this.policyTexts = charter.policy().texts();
        this.bannerTexts = charter.banner().texts();
        this.textLanguage = texts.serves(language) ? language : texts.language();
    }

    /** Returns the direction of this page's text. */
    String direction() {
        return texts.direction();
    }

    /**
     * Returns how lists, durations and dates are written in a text of the page: in that text's language, which may be
     * another one than that of the page.
     */
    LanguageTexts wordsIn(String key) {
        return languages.forWordsIn(phrase("policy.", key, policyTexts).language(), texts);
    }

    /** Does the same for a text of the banner that the page also shows. */
    LanguageTexts bannerWordsIn(String key) {
        return languages.forWordsIn(phrase("banner.", key, bannerTexts).language(), texts);
    }

    /** Returns the built-in texts in the language of the page. */
    LanguageTexts languageTexts() {
        return texts;
    }

    /**
     * Returns the language of the page's text: that of the page, unless the built-in texts are not translated into it.
     */
    String textLanguage() {
        return textLanguage;
    }

    /** Returns a text of the page by its key below {@code policy.}, with its placeholders filled. */
    Map<String, Object> text(String key, Map<String, String> values) {
        Phrase phrase = phrase("policy.", key, policyTexts);
        return text(TextPlaceholders.fill(phrase.text(), values), lang(phrase.language()));
    }

    /** Returns a text of the page without placeholders. */
    Map<String, Object> text(String key) {
        return text(key, Map.of());
    }

    /**
     * Returns a variant of a text for a special case. If a site overrides only the usual text, its override also
     * replaces the variant.
     */
    Map<String, Object> variant(String variant, String usual, Map<String, String> values) {
        return text(variantKey(variant, usual), values);
    }

    /** Returns the key of the text that {@link #variant} returns. */
    String variantKey(String variant, String usual) {
        return policyTexts.containsKey(usual) && !policyTexts.containsKey(variant) ? usual : variant;
    }

    /** Returns only the words of a text of the page, for attributes and elements that cannot have a {@code lang}. */
    String words(String key, Map<String, String> values) {
        return TextPlaceholders.fill(phrase("policy.", key, policyTexts).text(), values);
    }

    /** Returns a text of the banner that the page also shows. */
    Map<String, Object> bannerText(String key) {
        return bannerText(key, Map.of());
    }

    /** Returns a text of the banner that the page also shows, with its placeholders filled. */
    Map<String, Object> bannerText(String key, Map<String, String> values) {
        Phrase phrase = phrase("banner.", key, bannerTexts);
        return text(TextPlaceholders.fill(phrase.text(), values), lang(phrase.language()));
    }

    /**
     * Splits a text at markup, such as a link, into {@code before} and {@code after}. An override may omit the
     * placeholder; then {@code marked} is false.
     *
     * @param placeholder the placeholder that the markup replaces
     */
    Map<String, Object> splitAround(String key, String placeholder, Map<String, String> values) {
        Phrase phrase = phrase("policy.", key, policyTexts);
        StringBuilder before = new StringBuilder();
        StringBuilder after = new StringBuilder();
        boolean marked = false;
        for (TextPlaceholders.Piece piece : TextPlaceholders.split(phrase.text(), List.of(placeholder))) {
            if (piece.isPlaceholder() && !marked) {
                marked = true;
            } else {
                String literal = piece.isPlaceholder() ? "{" + piece.text() + "}" : piece.text();
                (marked ? after : before).append(TextPlaceholders.fill(literal, values));
            }
        }
        String lang = lang(phrase.language());
        return Map.of(
                "before", before.toString(),
                "marked", marked,
                "after", after.toString(),
                "lang", lang,
                "dir", dir(lang));
    }

    /** Returns a text of the declaration. */
    Map<String, Object> localized(LocalizedText text) {
        return phrase(text.in(language));
    }

    /** Returns words that have a language of their own. */
    Map<String, Object> inOwnLanguage(Phrase phrase) {
        return phrase(phrase);
    }

    /** Returns only the words of a text of the declaration. */
    String words(LocalizedText text) {
        return text.textIn(language);
    }

    /** Returns words without a language, such as a name or a sign. */
    Map<String, Object> verbatim(String text) {
        return text(text, "");
    }

    /** Returns a title and a text of the banner as one text. */
    Map<String, Object> bannerTexts(String title, String key) {
        Phrase first = phrase("banner.", title, bannerTexts);
        Phrase second = phrase("banner.", key, bannerTexts);
        return text(first.text() + ". " + second.text(), lang(second.language()));
    }

    /** Returns a text of the tables by its full key. */
    Map<String, Object> tableText(String key) {
        return tableText(key, Map.of());
    }

    /** Returns a text of the tables by its full key, with its placeholders filled. */
    Map<String, Object> tableText(String key, Map<String, String> values) {
        return text(texts.get(key, values), lang(texts.languageOf(key)));
    }

    /** Returns only the words of a text of the tables. */
    String tableWords(String key) {
        return texts.get(key);
    }

    /** Returns a lifetime in words. */
    Map<String, Object> lifetime(Lifetime lifetime, boolean renewed) {
        String words = texts.lifetime(lifetime);
        String of = lang(texts.languageOf(lifetime));
        return renewed
                ? text(texts.renewed(words), of.isEmpty() ? lang(texts.languageOf("lifetime.renewed")) : of)
                : text(words, of);
    }

    private Map<String, Object> phrase(Phrase phrase) {
        return text(phrase.text(), lang(phrase.language()));
    }

    private Map<String, Object> text(String words, String lang) {
        return Map.of("text", words, "lang", lang, "dir", dir(lang));
    }

    private Phrase phrase(String prefix, String key, Map<String, LocalizedText> overrides) {
        LocalizedText own = overrides.get(key);
        return own != null ? own.in(language) : new Phrase(texts.get(prefix + key), texts.languageOf(prefix + key));
    }

    // Empty if the words run in the direction of the surrounding text.
    private String dir(String lang) {
        String direction = lang.isEmpty() ? texts.direction() : Languages.direction(lang);
        return direction.equals(texts.direction()) ? "" : direction;
    }

    // Empty if the words are in the language of the surrounding text.
    private String lang(String ofWords) {
        String known = langs.get(ofWords);
        if (known != null) {
            return known;
        }
        boolean same = ofWords.isEmpty()
                || ofWords.equals(textLanguage)
                || textLanguage.startsWith(ofWords + "-")
                || (ofWords.equals(texts.language()) && texts.serves(textLanguage));
        String lang = same ? "" : ofWords;
        langs.put(ofWords, lang);
        return lang;
    }
}
