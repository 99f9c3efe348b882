package io.github.cookiecharter.charter;

import io.github.cookiecharter.charter.Charter.Gap;
import io.github.cookiecharter.charter.Charter.Missing;
import io.github.cookiecharter.charter.LocalizedText.Phrase;
import io.github.cookiecharter.declaration.DeclaredText;
import io.github.cookiecharter.jurisdiction.LocalWording;
import io.github.cookiecharter.language.LanguageTexts;
import io.github.cookiecharter.language.Languages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Resolves each text for each of the site's languages, and records the languages that lack it. */
final class LocalizedTextResolver {

    private final List<String> siteLanguages;
    private final Map<String, DeclaredText> overrides;
    private final Map<String, LanguageTexts> builtIn = new LinkedHashMap<>();
    private final List<Gap> gaps = new ArrayList<>();

    /**
     * Creates a resolver for a site.
     *
     * @param overrides the site's overrides of built-in texts, from {@code policy.texts}
     */
    LocalizedTextResolver(List<String> siteLanguages, Languages languages, Map<String, DeclaredText> overrides) {
        this.siteLanguages = siteLanguages;
        this.overrides = overrides;
        for (String language : siteLanguages) {
            builtIn.put(language, languages.forTagOrDefault(language, siteLanguages.get(0)));
        }
    }

    /**
     * The owner of a text.
     *
     * @param label the beginning of the name of its texts in messages
     * @param path its keys in the declaration
     */
    record Owner(String label, List<String> path, Optional<String> service, Optional<String> cookie) {

        static Owner of(String words, String... path) {
            return new Owner(words, List.of(path), Optional.empty(), Optional.empty());
        }

        List<String> path(String name) {
            List<String> all = new ArrayList<>(path);
            all.add(name);
            return List.copyOf(all);
        }
    }

    /** Returns the missing texts found so far. */
    List<Gap> gaps() {
        return List.copyOf(gaps);
    }

    /** Resolves a text whose plain form is in the default language. */
    LocalizedText resolve(DeclaredText text, Owner owner, String name) {
        return resolve(text, owner, name, Optional.of(siteLanguages.get(0)), Optional.empty());
    }

    /** Resolves a text whose plain form serves every language, such as a proper name or an address. */
    LocalizedText resolveUniversal(DeclaredText text, Owner owner, String name) {
        return resolve(text, owner, name, Optional.empty(), Optional.empty());
    }

    Optional<LocalizedText> resolve(Optional<DeclaredText> text, Owner owner, String name) {
        return text.isEmpty() ? Optional.empty() : Optional.of(resolve(text.get(), owner, name));
    }

    /** Resolves a name, or uses other words verbatim if it is missing, such as an id. */
    LocalizedText resolveName(String words, Optional<DeclaredText> name, Owner owner) {
        return name.isEmpty() ? verbatim(words) : resolveUniversal(name.get(), owner, "name");
    }

    Optional<LocalizedText> resolveUniversal(Optional<DeclaredText> text, Owner owner, String name) {
        return text.isEmpty() ? Optional.empty() : Optional.of(resolveUniversal(text.get(), owner, name));
    }

    /**
     * Resolves an override of a built-in text.
     *
     * @param key the key of the built-in text
     */
    LocalizedText resolveOverride(DeclaredText text, Owner owner, String name, String key) {
        return resolve(text, owner, name, Optional.of(siteLanguages.get(0)), Optional.of(key));
    }

    /** Resolves an override of a built-in name, whose plain form serves every language. */
    LocalizedText resolveNameOverride(DeclaredText text, Owner owner, String name, String key) {
        return resolve(text, owner, name, Optional.empty(), Optional.of(key));
    }

    /** Returns the same words for all languages, such as an id instead of a name. */
    LocalizedText verbatim(String words) {
        Map<String, Phrase> phrases = new LinkedHashMap<>();
        for (String language : siteLanguages) {
            phrases.put(language, new Phrase(words, ""));
        }
        return new LocalizedText(phrases);
    }

    /** Returns words of the data on jurisdictions, each in the language that it has for a language of the site. */
    LocalizedText resolve(LocalWording wording) {
        Map<String, Phrase> phrases = new LinkedHashMap<>();
        for (String language : siteLanguages) {
            LocalWording.Wording words = wording.in(language);
            phrases.put(language, new Phrase(words.text(), words.language()));
        }
        return new LocalizedText(phrases);
    }

    /** Returns a built-in text, or the site's override of it. */
    LocalizedText builtIn(String key) {
        Map<String, Phrase> phrases = new LinkedHashMap<>();
        Map<String, String> own =
                overrides.containsKey(key) ? byTag(overrides.get(key), Optional.of(siteLanguages.get(0))) : Map.of();
        for (String language : siteLanguages) {
            Optional<String> words = lookUp(own, language);
            phrases.put(language, words.isPresent() ? new Phrase(words.get(), language) : builtIn(key, language));
        }
        return new LocalizedText(phrases);
    }

    private Phrase builtIn(String key, String language) {
        LanguageTexts texts = builtIn.get(language);
        if (texts == null) {
            throw new IllegalArgumentException("the site has no language " + language);
        }
        return new Phrase(texts.get(key), texts.serves(language) ? language : texts.language());
    }

    private LocalizedText resolve(
            DeclaredText text, Owner owner, String name, Optional<String> plainLanguage, Optional<String> builtInKey) {
        if (text instanceof DeclaredText.Plain plain && plainLanguage.isEmpty()) {
            return verbatim(plain.value());
        }
        Map<String, String> byTag = byTag(text, plainLanguage);
        String defaultLanguage = siteLanguages.get(0);
        Optional<Phrase> fallback = findFallback(text, byTag, plainLanguage);
        Map<String, Phrase> phrases = new LinkedHashMap<>();
        List<String> languagesWithoutText = new ArrayList<>();
        for (String language : siteLanguages) {
            Optional<String> words = lookUp(byTag, language);
            if (words.isPresent()) {
                phrases.put(language, new Phrase(words.get(), language));
            } else if (fallback.isPresent()) {
                phrases.put(language, fallback.get());
                if (fallback.get().language().equals(defaultLanguage)) {
                    languagesWithoutText.add(language);
                }
            } else {
                phrases.put(language, builtIn(builtInKey.orElseThrow(), language));
            }
        }
        if (!languagesWithoutText.isEmpty()) {
            gaps.add(new Gap(
                    text.position(),
                    owner.service(),
                    owner.cookie(),
                    Optional.of(owner.label() + name),
                    List.copyOf(languagesWithoutText),
                    defaultLanguage,
                    List.of(new Missing(
                            owner.path(name.startsWith("'") ? name.substring(1, name.length() - 1) : name),
                            fallback.isEmpty() ? "" : fallback.get().text()))));
        }
        return new LocalizedText(phrases);
    }

    private Map<String, String> byTag(DeclaredText text, Optional<String> plainLanguage) {
        if (text instanceof DeclaredText.Standard standard) {
            return withBuiltInTexts(standard);
        }
        if (text instanceof DeclaredText.Plain plain) {
            return Map.of(plainLanguage.orElse(""), plain.value());
        }
        DeclaredText.Localized localized = (DeclaredText.Localized) text;
        Map<String, String> byTag = new LinkedHashMap<>(localized.byLanguage());
        if (localized.plain().isPresent() && plainLanguage.isPresent()) {
            byTag.put(plainLanguage.get(), localized.plain().get());
        }
        return byTag;
    }

    private Map<String, String> withBuiltInTexts(DeclaredText.Standard standard) {
        Map<String, String> byTag = new LinkedHashMap<>(standard.byLanguage());
        builtIn.forEach((language, texts) -> {
            // The default language must have a text, even if it is that of another one.
            boolean serves = texts.serves(language) || language.equals(siteLanguages.get(0));
            if (serves && lookUp(standard.byLanguage(), language).isEmpty()) {
                byTag.put(language, texts.get(standard.purpose().textKey()));
            }
        });
        return byTag;
    }

    // The phrase for languages that lack the text; empty if the built-in text is used.
    private Optional<Phrase> findFallback(
            DeclaredText text, Map<String, String> byTag, Optional<String> plainLanguage) {
        if (plainLanguage.isEmpty()
                && text instanceof DeclaredText.Localized localized
                && localized.plain().isPresent()) {
            return Optional.of(new Phrase(localized.plain().get(), ""));
        }
        String defaultLanguage = siteLanguages.get(0);
        Optional<String> words = lookUp(byTag, defaultLanguage);
        return words.isEmpty() ? Optional.empty() : Optional.of(new Phrase(words.get(), defaultLanguage));
    }

    // Lookup as in RFC 4647, 3.4: the tag itself, then the tag without its last subtag.
    private static Optional<String> lookUp(Map<String, String> byTag, String language) {
        String tag = language;
        while (!byTag.containsKey(tag) && tag.indexOf('-') > 0) {
            tag = tag.substring(0, tag.lastIndexOf('-'));
        }
        return Optional.ofNullable(byTag.get(tag));
    }
}
