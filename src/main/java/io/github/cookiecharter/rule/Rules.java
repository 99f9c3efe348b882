package io.github.cookiecharter.rule;

import io.github.cookiecharter.charter.Charter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All rules, and the way through them. */
public final class Rules {

    // Rules of check, and of the banner's room, that report findings under an id of their own.
    private static final List<String> ELSEWHERE = List.of(
            "undeclared",
            "name-unknown",
            "undeclared-elsewhere",
            "attributes-differ",
            "set-before-consent",
            "never-found",
            RuntimeCannot.ID);

    private Rules() {}

    /** Every rule of the goal {@code generate}, in the order of the documentation. */
    public static List<Rule> all() {
        return List.of(
                new NamePrefix(),
                new CrossSiteAttributes(),
                new StorageAttributes(),
                new ConsentCookieMismatch(),
                new ExemptionUnknown(),
                new ExemptionConditions(),
                new TrackerAsNecessary(),
                new GpcIgnored(),
                new ThirdPartyUnnamed(),
                new AudienceLifetime(),
                new AudienceRetention(),
                new ChoiceLifetime(),
                new LifetimeOver400Days(),
                new NecessaryTooLong(),
                new InsecureSession(),
                new TooBig(),
                new PatternOverlap(),
                new PurposeVague(),
                new ControllerMissing(),
                new PolicyDateMissing(),
                new RightsMissing(),
                new ProviderIncomplete(),
                new TransferUnsafeguarded(),
                new LanguageGap(),
                new UnreachableCookie(),
                new ScriptMissing(),
                new ConsentSignals(),
                new Unused(),
                new UnusedException());
    }

    /** Every rule of the goal {@code generate}, those included whose findings other rooms make. */
    public static List<Rule> described() {
        List<Rule> rules = new ArrayList<>(all());
        rules.add(new RuntimeCannot());
        return List.copyOf(rules);
    }

    /** The ids that the pom and exceptions may name, those of other goals included. */
    public static List<String> knownIds() {
        List<String> ids = new ArrayList<>();
        for (Rule rule : all()) {
            ids.add(rule.id());
        }
        ids.addAll(ELSEWHERE);
        return List.copyOf(ids);
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
        Judgement judgement = new Judgement(charter, severities);
        for (Rule rule : all()) {
            judgement.run(rule);
        }
        judgement.add(others, othersChecked);
        return judgement.verdict();
    }
}
