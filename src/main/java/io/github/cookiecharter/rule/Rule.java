package io.github.cookiecharter.rule;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.jurisdiction.Jurisdiction;
import io.github.cookiecharter.rule.data.RuleExplanation;
import java.util.List;
import java.util.function.Consumer;

/** A rule: describes itself, and checks a charter. */
public interface Rule {

    /** Its id, severity, title, jurisdictions and sources, declared once at the class. */
    RuleInfo info();

    /**
     * Checks a charter and passes each finding to a consumer, in any order.
     *
     * @param charter the charter of a site in one of the rule's jurisdictions
     * @param findings receives the findings
     */
    void check(Charter charter, Consumer<Finding> findings);

    /** {@link RuleInfo#id}. */
    default String id() {
        return info().id();
    }

    /** {@link RuleInfo#severity}. */
    default Severity severity() {
        return info().severity();
    }

    /** {@link RuleInfo#title}. */
    default String title() {
        return info().title();
    }

    /** {@link RuleInfo#jurisdictions}. */
    default List<Jurisdiction> jurisdictions() {
        return info().jurisdictions();
    }

    /** {@link RuleInfo#sources}. */
    default List<LegalSource> sources() {
        return info().sources();
    }

    /** Returns the reason for the rule: a few sentences of Markdown. */
    default String why() {
        return RuleExplanation.why(id());
    }

    /** Returns the URL of the rule's page. */
    default String page() {
        return RuleExplanation.page(id());
    }
}
