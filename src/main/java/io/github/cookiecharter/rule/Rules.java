package io.github.cookiecharter.rule;

import io.github.cookiecharter.charter.Charter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All rules, and the way through them. */
public final class Rules {

    private Rules() {}

    /** Every rule of the goal {@code generate}, in the order of the documentation. */
    public static List<Rule> all() {
        return List.of();
    }

    /** The ids that the pom and exceptions may name, those of other goals included. */
    public static List<String> knownIds() {
        return List.of();
    }

    /**
     * Runs the rules.
     *
     * @param others findings that other rooms made on their own, such as those of the banner's runtime
     * @param othersChecked the ids of the rules behind {@code others}
     * @param severities what the pom says: a severity by rule id, empty for {@code off}
     */
    public static Verdict judge(
            Charter charter,
            List<Finding> others,
            List<String> othersChecked,
            Map<String, Optional<Severity>> severities) {
        return new Verdict(others, List.of(), othersChecked);
    }
}
