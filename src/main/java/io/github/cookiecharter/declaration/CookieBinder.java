package io.github.cookiecharter.declaration;

import io.github.cookiecharter.model.Kind;
import io.github.cookiecharter.model.Lifetime;
import io.github.cookiecharter.model.NamePattern;
import io.github.cookiecharter.model.Role;
import io.github.cookiecharter.model.SameSite;
import io.github.cookiecharter.model.diagnostic.DiagnosticCollector;
import io.github.cookiecharter.model.diagnostic.SafeText;
import io.github.cookiecharter.model.diagnostic.SourcePosition;
import io.github.cookiecharter.yaml.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Binds the cookies of all services, and reports duplicates. */
final class CookieBinder {

    private static final List<String> KEYS = List.of(
            "purpose",
            "lifetime",
            "kind",
            "domain",
            "path",
            "http-only",
            "secure",
            "same-site",
            "partitioned",
            "renewed",
            "role",
            "constant",
            "recipients",
            "set-by");

    private final ScalarReader scalars;
    private final TextReader texts;
    private final DiagnosticCollector diagnostics;
    private final Map<String, FirstDeclaration> declared = new HashMap<>();

    CookieBinder(ScalarReader scalars, TextReader texts, DiagnosticCollector diagnostics) {
        this.scalars = scalars;
        this.texts = texts;
        this.diagnostics = diagnostics;
    }

    /** The service and the position in which a cookie was first declared. */
    private record FirstDeclaration(String service, SourcePosition position) {}

    /**
     * Binds the cookies of one service.
     *
     * @param hasServicePurpose whether the service has a purpose that its cookies inherit
     */
    List<Declaration.Cookie> bindCookies(String service, Map<String, Node.Entry> entries, boolean hasServicePurpose) {
        List<Declaration.Cookie> cookies = new ArrayList<>();
        for (Node.Entry entry : entries.values()) {
            Declaration.Cookie cookie = bindCookie(entry, hasServicePurpose);
            cookies.add(cookie);
            checkIdentity(service, entry, cookie);
        }
        return List.copyOf(cookies);
    }

    private Declaration.Cookie bindCookie(Node.Entry entry, boolean hasServicePurpose) {
        String name = entry.key();
        String owner = "cookie " + SafeText.quote(name);
        MappingReader reader = new MappingReader(entry.value(), owner, entry.position(), KEYS, diagnostics);
        Optional<Kind> written = scalars.readKeyword(reader, "kind", Kind.values());
        Kind kind = written.orElse(Kind.COOKIE);
        boolean kindKnown = written.isPresent() || !reader.contains("kind");
        if (kindKnown && reader.isComplete()) {
            checkName(entry, kind);
        }
        if (!hasServicePurpose && !reader.contains("purpose")) {
            reader.reportMissing("purpose", "give it one, or give its service one");
        }
        Optional<Lifetime> lifetime = scalars.readLifetime(reader, "lifetime");
        if (kindKnown) {
            checkLifetime(reader, kind, lifetime);
        }
        return new Declaration.Cookie(
                new NamePattern(name),
                texts.readPurpose(reader),
                lifetime,
                kind,
                readDomains(reader),
                scalars.readText(reader, "path", ValueFormat.COOKIE_PATH),
                scalars.readFlag(reader, "http-only"),
                scalars.readFlag(reader, "secure"),
                scalars.readKeyword(reader, "same-site", SameSite.values()),
                scalars.readFlag(reader, "partitioned"),
                scalars.readFlag(reader, "renewed").orElse(false),
                scalars.readKeyword(reader, "role", Role.values()),
                scalars.readText(reader, "constant", ValueFormat.CONSTANT),
                texts.readText(reader, "recipients"),
                scalars.readLines(reader, "set-by", true, ValueFormat.CODE_PLACE),
                reader.positions());
    }

    private List<String> readDomains(MappingReader reader) {
        List<String> domains = new ArrayList<>();
        for (String domain : scalars.readOneOrMore(reader, "domain", ValueFormat.COOKIE_DOMAIN)) {
            domains.add(UrlFormats.asciiHost(domain));
        }
        return List.copyOf(domains);
    }

    private void checkName(Node.Entry entry, Kind kind) {
        String name = entry.key();
        Optional<String> error = ValueFormats.validateName(name, kind);
        if (error.isPresent()) {
            diagnostics.error(entry.position(), "the name " + SafeText.quote(name) + " " + error.get());
        } else if (kind != Kind.PIXEL) {
            // '#' may be part of a cookie's name, and storage keys may contain anything: only a warning.
            Optional<String> pattern = NamePlaceholders.pattern(name);
            if (pattern.isPresent()) {
                diagnostics.warning(
                        entry.position(),
                        "the name " + SafeText.quote(name) + " seems to contain a placeholder, as in lists of cookies:"
                                + " write " + SafeText.quote(pattern.get())
                                + ", in which '*' matches any characters");
            }
        }
    }

    private void checkLifetime(MappingReader reader, Kind kind, Optional<Lifetime> lifetime) {
        if (kind == Kind.COOKIE && !reader.contains("lifetime")) {
            reader.reportMissing("lifetime", "such as 'session' or '13 months'");
        } else if (kind == Kind.PIXEL && lifetime.isPresent()) {
            diagnostics.error(
                    reader.positionOf("lifetime"), "a pixel stores nothing, so it has no 'lifetime': remove the key");
        } else if (kind == Kind.SESSION_STORAGE
                && lifetime.isPresent()
                && !(lifetime.get() instanceof Lifetime.Session)) {
            diagnostics.error(
                    reader.positionOf("lifetime"),
                    "session storage ends with the session: remove 'lifetime', or change 'kind'");
        }
    }

    private static String place(SourcePosition position) {
        return position.file().isEmpty() ? "the declaration" : position.file();
    }

    private void checkIdentity(String service, Node.Entry entry, Declaration.Cookie cookie) {
        FirstDeclaration first = null;
        for (String domain : cookie.domains().isEmpty() ? List.of("") : cookie.domains()) {
            // The identity of a cookie in a browser, as one string and not a record: the first hash code of a record
            // costs a cold JVM some twenty milliseconds. Only the last part, the name, can contain a line break.
            String identity = cookie.kind() + "\n"
                    + (domain.startsWith(".") ? domain.substring(1) : domain) + "\n"
                    + cookie.path().orElse("/") + "\n"
                    + cookie.name().text();
            FirstDeclaration other = declared.putIfAbsent(identity, new FirstDeclaration(service, entry.position()));
            first = first == null ? other : first;
        }
        if (first != null) {
            diagnostics.error(
                    entry.position(),
                    "the cookie " + SafeText.quote(entry.key()) + " is declared in service "
                            + SafeText.quote(first.service())
                            + " on line " + first.position().line()
                            + (first.position().file().equals(entry.position().file())
                                    ? ""
                                    : " of " + place(first.position()))
                            + " already: remove one of the two, with 'without' where it comes from the catalogue, or tell"
                            + " them apart by 'domain', 'path' or 'kind'");
        }
    }
}
