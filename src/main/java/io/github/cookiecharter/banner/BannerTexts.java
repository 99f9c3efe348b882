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

/** The banner's words in each of the site's languages: the site's own where it wrote some, else the built-in ones. */
final class BannerTexts {

    private final Charter charter;
    private final Map<String, LanguageTexts> texts = new LinkedHashMap<>();

    BannerTexts(Charter charter, Languages languages) {
        this.charter = charter;
        for (String language : charter.site().languages()) {
            texts.put(language, SiteTexts.forLanguage(charter, language, languages));
        }
    }

    /** The language that the banner speaks where the site speaks this one: another where nobody has translated it. */
    String spoken(String language) {
        LanguageTexts own = texts(language);
        return own.serves(language) ? language : own.language();
    }

    /** A text of the banner, by the key under which {@code banner.texts} overrides it. */
    String get(String key, String language) {
        return TextPlaceholders.fill(template(key, language), values(language));
    }

    /** The direction of the script that the banner is written in, as in HTML's {@code dir}. */
    String direction(String language) {
        return texts(language).direction();
    }

    /** The keys under which {@code banner.texts} overrides the banner's texts. */
    Set<String> keys(String language) {
        return texts(language).overridableKeys("banner");
    }

    /** The tag of the language that a text of the banner is really in. */
    String languageOf(String key, String language) {
        LocalizedText own = charter.banner().texts().get(key);
        if (own != null) {
            return own.in(language).language();
        }
        String of = texts(language).languageOf("banner." + key);
        return of.equals(texts(language).language()) ? spoken(language) : of;
    }

    /** The caption of a category's table. */
    String tableCaption(Category category, String language) {
        Map<String, String> values = values(language);
        values.put("category", category.name().textIn(language));
        return TextPlaceholders.fill(template("table-caption", language), values);
    }

    /** A text without placeholders that the policy page shows too, by the key under which {@code policy.texts} overrides it. */
    String ofPolicy(String key, String language) {
        LocalizedText own = charter.policy().texts().get(key);
        return own != null ? own.textIn(language) : texts(language).get("policy." + key);
    }

    private String template(String key, String language) {
        LocalizedText own = charter.banner().texts().get(key);
        return own != null ? own.textIn(language) : texts(language).get("banner." + key);
    }

    /** A column's header. */
    String column(String column, String language) {
        return texts(language).get("column." + column);
    }

    /** How long something is kept, in words; empty for what keeps nothing. */
    String lifetime(Optional<Lifetime> lifetime, boolean renewed, String language) {
        LanguageTexts texts = texts(language);
        if (lifetime.isEmpty()) {
            return "";
        }
        String words = texts.lifetime(lifetime.get());
        return renewed ? texts.renewed(words) : words;
    }

    /** Why something needs no consent, in the words of the policy page. */
    String exempt(LocalizedText reason, String language) {
        LocalizedText own = charter.policy().texts().get("row-exempt");
        String introduction =
                own != null ? own.textIn(language) : texts(language).get("policy.row-exempt");
        return introduction + " " + reason.textIn(language);
    }

    /** The languages of the site that are written from right to left. */
    List<String> rightToLeft() {
        List<String> all = new ArrayList<>();
        for (String language : charter.site().languages()) {
            if (texts(language).direction().equals("rtl")) {
                all.add(language);
            }
        }
        return all;
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
        return values;
    }
}
