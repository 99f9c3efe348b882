package io.github.cookiecharter.imports.format;

import io.github.cookiecharter.language.LanguageTexts;
import io.github.cookiecharter.language.Languages;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells texts that the plugin has itself, which no declaration repeats. */
final class BuiltInTexts {

    /** The built-in categories. */
    static final List<String> CATEGORIES = List.of("necessary", "preferences", "statistics", "marketing");

    private BuiltInTexts() {}

    /** Returns whether a text is the built-in one of a key in some language. */
    static boolean isAny(String key, String text) {
        for (String tag : Languages.builtIn().tags()) {
            if (is(key, tag, text)) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether each text is the built-in one of a key in its language. */
    static boolean areAll(String key, Map<String, String> texts) {
        return texts.entrySet().stream().allMatch(each -> is(key, each.getKey(), each.getValue()));
    }

    private static boolean is(String key, String tag, String text) {
        Optional<LanguageTexts> texts = Languages.builtIn().forTag(tag);
        return texts.isPresent() && texts.get().has(key) && texts.get().get(key).equals(text);
    }
}
