package io.github.cookiecharter.declaration;

import io.github.cookiecharter.model.diagnostic.SafeText;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;

/** Language tags of BCP 47 (RFC 5646): canonical form and matching. */
final class LanguageTags {

    private LanguageTags() {}

    /** Returns the tag in canonical case, such as {@code pt-BR}; empty if it is not well formed. */
    static Optional<String> canonical(String tag) {
        String[] parts = tag.split("-", -1);
        StringBuilder canonical = new StringBuilder();
        boolean extension = false;
        for (int i = 0; i < parts.length; i++) {
            String part = parts[i];
            if (!isWellFormed(part, i)) {
                return Optional.empty();
            }
            String lower = part.toLowerCase(Locale.ROOT);
            String written = lower;
            if (i > 0 && !extension && part.length() == 2) {
                written = part.toUpperCase(Locale.ROOT);
            } else if (i > 0 && i < 3 && !extension && part.length() == 4 && !ValueFormats.isDigit(part.charAt(0))) {
                written = part.substring(0, 1).toUpperCase(Locale.ROOT) + lower.substring(1);
            }
            extension |= part.length() == 1;
            canonical.append(i == 0 ? "" : "-").append(written);
        }
        return isWellFormed(canonical.toString()) ? Optional.of(canonical.toString()) : Optional.empty();
    }

    /** Explains why a tag has no canonical form. */
    static String explainInvalid(String tag) {
        Optional<String> better = canonical(tag.strip().replace('_', '-'));
        return "must be a language tag (BCP 47) such as fr or pt-BR, not " + SafeText.quote(tag)
                + (better.isPresent() ? ": did you mean " + SafeText.quote(better.get()) + "?" : "");
    }

    /**
     * Returns whether a text with this tag serves a language: {@code fr} serves {@code fr-CA}, but not the other way
     * round.
     */
    static boolean serves(String tag, String language) {
        return language.startsWith(tag) && (language.length() == tag.length() || language.charAt(tag.length()) == '-');
    }

    // The order of the parts: RFC 5646, section 2.1.
    private static boolean isWellFormed(String tag) {
        try {
            return !new Locale.Builder()
                    .setLanguageTag(tag)
                    .build()
                    .getLanguage()
                    .isEmpty();
        } catch (IllformedLocaleException e) {
            return false;
        }
    }

    private static boolean isWellFormed(String part, int index) {
        boolean valid = index == 0 ? part.length() == 2 || part.length() == 3 : !part.isEmpty() && part.length() <= 8;
        for (int i = 0; i < part.length() && valid; i++) {
            char c = part.charAt(i);
            valid = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (index > 0 && ValueFormats.isDigit(c));
        }
        return valid && (index == 0 || part.length() != 3 || !mixesDigits(part));
    }

    private static boolean mixesDigits(String part) {
        int digits = 0;
        for (int i = 0; i < part.length(); i++) {
            digits += ValueFormats.isDigit(part.charAt(i)) ? 1 : 0;
        }
        return digits > 0 && digits < part.length();
    }
}
