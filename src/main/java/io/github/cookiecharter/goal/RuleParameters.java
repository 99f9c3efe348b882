package io.github.cookiecharter.goal;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The parameters about the rules, unchecked.
 *
 * @param failOn the word for the lowest severity that fails the build
 * @param rules words for severities by the ids of rules
 * @param moreRules further ones, as {@code unused=off,purpose-vague=error}; empty where there are none
 * @param root the root of the whole build, absolute: reports name files relative to it
 * @param servers the words for the servers that have a guard, which some rules know
 */
public record RuleParameters(
        String failOn, Map<String, String> rules, String moreRules, Path root, List<String> servers) {

    public RuleParameters {
        rules = Map.copyOf(rules);
        servers = List.copyOf(servers);
    }

    /** Creates the parameters of a build without a guard. */
    public RuleParameters(String failOn, Map<String, String> rules, String moreRules, Path root) {
        this(failOn, rules, moreRules, root, List.of());
    }
}
