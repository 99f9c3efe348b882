package io.github.cookiecharter.banner;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.Charter.Category;
import io.github.cookiecharter.charter.Charter.Cookie;
import io.github.cookiecharter.charter.Charter.Service;
import io.github.cookiecharter.charter.LocalizedText;
import io.github.cookiecharter.charter.LocalizedText.Phrase;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Lists the texts of a banner that are shown in another language because a translation is missing, each with its language. */
final class UntranslatedTexts {

    private final BannerTexts texts;
    private final String language;
    private final Map<String, String> languageByText = new LinkedHashMap<>();

    private UntranslatedTexts(BannerTexts texts, String language) {
        this.texts = texts;
        this.language = language;
    }

    static Map<String, String> of(Charter charter, BannerTexts texts, String language) {
        UntranslatedTexts untranslated = new UntranslatedTexts(texts, language);
        for (String key : texts.keys(language)) {
            untranslated.add(texts.get(key, language), texts.languageOf(key, language));
        }
        BannerSentences sentences = new BannerSentences(charter, texts, language);
        untranslated.add(texts.signal(language), texts.languageOf("gpc", language));
        sentences.banner().forEach(untranslated::add);
        sentences.preferences().forEach(untranslated::add);
        sentences.providersLink().ifPresent(untranslated::add);
        sentences.optOutLink().ifPresent(untranslated::add);
        for (Category category : charter.categories()) {
            untranslated.add(category.name());
            untranslated.add(category.description());
            untranslated.add(category.reason());
            for (Service service : category.services()) {
                untranslated.add(service);
            }
        }
        return untranslated.languageByText;
    }

    private void add(Service service) {
        add(service.name());
        add(service.provider().name());
        add(service.purpose());
        add(service.reason());
        for (Cookie cookie : service.cookies()) {
            add(cookie.purpose());
        }
    }

    private void add(Optional<LocalizedText> text) {
        if (text.isPresent()) {
            add(text.get());
        }
    }

    private void add(LocalizedText text) {
        add(text.in(language));
    }

    private void add(Phrase phrase) {
        add(phrase.text(), phrase.language());
    }

    private void add(String text, String textLanguage) {
        String displayLanguage = texts.displayLanguage(language);
        if (!textLanguage.isEmpty()
                && !textLanguage.equals(displayLanguage)
                && !displayLanguage.startsWith(textLanguage + "-")
                && !text.isBlank()) {
            languageByText.put(text, textLanguage);
        }
    }
}
