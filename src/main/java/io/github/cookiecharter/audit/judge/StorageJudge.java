package io.github.cookiecharter.audit.judge;

import io.github.cookiecharter.audit.record.Phase;
import io.github.cookiecharter.audit.record.SeenKind;
import io.github.cookiecharter.audit.record.Sighting;
import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.check.AttributeDiff;
import io.github.cookiecharter.model.Kind;
import io.github.cookiecharter.model.diagnostic.SafeText;
import io.github.cookiecharter.model.diagnostic.SourcePosition;
import io.github.cookiecharter.rule.Rule;
import io.github.cookiecharter.rule.Severity;
import io.github.cookiecharter.rule.code.AuditRule;
import io.github.cookiecharter.rule.code.CodeRule;
import io.github.cookiecharter.scan.model.ObservedAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Judges cookies and storage: whether each is declared, as declared, and there only when it may be. */
final class StorageJudge {

    /** In {@code set-by}: the entry is set by something outside the project, which an audit may not meet. */
    private static final String ELSEWHERE = "elsewhere";

    private final int pages;
    private final Map<String, String> code;
    private final boolean isPlain;
    private final AuditJudge findings;
    private final List<DeclaredEntry> declared;
    private final Set<DeclaredEntry> seen = new HashSet<>();
    private final List<Sighting> undeclared = new ArrayList<>();

    StorageJudge(Charter charter, int pages, Map<String, String> code, boolean isPlain, AuditJudge findings) {
        this.pages = pages;
        this.code = code;
        this.isPlain = isPlain;
        this.findings = findings;
        this.declared = DeclaredEntry.of(charter);
    }

    /** Returns a sighting of each thing that is not declared. */
    List<Sighting> undeclared() {
        return undeclared;
    }

    void judge(SeenThing thing) {
        if (thing.kind() == SeenKind.CANVAS || thing.kind() == SeenKind.WINDOW_NAME) {
            reportIdentifier(thing);
        }
        if (thing.kind().declarable().isEmpty()) {
            return;
        }
        List<DeclaredEntry> covering =
                declared.stream().filter(entry -> entry.covers(thing)).toList();
        seen.addAll(covering);
        if (covering.isEmpty()) {
            reportUndeclared(thing);
            return;
        }
        compareAttributes(thing, covering);
        checkConsent(thing, covering);
    }

    private void reportIdentifier(SeenThing thing) {
        Sighting origin = SeenThing.origin(thing.sightings());
        findings.report(
                AuditRule.IDENTIFIER_KEPT,
                Severity.NOTE,
                SourcePosition.START,
                origin.place(),
                thing.words()
                        + (thing.kind() == SeenKind.CANVAS
                                ? " reads out a drawing, by which devices can be told apart"
                                : " has a value, which outlives the page and can tell visitors apart")
                        + ", seen " + SeenThing.pages(thing.sightings(), pages)
                        + ": if it does, it needs consent as a cookie would");
    }

    private void reportUndeclared(SeenThing thing) {
        Sighting origin = SeenThing.origin(thing.sightings());
        undeclared.add(origin);
        boolean own = thing.firstParty();
        findings.report(
                own ? CodeRule.UNDECLARED : CodeRule.UNDECLARED_ELSEWHERE,
                own ? Severity.ERROR : Severity.WARNING,
                SourcePosition.START,
                origin.place(),
                thing.words() + " is not declared, and " + how(origin) + inCode(thing) + ", seen "
                        + SeenThing.pages(thing.sightings(), pages) + " (" + SeenThing.phases(thing.sightings())
                        + "): declare it, or remove what sets it");
    }

    private static String how(Sighting origin) {
        return origin.isKept() ? "the browser keeps it, set by something unseen" : origin.how() + " sets it";
    }

    private String inCode(SeenThing thing) {
        String place = code.get(AuditJudge.codeKey(thing.kind().word(), thing.name()));
        return place == null ? "" : ", in the code at " + place;
    }

    private void compareAttributes(SeenThing thing, List<DeclaredEntry> covering) {
        List<String> fewest = List.of();
        DeclaredEntry best = covering.get(0);
        Sighting where = thing.sightings().get(0);
        for (Sighting act : thing.sightings()) {
            List<String> ofAct = differences(covering.get(0), act);
            DeclaredEntry bestOfAct = covering.get(0);
            for (DeclaredEntry entry : covering) {
                List<String> each = differences(entry, act);
                if (each.size() < ofAct.size()) {
                    ofAct = each;
                    bestOfAct = entry;
                }
            }
            if (ofAct.size() > fewest.size()) {
                fewest = ofAct;
                best = bestOfAct;
                where = act;
            }
        }
        if (!fewest.isEmpty()) {
            findings.report(
                    CodeRule.ATTRIBUTES_DIFFER,
                    Severity.WARNING,
                    best,
                    where.place(),
                    thing.words() + " (" + (where.isKept() ? "in the browser" : where.how()) + "): "
                            + String.join(", ", fewest) + inCode(thing) + ": change the code or the declaration");
        }
    }

    private List<String> differences(DeclaredEntry entry, Sighting sighting) {
        if (entry.cookie().kind() != Kind.COOKIE) {
            return List.of();
        }
        // What is left of a lifetime in the browser, and what the browser made of the flags, is not what the site
        // stated.
        List<String> differences = new ArrayList<>(
                sighting.isKept() ? List.of() : AttributeDiff.differences(entry.cookie(), stated(sighting)));
        differences.addAll(PlaceDiff.differences(entry.cookie(), sighting));
        return differences;
    }

    private ObservedAttributes stated(Sighting sighting) {
        ObservedAttributes seen = sighting.attributes();
        if (!isPlain || seen.secure().orElse(true)) {
            return seen;
        }
        return new ObservedAttributes(
                seen.lifetime(), seen.httpOnly(), Optional.empty(), seen.sameSite(), seen.domain(), seen.path());
    }

    private void checkConsent(SeenThing thing, List<DeclaredEntry> covering) {
        DeclaredEntry entry = covering.get(0);
        if (covering.stream().allMatch(each -> each.service().needsConsent())) {
            report(
                    CodeRule.SET_BEFORE_CONSENT,
                    thing,
                    entry,
                    is(Phase.BEFORE).or(is(Phase.GPC)),
                    Severity.ERROR,
                    "and is there before visitors choose: let what sets it wait for the choice");
            report(
                    AuditRule.SET_AFTER_REFUSAL,
                    thing,
                    entry,
                    refused(entry).and(StorageJudge::isThereAfterwards),
                    Severity.ERROR,
                    "and is there although visitors did not accept it: let what sets it wait for the choice");
            report(
                    AuditRule.KEPT_AFTER_WITHDRAWAL,
                    thing,
                    entry,
                    is(Phase.WITHDRAW).and(Sighting::isKept),
                    thing.firstParty() ? Severity.ERROR : Severity.WARNING,
                    "and is still there after visitors withdraw it: delete it where it is set, since scripts cannot"
                            + " delete what they cannot read");
        } else if (covering.stream().allMatch(each -> each.service().objection())) {
            report(
                    AuditRule.SET_AFTER_REFUSAL,
                    thing,
                    entry,
                    is(Phase.OBJECT)
                            .and(sighting -> sighting.visit()
                                    .choice()
                                    .equals(entry.service().id()))
                            .and(StorageJudge::isThereAfterwards),
                    Severity.ERROR,
                    "and is there although visitors objected to it: stop what sets it, and delete it");
        }
    }

    private static Predicate<Sighting> is(Phase phase) {
        return sighting -> sighting.visit().phase() == phase;
    }

    private static Predicate<Sighting> refused(DeclaredEntry entry) {
        return is(Phase.REFUSE)
                .or(is(Phase.OBJECT))
                .or(is(Phase.CATEGORIES)
                        .and(sighting -> !sighting.visit()
                                .choice()
                                .equals(entry.service().category())));
    }

    private static boolean isThereAfterwards(Sighting sighting) {
        return sighting.isKept() || sighting.afterChoice();
    }

    private void report(
            Rule rule,
            SeenThing thing,
            DeclaredEntry entry,
            Predicate<Sighting> when,
            Severity severity,
            String consequence) {
        List<Sighting> sightings = thing.where(when);
        if (sightings.isEmpty()) {
            return;
        }
        findings.report(
                rule,
                severity,
                entry,
                SeenThing.origin(sightings).place(),
                thing.words() + " is declared in the category "
                        + SafeText.quote(entry.service().category())
                        + inCode(thing) + ", seen " + SeenThing.pages(sightings, pages) + " ("
                        + SeenThing.phases(sightings) + "), " + consequence);
    }

    void reportNeverFound() {
        for (DeclaredEntry entry : declared) {
            if (!seen.contains(entry)
                    && entry.cookie().kind() != Kind.PIXEL
                    && !entry.cookie().setBy().contains(ELSEWHERE)) {
                findings.report(
                        CodeRule.NEVER_FOUND,
                        Severity.NOTE,
                        entry,
                        "audit",
                        SafeText.quote(entry.cookie().name().text())
                                + " is declared, and no page of the audit has it: remove it, add the page that sets it"
                                + " to the audit, or state in set-by where it comes from, such as 'elsewhere'");
            }
        }
    }
}
