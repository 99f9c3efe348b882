package io.github.cookiecharter.rule.disclosure;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.Charter.Gap;
import io.github.cookiecharter.charter.MissingTranslations;
import io.github.cookiecharter.model.diagnostic.SafeText;
import io.github.cookiecharter.rule.Finding;
import io.github.cookiecharter.rule.Rule;
import io.github.cookiecharter.rule.RuleInfo;
import io.github.cookiecharter.rule.Severity;
import java.util.Optional;
import java.util.function.Consumer;

/** Reports languages of the site in which texts are missing, so that visitors read another language. */
public final class LanguageGap implements Rule {

    private static final RuleInfo INFO =
            RuleInfo.of("language-gap", Severity.WARNING).titled("Every text exists in every language of the site");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Charter charter, Consumer<Finding> findings) {
        for (Gap gap : charter.gaps()) {
            findings.accept(new Finding(
                    id(),
                    severity(),
                    gap.position(),
                    gap.service(),
                    gap.cookie(),
                    message(gap, charter),
                    yaml(gap, charter)));
        }
    }

    private static String message(Gap gap, Charter charter) {
        String languages = SafeText.join(gap.languages());
        return gap.text().isPresent()
                ? gap.text().get() + " has no text in " + languages + ", so the one in " + gap.fallbackLanguage()
                        + " is shown: add it"
                : "there are no built-in texts in " + languages + ", so "
                        + gap.missing().size() + " texts in '"
                        + gap.fallbackLanguage() + "' are shown: write them into "
                        + MissingTranslations.fileName(
                                charter.source(), gap.languages().get(0)) + " beside the declaration";
    }

    // A single missing text is quicker to write than to paste.
    private static Optional<String> yaml(Gap gap, Charter charter) {
        return gap.text().isPresent()
                ? Optional.empty()
                : Optional.of("# "
                        + MissingTranslations.fileName(
                                charter.source(), gap.languages().get(0)) + "\n"
                        + MissingTranslations.yaml(gap.missing()));
    }
}
