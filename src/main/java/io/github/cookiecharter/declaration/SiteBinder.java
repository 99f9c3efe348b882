package io.github.cookiecharter.declaration;

import io.github.cookiecharter.jurisdiction.Jurisdiction;
import io.github.cookiecharter.jurisdiction.Jurisdictions;
import io.github.cookiecharter.model.Gpc;
import io.github.cookiecharter.model.Lifetime;
import io.github.cookiecharter.model.diagnostic.DiagnosticCollector;
import io.github.cookiecharter.model.diagnostic.SafeText;
import io.github.cookiecharter.model.diagnostic.SourcePosition;
import io.github.cookiecharter.yaml.Node;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/** Binds {@code site}, whose languages apply to all texts, and {@code consent}. */
final class SiteBinder {

    private static final List<String> KEYS = List.of(
            "name",
            "url",
            "hosts",
            "languages",
            "jurisdictions",
            "controller",
            "contact",
            "privacy-policy",
            "cookie-policy",
            "authority",
            "opt-out",
            "updated");
    private static final List<String> DEFAULT_LANGUAGES = List.of("en");
    private static final DeclaredText PLACEHOLDER_NAME = new DeclaredText.Plain("?", SourcePosition.START);
    private static final URI PLACEHOLDER_URL = URI.create("https://invalid");

    private final MappingReader reader;
    private final Jurisdictions jurisdictions;
    private final ScalarReader scalars;
    private final DiagnosticCollector diagnostics;
    private final List<String> languages;
    private final TextReader texts;
    private final List<String> hosts = new ArrayList<>();
    private boolean hostsKnown;

    SiteBinder(
            Node node,
            SourcePosition position,
            Jurisdictions jurisdictions,
            Predicate<String> hasBuiltInTexts,
            ScalarReader scalars,
            DiagnosticCollector diagnostics) {
        this.jurisdictions = jurisdictions;
        this.scalars = scalars;
        this.diagnostics = diagnostics;
        this.reader = new MappingReader(node, "site", position, KEYS, diagnostics);
        this.languages = readLanguages();
        this.texts = new TextReader(textLanguages(), hasBuiltInTexts, scalars, diagnostics);
    }

    /** Returns the reader for the site's texts. */
    TextReader textReader() {
        return texts;
    }

    private List<String> readLanguages() {
        List<String> tags = new ArrayList<>();
        for (String tag : scalars.readLines(reader, "languages", true, ValueFormat.LANGUAGE_TAG)) {
            tags.add(ValueFormat.LANGUAGE_TAG.canonical(tag));
        }
        return List.copyOf(tags);
    }

    // Empty if the languages could not be read: then languages of texts are not checked.
    private List<String> textLanguages() {
        Optional<Node> node = reader.get("languages");
        if (node.isEmpty()) {
            return !reader.mayContain("languages") ? DEFAULT_LANGUAGES : List.of();
        }
        boolean allRead = node.get() instanceof Node.Sequence sequence
                && sequence.complete()
                && sequence.items().size() == languages.size();
        return allRead ? languages : List.of();
    }

    Declaration.Site bindSite() {
        Optional<DeclaredText> name =
                texts.readNode(reader.require("name", "give the name of the site"), "name", ValueFormat.ANY);
        Optional<URI> url =
                scalars.readUrl(reader.require("url", "say where the site is, such as https://www.example.org"), "url");
        List<String> further = new ArrayList<>();
        for (String host : scalars.readLines(reader, "hosts", false, ValueFormat.HOST_NAME)) {
            further.add(ValueFormat.HOST_NAME.canonical(host));
        }
        if (url.isPresent()) {
            hosts.add(url.get().getHost().toLowerCase(Locale.ROOT));
            hostsKnown = reader.isComplete();
        }
        hosts.addAll(further);
        return new Declaration.Site(
                name.orElse(PLACEHOLDER_NAME),
                url.orElse(PLACEHOLDER_URL),
                List.copyOf(further),
                languages,
                scalars.readKeywords(
                        reader,
                        "jurisdictions",
                        "jurisdiction",
                        jurisdictions.all().toArray(new Jurisdiction[0])),
                texts.readText(reader, "controller"),
                scalars.readText(reader, "contact", ValueFormat.CONTACT),
                texts.readText(reader, "privacy-policy", ValueFormat.URL_OR_PATH),
                texts.readText(reader, "cookie-policy", ValueFormat.URL_OR_PATH),
                bindAuthority(),
                scalars.readText(reader, "opt-out", ValueFormat.URL_OR_PATH),
                scalars.readDate(reader, "updated"),
                reader.positions());
    }

    private Optional<Declaration.Authority> bindAuthority() {
        Optional<Node> node = reader.get("authority");
        if (node.isEmpty()) {
            return Optional.empty();
        }
        MappingReader authority = new MappingReader(
                node.get(), "authority", reader.positionOf("authority"), List.of("name", "url"), diagnostics);
        Optional<DeclaredText> name = texts.readNode(
                authority.require("name", "give the name of the supervisory authority"), "name", ValueFormat.ANY);
        Optional<Node> url = authority.get("url");
        return Optional.of(new Declaration.Authority(
                name.orElse(PLACEHOLDER_NAME), url.isEmpty() ? Optional.empty() : scalars.readUrl(url.get(), "url")));
    }

    /**
     * Binds {@code consent}. Call it after the site is bound, since the cookie's domain must cover one of its hosts.
     */
    Declaration.Consent bindConsent(Node node, SourcePosition position, AskedByBinder askedBy, boolean bannerAsks) {
        MappingReader consent = new MappingReader(
                node,
                "consent",
                position,
                List.of(
                        "cookie",
                        "lifetime",
                        "domain",
                        "revision",
                        "reload",
                        "gpc",
                        "log",
                        "log-retention",
                        "asked-by"),
                diagnostics);
        Optional<Lifetime> lifetime = scalars.readLifetime(consent, "lifetime");
        if (lifetime.isPresent() && lifetime.get() instanceof Lifetime.Persistent) {
            diagnostics.error(
                    consent.positionOf("lifetime"),
                    "'lifetime' of the consent must end: no cookie lasts for ever, so write a length such as '6 months'");
        }
        Optional<String> domain = scalars.readText(consent, "domain", ValueFormat.COOKIE_DOMAIN);
        if (domain.isPresent() && hostsKnown && !coversAnyHost(domain.get())) {
            diagnostics.error(
                    consent.positionOf("domain"),
                    "'domain' " + SafeText.quote(domain.get()) + " is neither a host of the site nor a parent of one ("
                            + SafeText.join(hosts) + "), so no browser would keep the cookie");
        }
        OptionalInt revision = scalars.readPositiveInteger(consent, "revision");
        return new Declaration.Consent(
                scalars.readText(consent, "cookie", ValueFormat.COOKIE_NAME),
                lifetime,
                domain.isEmpty() ? domain : Optional.of(UrlFormats.asciiHost(domain.get())),
                revision,
                scalars.readFlag(consent, "reload"),
                scalars.readKeyword(consent, "gpc", Gpc.values()),
                new LogBinder(bannerAsks, scalars, diagnostics).bind(consent),
                askedBy.bind(consent),
                consent.positions());
    }

    private boolean coversAnyHost(String domain) {
        String parent = UrlFormats.asciiHost(domain.startsWith(".") ? domain.substring(1) : domain);
        for (String host : hosts) {
            if (host.equals(parent) || host.endsWith("." + parent)) {
                return true;
            }
        }
        return false;
    }
}
