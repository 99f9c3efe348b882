package io.github.cookiecharter.policy;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.goal.TestCharter;
import io.github.cookiecharter.history.Audience;
import io.github.cookiecharter.history.Release;
import io.github.cookiecharter.history.ReleaseHistory;
import io.github.cookiecharter.report.CharterJson;
import java.time.LocalDate;
import java.util.List;

/** A charter with three releases, which together use every text of the section {@code history}. */
record PolicyHistory(Charter charter, List<Release> releases) {

    private static final String FIRST = """
            site: { name: Portal, url: https://portal.example, languages: [%s, %s], updated: 2026-03-01 }
            policy: { sections: [history], columns: [cookie, purpose] }
            providers:
              one: { name: One, country: DE }
              two: { name: Two, country: US, transfers: [IN] }
            services:
              audience:
                category: statistics
                provider: one
                name: Figures
                purpose: Count visits
                retention: 25 months
                scripts: [ "https://one.example/a.js" ]
                cookies: { id: { lifetime: 13 months, recipients: Labs }, old: { lifetime: 1 day } }
              own:
                category: statistics
                name: Own figures
                purpose: Count visits
                consent: exempt
                reason: Anonymous
                cookies: { own: { lifetime: session } }
              forum:
                category: preferences
                name: Forum
                purpose: Show the forum
                cookies: { forum: { kind: local-storage } }
            """;

    static PolicyHistory in(String language) {
        String other = language.equals("en") ? "fr" : "en";
        String first = FIRST.formatted(language, other);
        String second = first.replace("2026-03-01", "2026-06-01")
                .replace("    consent: exempt\n    reason: Anonymous\n", "")
                .replace("country: US, transfers: [IN]", "country: CA")
                .replace("lifetime: 13 months, recipients: Labs", "lifetime: 12 months, recipients: Others")
                .replace(", old: { lifetime: 1 day }", ", new: { lifetime: 2 hours }")
                .replace("name: Forum\n    purpose", "name: Forum\n    provider: two\n    purpose");
        String third = second.replace(", updated: 2026-06-01", "")
                .replace("retention: 25 months", "retention: 14 months")
                .replace("name: One,", "name: Uno,")
                .replace("country: CA", "country: US, transfers: [IN]")
                .replace("a.js", "b.js")
                .replace("kind: local-storage", "kind: session-storage")
                .replace("category: statistics\n    name: Own", "category: preferences\n    name: Own")
                .replace(
                        "    purpose: Show the forum",
                        "    consent: exempt\n    reason: Asked for\n    purpose: Show the forum");
        Charter charter = TestCharter.of(third);
        return new PolicyHistory(
                charter,
                ReleaseHistory.of(
                        List.of(recorded("2026-03-02", first), recorded("2026-06-02", second)),
                        CharterJson.snapshot(charter),
                        5,
                        Audience.VISITORS::isConcernedBy));
    }

    private static ReleaseHistory.Recorded recorded(String day, String declaration) {
        return new ReleaseHistory.Recorded(LocalDate.parse(day), CharterJson.snapshot(TestCharter.of(declaration)));
    }
}
