package io.github.cookiecharter.rule.exemption;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.Charter.Category;
import io.github.cookiecharter.charter.Charter.Service;
import io.github.cookiecharter.charter.LocalizedText;
import io.github.cookiecharter.charter.LocalizedText.Phrase;
import io.github.cookiecharter.model.diagnostic.SafeText;
import io.github.cookiecharter.rule.Finding;
import io.github.cookiecharter.rule.LegalSource;
import io.github.cookiecharter.rule.LegalSources;
import io.github.cookiecharter.rule.Rule;
import io.github.cookiecharter.rule.RuleInfo;
import io.github.cookiecharter.rule.Severity;
import io.github.cookiecharter.rule.data.TextWords;
import io.github.cookiecharter.rule.data.TextWords.Subject;
import java.util.Optional;
import java.util.function.Consumer;

/** Reports exemptions from consent whose reason is a legitimate interest. */
public final class LegitimateInterest implements Rule {

    private static final RuleInfo INFO = RuleInfo.of("legitimate-interest", Severity.ERROR)
            .titled("No exemption from consent rests on a legitimate interest")
            .in("eu")
            .citing(
                    new LegalSource(
                            "EDPB, report of the Cookie Banner Taskforce",
                            "legitimate interest claimed",
                            LegalSources.day(2023, 1, 17)),
                    LegalSources.eprivacy("article 5(3)"),
                    new LegalSource("TDDDG (Germany)", "section 25", Optional.empty()));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Charter charter, Consumer<Finding> findings) {
        for (Category category : charter.categories()) {
            if (category.reason().isPresent()) {
                Optional<String> phrase = claim(charter, category.reason().get());
                if (phrase.isPresent()) {
                    findings.accept(
                            Finding.of(this, severity(), category.positions().of("reason"), message(phrase.get())));
                }
            }
            for (Service service : category.services()) {
                if (service.reason().isPresent()) {
                    Optional<String> phrase = claim(charter, service.reason().get());
                    if (phrase.isPresent()) {
                        findings.accept(
                                Finding.of(this, severity(), service.positions().of("reason"), message(phrase.get()))
                                        .in(service));
                    }
                }
            }
        }
    }

    // A reason is often written in another language than the site's, so English is tried too.
    private static Optional<String> claim(Charter charter, LocalizedText reason) {
        for (String language : charter.site().languages()) {
            Phrase phrase = reason.in(language);
            String textLanguage = phrase.language().isEmpty() ? language : phrase.language();
            Optional<String> found = TextWords.find(Subject.INTEREST, phrase.text(), textLanguage)
                    .or(() -> TextWords.find(Subject.INTEREST, phrase.text(), "en"));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static String message(String phrase) {
        return "the reason claims " + SafeText.quote(phrase)
                + ", and storing something on a device has no such exemption from consent: give the exemption that the law"
                + " knows, or let it wait for consent";
    }
}
