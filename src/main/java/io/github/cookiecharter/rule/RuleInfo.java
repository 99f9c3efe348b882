package io.github.cookiecharter.rule;

import io.github.cookiecharter.jurisdiction.Jurisdiction;
import io.github.cookiecharter.jurisdiction.Jurisdictions;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The description of a rule.
 *
 * @param id the id by which the pom and exceptions name it, such as {@code name-prefix}
 * @param severity the severity of its gravest finding, unless the pom sets another
 * @param title what it checks, in a short sentence without a full stop at its end
 * @param scope the jurisdictions to which it applies; empty if it applies to every site
 * @param sources its sources; empty for a rule of plain consistency
 */
public record RuleInfo(
        String id,
        Severity severity,
        String title,
        Optional<Predicate<Jurisdiction>> scope,
        List<LegalSource> sources) {

    public RuleInfo {
        sources = List.copyOf(sources);
    }

    /** Starts a description; {@link Draft#titled} completes it as a rule for every site, without a source. */
    public static Draft of(String id, Severity severity) {
        return new Draft(id, severity);
    }

    /**
     * Returns a copy that applies only to sites in these jurisdictions or in those that are part of them.
     *
     * @param ids the ids of the jurisdictions
     * @throws IllegalArgumentException if there is no such jurisdiction
     */
    public RuleInfo in(String... ids) {
        for (String each : ids) {
            Jurisdictions.builtIn().get(each);
        }
        return where(jurisdiction -> Arrays.stream(ids).anyMatch(jurisdiction::isOrDescendsFrom));
    }

    /** Returns a copy that applies only to sites in jurisdictions of which something holds, such as that they know an exemption. */
    public RuleInfo where(Predicate<Jurisdiction> holds) {
        return new RuleInfo(id, severity, title, Optional.of(holds), sources);
    }

    /** Returns whether it applies to a site in these jurisdictions. */
    public boolean appliesIn(List<Jurisdiction> siteJurisdictions) {
        return scope.isEmpty() || siteJurisdictions.stream().anyMatch(scope.get());
    }

    /**
     * Returns the jurisdictions of the plugin to which it applies, without those whose parent is among them; empty if it
     * applies to every site.
     */
    public List<Jurisdiction> jurisdictions() {
        return scope.isEmpty()
                ? List.of()
                : Jurisdictions.builtIn().all().stream()
                        .filter(scope.get())
                        .filter(each -> each.parent().filter(scope.get()).isEmpty())
                        .toList();
    }

    /** Returns a copy with these sources. */
    public RuleInfo citing(LegalSource... cited) {
        return new RuleInfo(id, severity, title, scope, List.of(cited));
    }

    /** A description that still lacks its title. */
    public record Draft(String id, Severity severity) {

        public RuleInfo titled(String title) {
            return new RuleInfo(id, severity, title, Optional.empty(), List.of());
        }
    }
}
