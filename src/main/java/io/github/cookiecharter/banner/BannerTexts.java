package io.github.cookiecharter.banner;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.Charter.Category;
import io.github.cookiecharter.charter.LocalizedText;
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
    private final Map<String, LanguageTexts> texts = new LinkedHashMap<>();

    BannerTexts(Charter charter, Languages languages) {
        this.charter = charter;
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
        return TextPlaceholders.fill(template(key, language), values(language));
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
        LocalizedText siteText = charter.banner().texts().get(key);
        if (siteText != null) {
            return siteText.in(language).language();
        }
        String textLanguage = texts(language).languageOf("banner." + key);
        return textLanguage.equals(texts(language).language()) ? displayLanguage(language) : textLanguage;
    }

    /** Returns the caption of a category's table. */
    String tableCaption(Category category, String language) {
        Map<String, String> values = values(language);
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

    /**
     * Returns the names of what needs no consent outside the category {@code necessary}: of categories, and of services in
     * categories that ask for consent otherwise.
     */
    List<String> exemptNames(String language) {
        List<String> names = new ArrayList<>();
        for (Category category : charter.categories()) {
            if (!category.isNecessary() && !category.asksForConsent()) {
                names.add(category.name().textIn(language));
            } else if (!category.isNecessary()) {
                category.services().stream()
                        .filter(service -> !service.needsConsent())
                        .forEach(service -> names.add(service.name().textIn(language)));
            }
        }
        return names;
    }

    private LanguageTexts texts(String language) {
        return Objects.requireNonNull(texts.get(language), language);
    }

    private Map<String, String> values(String language) {
        List<String> purposes = new ArrayList<>();
        for (Category category : charter.categories()) {
            if (category.asksForConsent()) {
                purposes.add(category.name().textIn(language));
            }
        }
        Map<String, String> values = new LinkedHashMap<>();
        values.put("site", charter.site().name().textIn(language));
        values.put("purposes", texts(language).list(purposes));
        values.put("exempt", texts(language).list(exemptNames(language)));
        return values;
    }
}
