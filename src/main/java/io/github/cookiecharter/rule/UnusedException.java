package io.github.cookiecharter.rule;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.model.diagnostic.DidYouMean;
import io.github.cookiecharter.model.diagnostic.SafeText;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Reports exceptions that accept no finding. Such an exception would silently accept a later finding. */
public final class UnusedException implements Rule {

    static final String ID = "unused-exception";

    private static final RuleInfo INFO = RuleInfo.of(ID, Severity.WARNING).titled("Every exception accepts a finding");

    private final Supplier<List<String>> knownIds;

    /** @param knownIds the ids of all rules that an exception may name */
    public UnusedException(Supplier<List<String>> knownIds) {
        this.knownIds = knownIds;
    }

    @Override
    public RuleInfo info() {
        return INFO;
    }

    /**
     * Reports exceptions that can never accept a finding: those for an unknown rule or for this rule. {@link RuleRunner}
     * reports the others that are unused, after all rules have run.
     */
    @Override
    public void check(Charter charter, Consumer<Finding> findings) {
        if (charter.exceptions().isEmpty()) {
            return;
        }
        List<String> known = knownIds.get();
        for (Charter.Accepted exception : charter.exceptions()) {
            if (!known.contains(exception.rule())) {
                findings.accept(Finding.of(
                        this,
                        severity(),
                        exception.positions().of("rule"),
                        "unknown rule " + SafeText.quote(exception.rule())
                                + DidYouMean.messageEnd(exception.rule(), known)));
            } else if (exception.rule().equals(ID)) {
                findings.accept(Finding.of(
                        this,
                        severity(),
                        exception.positions().of("rule"),
                        "an exception for unused-exception is not allowed: remove both"));
            }
        }
    }

    /** Reports an exception whose rule ran and found nothing that it covers. */
    static void report(Charter.Accepted exception, Consumer<Finding> findings) {
        if (exception.rule().equals(ID)) {
            return;
        }
        StringBuilder where = new StringBuilder();
        exception.cookie().ifPresent(cookie -> where.append(" on the cookie ").append(SafeText.quote(cookie)));
        exception
                .service()
                .ifPresent(service -> where.append(where.isEmpty() ? " in the service " : " of the service ")
                        .append(SafeText.quote(service)));
        findings.accept(Finding.of(
                new UnusedException(List::of),
                Severity.WARNING,
                exception.positions().entry(),
                "this exception accepts nothing: " + SafeText.quote(exception.rule()) + " finds no fault" + where
                        + ", so remove it"));
    }
}
