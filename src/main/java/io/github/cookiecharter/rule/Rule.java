package io.github.cookiecharter.rule;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.model.Jurisdiction;
import io.github.cookiecharter.rule.data.RuleExplanation;
import java.util.List;
import java.util.function.Consumer;

/** One rule: what it is called, where it comes from, and what it finds in a charter. */
public interface Rule {

    /** The id by which the pom and exceptions name it, such as {@code name-prefix}. */
    String id();

    /** What it looks for, in a short sentence without a full stop at its end. */
    String title();

    /** How much its gravest finding matters, unless the pom says otherwise. */
    Severity severity();

    /** The jurisdictions of which one must be the site's; empty where it is for every site. */
    List<Jurisdiction> jurisdictions();

    /** Where it comes from; empty where plain consistency asks for it. */
    List<LegalSource> sources();

    /**
     * Looks at a charter and tells what it finds, in any order.
     *
     * @param charter of a site in one of the rule's jurisdictions
     */
    void look(Charter charter, Consumer<Finding> findings);

    /** Why there is such a rule: a few sentences of Markdown. */
    default String why() {
        return RuleExplanation.why(id());
    }

    /** The address of the page about it. */
    default String page() {
        return RuleExplanation.page(id());
    }
}
