package io.github.cookiecharter.rule.disclosure;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.Charter.Category;
import io.github.cookiecharter.charter.Charter.Service;
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
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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
    private static final int BEGINNING = 5;

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
            // In a language whose words the rule does not know, it may be mistaken.
            boolean isSure = TextWords.knows(Subject.PURPOSE, textLanguage);
            report(
                    charter,
                    isSure ? severity() : Severity.WARNING,
                    "the banner's text " + SafeText.quote(phrase.text()) + (isSure ? " " : " usually ") + fault,
                    findings);
            return;
        }
    }

    // A text may name the purposes in words of its own: those of a category or service, or those that usually name one.
    private static boolean namesPurpose(Charter charter, Phrase phrase, String language) {
        if (TextWords.find(Subject.PURPOSE, phrase.text(), language).isPresent()) {
            return true;
        }
        Set<String> beginnings = new HashSet<>();
        for (Category category : charter.categories()) {
            if (category.asksForConsent()) {
                addBeginnings(category.name(), beginnings);
                for (Service service : category.services()) {
                    addBeginnings(service.name(), beginnings);
                    service.purpose().ifPresent(purpose -> addBeginnings(purpose, beginnings));
                    service.cookies().forEach(cookie -> addBeginnings(cookie.purpose(), beginnings));
                }
            }
        }
        return words(phrase.text()).stream().map(BannerText::beginning).anyMatch(beginnings::contains);
    }

    private static void addBeginnings(LocalizedText text, Set<String> beginnings) {
        for (Phrase phrase : text.byLanguage().values()) {
            words(phrase.text()).stream().map(BannerText::beginning).forEach(beginnings::add);
        }
    }

    // Words that are short mean little by themselves, and cookies are no purpose.
    private static List<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{M}]+"))
                .filter(word -> word.length() >= BEGINNING && !word.startsWith("cooki"))
                .toList();
    }

    private static String beginning(String word) {
        return word.substring(0, BEGINNING);
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
                        severity(),
                        "the button " + SafeText.quote(label) + " does not say that it refuses: write a word that does",
                        findings);
                return;
            }
            for (String other : List.of(accept, "manage")) {
                if (letters.equals(letters(label(charter, other, language, builtIn)))) {
                    report(
                            charter,
                            severity(),
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

    private void report(Charter charter, Severity severity, String message, Consumer<Finding> findings) {
        findings.accept(Finding.of(this, severity, charter.banner().positions().of("texts"), message));
    }
}
