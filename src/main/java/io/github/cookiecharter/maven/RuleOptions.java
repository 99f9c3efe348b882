package io.github.cookiecharter.maven;

import io.github.cookiecharter.goal.RuleParameters;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Converts the parameters about the rules, which several goals have. */
final class RuleOptions {

    private RuleOptions() {}

    /**
     * Converts the parameters, which Maven may leave null.
     *
     * @param rules null if the pom has none; the value of an empty element is null
     * @param property null if it is not set
     * @param servers null if the pom has none; an empty element is null
     */
    static RuleParameters of(
            String failOn, Map<String, String> rules, String property, Path root, List<String> servers) {
        Map<String, String> words = new HashMap<>();
        if (rules != null) {
            for (Map.Entry<String, String> rule : rules.entrySet()) {
                words.put(rule.getKey(), rule.getValue() == null ? "" : rule.getValue());
            }
        }
        List<String> guarded = new ArrayList<>();
        for (String server : servers == null ? List.<String>of() : servers) {
            guarded.add(server == null ? "" : server);
        }
        return new RuleParameters(failOn, words, property == null ? "" : property, root, guarded);
    }
}
