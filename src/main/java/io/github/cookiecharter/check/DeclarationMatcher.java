package io.github.cookiecharter.check;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.Charter.Category;
import io.github.cookiecharter.charter.Charter.Cookie;
import io.github.cookiecharter.charter.Charter.Service;
import io.github.cookiecharter.model.Kind;
import io.github.cookiecharter.model.NamePattern;
import io.github.cookiecharter.model.diagnostic.DidYouMean;
import io.github.cookiecharter.model.diagnostic.SafeText;
import io.github.cookiecharter.model.diagnostic.SourcePosition;
import io.github.cookiecharter.rule.Finding;
import io.github.cookiecharter.rule.code.CodeRule;
import io.github.cookiecharter.scan.model.Certainty;
import io.github.cookiecharter.scan.model.CodePlace;
import io.github.cookiecharter.scan.model.Evidence;
import io.github.cookiecharter.scan.model.StorageAction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Matches the evidence of a scan with the cookies that the charter declares. */
public final class DeclarationMatcher {

    private static final Set<String> SCRIPT_EXTENSIONS =
            Set.of("js", "mjs", "cjs", "ts", "mts", "cts", "tsx", "jsx", "vue", "svelte", "astro");
    private static final Set<String> CONFIG_EXTENSIONS = Set.of("properties", "yml", "yaml", "xml", "conf", "ini");

    private final Charter charter;
    private final String className;
    private final SourceLocator sourceLocator;
    private final boolean hasGuard;
    private final List<DeclaredCookie> declared = new ArrayList<>();
    private final Set<DeclaredCookie> seen = new HashSet<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<Evidence> undeclared = new ArrayList<>();

    private DeclarationMatcher(Charter charter, String className, boolean hasGuard, SourceLocator sourceLocator) {
        this.hasGuard = hasGuard;
        this.charter = charter;
        this.className = className.substring(className.lastIndexOf('.') + 1);
        this.sourceLocator = sourceLocator;
        for (Category category : charter.categories()) {
            for (Service service : category.services()) {
                for (Cookie cookie : service.cookies()) {
                    declared.add(new DeclaredCookie(service, cookie));
                }
            }
        }
    }

    /**
     * The result of matching.
     *
     * @param findings in no particular order
     * @param undeclared the evidence that the declaration does not cover, in the given order
     */
    public record Result(List<Finding> findings, List<Evidence> undeclared) {

        public Result {
            findings = List.copyOf(findings);
            undeclared = List.copyOf(undeclared);
        }
    }

    /**
     * Matches evidence with a charter.
     *
     * @param evidence the evidence of what the code sets and deletes
     * @param className the fully qualified name of the constants class, whose {@code isAllowed} checks consent
     */
    public static Result match(
            Charter charter, List<Evidence> evidence, String className, SourceLocator sourceLocator) {
        return match(charter, evidence, className, false, sourceLocator);
    }

    /**
     * Matches evidence with a charter.
     *
     * @param evidence the evidence of what the code sets and deletes
     * @param className the fully qualified name of the constants class, whose {@code isAllowed} checks consent
     * @param hasGuard whether a guard stands before what the server sets, and checks consent itself
     */
    public static Result match(
            Charter charter, List<Evidence> evidence, String className, boolean hasGuard, SourceLocator sourceLocator) {
        DeclarationMatcher matcher = new DeclarationMatcher(charter, className, hasGuard, sourceLocator);
        for (Evidence each : evidence) {
            if (each.action() == StorageAction.SETS) {
                matcher.matchEvidence(each);
            }
        }
        matcher.reportNeverFound();
        return new Result(matcher.findings, matcher.undeclared);
    }

    private void matchEvidence(Evidence evidence) {
        List<DeclaredCookie> covering = new ArrayList<>();
        List<DeclaredCookie> named = new ArrayList<>();
        for (DeclaredCookie each : declared) {
            if (each.isSetAt(evidence.place())) {
                named.add(each);
            }
            if (each.covers(evidence)) {
                covering.add(each);
            }
            if (each.mayMatch(evidence)) {
                seen.add(each);
            }
        }
        seen.addAll(named);
        if (!covering.isEmpty()) {
            compareAttributes(evidence, covering);
            checkConsent(evidence, covering);
        } else if (!named.isEmpty() && !isKnown(evidence)) {
            checkConsent(evidence, named);
        } else if (!isDeclaredScript(evidence)) {
            reportUndeclared(evidence);
        }
    }

    // Evidence with a known name must be declared by that name, even if other cookies name its code in set-by.
    private static boolean isKnown(Evidence evidence) {
        return evidence.certainty() == Certainty.CERTAIN || evidence.certainty() == Certainty.CLAIMED;
    }

    // Evidence of a third-party script without cookie names adds nothing to the declared service that loads it.
    private boolean isDeclaredScript(Evidence evidence) {
        if (evidence.certainty() != Certainty.CLAIMED || evidence.name().isPresent()) {
            return false;
        }
        for (Category category : charter.categories()) {
            for (Service service : category.services()) {
                if (!service.scripts().isEmpty() && evidence.guarded()) {
                    return true;
                }
            }
        }
        return false;
    }

    private void reportUndeclared(Evidence evidence) {
        undeclared.add(evidence);
        CodeRule rule;
        String message;
        if (!evidence.isOwn() || evidence.certainty() == Certainty.CLAIMED) {
            rule = CodeRule.UNDECLARED_ELSEWHERE;
            message = describeElsewhere(evidence);
        } else if (evidence.name().isEmpty()) {
            rule = CodeRule.NAME_UNKNOWN;
            message = noun(evidence.kind()) + " is set here, but its name cannot be determined (" + evidence.how()
                    + "): declare it, with this place in its set-by: " + setBy(evidence.place());
        } else {
            rule = CodeRule.UNDECLARED;
            message = describeUndeclared(evidence, evidence.name().get());
        }
        report(rule, evidence, Optional.empty(), evidence.name(), SourcePosition.START, message);
    }

    private String describeUndeclared(Evidence evidence, String name) {
        StringBuilder message = new StringBuilder();
        boolean pattern = evidence.certainty() == Certainty.PATTERN;
        message.append(subject(evidence.kind(), name, pattern))
                .append(pattern ? " are set here (" : " is set here (")
                .append(evidence.how())
                .append(pattern ? "), and no declared pattern covers them" : ") and not declared");
        Optional<DeclaredCookie> namesake = findOfOtherKind(evidence.kind(), name);
        Optional<String> near = DidYouMean.suggestion(name, names(evidence.kind()));
        if (namesake.isPresent()) {
            message.append(": the declared one is of the kind ")
                    .append(namesake.get().cookie().kind().word())
                    .append(", so declare this one as well");
        } else if (near.isPresent() && !pattern) {
            message.append(": declare it, or did you mean the declared ")
                    .append(SafeText.quote(near.get()))
                    .append('?');
        } else if (pattern) {
            message.append(": declare one, or name this place in the set-by of each: ")
                    .append(setBy(evidence.place()));
        } else {
            message.append(": declare it, or remove it");
        }
        return message.toString();
    }

    private static String describeElsewhere(Evidence evidence) {
        String what = evidence.name().isPresent()
                ? subject(evidence.kind(), evidence.name().get(), evidence.certainty() == Certainty.PATTERN)
                : "a cookie or other storage";
        String who = evidence.isOwn() ? evidence.how() : evidence.origin() + " sets it (" + evidence.how() + ")";
        boolean several = evidence.name().isPresent() && evidence.certainty() == Certainty.PATTERN;
        return what + (several ? " are" : " is") + " not declared, and " + who
                + ": declare it, or accept it in exceptions if this site does not use it";
    }

    private Optional<DeclaredCookie> findOfOtherKind(Kind kind, String name) {
        for (DeclaredCookie each : declared) {
            if (each.cookie().kind() != kind && each.cookie().name().matches(name)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    private Set<String> names(Kind kind) {
        Set<String> names = new LinkedHashSet<>();
        for (DeclaredCookie each : declared) {
            if (each.cookie().kind() == kind) {
                names.add(each.cookie().name().text());
            }
        }
        return names;
    }

    // Of several matching declarations, the one with the fewest differences is compared.
    private void compareAttributes(Evidence evidence, List<DeclaredCookie> covering) {
        DeclaredCookie bestMatch = covering.get(0);
        List<String> fewest = AttributeDiff.differences(bestMatch.cookie(), evidence.attributes());
        for (DeclaredCookie each : covering.subList(1, covering.size())) {
            List<String> differences = AttributeDiff.differences(each.cookie(), evidence.attributes());
            if (differences.size() < fewest.size()) {
                bestMatch = each;
                fewest = differences;
            }
        }
        if (!fewest.isEmpty()) {
            report(
                    CodeRule.ATTRIBUTES_DIFFER,
                    evidence,
                    Optional.of(bestMatch.service().id()),
                    Optional.of(bestMatch.cookie().name().text()),
                    bestMatch.cookie().positions().entry(),
                    subject(evidence.kind(), evidence.name().orElse(""), false) + ": " + String.join(", ", fewest)
                            + ": change the code or the declaration");
        }
    }

    private void checkConsent(Evidence evidence, List<DeclaredCookie> covering) {
        if (!evidence.isOwn()
                || evidence.guarded()
                || !provesAccess(evidence)
                || (hasGuard && isSetByServer(evidence))) {
            return;
        }
        for (DeclaredCookie each : covering) {
            if (!each.service().needsConsent()) {
                return;
            }
        }
        DeclaredCookie first = covering.get(0);
        String name = evidence.name().orElse(first.cookie().name().text());
        report(
                CodeRule.SET_BEFORE_CONSENT,
                evidence,
                Optional.of(first.service().id()),
                Optional.of(first.cookie().name().text()),
                first.cookie().positions().entry(),
                subject(evidence.kind(), name, false) + " needs consent (category "
                        + SafeText.quote(first.service().category())
                        + "), and this code sets it without checking for consent: "
                        + consentRemedy(evidence, first, name));
    }

    private static boolean isSetByServer(Evidence evidence) {
        return evidence.kind() == Kind.COOKIE
                && (!(evidence.place() instanceof CodePlace.Text) || isServerCode(evidence));
    }

    // The address of another script in a script does not prove when it is loaded; a tag in a page does.
    private static boolean provesAccess(Evidence evidence) {
        return evidence.certainty() != Certainty.CLAIMED || !hasExtension(evidence.place(), SCRIPT_EXTENSIONS);
    }

    // Java code in a page runs on the server, where no tag can block it.
    private static boolean isServerCode(Evidence evidence) {
        String how = evidence.how();
        return !hasExtension(evidence.place(), SCRIPT_EXTENSIONS)
                && ((how.startsWith("new ") && how.endsWith("Cookie")) || how.equals("the header Set-Cookie"));
    }

    private static boolean hasExtension(CodePlace place, Set<String> endings) {
        if (!(place instanceof CodePlace.Text text)) {
            return false;
        }
        return endings.contains(text.path().substring(text.path().lastIndexOf('.') + 1));
    }

    private String consentRemedy(Evidence evidence, DeclaredCookie first, String name) {
        if (hasExtension(evidence.place(), CONFIG_EXTENSIONS) || evidence.how().endsWith("by default")) {
            return "if the site cannot provide what visitors ask for without it, move it to a category that needs no consent,"
                    + " otherwise remove this code";
        }
        if (evidence.place() instanceof CodePlace.Code || isServerCode(evidence)) {
            // isAllowed takes no patterns: the code passes the name that it builds.
            boolean isLiteral = new NamePattern(name).isLiteral();
            return "set it only if " + className + ".isAllowed(" + (isLiteral ? SafeText.quoteAsYaml(name) : "name")
                    + ", consent), with " + (isLiteral ? "" : "the name that it gets, and ") + "consent from "
                    + className + ".Consent.parse";
        }
        return "set it only if window.cookieCharter.consent().granted.includes("
                + SafeText.quoteAsYaml(first.service().id())
                + "), or let the whole script wait for the visitor's choice, with type=\"text/plain\" data-category=\""
                + first.service().category() + "\" on its tag";
    }

    private void reportNeverFound() {
        for (DeclaredCookie each : declared) {
            Cookie cookie = each.cookie();
            boolean banners = cookie.name().text().equals(charter.consent().cookie()) && charter.hasBanner();
            boolean expected = seen.contains(each) || each.hasSetBy() || each.isSetByDeclaredAddress() || banners;
            if (!expected && cookie.kind() != Kind.PIXEL) {
                findings.add(new Finding(
                        CodeRule.NEVER_FOUND.id(),
                        CodeRule.NEVER_FOUND.severity(),
                        cookie.positions().entry(),
                        Optional.of(each.service().id()),
                        Optional.of(cookie.name().text()),
                        subject(cookie.kind(), cookie.name().text(), false)
                                + " is declared, and no scanned file sets it: "
                                + (each.service().scripts().isEmpty()
                                        ? "remove it, or state in set-by where it comes from, such as 'elsewhere'"
                                        : "remove it, or write 'set-by: [elsewhere]' if it comes from a script of its"
                                                + " service, which is outside the project"),
                        Optional.empty()));
            }
        }
    }

    private void report(
            CodeRule rule,
            Evidence evidence,
            Optional<String> service,
            Optional<String> cookie,
            SourcePosition position,
            String message) {
        findings.add(new Finding(
                rule.id(),
                rule.severity(),
                position,
                service,
                cookie,
                SafeText.line(message),
                Optional.empty(),
                Optional.of(sourceLocator.locate(evidence.place(), evidence.origin()))));
    }

    private static String subject(Kind kind, String name, boolean several) {
        String quoted = SafeText.quote(name);
        return switch (kind) {
            case COOKIE -> several ? "cookies " + quoted : "the cookie " + quoted;
            case LOCAL_STORAGE -> quoted + " in local storage";
            case SESSION_STORAGE -> quoted + " in session storage";
            case INDEXED_DB -> several ? "databases " + quoted : "the database " + quoted;
            case PIXEL -> several ? "pixels " + quoted : "the pixel " + quoted;
        };
    }

    private static String noun(Kind kind) {
        return switch (kind) {
            case COOKIE -> "a cookie";
            case LOCAL_STORAGE -> "an entry of local storage";
            case SESSION_STORAGE -> "an entry of session storage";
            case INDEXED_DB -> "a database";
            case PIXEL -> "a pixel";
        };
    }

    /** Returns a code location as written in {@code set-by}. */
    public static String setBy(CodePlace place) {
        return place instanceof CodePlace.Code code
                ? code.type() + "#" + DeclaredCookie.enclosingMethod(code.method())
                : ((CodePlace.Text) place).path();
    }
}
