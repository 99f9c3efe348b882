package io.github.cookiecharter.scan.javascript.sink;

import io.github.cookiecharter.model.Kind;
import io.github.cookiecharter.scan.html.ScannedPage;
import io.github.cookiecharter.scan.javascript.syntax.Tokens;
import io.github.cookiecharter.scan.model.Certainty;
import io.github.cookiecharter.scan.model.CodePlace;
import io.github.cookiecharter.scan.model.Evidence;
import io.github.cookiecharter.scan.model.ObservedAttributes;
import io.github.cookiecharter.scan.model.StorageAction;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What a file loads from third parties that is known to set something, and what a page's own code in Java sets. */
final class ThirdPartyResources {

    private static final int LONGEST = 500;

    private final ScriptFile unit;
    private final Set<String> seen = new HashSet<>();

    ThirdPartyResources(ScriptFile unit) {
        this.unit = unit;
    }

    void addTo(Collection<Evidence> evidence) {
        for (ScannedPage.Address address : unit.page.addresses()) {
            for (ThirdPartyHosts.Claim claim : ThirdPartyHosts.find(address.url())) {
                add(claim, address.offset(), noun(address.element()), address.guarded(), evidence);
            }
        }
        for (ScannedPage.ServerCookie cookie : unit.page.serverCookies()) {
            boolean isKnown = !cookie.name().isEmpty();
            evidence.add(new Evidence(
                    isKnown ? Optional.of(cookie.name()) : Optional.empty(),
                    Kind.COOKIE,
                    StorageAction.SETS,
                    place(cookie.offset()),
                    unit.file.origin(),
                    isKnown ? Certainty.CERTAIN : Certainty.UNRESOLVED,
                    cookie.how(),
                    ObservedAttributes.UNKNOWN,
                    false));
        }
        if (!unit.isLibrary) {
            strings(evidence);
        }
    }

    /** Addresses that a script loads: an analytics tag is a few lines that add another script. */
    private void strings(Collection<Evidence> evidence) {
        Tokens tokens = unit.tokens;
        for (int i = 0; i < tokens.size(); i++) {
            boolean isText = tokens.isString(i) || tokens.kind(i) == Tokens.CHUNK;
            int length = tokens.end(i) - tokens.start(i);
            if (!isText || length < 6 || length > LONGEST) {
                continue;
            }
            String text = tokens.value(i);
            boolean guarded = unit.guards.cover(i) || unit.isHeld(i);
            if (text.indexOf('/') >= 0) {
                if (tokens.isString(i) && tokens.is(i + 1, "+")) {
                    text = unit.expressions.of(i).text();
                }
                for (ThirdPartyHosts.Claim claim : ThirdPartyHosts.find(text)) {
                    add(claim, tokens.start(i), "script", guarded, evidence);
                }
            } else if (text.startsWith("G-")
                    && text.length() > 3
                    && tokens.is(i - 1, ",")
                    && tokens.is(i - 3, "(")
                    && tokens.is(i - 4, "gtag")) {
                add(
                        new ThirdPartyHosts.Claim("_ga_" + text.substring(2), Kind.COOKIE, "gtag"),
                        tokens.start(i),
                        "script",
                        guarded,
                        evidence);
            }
        }
    }

    private static String noun(String element) {
        return switch (element) {
            case "script" -> "script";
            case "iframe", "frame" -> "frame";
            case "img" -> "picture";
            default -> "address";
        };
    }

    private void add(
            ThirdPartyHosts.Claim claim, int offset, String noun, boolean guarded, Collection<Evidence> evidence) {
        boolean isKnown = !claim.name().isEmpty();
        if (!seen.add(claim.kind() + " " + claim.name() + ' ' + claim.address() + ' ' + guarded)) {
            return;
        }
        String what = "the " + noun + " " + claim.address();
        evidence.add(new Evidence(
                isKnown ? Optional.of(claim.name()) : Optional.empty(),
                claim.kind(),
                StorageAction.SETS,
                place(offset),
                unit.file.origin(),
                Certainty.CLAIMED,
                isKnown
                        ? what + " is known to set it"
                        : what + " loads scripts configured in its container, whose cookies cannot be determined here",
                ObservedAttributes.UNKNOWN,
                guarded));
    }

    private CodePlace place(int offset) {
        return new CodePlace.Text(unit.file.path(), unit.lines().at(offset));
    }
}
