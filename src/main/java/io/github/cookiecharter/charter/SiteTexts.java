package io.github.cookiecharter.charter;

import io.github.cookiecharter.charter.Charter.Category;
import io.github.cookiecharter.charter.Charter.Gap;
import io.github.cookiecharter.charter.Charter.Missing;
import io.github.cookiecharter.charter.LocalizedText.Phrase;
import io.github.cookiecharter.language.LanguageTexts;
import io.github.cookiecharter.language.Languages;
import io.github.cookiecharter.model.Section;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The built-in texts with a site's overrides, for each of its languages. The declaration may supply the texts of a
 * language without built-in ones.
 */
public final class SiteTexts {

    private SiteTexts() {}

    /**
     * Returns the texts of one language. A language without built-in texts uses the site's own once it supplies more
     * than half of them; until then the page uses one language throughout, which reads better.
     */
    public static LanguageTexts forLanguage(Charter charter, String language, Languages languages) {
        Map<String, String> own = tableTexts(charter, language);
        Optional<LanguageTexts> builtIn = languages.forTag(language);
        if (builtIn.isPresent()) {
            return builtIn.get().withOverrides(own);
        }
        String defaultLanguage = charter.site().defaultLanguage();
        LanguageTexts fallback = languages
                .forTagOrDefault(language, defaultLanguage)
                .withOverrides(tableTexts(charter, defaultLanguage));
        List<Missing> missing = missingTexts(charter, language, fallback);
        return missing.size() * 2 < requiredTexts(charter, fallback).size()
                ? languages.fromSite(language, own, fallback)
                : fallback;
    }

    /** Returns the missing texts of each language without built-in texts, if the site does not supply all of them. */
    static List<Gap> gaps(Charter charter, Languages languages) {
        List<Gap> gaps = new ArrayList<>();
        for (String language : charter.site().languages()) {
            if (languages.supports(language)) {
                continue;
            }
            LanguageTexts fallback =
                    languages.forTagOrDefault(language, charter.site().defaultLanguage());
            List<Missing> missing = missingTexts(charter, language, fallback);
            if (!missing.isEmpty()) {
                gaps.add(new Gap(
                        charter.site().positions().of("languages"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(language),
                        fallback.language(),
                        missing));
            }
        }
        return gaps;
    }

    // The texts of the tables have their full key below policy.texts.
    private static Map<String, String> tableTexts(Charter charter, String language) {
        Map<String, String> own = new HashMap<>();
        for (Map.Entry<String, LocalizedText> text : charter.policy().texts().entrySet()) {
            Phrase phrase = text.getValue().in(language);
            if (LanguageTexts.isTableText(text.getKey()) && phrase.language().equals(language)) {
                own.put(text.getKey(), phrase.text());
            }
        }
        return own;
    }

    private static List<Missing> requiredTexts(Charter charter, LanguageTexts fallback) {
        List<Missing> needed = new ArrayList<>();
        for (Category category : charter.categories()) {
            for (String part : List.of("name", "description")) {
                String key = "category." + category.id() + "." + part;
                if (fallback.keys().contains(key)) {
                    needed.add(new Missing(List.of("categories", category.id(), part), fallback.get(key)));
                }
            }
        }
        for (String part : List.of("policy", "banner")) {
            if (part.equals("policy") || charter.hasBanner()) {
                for (String key : fallback.overridableKeys(part)) {
                    if (part.equals("policy") && isOfUnlistedSection(charter, key)) {
                        continue;
                    }
                    String words = fallback.get(LanguageTexts.isTableText(key) ? key : part + "." + key);
                    needed.add(new Missing(List.of(part, "texts", key), words));
                }
            }
        }
        return needed;
    }

    private static boolean isOfUnlistedSection(Charter charter, String key) {
        return key.startsWith(Section.HISTORY.word())
                && !charter.policy().sections().contains(Section.HISTORY);
    }

    private static List<Missing> missingTexts(Charter charter, String language, LanguageTexts fallback) {
        List<Missing> missing = new ArrayList<>();
        for (Missing each : requiredTexts(charter, fallback)) {
            if (!isSupplied(charter, language, each.path())) {
                missing.add(each);
            }
        }
        return List.copyOf(missing);
    }

    private static boolean isSupplied(Charter charter, String language, List<String> path) {
        if (path.get(0).equals("categories")) {
            for (Category category : charter.categories()) {
                if (category.id().equals(path.get(1))) {
                    LocalizedText text = path.get(2).equals("name") ? category.name() : category.description();
                    String of = text.in(language).language();
                    return of.equals(language) || of.isEmpty();
                }
            }
            return true;
        }
        Map<String, LocalizedText> texts = path.get(0).equals("policy")
                ? charter.policy().texts()
                : charter.banner().texts();
        LocalizedText text = texts.get(path.get(2));
        return text != null && text.in(language).language().equals(language);
    }
}
