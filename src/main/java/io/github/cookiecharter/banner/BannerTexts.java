package io.github.cookiecharter.banner;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.Charter.Category;
import io.github.cookiecharter.charter.CharterQueries;
import io.github.cookiecharter.charter.LegalInformation;
import io.github.cookiecharter.charter.LocalizedText;
import io.github.cookiecharter.charter.LocalizedText.Phrase;
import io.github.cookiecharter.charter.PurposeLists;
import io.github.cookiecharter.charter.SiteTexts;
import io.github.cookiecharter.language.LanguageTexts;
import io.github.cookiecharter.language.Languages;
import io.github.cookiecharter.language.TextPlaceholders;
import io.github.cookiecharter.model.Lifetime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The banner's texts in each of the site's languages: the site's own texts, or else the built-in ones. */
final class BannerTexts {

    private final Charter charter;
    private final Languages languages;
    private final Map<String, LanguageTexts> texts = new LinkedHashMap<>();

    BannerTexts(Charter charter, Languages languages) {
        this.charter = charter;
        this.languages = languages;
        for (String language : charter.site().languages()) {
            texts.put(language, SiteTexts.forLanguage(charter, language, languages));
        }
    }

    /** Returns the language in which the banner is shown for a language of the site; another if a translation is missing. */
    String displayLanguage(String language) {
        LanguageTexts available = texts(language);
        return available.serves(language) ? language : available.language();
    }

    /** Returns a text of the banner by the key under which {@code banner.texts} overrides it. */
    String get(String key, String language) {
        return TextPlaceholders.fill(template(key, language), values(key, language));
    }

    /** Returns the text that the banner shows while the browser sends a signal. */
    String signal(String language) {
        String text = get("gpc", language);
        return new LegalInformation(charter).confirmsSignal() ? get("opt-out-honored", language) + ". " + text : text;
    }

    /** Returns the key of the text that the banner shows first: what it asks consent for. */
    String descriptionKey() {
        return charter.needsConsent() ? "description" : variantKey("description-exempt", "description");
    }

    /** Returns the key of the text above the preferences. */
    String preferencesDescriptionKey() {
        if (!charter.needsConsent()) {
            return variantKey("preferences-description-exempt", "preferences-description");
        }
        return CharterQueries.allowsObjection(charter)
                ? variantKey("preferences-description-objection", "preferences-description")
                : "preferences-description";
    }

    // If a site overrides only the usual text, its override also replaces the variant.
    private String variantKey(String variant, String usual) {
        boolean onlyUsual = charter.banner().texts().containsKey(usual)
                && !charter.banner().texts().containsKey(variant);
        return onlyUsual ? usual : variant;
    }

    /** Returns the built-in texts for a language of the site. */
    LanguageTexts builtIn(String language) {
        return texts(language);
    }

    /** Returns the writing direction of the banner, as in HTML's {@code dir}. */
    String direction(String language) {
        return texts(language).direction();
    }

    /** Returns the keys under which {@code banner.texts} overrides the banner's texts. */
    Set<String> keys(String language) {
        return texts(language).overridableKeys("banner");
    }

    /** Returns the tag of the actual language of a text of the banner. */
    String languageOf(String key, String language) {
        return languageOf(
                "banner." + key, Optional.ofNullable(charter.banner().texts().get(key)), language);
    }

    private String languageOf(String fullKey, Optional<LocalizedText> siteText, String language) {
        if (siteText.isPresent()) {
            return siteText.get().in(language).language();
        }
        String textLanguage = texts(language).languageOf(fullKey);
        return textLanguage.equals(texts(language).language()) ? displayLanguage(language) : textLanguage;
    }

    /** Returns a text of the banner with further values for its placeholders, and its language. */
    Phrase phrase(String key, Map<String, String> more, String language) {
        Map<String, String> values = values(key, language);
        values.putAll(more);
        return new Phrase(TextPlaceholders.fill(template(key, language), values), languageOf(key, language));
    }

    /** Returns a text of the policy page with values for its placeholders, and its language. */
    Phrase policyPhrase(String key, Map<String, String> values, String language) {
        Optional<LocalizedText> siteText =
                Optional.ofNullable(charter.policy().texts().get(key));
        return new Phrase(
                TextPlaceholders.fill(policyText(key, language), values),
                languageOf("policy." + key, siteText, language));
    }

    /** Returns the caption of a category's table. */
    String tableCaption(Category category, String language) {
        Map<String, String> values = values("table-caption", language);
        values.put("category", category.name().textIn(language));
        return TextPlaceholders.fill(template("table-caption", language), values);
    }

    /** Returns a text without placeholders of the policy page, by the key under which {@code policy.texts} overrides it. */
    String policyText(String key, String language) {
        LocalizedText siteText = charter.policy().texts().get(key);
        return siteText != null ? siteText.textIn(language) : texts(language).get("policy." + key);
    }

    private String template(String key, String language) {
        LocalizedText siteText = charter.banner().texts().get(key);
        return siteText != null ? siteText.textIn(language) : texts(language).get("banner." + key);
    }

    /** Returns a column's header. */
    String columnHeader(String column, String language) {
        return texts(language).get("column." + column);
    }

    /** Returns a lifetime in words; empty if there is none. */
    String lifetime(Optional<Lifetime> lifetime, boolean renewed, String language) {
        LanguageTexts texts = texts(language);
        if (lifetime.isEmpty()) {
            return "";
        }
        String words = texts.lifetime(lifetime.get());
        return renewed ? texts.renewed(words) : words;
    }

    /** Returns why a service or category needs no consent, in the words of the policy page. */
    String exemptionText(LocalizedText reason, String language) {
        LocalizedText siteText = charter.policy().texts().get("row-exempt");
        String introduction =
                siteText != null ? siteText.textIn(language) : texts(language).get("policy.row-exempt");
        return introduction + " " + reason.textIn(language);
    }

    /** Returns the languages of the site that are written from right to left. */
    List<String> rightToLeft() {
        List<String> languages = new ArrayList<>();
        for (String language : charter.site().languages()) {
            if (texts(language).direction().equals("rtl")) {
                languages.add(language);
            }
        }
        return languages;
    }

    private LanguageTexts texts(String language) {
        return Objects.requireNonNull(texts.get(language), language);
    }

    private Map<String, String> values(String key, String language) {
        PurposeLists purposes = new PurposeLists(charter, language, texts(language));
        // A list is joined as the language of its sentence does.
        LanguageTexts words = languages.forWordsIn(languageOf(key, language), texts(language));
        Map<String, String> values = new LinkedHashMap<>();
        values.put("site", charter.site().name().textIn(language));
        values.put("purposes", words.list(purposes.askedPhrases()));
        values.put("exempt", words.list(purposes.exemptNames()));
        return values;
    }
}
