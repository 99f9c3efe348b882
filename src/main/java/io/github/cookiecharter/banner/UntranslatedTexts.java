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

/** What a banner shows in another language than its own, since nobody has translated it: each text with its language. */
final class UntranslatedTexts {

    private final BannerTexts texts;
    private final String language;
    private final Map<String, String> found = new LinkedHashMap<>();

    private UntranslatedTexts(BannerTexts texts, String language) {
        this.texts = texts;
        this.language = language;
    }

    static Map<String, String> of(Charter charter, BannerTexts texts, String language) {
        UntranslatedTexts words = new UntranslatedTexts(texts, language);
        for (String key : texts.keys(language)) {
            words.add(texts.get(key, language), texts.languageOf(key, language));
        }
        for (Category category : charter.categories()) {
            words.add(category.name());
            words.add(category.description());
            words.add(category.reason());
            for (Service service : category.services()) {
                words.add(service);
            }
        }
        return words.found;
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
        Phrase phrase = text.in(language);
        add(phrase.text(), phrase.language());
    }

    private void add(String words, String of) {
        String spoken = texts.spoken(language);
        if (!of.isEmpty() && !of.equals(spoken) && !spoken.startsWith(of + "-") && !words.isBlank()) {
            found.put(words, of);
        }
    }
}
