package io.github.cookiecharter.rule.exemption;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.Charter.Service;
import io.github.cookiecharter.model.BannerRuntime;
import io.github.cookiecharter.rule.Finding;
import io.github.cookiecharter.rule.LegalSources;
import io.github.cookiecharter.rule.Rule;
import io.github.cookiecharter.rule.RuleInfo;
import io.github.cookiecharter.rule.Severity;
import java.util.function.Consumer;

/** Reports exempt statistics and display settings to which visitors cannot object. */
public final class ObjectionMissing implements Rule {

    private static final RuleInfo INFO = RuleInfo.of("objection-missing", Severity.ERROR)
            .titled("Visitors can object to statistics and display settings that need no consent")
            .in("uk", "ch")
            .citing(LegalSources.pecr("schedule A1, paragraphs 5 and 6"), LegalSources.ico(""));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Charter charter, Consumer<Finding> findings) {
        for (Service service : charter.services()) {
            boolean isOptional = service.category().equals("statistics")
                    || service.category().equals("preferences");
            boolean canObject = service.objection()
                    && (charter.banner().runtime() != BannerRuntime.NONE
                            || charter.consent().askedBy().isPresent());
            if (isOptional && !service.needsConsent() && !canObject) {
                boolean isInKingdom = charter.site().isIn("uk");
                findings.accept(Finding.of(
                                this,
                                isInKingdom ? severity() : Severity.WARNING,
                                service.positions().entry(),
                                "'" + service.id() + "' needs no consent in "
                                        + (isInKingdom ? "uk only" : "ch, usually,")
                                        + " if visitors can object to it, simply and at no cost: "
                                        + remedy(service))
                        .in(service));
            }
        }
    }

    private static String remedy(Service service) {
        return service.objection()
                ? "choose a banner's 'runtime', whose preferences let them object, or let the service wait for consent"
                : "write 'objection: true', or let the service wait for consent";
    }
}
