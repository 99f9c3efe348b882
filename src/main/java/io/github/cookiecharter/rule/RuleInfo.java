package io.github.cookiecharter.rule;

import io.github.cookiecharter.model.Jurisdiction;
import java.util.List;

/**
 * What a rule declares about itself.
 *
 * @param id the id by which the pom and exceptions name it, such as {@code name-prefix}
 * @param severity how much its gravest finding matters, unless the pom says otherwise
 * @param title what it checks, in a short sentence without a full stop at its end
 * @param jurisdictions the jurisdictions of which one must be the site's; empty where it is for every site
 * @param sources where it comes from; empty where plain consistency asks for it
 */
public record RuleInfo(
        String id, Severity severity, String title, List<Jurisdiction> jurisdictions, List<LegalSource> sources) {

    public RuleInfo {
        jurisdictions = List.copyOf(jurisdictions);
        sources = List.copyOf(sources);
    }

    /** Begins with what pom files name; {@link Draft#titled} makes it a rule for every site, without a source. */
    public static Draft of(String id, Severity severity) {
        return new Draft(id, severity);
    }

    /** The same rule for sites in these jurisdictions alone. */
    public RuleInfo in(Jurisdiction... only) {
        return new RuleInfo(id, severity, title, List.of(only), sources);
    }

    /** The same rule with its sources. */
    public RuleInfo citing(LegalSource... cited) {
        return new RuleInfo(id, severity, title, jurisdictions, List.of(cited));
    }

    /** What still lacks its title. */
    public record Draft(String id, Severity severity) {

        public RuleInfo titled(String title) {
            return new RuleInfo(id, severity, title, List.of(), List.of());
        }
    }
}
