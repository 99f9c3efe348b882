package io.github.cookiecharter.policy;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.Charter.Provider;
import io.github.cookiecharter.charter.LegalInformation;
import io.github.cookiecharter.jurisdiction.Adequacy;
import io.github.cookiecharter.language.LanguageTexts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the table says about a provider below its name: its privacy policy, its country, and where data goes. */
final class ProviderCell {

    private final PageTexts texts;
    private final LegalInformation law;

    ProviderCell(Charter charter, PageTexts texts) {
        this.texts = texts;
        this.law = new LegalInformation(charter);
    }

    /**
     * Returns the notes.
     *
     * @param linksPolicy whether the privacy policy is linked, if there is one
     */
    List<Object> notes(Provider provider, boolean linksPolicy) {
        List<Object> notes = new ArrayList<>();
        if (linksPolicy && provider.privacyPolicy().isPresent()) {
            notes.add(
                    privacyPolicy(provider, texts.words(provider.privacyPolicy().get())));
        }
        provider.country().ifPresent(country -> notes.add(note("provider-country", "country", List.of(country))));
        law.transfers(provider)
                .forEach((adequacy, countries) -> notes.add(note(key(adequacy), "countries", countries)));
        provider.safeguard()
                .ifPresent(
                        safeguard -> notes.add(CookieTable.note(texts.text("safeguard"), texts.localized(safeguard))));
        return notes;
    }

    private Map<String, Object> privacyPolicy(Provider provider, String address) {
        Map<String, Object> note = CookieTable.note(texts.text("provider-privacy"));
        note.put("href", Hrefs.href(address));
        note.put("ariaLabel", texts.words("provider-privacy-label", Map.of("provider", texts.words(provider.name()))));
        return note;
    }

    // Whether a certified organisation is meant, the site alone knows: its safeguard says so.
    private static String key(Adequacy adequacy) {
        return switch (adequacy) {
            case WITHIN, CERTIFIED -> "transfer";
            case ADEQUATE -> "transfer-adequate";
            case NONE -> "transfer-without";
        };
    }

    private Map<String, Object> note(String key, String placeholder, List<String> countries) {
        LanguageTexts language = texts.languageTexts();
        List<String> names = new ArrayList<>();
        for (String country : countries) {
            names.add(language.country(country));
        }
        return CookieTable.note(new HashMap<>(texts.text(key, Map.of(placeholder, language.list(names)))));
    }
}
