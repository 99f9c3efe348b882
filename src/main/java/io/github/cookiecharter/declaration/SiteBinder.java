package io.github.cookiecharter.declaration;

import io.github.cookiecharter.vocabulary.Gpc;
import io.github.cookiecharter.vocabulary.Jurisdiction;
import io.github.cookiecharter.vocabulary.Lifetime;
import io.github.cookiecharter.vocabulary.Position;
import io.github.cookiecharter.vocabulary.Quote;
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
    private static final Text NO_NAME = new Text.Plain("?", Position.START);
    private static final URI NO_URL = URI.create("https://invalid");

    private final Fields fields;
    private final Values values;
    private final Problems problems;
    private final List<String> languages;
    private final Texts texts;
    private final List<String> hosts = new ArrayList<>();
    private boolean hostsKnown;

    SiteBinder(Node node, Position at, Values values, Problems problems) {
        this.values = values;
        this.problems = problems;
        this.fields = new Fields(node, "site", at, KEYS, problems);
        this.languages = languages();
        this.texts = new Texts(languagesOfTexts(), values, problems);
    }

    /** Reads the texts of this site. */
    Texts texts() {
        return texts;
    }

    private List<String> languages() {
        List<String> tags = new ArrayList<>();
        for (String tag : values.lines(fields, "languages", true, Format.LANGUAGE_TAG)) {
            tags.add(Format.LANGUAGE_TAG.canonical(tag));
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
        Optional<Text> name = texts.of(fields.require("name", "say what the site is called"), "name", Format.ANYTHING);
        Optional<URI> url =
                values.url(fields.require("url", "say where the site is, such as https://www.example.org"), "url");
        List<String> further = new ArrayList<>();
        for (String host : values.lines(fields, "hosts", false, Format.HOST_NAME)) {
            further.add(Format.HOST_NAME.canonical(host));
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
                values.text(fields, "contact", Format.CONTACT),
                texts.get(fields, "privacy-policy", Format.URL_OR_PATH),
                texts.get(fields, "cookie-policy", Format.URL_OR_PATH),
                values.date(fields, "updated"),
                fields.places());
    }

    /** Binds {@code consent}; only after the site, whose hosts the cookie's domain must cover. */
    Declaration.Consent consent(Node node, Position at) {
        Fields consent = new Fields(
                node, "consent", at, List.of("cookie", "lifetime", "domain", "revision", "reload", "gpc"), problems);
        Optional<Lifetime> lifetime = values.lifetime(consent, "lifetime");
        if (lifetime.isPresent() && lifetime.get() instanceof Lifetime.Persistent) {
            problems.error(
                    consent.at("lifetime"),
                    "'lifetime' of the consent must end: no cookie lasts for ever, so write a length such as '6 months'");
        }
        Optional<String> domain = values.text(consent, "domain", Format.COOKIE_DOMAIN);
        if (domain.isPresent() && hostsKnown && !coversAHost(domain.get())) {
            problems.error(
                    consent.at("domain"),
                    "'domain' " + Quote.of(domain.get()) + " is neither a host of the site nor a parent of one ("
                            + Quote.list(hosts) + "), so no browser would keep the cookie");
        }
        OptionalInt revision = values.positive(consent, "revision");
        return new Declaration.Consent(
                values.text(consent, "cookie", Format.COOKIE_NAME),
                lifetime,
                domain.isEmpty() ? domain : Optional.of(Urls.asciiHost(domain.get())),
                revision,
                values.flag(consent, "reload"),
                values.word(consent, "gpc", Gpc.values()),
                consent.places());
    }

    private boolean coversAHost(String domain) {
        String parent = Urls.asciiHost(domain.startsWith(".") ? domain.substring(1) : domain);
        for (String host : hosts) {
            if (host.equals(parent) || host.endsWith("." + parent)) {
                return true;
            }
        }
        return false;
    }
}
