package io.github.cookiecharter.scan.javascript.sink;

import io.github.cookiecharter.model.Kind;
import io.github.cookiecharter.scan.html.ScannedPage;
import io.github.cookiecharter.scan.javascript.scope.Located;
import io.github.cookiecharter.scan.javascript.syntax.SyntaxNode;
import io.github.cookiecharter.scan.javascript.value.Origins;
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
            Certainty certainty = cookie.name().certainty();
            evidence.add(new Evidence(
                    certainty == Certainty.UNRESOLVED
                            ? Optional.empty()
                            : Optional.of(cookie.name().pattern()),
                    Kind.COOKIE,
                    cookie.deletes() ? StorageAction.DELETES : StorageAction.SETS,
                    place(cookie.offset()),
                    unit.file.origin(),
                    certainty,
                    cookie.how(),
                    cookie.attributes(),
                    false));
        }
        if (!unit.isLibrary) {
            strings(evidence);
        }
    }

    /** Addresses that a script loads: an analytics tag is a few lines that add another script. */
    private void strings(Collection<Evidence> evidence) {
        for (Located located : unit.table.texts()) {
            SyntaxNode node = located.node();
            String text = node instanceof SyntaxNode.Text literal
                    ? literal.value()
                    : unit.expressions.of(node, located.scope()).text();
            for (ThirdPartyHosts.Claim claim : ThirdPartyHosts.find(text)) {
                add(claim, node.start(), "script", isGuarded(node.start()), evidence);
            }
        }
        for (Located located : unit.table.calls()) {
            if (located.node() instanceof SyntaxNode.Call call
                    && call.arguments().size() > 1
                    && Origins.lastName(call.callee()).equals("gtag")
                    && call.arguments().get(1) instanceof SyntaxNode.Text text
                    && text.value().startsWith("G-")
                    && text.value().length() > 3) {
                String name = "_ga_" + text.value().substring(2);
                ThirdPartyHosts.Claim claim = new ThirdPartyHosts.Claim(name, Kind.COOKIE, "gtag");
                add(claim, text.start(), "script", isGuarded(text.start()), evidence);
            }
        }
    }

    private boolean isGuarded(int offset) {
        return unit.guards.cover(offset) || unit.isHeld(offset);
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
