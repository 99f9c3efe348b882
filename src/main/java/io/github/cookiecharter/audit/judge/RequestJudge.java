package io.github.cookiecharter.audit.judge;

import io.github.cookiecharter.audit.record.Phase;
import io.github.cookiecharter.audit.record.SeenKind;
import io.github.cookiecharter.audit.record.Sighting;
import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.Charter.Cookie;
import io.github.cookiecharter.charter.Charter.Service;
import io.github.cookiecharter.model.Kind;
import io.github.cookiecharter.model.NamePattern;
import io.github.cookiecharter.model.diagnostic.SafeText;
import io.github.cookiecharter.model.diagnostic.SourcePosition;
import io.github.cookiecharter.rule.Severity;
import io.github.cookiecharter.rule.code.AuditRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Judges requests to other hosts before visitors choose. */
final class RequestJudge {

    private final Charter charter;
    private final int pages;
    private final AuditJudge findings;

    RequestJudge(Charter charter, int pages, AuditJudge findings) {
        this.charter = charter;
        this.pages = pages;
        this.findings = findings;
    }

    void judge(List<SeenThing> things) {
        Map<String, List<SeenThing>> byHost = new LinkedHashMap<>();
        for (SeenThing thing : things) {
            if (thing.kind() == SeenKind.REQUEST) {
                byHost.computeIfAbsent(thing.host(), host -> new ArrayList<>()).add(thing);
            }
        }
        byHost.forEach(this::judge);
    }

    private void judge(String host, List<SeenThing> requests) {
        List<Sighting> needing = new ArrayList<>();
        List<Sighting> unknown = new ArrayList<>();
        String service = "";
        for (SeenThing request : requests) {
            List<Sighting> early = request.where(RequestJudge::isBeforeChoice);
            List<Service> owners = charter.services().stream()
                    .filter(each -> loads(each, request.name()))
                    .toList();
            if (owners.isEmpty()) {
                unknown.addAll(early);
            } else if (owners.stream().allMatch(Service::needsConsent) && !early.isEmpty()) {
                needing.addAll(early);
                service = owners.get(0).id();
            }
        }
        if (!needing.isEmpty()) {
            report(
                    host,
                    needing,
                    Severity.ERROR,
                    "for the service " + SafeText.quote(service)
                            + ", which needs consent: let what asks it wait for the choice");
        } else if (!unknown.isEmpty()) {
            report(
                    host,
                    unknown,
                    Severity.WARNING,
                    "which no service declares: declare a service with this address in scripts or frames, or remove"
                            + " what asks it");
        }
    }

    private void report(String host, List<Sighting> sightings, Severity severity, String consequence) {
        findings.report(
                AuditRule.ASKED_BEFORE_CONSENT,
                severity,
                SourcePosition.START,
                sightings.get(0).place(),
                "the host " + SafeText.quote(host) + " is asked before visitors choose, seen "
                        + SeenThing.pages(sightings, pages) + " (" + SeenThing.phases(sightings) + "), "
                        + consequence);
    }

    private static boolean isBeforeChoice(Sighting sighting) {
        return sighting.visit().phase() == Phase.BEFORE || sighting.visit().phase() == Phase.GPC;
    }

    private static boolean loads(Service service, String url) {
        Stream<NamePattern> pixels = service.cookies().stream()
                .filter(cookie -> cookie.kind() == Kind.PIXEL)
                .map(Cookie::name);
        return Stream.of(service.scripts().stream(), service.frames().stream(), pixels)
                .flatMap(patterns -> patterns)
                .anyMatch(pattern -> matches(pattern, url));
    }

    // A pattern may leave the scheme out, and may name a query, which a sighting does not have.
    private static boolean matches(NamePattern pattern, String url) {
        int query = pattern.text().indexOf('?');
        String text = query < 0 ? pattern.text() : pattern.text().substring(0, query);
        NamePattern known = new NamePattern(text);
        return known.matches(url) || known.matches(url.substring(url.indexOf("//")));
    }
}
