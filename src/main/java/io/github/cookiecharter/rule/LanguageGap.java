package io.github.cookiecharter.rule;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.Charter.Gap;
import io.github.cookiecharter.charter.Translations;
import io.github.cookiecharter.vocabulary.Jurisdiction;
import io.github.cookiecharter.vocabulary.Quote;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Languages in which visitors would read another one. */
final class LanguageGap implements Rule {

    @Override
    public String id() {
        return "language-gap";
    }

    @Override
    public String title() {
        return "Every text is there in every language of the site";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public List<Jurisdiction> jurisdictions() {
        return List.of();
    }

    @Override
    public List<Source> sources() {
        return List.of();
    }

    @Override
    public void look(Charter charter, Consumer<Finding> findings) {
        for (Gap gap : charter.gaps()) {
            findings.accept(new Finding(
                    id(),
                    severity(),
                    gap.at(),
                    gap.service(),
                    gap.cookie(),
                    message(gap, charter),
                    yaml(gap, charter)));
        }
    }

    private static String message(Gap gap, Charter charter) {
        String languages = Quote.list(gap.languages());
        return gap.text().isPresent()
                ? gap.text().get() + " has no text in " + languages + ", so the one in " + gap.shown()
                        + " is shown: add it"
                : "there are no built-in texts in " + languages + ", so "
                        + gap.missing().size() + " texts in '"
                        + gap.shown() + "' are shown: write them into "
                        + Translations.file(charter.source(), gap.languages().get(0)) + " beside the declaration";
    }

    // One text is sooner written than pasted.
    private static Optional<String> yaml(Gap gap, Charter charter) {
        return gap.text().isPresent()
                ? Optional.empty()
                : Optional.of("# "
                        + Translations.file(charter.source(), gap.languages().get(0)) + "\n"
                        + Translations.yaml(gap.missing()));
    }
}
