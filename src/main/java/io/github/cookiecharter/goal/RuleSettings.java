package io.github.cookiecharter.goal;

import io.github.cookiecharter.model.diagnostic.DidYouMean;
import io.github.cookiecharter.model.diagnostic.SafeText;
import io.github.cookiecharter.rule.RuleResult;
import io.github.cookiecharter.rule.Severity;
import io.github.cookiecharter.server.Server;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The checked parameters about the rules.
 *
 * @param failOn the lowest severity that fails the build; empty if none does
 * @param severities a severity by rule id, empty for a rule that is off
 * @param servers the servers that have a guard
 */
public record RuleSettings(Optional<Severity> failOn, Map<String, Optional<Severity>> severities, Set<Server> servers) {

    // The guard deletes what the banner cannot.
    private static final String SILENT_WITH_GUARD = "unreachable-cookie";

    private static final List<String> FAIL_ON_WORDS = List.of("error", "warning", "never");
    private static final List<String> SEVERITY_WORDS = List.of("error", "warning", "note", "off");

    /**
     * Checks the parameters. The pom has precedence over the property, as for every parameter.
     *
     * @param known the ids of all rules
     * @throws ParameterException if a word is unknown
     */
    public static RuleSettings of(RuleParameters parameters, Collection<String> known) throws ParameterException {
        String failOnWord = parameters.failOn().trim();
        if (!FAIL_ON_WORDS.contains(failOnWord)) {
            throw new ParameterException(
                    "failOn",
                    "is " + SafeText.quote(failOnWord) + ", which is unknown",
                    advice(failOnWord, FAIL_ON_WORDS));
        }
        Map<String, String> severityWords = new TreeMap<>();
        for (String entry : parameters.moreRules().split(",", -1)) {
            if (!entry.isBlank()) {
                int equals = entry.indexOf('=');
                if (equals < 0) {
                    throw new ParameterException(
                            "rules",
                            "has " + SafeText.quote(entry.trim()) + ", which has no severity",
                            "write the rule's id, '=' and a severity, such as unused=off");
                }
                severityWords.put(
                        entry.substring(0, equals).trim(),
                        entry.substring(equals + 1).trim());
            }
        }
        for (Map.Entry<String, String> entry : parameters.rules().entrySet()) {
            severityWords.put(entry.getKey().trim(), entry.getValue().trim());
        }
        Map<String, Optional<Severity>> severities = new TreeMap<>();
        for (Map.Entry<String, String> word : severityWords.entrySet()) {
            severities.put(requireKnown(word.getKey(), known), severity(word.getKey(), word.getValue()));
        }
        Set<Server> servers = servers(parameters.servers());
        if (!servers.isEmpty()) {
            severities.putIfAbsent(SILENT_WITH_GUARD, Optional.empty());
        }
        return new RuleSettings(severity(failOnWord), severities, servers);
    }

    private static ParameterException unknownServer(String word) {
        return new ParameterException(
                "server",
                "names " + SafeText.quote(word) + ", which is unknown",
                DidYouMean.suggestion(word, Server.words())
                                .map(nearest -> "did you mean " + SafeText.quote(nearest) + "? ")
                                .orElse("")
                        + "write one of " + SafeText.join(Server.words()));
    }

    private static Set<Server> servers(List<String> words) throws ParameterException {
        Set<Server> servers = EnumSet.noneOf(Server.class);
        for (String each : words) {
            String word = each.trim();
            Server server = Arrays.stream(Server.values())
                    .filter(known -> known.word().equals(word))
                    .findFirst()
                    .orElseThrow(() -> unknownServer(word));
            for (Server other : servers) {
                if (other != server && other.guard().equals(server.guard())) {
                    throw new ParameterException(
                            "server",
                            "names " + SafeText.quote(other.word()) + " and " + SafeText.quote(word)
                                    + ", which would both write the class " + server.guard(),
                            "keep the one whose Servlet API the project compiles against");
                }
            }
            servers.add(server);
        }
        return servers;
    }

    private static String requireKnown(String rule, Collection<String> known) throws ParameterException {
        if (!known.contains(rule)) {
            Optional<String> suggestion = DidYouMean.suggestion(rule, known);
            throw new ParameterException(
                    "rules",
                    "names the rule " + SafeText.quote(rule) + ", which is unknown",
                    suggestion.isPresent()
                            ? "did you mean " + SafeText.quote(suggestion.get()) + "?"
                            : "the report findings.html lists all rules");
        }
        return rule;
    }

    private static Optional<Severity> severity(String rule, String word) throws ParameterException {
        if (!SEVERITY_WORDS.contains(word)) {
            throw new ParameterException(
                    "rules",
                    "gives the rule " + SafeText.quote(rule) + " the severity " + SafeText.quote(word)
                            + ", which is unknown",
                    advice(word, SEVERITY_WORDS));
        }
        return severity(word);
    }

    private static String advice(String word, List<String> known) {
        Optional<String> suggestion = DidYouMean.suggestion(word, known);
        return suggestion.isPresent()
                ? "did you mean " + SafeText.quote(suggestion.get()) + "?"
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

    /** Returns whether a result fails the build. */
    public boolean fails(RuleResult result) {
        return failOn.isPresent() && result.reaches(failOn.get());
    }
}
