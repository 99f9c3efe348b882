package io.github.cookiecharter.goal;

import io.github.cookiecharter.model.diagnostic.DidYouMean;
import io.github.cookiecharter.model.diagnostic.SafeText;
import io.github.cookiecharter.rule.RuleResult;
import io.github.cookiecharter.rule.Severity;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the build says about the rules, checked.
 *
 * @param failOn how grave a finding must be to fail the build; empty where none does
 * @param severities a severity by rule id, empty for a rule that is off
 */
record RuleSettings(Optional<Severity> failOn, Map<String, Optional<Severity>> severities) {

    private static final List<String> LIMITS = List.of("error", "warning", "never");
    private static final List<String> SEVERITIES = List.of("error", "warning", "note", "off");

    /**
     * Checks the parameters. What stands in the pom has precedence, as for every parameter.
     *
     * @param known the ids of all rules
     * @throws ParameterException if a word is unknown
     */
    static RuleSettings of(RuleParameters parameters, Collection<String> known) throws ParameterException {
        String limit = parameters.failOn().trim();
        if (!LIMITS.contains(limit)) {
            throw new ParameterException(
                    "failOn", "is " + SafeText.quote(limit) + ", which is unknown", advice(limit, LIMITS));
        }
        Map<String, String> words = new TreeMap<>();
        for (String entry : parameters.moreRules().split(",", -1)) {
            if (!entry.isBlank()) {
                int equals = entry.indexOf('=');
                if (equals < 0) {
                    throw new ParameterException(
                            "rules",
                            "has " + SafeText.quote(entry.trim()) + ", which has no severity",
                            "write the rule's id, '=' and a severity, such as unused=off");
                }
                words.put(
                        entry.substring(0, equals).trim(),
                        entry.substring(equals + 1).trim());
            }
        }
        for (Map.Entry<String, String> entry : parameters.rules().entrySet()) {
            words.put(entry.getKey().trim(), entry.getValue().trim());
        }
        Map<String, Optional<Severity>> severities = new TreeMap<>();
        for (Map.Entry<String, String> word : words.entrySet()) {
            severities.put(known(word.getKey(), known), severity(word.getKey(), word.getValue()));
        }
        return new RuleSettings(severity(limit), severities);
    }

    private static String known(String rule, Collection<String> known) throws ParameterException {
        if (!known.contains(rule)) {
            Optional<String> near = DidYouMean.suggestion(rule, known);
            throw new ParameterException(
                    "rules",
                    "names the rule " + SafeText.quote(rule) + ", which is unknown",
                    near.isPresent()
                            ? "did you mean " + SafeText.quote(near.get()) + "?"
                            : "the report findings.html lists all rules");
        }
        return rule;
    }

    private static Optional<Severity> severity(String rule, String word) throws ParameterException {
        if (!SEVERITIES.contains(word)) {
            throw new ParameterException(
                    "rules",
                    "gives the rule " + SafeText.quote(rule) + " the severity " + SafeText.quote(word)
                            + ", which is unknown",
                    advice(word, SEVERITIES));
        }
        return severity(word);
    }

    private static String advice(String word, List<String> known) {
        Optional<String> near = DidYouMean.suggestion(word, known);
        return near.isPresent()
                ? "did you mean " + SafeText.quote(near.get()) + "?"
                : "write one of " + SafeText.join(known);
    }

    // Empty for 'off' and 'never'.
    private static Optional<Severity> severity(String word) {
        for (Severity severity : Severity.values()) {
            if (severity.word().equals(word)) {
                return Optional.of(severity);
            }
        }
        return Optional.empty();
    }

    /** Whether a verdict fails the build. */
    boolean fails(RuleResult verdict) {
        return failOn.isPresent() && verdict.reaches(failOn.get());
    }
}
