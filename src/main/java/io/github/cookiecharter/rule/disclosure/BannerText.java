package io.github.cookiecharter.rule.disclosure;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.Charter.Category;
import io.github.cookiecharter.charter.LocalizedText;
import io.github.cookiecharter.charter.LocalizedText.Phrase;
import io.github.cookiecharter.charter.SiteTexts;
import io.github.cookiecharter.language.LanguageTexts;
import io.github.cookiecharter.language.Languages;
import io.github.cookiecharter.model.diagnostic.SafeText;
import io.github.cookiecharter.rule.Finding;
import io.github.cookiecharter.rule.LegalSource;
import io.github.cookiecharter.rule.LegalSources;
import io.github.cookiecharter.rule.Rule;
import io.github.cookiecharter.rule.RuleInfo;
import io.github.cookiecharter.rule.Severity;
import io.github.cookiecharter.rule.data.TextWords;
import io.github.cookiecharter.rule.data.TextWords.Subject;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Reports texts of the site's own for the banner that do not say what consent is asked for, or hide the refusal. */
public final class BannerText implements Rule {

    private static final RuleInfo INFO = RuleInfo.of("banner-text", Severity.ERROR)
            .titled("The banner's own texts name the purposes and offer to refuse")
            .in("eu", "uk")
            .citing(
                    LegalSources.cnilGuidelines("article 2"),
                    new LegalSource(
                            "EDPB, report of the Cookie Banner Taskforce",
                            "practices A and C to E",
                            LegalSources.day(2023, 1, 17)),
                    LegalSources.pecr("regulation 6(2)"));

    private static final List<String> DESCRIPTIONS = List.of("description", "description-some-exempt");
    private static final int FEWEST_LETTERS = 2;

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Charter charter, Consumer<Finding> findings) {
        if (!charter.hasBanner()) {
            return;
        }
        for (String key : DESCRIPTIONS) {
            LocalizedText description = charter.banner().texts().get(key);
            if (description != null) {
                checkDescription(charter, description, findings);
            }
        }
        checkButtons(charter, "accept-all", "reject-all", findings);
        checkButtons(charter, "accept", "reject", findings);
    }

    // ---- what the banner says ---------------------------------------------------------------------------------------

    private void checkDescription(Charter charter, LocalizedText description, Consumer<Finding> findings) {
        for (String language : charter.site().languages()) {
            Phrase phrase = description.in(language);
            String textLanguage = phrase.language().isEmpty() ? language : phrase.language();
            boolean namesPurposes = phrase.text().contains("{purposes}") || namesPurpose(charter, phrase, textLanguage);
            boolean namesRefusal = !TextWords.knows(Subject.REFUSAL, textLanguage)
                    || TextWords.find(Subject.REFUSAL, phrase.text(), textLanguage)
                            .isPresent();
            if (namesPurposes && namesRefusal) {
                continue;
            }
            String fault = namesPurposes
                    ? "does not say that visitors may refuse or withdraw: say so"
                    : "does not say what consent is asked for: write '{purposes}' where the purposes belong"
                            + (namesRefusal ? "" : ", and say that visitors may refuse or withdraw");
            report(charter, "the banner's text " + SafeText.quote(phrase.text()) + " " + fault, findings);
            return;
        }
    }

    // A text may name the purposes in words of its own: those of a category, or those that usually name a purpose.
    private static boolean namesPurpose(Charter charter, Phrase phrase, String language) {
        if (TextWords.find(Subject.PURPOSE, phrase.text(), language).isPresent()) {
            return true;
        }
        String lower = phrase.text().toLowerCase(Locale.ROOT);
        for (Category category : charter.categories()) {
            for (Phrase name : category.name().byLanguage().values()) {
                if (category.asksForConsent() && lower.contains(name.text().toLowerCase(Locale.ROOT))) {
                    return true;
                }
            }
        }
        return false;
    }

    // ---- its buttons ------------------------------------------------------------------------------------------------

    private void checkButtons(Charter charter, String accept, String reject, Consumer<Finding> findings) {
        if (!charter.banner().texts().containsKey(reject)
                && !charter.banner().texts().containsKey(accept)) {
            return;
        }
        for (String language : charter.site().languages()) {
            LanguageTexts builtIn = SiteTexts.forLanguage(charter, language, Languages.builtIn());
            String label = label(charter, reject, language, builtIn);
            String letters = letters(label);
            if (letters.length() < FEWEST_LETTERS && label.codePoints().noneMatch(Character::isIdeographic)) {
                report(
                        charter,
                        "the button " + SafeText.quote(label) + " does not say that it refuses: write a word that does",
                        findings);
                return;
            }
            for (String other : List.of(accept, "manage")) {
                if (letters.equals(letters(label(charter, other, language, builtIn)))) {
                    report(
                            charter,
                            "the button for refusing has the text " + SafeText.quote(label) + " of the one for "
                                    + (other.equals(accept) ? "accepting" : "choosing in detail")
                                    + ": write one that refuses",
                            findings);
                    return;
                }
            }
        }
    }

    private static String label(Charter charter, String key, String language, LanguageTexts builtIn) {
        LocalizedText own = charter.banner().texts().get(key);
        return own != null ? own.textIn(language) : builtIn.get("banner." + key);
    }

    private static String letters(String text) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (Character.isLetterOrDigit(text.charAt(i))) {
                letters.append(Character.toLowerCase(text.charAt(i)));
            }
        }
        return letters.toString();
    }

    private void report(Charter charter, String message, Consumer<Finding> findings) {
        findings.accept(
                Finding.of(this, severity(), charter.banner().positions().of("texts"), message));
    }
}
