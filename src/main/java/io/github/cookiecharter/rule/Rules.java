package io.github.cookiecharter.rule;

import io.github.cookiecharter.charter.Charter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All rules, and the way through them. */
public final class Rules {

    private Rules() {}

    /** Reads the largest of the rules' data now, so that judging later takes less time. */
    public static void prepare() {
        CookieCatalogue.prepare();
        Phrases.prepare();
    }

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

    /** Every rule of the goal {@code check}. */
    public static List<Rule> ofEvidence() {
        return List.of(EvidenceRule.values());
    }

    /** The ids that the pom and exceptions may name, those of all goals. */
    public static List<String> knownIds() {
        List<String> ids = new ArrayList<>();
        for (Rule rule : described()) {
            ids.add(rule.id());
        }
        for (Rule rule : ofEvidence()) {
            ids.add(rule.id());
        }
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

    /**
     * Judges what was found in the code, by the rules of the goal {@code check} alone.
     *
     * @param findings what was found
     * @param severities what the pom says: a severity by rule id, empty for {@code off}
     */
    public static Verdict judgeEvidence(
            Charter charter, List<Finding> findings, Map<String, Optional<Severity>> severities) {
        List<String> ids = new ArrayList<>();
        for (Rule rule : ofEvidence()) {
            ids.add(rule.id());
        }
        Judgement judgement = new Judgement(charter, severities);
        judgement.add(findings, ids);
        return judgement.verdict();
    }
}
