package io.github.cookiecharter.constants;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.Charter.Category;
import io.github.cookiecharter.charter.Charter.Cookie;
import io.github.cookiecharter.charter.Charter.Service;
import io.github.cookiecharter.model.Kind;
import io.github.cookiecharter.model.NamePattern;
import io.github.cookiecharter.model.diagnostic.Diagnostic;
import io.github.cookiecharter.model.diagnostic.SourcePosition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Selects the cookies that a backend can set, one for each name, and allocates the names of their constants. */
final class ConstantAllocator {

    /** The most names that fit: a class file has at most 65,535 constants (JVMS 4.11), and a name takes up to three. */
    private static final int MAX_NAMES = 20_000;

    /** The most factories: the initializer of a class is limited to 64 KiB (JVMS 4.7.3), and each takes 9 bytes. */
    private static final int MAX_FACTORIES = 5_000;

    private final Charter.Consent consent;
    private final String simpleName;
    private final Map<String, List<CookieConstant>> byName = new LinkedHashMap<>();
    private final Map<String, CookieConstant> byConstant = new LinkedHashMap<>();
    private final Map<String, String> factories = new HashMap<>();
    private final List<CookieConstant> allocated = new ArrayList<>();
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    /**
     * Collects the cookies of a charter and allocates the constants.
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
        for (List<CookieConstant> sameName : byName.values()) {
            allocate(sameName);
        }
        allocateFactories();
        if (allocated.size() > MAX_NAMES) {
            diagnostics.add(Diagnostic.error(
                    allocated.get(MAX_NAMES).cookie().positions().entry(),
                    "a Java class has room for " + MAX_NAMES
                            + " cookie names: declare names that begin alike as one pattern"
                            + ", or leave 'constants' out of the artefacts"));
        }
    }

    /** Returns the other cookies of a name. */
    List<CookieConstant> namesakes(CookieConstant representative) {
        List<CookieConstant> others =
                new ArrayList<>(byName.getOrDefault(representative.name().text(), List.of()));
        others.removeIf(each ->
                each.cookie().equals(representative.cookie()) && each.service().equals(representative.service()));
        return others;
    }

    /** Returns the literal names, in the charter's order. */
    List<CookieConstant> literals() {
        List<CookieConstant> literals = new ArrayList<>();
        for (CookieConstant entry : allocated) {
            if (entry.name().isLiteral()) {
                literals.add(entry);
            }
        }
        return literals;
    }

    /** Returns the patterns, in order of precedence. */
    List<CookieConstant> patterns() {
        List<CookieConstant> patterns = new ArrayList<>();
        for (CookieConstant entry : allocated) {
            if (!entry.name().isLiteral()) {
                patterns.add(entry);
            }
        }
        patterns.sort(this::byPrecedence);
        return patterns;
    }

    private int byPrecedence(CookieConstant one, CookieConstant other) {
        int byLength = Integer.compare(other.name().literalLength(), one.name().literalLength());
        return byLength != 0 ? byLength : firstPosition(one).compareTo(firstPosition(other));
    }

    // The position of a name is that of its first cookie, whichever of its cookies represents it, as in the banner.
    private SourcePosition firstPosition(CookieConstant entry) {
        SourcePosition first = entry.cookie().positions().entry();
        for (CookieConstant each : byName.getOrDefault(entry.name().text(), List.of())) {
            SourcePosition position = each.cookie().positions().entry();
            first = position.compareTo(first) < 0 ? position : first;
        }
        return first;
    }

    /** Returns the names that have a constant, in the charter's order. */
    List<CookieConstant> constants() {
        List<CookieConstant> constants = new ArrayList<>();
        for (CookieConstant entry : allocated) {
            if (entry.constant().isPresent()) {
                constants.add(entry);
            }
        }
        return constants;
    }

    /** Returns the name of the constant that makes the cookie of a constant, if there is one. */
    Optional<String> factory(String constant) {
        return Optional.ofNullable(factories.get(constant));
    }

    List<Diagnostic> diagnostics() {
        return List.copyOf(diagnostics);
    }

    // The constant of another cookie is older than a factory, so it keeps its name.
    private void allocateFactories() {
        List<CookieConstant> literals = new ArrayList<>(literals());
        literals.removeIf(each -> each.constant().isEmpty());
        if (literals.size() > MAX_FACTORIES) {
            return;
        }
        for (CookieConstant literal : literals) {
            String factory = literal.constant().get() + "_COOKIE";
            CookieConstant other = byConstant.get(factory);
            if (other == null && JavaNames.isConstantName(factory, simpleName)) {
                factories.put(literal.constant().get(), factory);
            } else {
                diagnostics.add(Diagnostic.warning(
                        literal.cookie().positions().entry(),
                        "'" + literal.name() + "' has no Java constant that makes the cookie: " + factory
                                + " is the name of "
                                + (other == null ? "the class" : "the constant of '" + other.name() + "'")
                                + ": give one of them another name with 'constant'"));
            }
        }
    }

    private void collect(CookieConstant entry) {
        Cookie cookie = entry.cookie();
        if (cookie.kind() == Kind.COOKIE && cookie.party().includesFirst()) {
            byName.computeIfAbsent(cookie.name().text(), name -> new ArrayList<>())
                    .add(entry);
        } else if (cookie.constant().isPresent()) {
            diagnostics.add(Diagnostic.warning(
                    constantPosition(cookie),
                    "'constant' has no effect here: only a first-party cookie has a Java constant"));
        }
    }

    private void allocate(List<CookieConstant> sameName) {
        CookieConstant representative = representative(sameName);
        Optional<String> constant = constantName(representative, sameName);
        CookieConstant named = new CookieConstant(
                constant, representative.cookie(), representative.service(), representative.category());
        allocated.add(named);
        if (constant.isPresent()) {
            reserve(constant.get(), named);
        }
    }

    private static CookieConstant representative(List<CookieConstant> sameName) {
        return sameName.stream()
                .filter(entry -> entry.service().needsConsent())
                .findFirst()
                .or(() -> sameName.stream()
                        .filter(entry -> entry.service().objection())
                        .findFirst())
                .orElse(sameName.get(0));
    }

    private Optional<String> constantName(CookieConstant representative, List<CookieConstant> sameName) {
        NamePattern name = representative.name();
        Optional<Cookie> declared = findDeclaredConstant(representative, sameName);
        if (!name.isLiteral() && !name.isPrefix()) {
            if (declared.isPresent()) {
                diagnostics.add(Diagnostic.warning(
                        constantPosition(declared.get()),
                        "'constant' has no effect here: of the patterns, only one whose single '*' is at its end has a"
                                + " Java constant"));
            }
            return Optional.empty();
        }
        if (declared.isPresent()) {
            return declaredConstant(declared.get());
        }
        Optional<String> derived = JavaNames.constantName(nameWithoutRevision(name));
        SourcePosition position = representative.cookie().positions().entry();
        if (derived.isEmpty()) {
            diagnostics.add(Diagnostic.error(
                    position,
                    "the name '" + name + "' has no letter and no digit to call a Java constant by: choose a name for"
                            + " it with 'constant'"));
        } else if (!JavaNames.isConstantName(derived.get(), simpleName)) {
            diagnostics.add(Diagnostic.error(
                    position,
                    "the Java constant of '" + name + "' would be called " + derived.get()
                            + ", like the class itself: choose another name for it with 'constant'"));
        }
        return derived;
    }

    // The name of the consent cookie may contain the revision; the constant's name must not change with it.
    private NamePattern nameWithoutRevision(NamePattern name) {
        return name.text().equals(consent.cookie()) ? new NamePattern(consent.declaredCookie()) : name;
    }

    private Optional<Cookie> findDeclaredConstant(CookieConstant representative, List<CookieConstant> sameName) {
        if (representative.cookie().constant().isPresent()) {
            return Optional.of(representative.cookie());
        }
        for (CookieConstant each : sameName) {
            if (each.cookie().constant().isPresent()) {
                return Optional.of(each.cookie());
            }
        }
        return Optional.empty();
    }

    private Optional<String> declaredConstant(Cookie cookie) {
        Optional<String> constant = cookie.constant();
        if (constant.isPresent() && !JavaNames.isConstantName(constant.get(), simpleName)) {
            diagnostics.add(Diagnostic.error(
                    constantPosition(cookie),
                    "'" + constant.get() + "' cannot be the name of a Java constant here: use capital letters, digits"
                            + " and '_', beginning with a letter, such as SESSION_ID"));
            return Optional.empty();
        }
        return constant;
    }

    private void reserve(String constant, CookieConstant entry) {
        CookieConstant earlier = byConstant.putIfAbsent(constant, entry);
        if (earlier != null) {
            // The plugin may have added the consent cookie, which then has no position in the file.
            CookieConstant clashing = isConsentCookie(entry) ? earlier : entry;
            boolean withConsentCookie = isConsentCookie(entry) || isConsentCookie(earlier);
            diagnostics.add(Diagnostic.error(
                    constantPosition(clashing.cookie()),
                    "'" + earlier.name() + "' and '" + entry.name() + "' would both be the Java constant " + constant
                            + ": give " + (withConsentCookie ? "'" + clashing.name() + "'" : "one of them")
                            + " another name with 'constant'"));
        }
    }

    private boolean isConsentCookie(CookieConstant entry) {
        return entry.name().text().equals(consent.cookie());
    }

    private static SourcePosition constantPosition(Cookie cookie) {
        return cookie.positions().of("constant");
    }
}
