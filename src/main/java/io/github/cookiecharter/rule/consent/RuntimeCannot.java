package io.github.cookiecharter.rule.consent;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.rule.Finding;
import io.github.cookiecharter.rule.Rule;
import io.github.cookiecharter.rule.RuleInfo;
import io.github.cookiecharter.rule.Severity;
import java.util.function.Consumer;

/** Describes differences between the declaration and what the banner's runtime can do; {@code banner} makes the findings. */
public final class RuntimeCannot implements Rule {

    static final String ID = "runtime-cannot";

    private static final RuleInfo INFO =
            RuleInfo.of(ID, Severity.WARNING).titled("The runtime supports what the declaration asks for");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    /** Reports nothing: each runtime's adapter makes the findings. */
    @Override
    public void check(Charter charter, Consumer<Finding> findings) {}
}
