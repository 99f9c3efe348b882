package io.github.cookiecharter.audit.judge;

import io.github.cookiecharter.audit.record.AuditRecord;
import io.github.cookiecharter.audit.record.Sighting;
import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.model.diagnostic.SafeText;
import io.github.cookiecharter.model.diagnostic.SourcePosition;
import io.github.cookiecharter.rule.Finding;
import io.github.cookiecharter.rule.Rule;
import io.github.cookiecharter.rule.Severity;
import io.github.cookiecharter.rule.SourceLocation;
import io.github.cookiecharter.rule.code.AuditRule;
import io.github.cookiecharter.rule.code.CodeRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds a record against a charter. */
public final class AuditJudge {

    /** The rules of an audit: those of the code that a browser can show, and those that only a browser can. */
    private static final List<Rule> RULES = List.of(
            CodeRule.UNDECLARED,
            CodeRule.UNDECLARED_ELSEWHERE,
            CodeRule.SET_BEFORE_CONSENT,
            AuditRule.SET_AFTER_REFUSAL,
            AuditRule.KEPT_AFTER_WITHDRAWAL,
            CodeRule.ATTRIBUTES_DIFFER,
            AuditRule.ASKED_BEFORE_CONSENT,
            AuditRule.BANNER_MISSING,
            AuditRule.BANNER_RETURNS,
            AuditRule.REFUSAL_HARDER,
            AuditRule.IDENTIFIER_KEPT,
            AuditRule.PAGE_NOT_REACHED,
            AuditRule.PHASE_NOT_REACHED,
            CodeRule.NEVER_FOUND);

    private final List<Finding> findings = new ArrayList<>();

    /**
     * What follows from a record.
     *
     * @param findings in no particular order
     * @param undeclared the sightings that show what is not declared, one of each thing
     */
    public record Verdict(List<Finding> findings, List<Sighting> undeclared) {

        public Verdict {
            findings = List.copyOf(findings);
            undeclared = List.copyOf(undeclared);
        }
    }

    private AuditJudge() {}

    /** Returns the rules that an audit checks. */
    public static List<Rule> rules() {
        return RULES;
    }

    /**
     * Returns whether a site of https was visited by http, as on a developer's machine. Sites leave {@code Secure} out there,
     * so that nothing is known of it.
     */
    public static boolean isPlain(Charter charter, AuditRecord record) {
        return record.url().startsWith("http:")
                && "https".equalsIgnoreCase(charter.site().url().getScheme());
    }

    /**
     * Judges a record.
     *
     * @param code where the project's own code sets something, by {@link #codeKey}; may be empty
     */
    public static Verdict judge(Charter charter, AuditRecord record, Map<String, String> code) {
        AuditJudge judge = new AuditJudge();
        List<SeenThing> things = SeenThing.of(record.sightings());
        int pages = (int) record.visits().stream()
                .map(visit -> visit.key().page())
                .distinct()
                .count();
        StorageJudge storage = new StorageJudge(charter, pages, code, isPlain(charter, record), judge);
        things.forEach(storage::judge);
        RecreatedValues.judge(record.sightings(), judge);
        new RequestJudge(charter, pages, judge).judge(things);
        VisitJudge visits = new VisitJudge(charter, record.visits(), judge);
        visits.judge();
        if (visits.isComplete() && !record.browser().equals(AuditRecord.FILES)) {
            storage.reportNeverFound();
        }
        return new Verdict(judge.findings, storage.undeclared());
    }

    /** Returns the key of something that the code sets. */
    public static String codeKey(String kind, String name) {
        return kind + " " + name;
    }

    /** Adds a finding about something that the declaration does not have, or about no entry of it. */
    void report(Rule rule, Severity severity, SourcePosition at, String place, String message) {
        add(rule, severity, at, Optional.empty(), Optional.empty(), place, message);
    }

    /** Adds a finding about a declared entry. */
    void report(Rule rule, Severity severity, DeclaredEntry entry, String place, String message) {
        add(
                rule,
                severity,
                entry.cookie().positions().entry(),
                Optional.of(entry.service().id()),
                Optional.of(entry.cookie().name().text()),
                place,
                message);
    }

    private void add(
            Rule rule,
            Severity severity,
            SourcePosition at,
            Optional<String> service,
            Optional<String> cookie,
            String place,
            String message) {
        findings.add(new Finding(
                rule.id(),
                severity,
                at,
                service,
                cookie,
                SafeText.line(message),
                Optional.empty(),
                Optional.of(new SourceLocation(SafeText.line(place), Optional.empty()))));
    }
}
