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

/** Binds the cookies of all services, of which no two may be the same. */
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

    private final ScalarReader values;
    private final TextReader texts;
    private final DiagnosticCollector diagnostics;
    private final Map<String, Declared> declared = new HashMap<>();

    CookieBinder(ScalarReader values, TextReader texts, DiagnosticCollector diagnostics) {
        this.values = values;
        this.texts = texts;
        this.diagnostics = diagnostics;
    }

    /** What tells a browser two entries apart. */
    private record Declared(String service, SourcePosition at) {}

    /**
     * Binds the cookies of one service.
     *
     * @param purposeGiven whether the service has a purpose that its cookies take
     */
    List<Declaration.Cookie> cookies(String service, Map<String, Node.Entry> entries, boolean purposeGiven) {
        List<Declaration.Cookie> cookies = new ArrayList<>();
        for (Node.Entry entry : entries.values()) {
            Declaration.Cookie cookie = cookie(entry, purposeGiven);
            cookies.add(cookie);
            checkIdentity(service, entry, cookie);
        }
        return List.copyOf(cookies);
    }

    private Declaration.Cookie cookie(Node.Entry entry, boolean purposeGiven) {
        String name = entry.key();
        String owner = "cookie " + SafeText.quote(name);
        MappingReader fields = new MappingReader(entry.value(), owner, entry.at(), KEYS, diagnostics);
        Optional<Kind> written = values.word(fields, "kind", Kind.values());
        Kind kind = written.orElse(Kind.COOKIE);
        boolean kindKnown = written.isPresent() || !fields.has("kind");
        if (kindKnown && fields.isComplete()) {
            Optional<String> objection = ValueFormats.name(name, kind);
            if (objection.isPresent()) {
                diagnostics.error(entry.at(), "the name " + SafeText.quote(name) + " " + objection.get());
            }
        }
        if (!purposeGiven && !fields.has("purpose")) {
            fields.reportMissing("purpose", "give it one, or give its service one");
        }
        Optional<Lifetime> lifetime = values.lifetime(fields, "lifetime");
        if (kindKnown) {
            checkLifetime(fields, kind, lifetime);
        }
        Optional<String> domain = values.text(fields, "domain", ValueFormat.COOKIE_DOMAIN);
        return new Declaration.Cookie(
                new NamePattern(name),
                texts.get(fields, "purpose"),
                lifetime,
                kind,
                domain.isEmpty() ? domain : Optional.of(UrlFormats.asciiHost(domain.get())),
                values.text(fields, "path", ValueFormat.COOKIE_PATH),
                values.flag(fields, "http-only"),
                values.flag(fields, "secure"),
                values.word(fields, "same-site", SameSite.values()),
                values.flag(fields, "partitioned"),
                values.flag(fields, "renewed").orElse(false),
                values.word(fields, "role", Role.values()),
                values.text(fields, "constant", ValueFormat.CONSTANT),
                texts.get(fields, "recipients"),
                values.lines(fields, "set-by", true, ValueFormat.CODE_PLACE),
                fields.positions());
    }

    private void checkLifetime(MappingReader fields, Kind kind, Optional<Lifetime> lifetime) {
        if (kind == Kind.COOKIE && !fields.has("lifetime")) {
            fields.reportMissing("lifetime", "such as 'session' or '13 months'");
        } else if (kind == Kind.PIXEL && lifetime.isPresent()) {
            diagnostics.error(fields.at("lifetime"), "a pixel stores nothing, so it has no 'lifetime': remove the key");
        } else if (kind == Kind.SESSION_STORAGE
                && lifetime.isPresent()
                && !(lifetime.get() instanceof Lifetime.Session)) {
            diagnostics.error(
                    fields.at("lifetime"),
                    "session storage ends with the session: remove 'lifetime', or change 'kind'");
        }
    }

    private void checkIdentity(String service, Node.Entry entry, Declaration.Cookie cookie) {
        String domain = cookie.domain().orElse("");
        // One string and no record: the first hash code of a record costs a cold JVM some twenty milliseconds. No part
        // but the last, the name, can hold a line break.
        String identity = cookie.kind() + "\n"
                + (domain.startsWith(".") ? domain.substring(1) : domain) + "\n"
                + cookie.path().orElse("/") + "\n"
                + cookie.name().text();
        Declared first = declared.putIfAbsent(identity, new Declared(service, entry.at()));
        if (first != null) {
            diagnostics.error(
                    entry.at(),
                    "the cookie " + SafeText.quote(entry.key()) + " is declared in service " + SafeText.quote(first.service())
                            + " on line " + first.at().line()
                            + " already: remove one of the two, or tell them apart by 'domain', 'path' or 'kind'");
        }
    }
}
