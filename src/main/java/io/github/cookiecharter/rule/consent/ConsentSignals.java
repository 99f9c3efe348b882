package io.github.cookiecharter.rule.consent;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.Charter.Category;
import io.github.cookiecharter.charter.Charter.Service;
import io.github.cookiecharter.model.NamePattern;
import io.github.cookiecharter.rule.Finding;
import io.github.cookiecharter.rule.LegalSource;
import io.github.cookiecharter.rule.Rule;
import io.github.cookiecharter.rule.RuleInfo;
import io.github.cookiecharter.rule.Severity;
import io.github.cookiecharter.rule.data.GoogleTags;
import java.util.Optional;
import java.util.function.Consumer;

/** Reports categories whose choice does not reach Google's tags, and signals that are granted without consent. */
public final class ConsentSignals implements Rule {

    private static final RuleInfo INFO = RuleInfo.of("consent-signals", Severity.WARNING)
            .titled("Google's tags receive the visitor's choice")
            .citing(new LegalSource("Google, consent mode", "", Optional.empty()));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Charter charter, Consumer<Finding> findings) {
        for (Category category : charter.categories()) {
            if (category.signals().isEmpty()) {
                for (Service service : category.services()) {
                    checkTags(service, findings);
                }
            } else if (!category.needsConsent()) {
                checkAdvertising(category, findings);
            }
        }
    }

    private void checkTags(Service service, Consumer<Finding> findings) {
        for (NamePattern script : service.scripts()) {
            if (GoogleTags.isGoogleTag(script)) {
                findings.accept(Finding.of(
                                this,
                                severity(),
                                service.positions().of("scripts"),
                                "a Google tag waits for the consent signals of its category, and '" + service.category()
                                        + "' has none: give the category 'signals', such as [analytics_storage]")
                        .in(service));
                return;
            }
        }
    }

    private void checkAdvertising(Category category, Consumer<Finding> findings) {
        for (String signal : category.signals()) {
            if (signal.startsWith("ad_")) {
                findings.accept(
                        Finding.of(
                                this,
                                severity(),
                                category.positions().of("signals"),
                                "the category '" + category.id() + "' needs no consent, so '" + signal
                                        + "' would be granted without asking: move the signal to a category that needs consent"));
                return;
            }
        }
    }
}
