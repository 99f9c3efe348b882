package io.github.cookiecharter.charter;

import io.github.cookiecharter.charter.Charter.Category;
import io.github.cookiecharter.charter.Charter.Service;
import io.github.cookiecharter.language.LanguageTexts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The purposes for which a charter asks for consent and those that need none, in the words of one language. What is
 * necessary is in neither list.
 */
public final class PurposeLists {

    private final Charter charter;
    private final String language;
    private final LanguageTexts texts;

    /**
     * Creates the lists of a charter.
     *
     * @param texts the built-in texts for the language
     */
    public PurposeLists(Charter charter, String language, LanguageTexts texts) {
        this.charter = charter;
        this.language = language;
        this.texts = texts;
    }

    /** Returns the names of the categories that ask for consent. */
    public List<String> askedNames() {
        return asked(this::name);
    }

    /** Returns the purposes that need consent as short phrases. */
    public List<String> askedPhrases() {
        return asked(this::phrase);
    }

    /** Returns the names of the categories that need no consent, and of such services in the other categories. */
    public List<String> exemptNames() {
        return exempt(this::name, service -> !service.needsConsent());
    }

    /**
     * Returns the purposes that need no consent as short phrases.
     *
     * @param objection whether to return those that the visitor can switch off, or those that are always in use
     */
    public List<String> exemptPhrases(boolean objection) {
        return exempt(
                this::phrase,
                service -> !service.needsConsent() && CharterQueries.canObject(charter, service) == objection);
    }

    private List<String> asked(Function<Category, String> words) {
        List<String> purposes = new ArrayList<>();
        for (Category category : charter.categories()) {
            if (category.asksForConsent()) {
                purposes.add(words.apply(category));
            }
        }
        return purposes;
    }

    // A category counts as a whole, or else its services are named.
    private List<String> exempt(Function<Category, String> words, Predicate<Service> filter) {
        List<String> purposes = new ArrayList<>();
        for (Category category : charter.categories()) {
            List<Service> services = category.isNecessary()
                    ? List.of()
                    : category.services().stream().filter(filter).toList();
            if (!services.isEmpty() && services.size() == category.services().size()) {
                purposes.add(words.apply(category));
            } else {
                services.forEach(service -> purposes.add(service.name().textIn(language)));
            }
        }
        return purposes;
    }

    private String name(Category category) {
        return category.name().textIn(language);
    }

    // The built-in phrase says what the built-in description says; a site with a name or description of its own may
    // mean something else.
    private String phrase(Category category) {
        String key = "category." + category.id() + ".";
        boolean isBuiltIn = texts.has(key + "phrase")
                && name(category).equals(texts.get(key + "name"))
                && category.description().textIn(language).equals(texts.get(key + "description"));
        return isBuiltIn ? texts.get(key + "phrase") : name(category);
    }
}
