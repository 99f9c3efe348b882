package io.github.cookiecharter.rule;

import io.github.cookiecharter.model.Jurisdiction;
import java.util.List;

/**
 * The description of a rule.
 *
 * @param id the id by which the pom and exceptions name it, such as {@code name-prefix}
 * @param severity the severity of its gravest finding, unless the pom sets another
 * @param title what it checks, in a short sentence without a full stop at its end
 * @param jurisdictions the jurisdictions to which it applies; empty if it applies to every site
 * @param sources its sources; empty for a rule of plain consistency
 */
public record RuleInfo(
        String id, Severity severity, String title, List<Jurisdiction> jurisdictions, List<LegalSource> sources) {

    public RuleInfo {
        jurisdictions = List.copyOf(jurisdictions);
        sources = List.copyOf(sources);
    }

    /** Starts a description; {@link Draft#titled} completes it as a rule for every site, without a source. */
    public static Draft of(String id, Severity severity) {
        return new Draft(id, severity);
    }

    /** Returns a copy that applies only to sites in these jurisdictions. */
    public RuleInfo in(Jurisdiction... only) {
        return new RuleInfo(id, severity, title, List.of(only), sources);
    }

    /** Returns a copy with these sources. */
    public RuleInfo citing(LegalSource... cited) {
        return new RuleInfo(id, severity, title, jurisdictions, List.of(cited));
    }

    /** A description that still lacks its title. */
    public record Draft(String id, Severity severity) {

        public RuleInfo titled(String title) {
            return new RuleInfo(id, severity, title, List.of(), List.of());
        }
    }
}
