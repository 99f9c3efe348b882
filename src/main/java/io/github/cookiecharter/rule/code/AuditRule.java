package io.github.cookiecharter.rule.code;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.rule.Finding;
import io.github.cookiecharter.rule.LegalSources;
import io.github.cookiecharter.rule.Rule;
import io.github.cookiecharter.rule.RuleInfo;
import io.github.cookiecharter.rule.Severity;
import java.util.function.Consumer;

/**
 * The rules that compare the declaration with what a browser sees on the running site, in addition to those of {@link
 * CodeRule} that hold there too. Their findings come from the package {@code audit.judge}.
 */
public enum AuditRule implements Rule {
    SET_AFTER_REFUSAL(RuleInfo.of("set-after-refusal", Severity.ERROR)
            .titled("Nothing that needs consent is stored after visitors refuse it")
            .citing(LegalSources.eprivacy("article 5(3)"))),
    KEPT_AFTER_WITHDRAWAL(RuleInfo.of("kept-after-withdrawal", Severity.ERROR)
            .titled("Nothing that needs consent is kept after visitors withdraw it")
            .citing(LegalSources.gdpr("article 7(3)"))),
    ASKED_BEFORE_CONSENT(RuleInfo.of("asked-before-consent", Severity.ERROR)
            .titled("Pages ask no third party that needs consent before visitors choose")
            .citing(LegalSources.eprivacy("article 5(3)"))),
    BANNER_MISSING(RuleInfo.of("banner-missing", Severity.ERROR)
            .titled("Each page asks for consent where something needs it")
            .citing(LegalSources.gdpr("article 7(1)"))),
    BANNER_RETURNS(
            RuleInfo.of("banner-returns", Severity.ERROR).titled("Pages do not ask again visitors who have chosen")),
    REFUSAL_HARDER(RuleInfo.of("refusal-harder", Severity.ERROR)
            .titled("Refusing is as easy as accepting")
            .citing(LegalSources.taskforce())),
    IDENTIFIER_KEPT(RuleInfo.of("identifier-kept", Severity.NOTE)
            .titled("Pages tell visitors apart by no other means than declared storage")
            .citing(LegalSources.eprivacy("article 5(3)"))),
    PAGE_NOT_REACHED(RuleInfo.of("page-not-reached", Severity.ERROR).titled("The audit reaches each of its pages")),
    PHASE_NOT_REACHED(
            RuleInfo.of("phase-not-reached", Severity.ERROR).titled("The audit makes each of the visitor's choices"));

    @SuppressWarnings("ImmutableEnumChecker") // it is a record of immutable lists
    private final RuleInfo info;

    AuditRule(RuleInfo info) {
        this.info = info;
    }

    @Override
    public RuleInfo info() {
        return info;
    }

    /** Reports nothing: the charter does not show what the site does. */
    @Override
    public void check(Charter charter, Consumer<Finding> findings) {}
}
