package io.github.cookiecharter.charter;

import io.github.cookiecharter.charter.Charter.Gap;
import io.github.cookiecharter.charter.LocalText.Phrase;
import io.github.cookiecharter.declaration.Text;
import io.github.cookiecharter.language.Languages;
import io.github.cookiecharter.language.Texts;
import io.github.cookiecharter.vocabulary.Position;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds, for each text, the words for each of the site's languages, and notes where a language goes without. */
final class LocalTexts {

    private final List<String> siteLanguages;
    private final Map<String, Texts> builtIn = new LinkedHashMap<>();
    private final List<Gap> gaps = new ArrayList<>();

    LocalTexts(List<String> siteLanguages, Languages languages, Position languagesAt) {
        this.siteLanguages = siteLanguages;
        for (String language : siteLanguages) {
            Texts texts = languages.forTagOrDefault(language, siteLanguages.get(0));
            builtIn.put(language, texts);
            if (!texts.serves(language)) {
                gaps.add(new Gap(
                        languagesAt,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(language),
                        texts.language()));
            }
        }
    }

    /**
     * Whose a text is.
     *
     * @param words how a message names its texts, up to the text's own name
     */
    record Owner(String words, Optional<String> service, Optional<String> cookie) {

        static Owner of(String words) {
            return new Owner(words, Optional.empty(), Optional.empty());
        }
    }

    /** What was found missing up to now. */
    List<Gap> gaps() {
        return List.copyOf(gaps);
    }

    /** A text whose plain form is in the default language. */
    LocalText local(Text text, Owner owner, String name) {
        return local(text, owner, name, siteLanguages.get(0));
    }

    /** A proper name, an address: its plain form serves every language. */
    LocalText universal(Text text, Owner owner, String name) {
        return local(text, owner, name, "");
    }

    Optional<LocalText> local(Optional<Text> text, Owner owner, String name) {
        return text.isEmpty() ? Optional.empty() : Optional.of(local(text.get(), owner, name));
    }

    Optional<LocalText> universal(Optional<Text> text, Owner owner, String name) {
        return text.isEmpty() ? Optional.empty() : Optional.of(universal(text.get(), owner, name));
    }

    /** The same words for everybody: an id that stands in for a name. */
    LocalText verbatim(String words) {
        Map<String, Phrase> phrases = new LinkedHashMap<>();
        for (String language : siteLanguages) {
            phrases.put(language, new Phrase(words, ""));
        }
        return new LocalText(phrases);
    }

    /** A text that the plugin brings along. */
    LocalText builtIn(String key) {
        Map<String, Phrase> phrases = new LinkedHashMap<>();
        builtIn.forEach((language, texts) -> phrases.put(
                language, new Phrase(texts.get(key), texts.serves(language) ? language : texts.language())));
        return new LocalText(phrases);
    }

    private LocalText local(Text text, Owner owner, String name, String plainLanguage) {
        if (text instanceof Text.Plain plain && plainLanguage.isEmpty()) {
            return verbatim(plain.value());
        }
        Map<String, String> byTag = text instanceof Text.Localized localized
                ? localized.byLanguage()
                : Map.of(plainLanguage, ((Text.Plain) text).value());
        String defaultLanguage = siteLanguages.get(0);
        String defaultWords = best(byTag, defaultLanguage).orElseThrow();
        Map<String, Phrase> phrases = new LinkedHashMap<>();
        List<String> missing = new ArrayList<>();
        for (String language : siteLanguages) {
            Optional<String> words = best(byTag, language);
            phrases.put(
                    language, new Phrase(words.orElse(defaultWords), words.isPresent() ? language : defaultLanguage));
            if (words.isEmpty()) {
                missing.add(language);
            }
        }
        if (!missing.isEmpty()) {
            gaps.add(new Gap(
                    text.at(),
                    owner.service(),
                    owner.cookie(),
                    Optional.of(owner.words() + name),
                    List.copyOf(missing),
                    defaultLanguage));
        }
        return new LocalText(phrases);
    }

    // As in RFC 4647, 3.4: the tag itself, then the tag without its last subtag.
    private static Optional<String> best(Map<String, String> byTag, String language) {
        String tag = language;
        while (!byTag.containsKey(tag) && tag.indexOf('-') > 0) {
            tag = tag.substring(0, tag.lastIndexOf('-'));
        }
        return Optional.ofNullable(byTag.get(tag));
    }
}
