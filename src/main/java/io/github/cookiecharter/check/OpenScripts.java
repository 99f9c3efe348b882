package io.github.cookiecharter.check;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.Charter.Category;
import io.github.cookiecharter.charter.Charter.Cookie;
import io.github.cookiecharter.charter.Charter.Service;
import io.github.cookiecharter.model.Kind;
import io.github.cookiecharter.model.Quantity;
import io.github.cookiecharter.model.diagnostic.SafeText;
import io.github.cookiecharter.model.diagnostic.SourcePosition;
import io.github.cookiecharter.rule.Finding;
import io.github.cookiecharter.rule.Severity;
import io.github.cookiecharter.rule.code.CodeRule;
import io.github.cookiecharter.scan.model.Evidence;
import io.github.cookiecharter.scan.model.OpenScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reports minified scripts and libraries that set something under names that cannot be determined: one finding a script. */
public final class OpenScripts {

    private OpenScripts() {}

    /** Returns the findings: warnings for own code, notes for libraries and dependencies. */
    public static List<Finding> findings(Charter charter, List<OpenScript> scripts, SourceLocator sourceLocator) {
        List<DeclaredCookie> declared = new ArrayList<>();
        for (Category category : charter.categories()) {
            for (Service service : category.services()) {
                for (Cookie cookie : service.cookies()) {
                    declared.add(new DeclaredCookie(service, cookie));
                }
            }
        }
        List<Finding> findings = new ArrayList<>();
        for (OpenScript script : scripts) {
            List<Evidence> places = script.places().stream()
                    .filter(place -> declared.stream().noneMatch(cookie -> cookie.isSetAt(place.place())))
                    .toList();
            if (!places.isEmpty()) {
                findings.add(finding(script, places, sourceLocator));
            }
        }
        return findings;
    }

    private static Finding finding(OpenScript script, List<Evidence> places, SourceLocator sourceLocator) {
        String subject = script.isOwnCode() ? "minified code" : script.isLibrary() ? "a library" : script.origin();
        String message = subject + " sets " + counts(places) + " under names that cannot be determined, here first:"
                + " evidence.json lists the places; "
                + (script.isOwnCode()
                        ? "scan the sources too, or look at the site with the goal audit"
                        : "the names come from the code that calls it");
        return new Finding(
                CodeRule.NAME_UNKNOWN_IN_BUNDLE.id(),
                script.isOwnCode() ? CodeRule.NAME_UNKNOWN_IN_BUNDLE.severity() : Severity.NOTE,
                SourcePosition.START,
                Optional.empty(),
                Optional.empty(),
                SafeText.line(message),
                Optional.empty(),
                Optional.of(sourceLocator.locate(places.get(0).place(), script.origin())));
    }

    private static String counts(List<Evidence> places) {
        List<String> counts = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            int count =
                    (int) places.stream().filter(place -> place.kind() == kind).count();
            if (count > 0) {
                counts.add(noun(kind) + " at " + Quantity.of(count, "place", "places"));
            }
        }
        return String.join(", ", counts);
    }

    private static String noun(Kind kind) {
        return switch (kind) {
            case COOKIE -> "cookies";
            case LOCAL_STORAGE -> "entries of local storage";
            case SESSION_STORAGE -> "entries of session storage";
            case INDEXED_DB -> "databases";
            default -> kind.word();
        };
    }
}
