package io.github.cookiecharter.rule;

import io.github.cookiecharter.vocabulary.Position;
import java.util.Comparator;
import java.util.Optional;

/**
 * What a rule found in a charter.
 *
 * @param rule the rule's id
 * @param severity how much it matters on this site
 * @param at where in the declaration
 * @param service the id of the service it is about, by which an exception can name it
 * @param cookie the name of the cookie it is about, by which an exception can name it
 * @param message what is wrong and what to do, in one sentence without a full stop at its end
 * @param yaml lines of YAML that mend it, ready to paste; empty where the rule does not know them
 */
public record Finding(
        String rule,
        Severity severity,
        Position at,
        Optional<String> service,
        Optional<String> cookie,
        String message,
        Optional<String> yaml) {

    /** The order in which findings are shown: as they stand in the file. */
    public static final Comparator<Finding> IN_FILE_ORDER =
            Comparator.comparing(Finding::at).thenComparing(Finding::rule).thenComparing(Finding::message);

    /** The same finding with another severity. */
    public Finding with(Severity other) {
        return new Finding(rule, other, at, service, cookie, message, yaml);
    }
}
