package io.github.cookiecharter.rule.code;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.rule.Finding;
import io.github.cookiecharter.rule.LegalSources;
import io.github.cookiecharter.rule.Rule;
import io.github.cookiecharter.rule.RuleInfo;
import io.github.cookiecharter.rule.Severity;
import java.util.function.Consumer;

/**
 * The rules that compare the declaration with what the code sets. Their findings come from the package {@code check}, since
 * the charter alone does not show them.
 */
public enum CodeRule implements Rule {
    UNDECLARED(RuleInfo.of("undeclared", Severity.ERROR)
            .titled("The project's own code sets only declared cookies")
            .citing(LegalSources.eprivacy("article 5(3)"))),
    NAME_UNKNOWN(RuleInfo.of("name-unknown", Severity.ERROR)
            .titled("The names of cookies set by own code can be determined")),
    NAME_UNKNOWN_IN_BUNDLE(RuleInfo.of("name-unknown-in-bundle", Severity.WARNING)
            .titled("The names of cookies set by minified scripts can be determined")),
    UNDECLARED_ELSEWHERE(RuleInfo.of("undeclared-elsewhere", Severity.WARNING)
            .titled("Dependencies and third-party scripts set only declared cookies")
            .citing(LegalSources.eprivacy("article 5(3)"))),
    ATTRIBUTES_DIFFER(
            RuleInfo.of("attributes-differ", Severity.WARNING).titled("Cookies have the declared attributes")),
    SET_BEFORE_CONSENT(RuleInfo.of("set-before-consent", Severity.WARNING)
            .titled("Code checks for consent before it sets a cookie that needs it")
            .citing(LegalSources.eprivacy("article 5(3)"))),
    NEVER_FOUND(RuleInfo.of("never-found", Severity.NOTE).titled("Every declared cookie is set somewhere")),
    PAGE_LANGUAGE(RuleInfo.of("page-language", Severity.NOTE).titled("Each page names its language"));

    @SuppressWarnings("ImmutableEnumChecker") // it is a record of immutable lists
    private final RuleInfo info;

    CodeRule(RuleInfo info) {
        this.info = info;
    }

    @Override
    public RuleInfo info() {
        return info;
    }

    /** Reports nothing: the package {@code check} makes the findings, since the charter does not show what the code does. */
    @Override
    public void check(Charter charter, Consumer<Finding> findings) {}
}
