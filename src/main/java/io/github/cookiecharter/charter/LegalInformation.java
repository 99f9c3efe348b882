package io.github.cookiecharter.charter;

import io.github.cookiecharter.charter.LocalizedText.Phrase;
import io.github.cookiecharter.jurisdiction.Adequacy;
import io.github.cookiecharter.jurisdiction.AdequacyList;
import io.github.cookiecharter.jurisdiction.Jurisdiction;
import io.github.cookiecharter.jurisdiction.LocalWording;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the law of a site's jurisdictions has its visitors know. */
public final class LegalInformation {

    private final Charter charter;

    public LegalInformation(Charter charter) {
        this.charter = charter;
    }

    /**
     * Returns the legal bases, each once.
     *
     * @param language the language of the page
     */
    public List<Phrase> bases(Jurisdiction.Basis basis, String language) {
        Set<Phrase> bases = new LinkedHashSet<>();
        for (Jurisdiction jurisdiction : charter.site().mostSpecificJurisdictions()) {
            jurisdiction.legalBasis(basis).ifPresent(wording -> bases.add(phrase(wording, language)));
        }
        return List.copyOf(bases);
    }

    /**
     * Returns whether visitors have to look for the authority of their country: the site names none for a jurisdiction
     * that has several.
     */
    public boolean hasOtherAuthorities() {
        List<Jurisdiction> jurisdictions = charter.site().mostSpecificJurisdictions();
        List<Optional<URI>> known = jurisdictions.stream()
                .map(Jurisdiction::authority)
                .flatMap(Optional::stream)
                .map(authority -> Optional.of(authority.url()))
                .toList();
        // A declared authority stands for all jurisdictions.
        boolean isDeclared = !charter.site().authorities().stream()
                .map(Charter.SupervisoryAuthority::url)
                .toList()
                .equals(known);
        return !isDeclared
                && jurisdictions.stream()
                        .anyMatch(each ->
                                each.isOrDescendsFrom("eu") && each.authority().isEmpty());
    }

    /**
     * Returns the countries outside the reach of the site's law to which a provider's data goes, by the finding about
     * them; empty if no jurisdiction has such findings.
     */
    public Map<Adequacy, List<String>> transfers(Charter.Provider provider) {
        Map<Adequacy, List<String>> transfers = new LinkedHashMap<>();
        Set<String> countries = new LinkedHashSet<>();
        provider.country().ifPresent(countries::add);
        countries.addAll(provider.transfers());
        for (String country : countries) {
            adequacy(country)
                    .filter(finding -> finding != Adequacy.WITHIN)
                    .ifPresent(finding -> transfers
                            .computeIfAbsent(finding, key -> new ArrayList<>())
                            .add(country));
        }
        return transfers;
    }

    // The constants are ordered from the best finding to the worst, which counts.
    private Optional<Adequacy> adequacy(String country) {
        return charter.site().mostSpecificJurisdictions().stream()
                .map(Jurisdiction::adequacy)
                .flatMap(Optional::stream)
                .map((AdequacyList list) -> list.of(country))
                .max(Comparator.naturalOrder());
    }

    /** Returns whether closing the banner has to be a refusal, and the banner has to say so. */
    public boolean closingRefuses() {
        return hasTerm("close-refuses");
    }

    /** Returns whether visitors can opt out of the sale and sharing of their data, by a link with a fixed title. */
    public boolean hasOptOut() {
        return hasTerm("opt-out-link");
    }

    /** Returns whether the site says that it honours the browser's signal. */
    public boolean confirmsSignal() {
        return hasTerm("signal-honoured");
    }

    private boolean hasTerm(String term) {
        return charter.site().jurisdictions().stream()
                .anyMatch(jurisdiction -> jurisdiction.term(term).isPresent());
    }

    private static Phrase phrase(LocalWording wording, String language) {
        LocalWording.Wording words = wording.in(language);
        return new Phrase(words.text(), words.language());
    }
}
