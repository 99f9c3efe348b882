package io.github.cookiecharter.rule.browser;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.Charter.Cookie;
import io.github.cookiecharter.charter.Charter.Service;
import io.github.cookiecharter.model.diagnostic.SafeText;
import io.github.cookiecharter.rule.Finding;
import io.github.cookiecharter.rule.LegalSources;
import io.github.cookiecharter.rule.Rule;
import io.github.cookiecharter.rule.RuleInfo;
import io.github.cookiecharter.rule.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
        Map<String, NamedCookie> firstByName = new HashMap<>();
        Map<String, List<NamedCookie>> patterns = new HashMap<>();
        Consumer<Finding> distinct = withoutRepeats(findings);
        for (Service service : charter.services()) {
            for (Cookie cookie : service.cookies()) {
                NamedCookie current = new NamedCookie(service, cookie);
                for (String identity : identities(cookie)) {
                    String name = cookie.name().text().toLowerCase(Locale.ROOT);
                    NamedCookie first = firstByName.putIfAbsent(identity + name, current);
                    if (first != null) {
                        distinct.accept(
                                finding(
                                        first,
                                        current,
                                        "differ only in case: if they are one cookie, declare it once, with the case in which it is set"));
                    }
                    if (!cookie.name().isLiteral()) {
                        patterns.computeIfAbsent(identity, key -> new ArrayList<>())
                                .add(current);
                    }
                }
            }
        }
        for (List<NamedCookie> samePlace : patterns.values()) {
            checkOverlaps(samePlace, distinct);
        }
    }

    // Entries of one name differ in kind, domain or path. Only the name, which comes last, can contain a line break.
    private static List<String> identities(Cookie cookie) {
        List<String> identities = new ArrayList<>();
        if (cookie.domains().isEmpty()) {
            identities.add(cookie.kind() + "\n\n" + cookie.path() + "\n");
        }
        for (Charter.Domain domain : cookie.domains()) {
            identities.add(cookie.kind() + "\n" + domain.name() + "\n" + cookie.path() + "\n");
        }
        return identities;
    }

    // Two entries may share several domains.
    private static Consumer<Finding> withoutRepeats(Consumer<Finding> findings) {
        Set<Finding> seen = new HashSet<>();
        return finding -> {
            if (seen.add(finding)) {
                findings.accept(finding);
            }
        };
    }

    private record NamedCookie(Service service, Cookie cookie) {}

    private void checkOverlaps(List<NamedCookie> patterns, Consumer<Finding> findings) {
        if (patterns.size() < 2) {
            return;
        }
        List<String> texts = new ArrayList<>();
        for (NamedCookie pattern : patterns) {
            texts.add(pattern.cookie().name().text());
        }
        int[] earlierOverlaps = PatternOverlaps.findEarlierOverlaps(texts);
        for (int i = 0; i < earlierOverlaps.length; i++) {
            if (earlierOverlaps[i] >= 0) {
                findings.accept(finding(
                        patterns.get(earlierOverlaps[i]),
                        patterns.get(i),
                        "can match the same cookie: write more of the name, so that only one of them matches it"));
            }
        }
    }

    private Finding finding(NamedCookie first, NamedCookie second, String fault) {
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
