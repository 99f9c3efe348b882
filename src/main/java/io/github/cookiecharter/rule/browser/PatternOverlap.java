package io.github.cookiecharter.rule.browser;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.Charter.Cookie;
import io.github.cookiecharter.charter.Charter.Service;
import io.github.cookiecharter.charter.CharterQueries;
import io.github.cookiecharter.model.diagnostic.SafeText;
import io.github.cookiecharter.rule.Finding;
import io.github.cookiecharter.rule.LegalSources;
import io.github.cookiecharter.rule.Rule;
import io.github.cookiecharter.rule.RuleInfo;
import io.github.cookiecharter.rule.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** Reports patterns that overlap and names that differ only in case, because a cookie could belong to either. */
public final class PatternOverlap implements Rule {

    private static final RuleInfo INFO = RuleInfo.of("pattern-overlap", Severity.WARNING)
            .titled("Names and patterns do not overlap")
            .citing(LegalSources.rfc6265bis("5.7"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Charter charter, Consumer<Finding> findings) {
        Map<String, Named> firstByName = new HashMap<>();
        Map<String, List<Named>> patterns = new HashMap<>();
        for (Service service : CharterQueries.services(charter)) {
            for (Cookie cookie : service.cookies()) {
                Named named = new Named(service, cookie);
                // What tells two entries of one name apart; nothing but the name, the last, can hold a line break.
                String identity = cookie.kind() + "\n" + cookie.domain().orElse("") + "\n" + cookie.path() + "\n";
                String name = cookie.name().text().toLowerCase(Locale.ROOT);
                Named first = firstByName.putIfAbsent(identity + name, named);
                if (first != null) {
                    findings.accept(
                            finding(
                                    first,
                                    named,
                                    "differ only in case: if they are one cookie, declare it once, with the case in which it is set"));
                }
                if (!cookie.name().isLiteral()) {
                    List<Named> alike = patterns.getOrDefault(identity, new ArrayList<>());
                    alike.add(named);
                    patterns.put(identity, alike);
                }
            }
        }
        for (List<Named> alike : patterns.values()) {
            lookForOverlaps(alike, findings);
        }
    }

    private record Named(Service service, Cookie cookie) {}

    private void lookForOverlaps(List<Named> patterns, Consumer<Finding> findings) {
        if (patterns.size() < 2) {
            return;
        }
        List<String> texts = new ArrayList<>();
        for (Named pattern : patterns) {
            texts.add(pattern.cookie().name().text());
        }
        int[] overlapped = PatternOverlaps.withEarlier(texts);
        for (int i = 0; i < overlapped.length; i++) {
            if (overlapped[i] >= 0) {
                findings.accept(finding(
                        patterns.get(overlapped[i]),
                        patterns.get(i),
                        "can match the same cookie: write more of the name, so that only one of them matches it"));
            }
        }
    }

    private Finding finding(Named first, Named second, String fault) {
        return Finding.of(
                        this,
                        severity(),
                        second.cookie().positions().entry(),
                        SafeText.quote(first.cookie().name().text()) + " on line "
                                + first.cookie().positions().entry().line() + " and "
                                + SafeText.quote(second.cookie().name().text()) + " " + fault)
                .in(second.service())
                .on(second.cookie());
    }
}
