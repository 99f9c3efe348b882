package io.github.cookiecharter.rule;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.model.Jurisdiction;
import io.github.cookiecharter.rule.data.RuleExplanation;
import java.util.List;
import java.util.function.Consumer;

/** One rule: what it declares about itself, and what it finds in a charter. */
public interface Rule {

    /** Its id, severity, title, jurisdictions and sources, declared once at the class. */
    RuleInfo info();

    /**
     * Looks at a charter and tells what it finds, in any order.
     *
     * @param charter of a site in one of the rule's jurisdictions
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

    /** Why there is such a rule: a few sentences of Markdown. */
    default String why() {
        return RuleExplanation.why(id());
    }

    /** The address of the page about it. */
    default String page() {
        return RuleExplanation.page(id());
    }
}
