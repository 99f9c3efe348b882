package io.github.cookiecharter.constants;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.Charter.Category;
import io.github.cookiecharter.charter.Charter.Cookie;
import io.github.cookiecharter.charter.Charter.Service;
import io.github.cookiecharter.model.Kind;
import io.github.cookiecharter.model.NamePattern;
import io.github.cookiecharter.model.Party;
import io.github.cookiecharter.model.diagnostic.Diagnostic;
import io.github.cookiecharter.model.diagnostic.SourcePosition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the cookies that a backend can set, one for each name, and the name of each one's constant. */
final class ConstantAllocator {

    /** How many names fit: a class file has 65,535 constants at most (JVMS 4.11), and a name takes up to three. */
    private static final int MOST = 20_000;

    private final Charter.Consent consent;
    private final String simpleName;
    private final Map<String, List<CookieConstant>> byName = new LinkedHashMap<>();
    private final Map<String, CookieConstant> byConstant = new LinkedHashMap<>();
    private final List<CookieConstant> answering = new ArrayList<>();
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    /**
     * Looks through the charter.
     *
     * @param simpleName the simple name of the class, which no constant can have
     */
    ConstantAllocator(Charter charter, String simpleName) {
        this.consent = charter.consent();
        this.simpleName = simpleName;
        for (Category category : charter.categories()) {
            for (Service service : category.services()) {
                for (Cookie cookie : service.cookies()) {
                    collect(new CookieConstant(Optional.empty(), cookie, service, category));
                }
            }
        }
        for (List<CookieConstant> namesakes : byName.values()) {
            name(namesakes);
        }
        if (answering.size() > MOST) {
            diagnostics.add(Diagnostic.error(
                    answering.get(MOST).cookie().positions().entry(),
                    "a Java class has room for " + MOST + " cookie names: declare names that begin alike as one pattern"
                            + ", or leave 'constants' out of the artefacts"));
        }
    }

    /** The literal names, in the charter's order. */
    List<CookieConstant> literals() {
        List<CookieConstant> literals = new ArrayList<>();
        for (CookieConstant known : answering) {
            if (known.name().isLiteral()) {
                literals.add(known);
            }
        }
        return literals;
    }

    /** The patterns, in the order in which they win. */
    List<CookieConstant> patterns() {
        List<CookieConstant> patterns = new ArrayList<>();
        for (CookieConstant known : answering) {
            if (!known.name().isLiteral()) {
                patterns.add(known);
            }
        }
        patterns.sort(this::byPrecedence);
        return patterns;
    }

    private int byPrecedence(CookieConstant one, CookieConstant other) {
        int byLength = Integer.compare(other.name().literalLength(), one.name().literalLength());
        return byLength != 0 ? byLength : firstPosition(one).compareTo(firstPosition(other));
    }

    // A name's place in the file is its first one, whichever of its namesakes answers: the banner counts so too.
    private SourcePosition firstPosition(CookieConstant known) {
        SourcePosition first = known.cookie().positions().entry();
        for (CookieConstant namesake : byName.getOrDefault(known.name().text(), List.of())) {
            SourcePosition position = namesake.cookie().positions().entry();
            first = position.compareTo(first) < 0 ? position : first;
        }
        return first;
    }

    /** Names with a constant, in the charter's order. */
    List<CookieConstant> constants() {
        List<CookieConstant> constants = new ArrayList<>();
        for (CookieConstant known : answering) {
            if (known.constant().isPresent()) {
                constants.add(known);
            }
        }
        return constants;
    }

    List<Diagnostic> diagnostics() {
        return List.copyOf(diagnostics);
    }

    private void collect(CookieConstant known) {
        Cookie cookie = known.cookie();
        if (cookie.kind() == Kind.COOKIE && cookie.party() == Party.FIRST) {
            List<CookieConstant> namesakes = byName.get(cookie.name().text());
            if (namesakes == null) {
                namesakes = new ArrayList<>();
                byName.put(cookie.name().text(), namesakes);
            }
            namesakes.add(known);
        } else if (cookie.constant().isPresent()) {
            diagnostics.add(Diagnostic.warning(
                    constantPosition(cookie),
                    "'constant' has no effect here: only a first-party cookie has a Java constant"));
        }
    }

    private void name(List<CookieConstant> namesakes) {
        CookieConstant answer = answer(namesakes);
        Optional<String> constant = constantOf(answer, namesakes);
        CookieConstant named = new CookieConstant(constant, answer.cookie(), answer.service(), answer.category());
        answering.add(named);
        if (constant.isPresent()) {
            reserve(constant.get(), named);
        }
    }

    private static CookieConstant answer(List<CookieConstant> namesakes) {
        for (CookieConstant known : namesakes) {
            if (known.service().needsConsent()) {
                return known;
            }
        }
        return namesakes.get(0);
    }

    private Optional<String> constantOf(CookieConstant answer, List<CookieConstant> namesakes) {
        NamePattern name = answer.name();
        Optional<Cookie> declaring = declaring(answer, namesakes);
        if (!name.isLiteral() && !name.isPrefix()) {
            if (declaring.isPresent()) {
                diagnostics.add(Diagnostic.warning(
                        constantPosition(declaring.get()),
                        "'constant' has no effect here: of the patterns, only one whose single '*' is at its end has a"
                                + " Java constant"));
            }
            return Optional.empty();
        }
        if (declaring.isPresent()) {
            return declaredConstant(declaring.get());
        }
        Optional<String> derived = JavaNames.constantOf(nameInCode(name));
        SourcePosition position = answer.cookie().positions().entry();
        if (derived.isEmpty()) {
            diagnostics.add(Diagnostic.error(
                    position,
                    "the name '" + name + "' has no letter and no digit to call a Java constant by: choose a name for"
                            + " it with 'constant'"));
        } else if (!JavaNames.isFree(derived.get(), simpleName)) {
            diagnostics.add(Diagnostic.error(
                    position,
                    "the Java constant of '" + name + "' would be called " + derived.get()
                            + ", like the class itself: choose another name for it with 'constant'"));
        }
        return derived;
    }

    // The record of the choice may have the revision in its name; code that names it must not change with that.
    private NamePattern nameInCode(NamePattern name) {
        return name.text().equals(consent.cookie()) ? new NamePattern(consent.declaredCookie()) : name;
    }

    private Optional<Cookie> declaring(CookieConstant answer, List<CookieConstant> namesakes) {
        if (answer.cookie().constant().isPresent()) {
            return Optional.of(answer.cookie());
        }
        for (CookieConstant namesake : namesakes) {
            if (namesake.cookie().constant().isPresent()) {
                return Optional.of(namesake.cookie());
            }
        }
        return Optional.empty();
    }

    private Optional<String> declaredConstant(Cookie cookie) {
        Optional<String> constant = cookie.constant();
        if (constant.isPresent() && !JavaNames.isFree(constant.get(), simpleName)) {
            diagnostics.add(Diagnostic.error(
                    constantPosition(cookie),
                    "'" + constant.get() + "' cannot be the name of a Java constant here: use capital letters, digits"
                            + " and '_', beginning with a letter, such as SESSION_ID"));
            return Optional.empty();
        }
        return constant;
    }

    private void reserve(String constant, CookieConstant known) {
        CookieConstant former = byConstant.putIfAbsent(constant, known);
        if (former != null) {
            // The plugin may have added the cookie of the choice, which then stands nowhere in the file.
            CookieConstant clashing = isConsentCookie(known) ? former : known;
            boolean withConsentCookie = isConsentCookie(known) || isConsentCookie(former);
            diagnostics.add(Diagnostic.error(
                    constantPosition(clashing.cookie()),
                    "'" + former.name() + "' and '" + known.name() + "' would both be the Java constant " + constant
                            + ": give " + (withConsentCookie ? "'" + clashing.name() + "'" : "one of them")
                            + " another name with 'constant'"));
        }
    }

    private boolean isConsentCookie(CookieConstant known) {
        return known.name().text().equals(consent.cookie());
    }

    private static SourcePosition constantPosition(Cookie cookie) {
        return cookie.positions().of("constant");
    }
}
