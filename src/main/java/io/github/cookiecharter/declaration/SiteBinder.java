package io.github.cookiecharter.declaration;

import io.github.cookiecharter.model.Gpc;
import io.github.cookiecharter.model.Jurisdiction;
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

/** Binds {@code site}, whose languages everything else is read by, and {@code consent}. */
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
            "updated");
    private static final List<String> DEFAULT_LANGUAGES = List.of("en");
    private static final DeclaredText NO_NAME = new DeclaredText.Plain("?", SourcePosition.START);
    private static final URI NO_URL = URI.create("https://invalid");

    private final MappingReader fields;
    private final ScalarReader values;
    private final DiagnosticCollector diagnostics;
    private final List<String> languages;
    private final TextReader texts;
    private final List<String> hosts = new ArrayList<>();
    private boolean hostsKnown;

    SiteBinder(Node node, SourcePosition at, ScalarReader values, DiagnosticCollector diagnostics) {
        this.values = values;
        this.diagnostics = diagnostics;
        this.fields = new MappingReader(node, "site", at, KEYS, diagnostics);
        this.languages = languages();
        this.texts = new TextReader(languagesOfTexts(), values, diagnostics);
    }

    /** Reads the texts of this site. */
    TextReader texts() {
        return texts;
    }

    private List<String> languages() {
        List<String> tags = new ArrayList<>();
        for (String tag : values.lines(fields, "languages", true, ValueFormat.LANGUAGE_TAG)) {
            tags.add(ValueFormat.LANGUAGE_TAG.canonical(tag));
        }
        return List.copyOf(tags);
    }

    // Where the languages are in doubt, a text's languages cannot be held against it.
    private List<String> languagesOfTexts() {
        Optional<Node> node = fields.get("languages");
        if (node.isEmpty()) {
            return !fields.mayHave("languages") ? DEFAULT_LANGUAGES : List.of();
        }
        boolean allRead = node.get() instanceof Node.Sequence sequence
                && sequence.complete()
                && sequence.items().size() == languages.size();
        return allRead ? languages : List.of();
    }

    Declaration.Site site() {
        Optional<DeclaredText> name =
                texts.of(fields.require("name", "say what the site is called"), "name", ValueFormat.ANYTHING);
        Optional<URI> url =
                values.url(fields.require("url", "say where the site is, such as https://www.example.org"), "url");
        List<String> further = new ArrayList<>();
        for (String host : values.lines(fields, "hosts", false, ValueFormat.HOST_NAME)) {
            further.add(ValueFormat.HOST_NAME.canonical(host));
        }
        if (url.isPresent()) {
            hosts.add(url.get().getHost().toLowerCase(Locale.ROOT));
            hostsKnown = fields.isComplete();
        }
        hosts.addAll(further);
        return new Declaration.Site(
                name.orElse(NO_NAME),
                url.orElse(NO_URL),
                List.copyOf(further),
                languages,
                values.words(fields, "jurisdictions", "jurisdiction", Jurisdiction.values()),
                texts.get(fields, "controller"),
                values.text(fields, "contact", ValueFormat.CONTACT),
                texts.get(fields, "privacy-policy", ValueFormat.URL_OR_PATH),
                texts.get(fields, "cookie-policy", ValueFormat.URL_OR_PATH),
                values.date(fields, "updated"),
                fields.positions());
    }

    /** Binds {@code consent}; only after the site, whose hosts the cookie's domain must cover. */
    Declaration.Consent consent(Node node, SourcePosition at) {
        MappingReader consent = new MappingReader(
                node, "consent", at, List.of("cookie", "lifetime", "domain", "revision", "reload", "gpc"), diagnostics);
        Optional<Lifetime> lifetime = values.lifetime(consent, "lifetime");
        if (lifetime.isPresent() && lifetime.get() instanceof Lifetime.Persistent) {
            diagnostics.error(
                    consent.at("lifetime"),
                    "'lifetime' of the consent must end: no cookie lasts for ever, so write a length such as '6 months'");
        }
        Optional<String> domain = values.text(consent, "domain", ValueFormat.COOKIE_DOMAIN);
        if (domain.isPresent() && hostsKnown && !coversAHost(domain.get())) {
            diagnostics.error(
                    consent.at("domain"),
                    "'domain' " + SafeText.quote(domain.get()) + " is neither a host of the site nor a parent of one ("
                            + SafeText.join(hosts) + "), so no browser would keep the cookie");
        }
        OptionalInt revision = values.positive(consent, "revision");
        return new Declaration.Consent(
                values.text(consent, "cookie", ValueFormat.COOKIE_NAME),
                lifetime,
                domain.isEmpty() ? domain : Optional.of(UrlFormats.asciiHost(domain.get())),
                revision,
                values.flag(consent, "reload"),
                values.word(consent, "gpc", Gpc.values()),
                consent.positions());
    }

    private boolean coversAHost(String domain) {
        String parent = UrlFormats.asciiHost(domain.startsWith(".") ? domain.substring(1) : domain);
        for (String host : hosts) {
            if (host.equals(parent) || host.endsWith("." + parent)) {
                return true;
            }
        }
        return false;
    }
}
