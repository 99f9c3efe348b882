package io.github.cookiecharter.audit.judge;

import io.github.cookiecharter.audit.record.ButtonComparison;
import io.github.cookiecharter.audit.record.Phase;
import io.github.cookiecharter.audit.record.Visit;
import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.model.diagnostic.SourcePosition;
import io.github.cookiecharter.rule.Severity;
import io.github.cookiecharter.rule.code.AuditRule;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Judges the visits: the banner, and what was not reached. */
final class VisitJudge {

    private final Charter charter;
    private final List<Visit> visits;
    private final AuditJudge findings;

    VisitJudge(Charter charter, List<Visit> visits, AuditJudge findings) {
        this.charter = charter;
        this.visits = visits;
        this.findings = findings;
    }

    void judge() {
        reportUnreached();
        for (Visit visit : visits) {
            if (visit.key().phase() == Phase.BEFORE
                    && charter.needsConsent()
                    && visit.bannerAtFirst().equals(Optional.of(false))) {
                findings.report(
                        AuditRule.BANNER_MISSING,
                        Severity.ERROR,
                        SourcePosition.START,
                        visit.key().page(),
                        "this page shows no banner, although services of the site need consent: add head.html or head.js"
                                + " to it");
            }
            if (visit.bannerAgain().equals(Optional.of(true))) {
                findings.report(
                        AuditRule.BANNER_RETURNS,
                        Severity.ERROR,
                        SourcePosition.START,
                        visit.key().page(),
                        "the banner asks again after the choice (" + visit.key().words()
                                + "): check that the page keeps the cookie '"
                                + charter.consent().cookie() + "'");
            }
        }
        visits.stream()
                .filter(visit -> visit.buttons().isPresent())
                .findFirst()
                .ifPresent(visit -> compare(visit, visit.buttons().get()));
    }

    private void compare(Visit visit, ButtonComparison buttons) {
        List<String> disadvantages = buttons.disadvantages();
        if (!disadvantages.isEmpty()) {
            findings.report(
                    AuditRule.REFUSAL_HARDER,
                    buttons.refusable() ? Severity.WARNING : Severity.ERROR,
                    charter.banner().positions().entry(),
                    visit.key().page(),
                    "refusing is harder than accepting: " + String.join(", ", disadvantages)
                            + ": remove the style that makes the difference");
        }
    }

    // A page that was not shown in one phase was probably not shown in the others: one finding for each page and cause.
    private void reportUnreached() {
        if (visits.isEmpty()) {
            return;
        }
        String firstPage = visits.get(0).key().page();
        Map<String, Set<String>> phasesByCause = new LinkedHashMap<>();
        Set<String> reported = new HashSet<>();
        for (Visit visit : visits) {
            if (!visit.phaseReached()) {
                phasesByCause
                        .computeIfAbsent(cause(visit), key -> new LinkedHashSet<>())
                        .add(visit.key().phase().word()
                                + (visit.key().choice().isEmpty()
                                        ? ""
                                        : " " + visit.key().choice()));
            }
        }
        for (Visit visit : visits) {
            if (!visit.phaseReached() && reported.add(cause(visit))) {
                findings.report(
                        visit.pageReached() ? AuditRule.PHASE_NOT_REACHED : AuditRule.PAGE_NOT_REACHED,
                        visit.key().page().equals(firstPage) ? Severity.ERROR : Severity.WARNING,
                        SourcePosition.START,
                        visit.key().page(),
                        (visit.pageReached() ? "not reached" : "the page was not reached") + " ("
                                + String.join(", ", phasesByCause.getOrDefault(cause(visit), Set.of())) + "): "
                                + visit.problem());
            }
        }
    }

    private static String cause(Visit visit) {
        return visit.key().page() + "\n" + visit.pageReached() + "\n" + visit.problem();
    }

    /** Returns whether everything was looked at, so that what was not seen is not there. */
    boolean isComplete() {
        Set<Phase> phases = new HashSet<>();
        for (Visit visit : visits) {
            if (!visit.phaseReached()) {
                return false;
            }
            phases.add(visit.key().phase());
        }
        return phases.contains(Phase.BEFORE) && (!charter.hasBanner() || phases.contains(Phase.ACCEPT));
    }
}
