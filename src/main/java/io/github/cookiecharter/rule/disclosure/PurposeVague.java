package io.github.cookiecharter.rule.disclosure;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.Charter.Cookie;
import io.github.cookiecharter.charter.Charter.Service;
import io.github.cookiecharter.charter.LocalizedText;
import io.github.cookiecharter.charter.LocalizedText.Phrase;
import io.github.cookiecharter.model.PlaceholderPurpose;
import io.github.cookiecharter.model.diagnostic.SafeText;
import io.github.cookiecharter.rule.Finding;
import io.github.cookiecharter.rule.LegalSources;
import io.github.cookiecharter.rule.Rule;
import io.github.cookiecharter.rule.RuleInfo;
import io.github.cookiecharter.rule.Severity;
import io.github.cookiecharter.rule.data.VaguePhrases;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reports purposes that are too vague to inform the visitor. */
public final class PurposeVague implements Rule {

    private static final RuleInfo INFO = RuleInfo.of("purpose-vague", Severity.WARNING)
            .titled("A purpose says what the cookie is for")
            .in("eu", "uk")
            .citing(
                    LegalSources.aepdGuide("examples of purposes that are not clear"),
                    LegalSources.ukGdpr("12(1), 13(1)(c)"),
                    LegalSources.pecr("regulation 6(2)(a)"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Charter charter, Consumer<Finding> findings) {
        List<String> languages = charter.site().languages();
        for (Service service : charter.services()) {
            if (service.purpose().isPresent()) {
                String objection = objection(service.purpose().get(), List.of(service.id()), service, languages);
                if (!objection.isEmpty()) {
                    findings.accept(
                            Finding.of(this, severity(), service.positions().of("purpose"), objection)
                                    .in(service));
                }
            }
            for (Cookie cookie : service.cookies()) {
                if (cookie.positions().keys().containsKey("purpose")) {
                    String objection =
                            objection(cookie.purpose(), List.of(cookie.name().text()), service, languages);
                    if (!objection.isEmpty()) {
                        findings.accept(
                                Finding.of(this, severity(), cookie.positions().of("purpose"), objection)
                                        .in(service)
                                        .on(cookie));
                    }
                }
            }
        }
    }

    private static String objection(
            LocalizedText purpose, List<String> names, Service service, List<String> languages) {
        for (String language : languages) {
            Phrase phrase = purpose.in(language);
            if (phrase.language().isEmpty() || phrase.language().equals(language)) {
                String fault = fault(phrase.text(), language, names, service);
                if (!fault.isEmpty()) {
                    return "the purpose " + SafeText.quote(phrase.text()) + " " + fault;
                }
            }
        }
        return "";
    }

    private static String fault(String text, String language, List<String> names, Service service) {
        if (PlaceholderPurpose.isPlaceholder(text)) {
            return "is a placeholder: describe what the cookie does";
        }
        for (String name : names) {
            if (hasSameLetters(text, name)) {
                return "repeats the name: describe what the cookie does";
            }
        }
        if (hasSameLetters(text, service.name().textIn(language))) {
            return "repeats the service's name: describe what the service does";
        }
        if (VaguePhrases.isTooShort(text)) {
            return "is too short: describe what the cookie does, in three words or more";
        }
        Optional<String> phrase = VaguePhrases.findIn(text, language);
        return phrase.isEmpty()
                ? ""
                : "says " + SafeText.quote(phrase.get())
                        + ", which regulators reject as vague: describe what the cookie does";
    }

    // Compares letters and digits only, and ignores case.
    private static boolean hasSameLetters(String one, String other) {
        int i = nextLetter(one, 0);
        int j = nextLetter(other, 0);
        while (i < one.length() && j < other.length()) {
            if (Character.toLowerCase(one.charAt(i)) != Character.toLowerCase(other.charAt(j))) {
                return false;
            }
            i = nextLetter(one, i + 1);
            j = nextLetter(other, j + 1);
        }
        return i >= one.length() && j >= other.length();
    }

    private static int nextLetter(String text, int from) {
        int at = from;
        while (at < text.length() && !Character.isLetterOrDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }
}
