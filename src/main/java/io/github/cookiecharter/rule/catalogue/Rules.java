package io.github.cookiecharter.rule.catalogue;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.rule.Finding;
import io.github.cookiecharter.rule.Rule;
import io.github.cookiecharter.rule.RuleResult;
import io.github.cookiecharter.rule.RuleRunner;
import io.github.cookiecharter.rule.Severity;
import io.github.cookiecharter.rule.UnusedException;
import io.github.cookiecharter.rule.browser.CrossSiteAttributes;
import io.github.cookiecharter.rule.browser.HttpPrefix;
import io.github.cookiecharter.rule.browser.InsecureSession;
import io.github.cookiecharter.rule.browser.LifetimeOver400Days;
import io.github.cookiecharter.rule.browser.NamePrefix;
import io.github.cookiecharter.rule.browser.PatternOverlap;
import io.github.cookiecharter.rule.browser.SiteNotHttps;
import io.github.cookiecharter.rule.browser.StorageAttributes;
import io.github.cookiecharter.rule.browser.TooBig;
import io.github.cookiecharter.rule.browser.UnreachableCookie;
import io.github.cookiecharter.rule.code.AuditRule;
import io.github.cookiecharter.rule.code.CodeRule;
import io.github.cookiecharter.rule.consent.CategoryDiffers;
import io.github.cookiecharter.rule.consent.CertifiedCmp;
import io.github.cookiecharter.rule.consent.ChoiceLifetime;
import io.github.cookiecharter.rule.consent.ConsentCookieMismatch;
import io.github.cookiecharter.rule.consent.ConsentSignals;
import io.github.cookiecharter.rule.consent.GpcIgnored;
import io.github.cookiecharter.rule.consent.NecessaryThirdParty;
import io.github.cookiecharter.rule.consent.NecessaryTooLong;
import io.github.cookiecharter.rule.consent.NobodyAsks;
import io.github.cookiecharter.rule.consent.OptOutLinkMissing;
import io.github.cookiecharter.rule.consent.RuntimeCannot;
import io.github.cookiecharter.rule.consent.ScriptMissing;
import io.github.cookiecharter.rule.consent.StorageForEver;
import io.github.cookiecharter.rule.consent.TrackerAsNecessary;
import io.github.cookiecharter.rule.data.CookieCatalogue;
import io.github.cookiecharter.rule.data.VaguePhrases;
import io.github.cookiecharter.rule.disclosure.BannerText;
import io.github.cookiecharter.rule.disclosure.ControllerMissing;
import io.github.cookiecharter.rule.disclosure.LanguageGap;
import io.github.cookiecharter.rule.disclosure.PolicyDateMissing;
import io.github.cookiecharter.rule.disclosure.PolicyIncomplete;
import io.github.cookiecharter.rule.disclosure.ProviderIncomplete;
import io.github.cookiecharter.rule.disclosure.PurposeVague;
import io.github.cookiecharter.rule.disclosure.RetentionMissing;
import io.github.cookiecharter.rule.disclosure.RightsMissing;
import io.github.cookiecharter.rule.disclosure.ThirdPartyUnnamed;
import io.github.cookiecharter.rule.disclosure.TransferHidden;
import io.github.cookiecharter.rule.disclosure.TransferUnsafeguarded;
import io.github.cookiecharter.rule.disclosure.Unused;
import io.github.cookiecharter.rule.exemption.AudienceLifetime;
import io.github.cookiecharter.rule.exemption.AudienceRetention;
import io.github.cookiecharter.rule.exemption.ExemptProviderReuses;
import io.github.cookiecharter.rule.exemption.ExemptionConditions;
import io.github.cookiecharter.rule.exemption.ExemptionUnknown;
import io.github.cookiecharter.rule.exemption.LegitimateInterest;
import io.github.cookiecharter.rule.exemption.ObjectionMissing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lists all rules and runs them. */
public final class Rules {

    private Rules() {}

    /** Reads the largest data of the rules in advance, so that {@link #check} takes less time. */
    public static void prepare() {
        CookieCatalogue.prepare();
        VaguePhrases.prepare();
    }

    /** Returns the rules that check a charter by themselves, in the order of the documentation. */
    public static List<Rule> all() {
        return List.of(
                new NamePrefix(),
                new CrossSiteAttributes(),
                new StorageAttributes(),
                new SiteNotHttps(),
                new ConsentCookieMismatch(),
                new ExemptionUnknown(),
                new ExemptionConditions(),
                new ExemptProviderReuses(),
                new ObjectionMissing(),
                new LegitimateInterest(),
                new TrackerAsNecessary(),
                new GpcIgnored(),
                new OptOutLinkMissing(),
                new ThirdPartyUnnamed(),
                new PolicyIncomplete(),
                new BannerText(),
                new NobodyAsks(),
                new CategoryDiffers(),
                new NecessaryThirdParty(),
                new CertifiedCmp(),
                new AudienceLifetime(),
                new AudienceRetention(),
                new ChoiceLifetime(),
                new LifetimeOver400Days(),
                new NecessaryTooLong(),
                new StorageForEver(),
                new InsecureSession(),
                new HttpPrefix(),
                new TooBig(),
                new PatternOverlap(),
                new PurposeVague(),
                new ControllerMissing(),
                new PolicyDateMissing(),
                new RightsMissing(),
                new ProviderIncomplete(),
                new TransferUnsafeguarded(),
                new TransferHidden(),
                new RetentionMissing(),
                new LanguageGap(),
                new UnreachableCookie(),
                new ScriptMissing(),
                new ConsentSignals(),
                new Unused(),
                new UnusedException(Rules::knownIds));
    }

    /** Returns every rule of the goal {@code generate}, including the one whose findings the package {@code banner} makes. */
    public static List<Rule> generateRules() {
        List<Rule> rules = new ArrayList<>(all());
        rules.add(new RuntimeCannot());
        return List.copyOf(rules);
    }

    /** Returns the rules that check a part, without the site that includes it: what browsers enforce, and its texts. */
    public static List<Rule> partRules() {
        return List.of(
                new NamePrefix(),
                new CrossSiteAttributes(),
                new StorageAttributes(),
                new TrackerAsNecessary(),
                new LifetimeOver400Days(),
                new NecessaryTooLong(),
                new StorageForEver(),
                new InsecureSession(),
                new HttpPrefix(),
                new TooBig(),
                new PatternOverlap(),
                new PurposeVague(),
                new UnusedException(Rules::knownIds));
    }

    /**
     * Checks a part.
     *
     * @param severities what the pom says: a severity by rule id, empty for {@code off}
     */
    public static RuleResult checkPart(Charter charter, Map<String, Optional<Severity>> severities) {
        RuleRunner runner = new RuleRunner(charter, severities);
        partRules().forEach(runner::run);
        return runner.result();
    }

    /** Returns every rule of the goal {@code check}. */
    public static List<Rule> codeRules() {
        return List.of(CodeRule.values());
    }

    /** Returns the rules that only the goal {@code audit} checks. */
    public static List<Rule> auditRules() {
        return List.of(AuditRule.values());
    }

    /** Returns the ids that the pom and exceptions may name: those of all goals. */
    public static List<String> knownIds() {
        List<String> ids = new ArrayList<>();
        for (Rule rule : generateRules()) {
            ids.add(rule.id());
        }
        for (Rule rule : codeRules()) {
            ids.add(rule.id());
        }
        for (Rule rule : auditRules()) {
            ids.add(rule.id());
        }
        return List.copyOf(ids);
    }

    /**
     * Checks a charter with all rules.
     *
     * @param otherFindings findings that other packages made, such as those of the banner's runtime
     * @param otherRuleIds the ids of the rules behind {@code otherFindings}
     * @param severities what the pom says: a severity by rule id, empty for {@code off}
     */
    public static RuleResult check(
            Charter charter,
            List<Finding> otherFindings,
            List<String> otherRuleIds,
            Map<String, Optional<Severity>> severities) {
        RuleRunner runner = new RuleRunner(charter, severities);
        for (Rule rule : all()) {
            runner.run(rule);
        }
        runner.addFindings(otherFindings, otherRuleIds);
        return runner.result();
    }

    /**
     * Applies severities and exceptions to the findings of the goal {@code check}; runs no other rules.
     *
     * @param findings the findings of the comparison of code and declaration
     * @param severities what the pom says: a severity by rule id, empty for {@code off}
     */
    public static RuleResult checkEvidence(
            Charter charter, List<Finding> findings, Map<String, Optional<Severity>> severities) {
        return checkEvidence(charter, findings, codeRules(), severities);
    }

    /**
     * Applies severities and exceptions to findings that other packages made; runs no rules.
     *
     * @param checked the rules that were checked for them
     * @param severities what the pom says: a severity by rule id, empty for {@code off}
     */
    public static RuleResult checkEvidence(
            Charter charter, List<Finding> findings, List<Rule> checked, Map<String, Optional<Severity>> severities) {
        RuleRunner runner = new RuleRunner(charter, severities);
        runner.addFindings(findings, checked.stream().map(Rule::id).toList());
        return runner.result();
    }
}
