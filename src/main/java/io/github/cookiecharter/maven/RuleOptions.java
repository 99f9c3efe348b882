package io.github.cookiecharter.maven;

import io.github.cookiecharter.goal.RuleParameters;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The parameters about the rules, which the goals share. */
final class RuleOptions {

    private RuleOptions() {}

    /**
     * The parameters as Maven gave them.
     *
     * @param rules null where the pom has none; an empty element has a null in it
     * @param property null where there is none
     */
    static RuleParameters of(String failOn, Map<String, String> rules, String property, Path root) {
        Map<String, String> words = new HashMap<>();
        if (rules != null) {
            for (Map.Entry<String, String> rule : rules.entrySet()) {
                words.put(rule.getKey(), rule.getValue() == null ? "" : rule.getValue());
            }
        }
        return new RuleParameters(failOn, words, property == null ? "" : property, root);
    }
}
