package io.github.cookiecharter.goal;

import java.nio.file.Path;
import java.util.Map;

/**
 * The parameters about the rules, unchecked.
 *
 * @param failOn the word for the lowest severity that fails the build
 * @param rules words for severities by the ids of rules
 * @param moreRules further ones, as {@code unused=off,purpose-vague=error}; empty where there are none
 * @param root the root of the whole build, absolute: reports name files relative to it
 */
public record RuleParameters(String failOn, Map<String, String> rules, String moreRules, Path root) {

    public RuleParameters {
        rules = Map.copyOf(rules);
    }
}
