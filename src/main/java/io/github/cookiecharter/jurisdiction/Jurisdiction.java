package io.github.cookiecharter.jurisdiction;

import io.github.cookiecharter.model.Keyword;
import io.github.cookiecharter.model.Lifetime;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A jurisdiction whose rules are checked: what its section of the data says and, for what that leaves open, what its
 * parent's says.
 */
public final class Jurisdiction implements Keyword {

    /**
     * What a section says itself. What it leaves open is empty.
     *
     * @param id the id by which declarations name it
     * @param name its name in English
     * @param checked the day on which a person last compared the section with its sources
     * @param parent whose rules and facts apply as well
     * @param priorConsent whether cookies wait for consent
     * @param adequacy the countries whose protection it recognises
     * @param authority the authority to complain to
     * @param exemptions the exemptions from consent
     * @param wordings legal bases and prescribed terms by their kind and name
     * @param longestChoice the time after which visitors are asked again
     * @param shortestChoice the time before which visitors are not asked again
     * @param limits lifetimes that a rule compares with, by name
     */
    record Section(
            String id,
            String name,
            LocalDate checked,
            Optional<Jurisdiction> parent,
            Optional<Boolean> priorConsent,
            Optional<AdequacyList> adequacy,
            Optional<Authority> authority,
            Map<Exemption.Subject, Exemption> exemptions,
            Map<String, LocalWording> wordings,
            Optional<ChoiceBound> longestChoice,
            Optional<ChoiceBound> shortestChoice,
            Map<String, Exemption.Limit> limits) {}

    /** What a legal basis is for. */
    public enum Basis {
        /** The visitor consented. */
        CONSENT("basis consent"),
        /** An exemption from consent applies. */
        EXEMPTION("basis exemption");

        private final String key;

        Basis(String key) {
            this.key = key;
        }
    }

    private final Section section;

    Jurisdiction(Section section) {
        this.section = section;
    }

    /** Returns the id by which declarations name it, such as {@code us-ca}. */
    public String id() {
        return section.id();
    }

    @Override
    public String word() {
        return section.id();
    }

    /** Returns its name in English. */
    public String name() {
        return section.name();
    }

    /** Returns the day on which a person last compared its section with the sources. */
    public LocalDate checked() {
        return section.checked();
    }

    /** Returns the jurisdiction whose rules and facts apply as well. */
    public Optional<Jurisdiction> parent() {
        return section.parent();
    }

    /** Returns the jurisdiction itself, then its parent, and so on. */
    public List<Jurisdiction> lineage() {
        List<Jurisdiction> lineage = new ArrayList<>();
        lineage.add(this);
        section.parent().ifPresent(parent -> lineage.addAll(parent.lineage()));
        return lineage;
    }

    /** Returns whether it has the id, or is part of the jurisdiction that has it. */
    public boolean isOrDescendsFrom(String ancestor) {
        return lineage().stream().anyMatch(each -> each.id().equals(ancestor));
    }

    /** Returns whether cookies wait for consent unless an exemption applies. */
    public boolean requiresPriorConsent() {
        return first(Section::priorConsent).orElse(true);
    }

    /** Returns the countries whose protection of personal data it recognises. */
    public Optional<AdequacyList> adequacy() {
        return first(Section::adequacy);
    }

    /** Returns the supervisory authority to complain to, where there is one for all sites. */
    public Optional<Authority> authority() {
        return first(Section::authority);
    }

    /** Returns the exemption from consent for a subject, if it knows that exemption. */
    public Optional<Exemption> exemption(Exemption.Subject subject) {
        return first(each -> Optional.ofNullable(each.exemptions().get(subject)));
    }

    /** Returns the exemption that an exempt service in a category claims, if it knows that exemption. */
    public Optional<Exemption> exemptionFor(String category) {
        return exemption(Exemption.Subject.ofCategory(category));
    }

    /** Returns the time after which visitors are asked again, if there is one. */
    public Optional<ChoiceBound> longestChoice() {
        return first(Section::longestChoice);
    }

    /** Returns the time before which visitors are not asked again, if there is one. */
    public Optional<ChoiceBound> shortestChoice() {
        return first(Section::shortestChoice);
    }

    /** Returns the legal basis in the words of the jurisdiction. */
    public Optional<LocalWording> legalBasis(Basis basis) {
        return wording(basis.key);
    }

    /**
     * Returns words that the law prescribes.
     *
     * @param term their name, such as {@code opt-out-link}
     */
    public Optional<LocalWording> term(String term) {
        return wording("term " + term);
    }

    /** Returns a lifetime that a rule compares with, by its name. */
    public Optional<Lifetime.Lasting> limit(String limitName) {
        return first(each -> Optional.ofNullable(each.limits().get(limitName))).map(Exemption.Limit::length);
    }

    /** Returns the facts that its own section states, by what they are about, with where each comes from. */
    public Map<String, Provenance> sources() {
        Map<String, Provenance> sources = new LinkedHashMap<>();
        section.authority().ifPresent(authority -> add("authority", authority.name(), sources));
        section.exemptions().forEach((subject, exemption) -> {
            String what = "exempt " + subject.word();
            sources.put(what, exemption.provenance());
            exemption.lifetime().ifPresent(limit -> sources.put(what + " lifetime", limit.provenance()));
            exemption.retention().ifPresent(limit -> sources.put(what + " retention", limit.provenance()));
        });
        section.longestChoice().ifPresent(bound -> sources.put("choice at-most", bound.provenance()));
        section.shortestChoice().ifPresent(bound -> sources.put("choice at-least", bound.provenance()));
        section.wordings().forEach((what, wording) -> add(what, wording, sources));
        section.limits().forEach((what, limit) -> sources.put("limit " + what, limit.provenance()));
        return sources;
    }

    private static void add(String what, LocalWording wording, Map<String, Provenance> sources) {
        for (String language : wording.byLanguage().keySet()) {
            sources.put(what + " " + language, wording.in(language).provenance());
        }
    }

    private Optional<LocalWording> wording(String key) {
        return first(each -> Optional.ofNullable(each.wordings().get(key)));
    }

    private <T> Optional<T> first(Function<Section, Optional<T>> fact) {
        Optional<T> own = fact.apply(section);
        return own.isPresent() ? own : section.parent().flatMap(parent -> parent.first(fact));
    }

    @Override
    public String toString() {
        return section.id();
    }
}
