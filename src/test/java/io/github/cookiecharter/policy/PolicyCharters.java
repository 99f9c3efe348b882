package io.github.cookiecharter.policy;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.LocalizedText;
import io.github.cookiecharter.charter.LocalizedText.Phrase;
import io.github.cookiecharter.jurisdiction.Jurisdictions;
import io.github.cookiecharter.model.Accent;
import io.github.cookiecharter.model.BannerLayout;
import io.github.cookiecharter.model.BannerPosition;
import io.github.cookiecharter.model.BannerRuntime;
import io.github.cookiecharter.model.Column;
import io.github.cookiecharter.model.Gpc;
import io.github.cookiecharter.model.Kind;
import io.github.cookiecharter.model.Lifetime;
import io.github.cookiecharter.model.NamePattern;
import io.github.cookiecharter.model.Party;
import io.github.cookiecharter.model.Section;
import io.github.cookiecharter.model.Theme;
import io.github.cookiecharter.model.diagnostic.SourcePositions;
import java.net.URI;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Charters put together by hand, part by part. */
final class PolicyCharters {

    static final List<Column> FOUR = List.of(Column.PROVIDER, Column.SERVICE, Column.COOKIE, Column.PURPOSE);
    static final List<Column> SIX =
            List.of(Column.PROVIDER, Column.SERVICE, Column.COOKIE, Column.PURPOSE, Column.LIFETIME, Column.PARTY);

    private List<String> languages = List.of("fr", "en");
    private List<Column> columns = SIX;
    private List<Section> sections = Section.DEFAULTS;
    private Map<String, LocalizedText> texts = Map.of();
    private Map<String, LocalizedText> bannerTexts = Map.of();
    private List<Charter.Category> categories = List.of();
    private LocalizedText name = same("Données ouvertes");
    private String source = "cookies.yaml";
    private Optional<LocalizedText> controller = Optional.empty();
    private Optional<String> contact = Optional.empty();
    private Optional<LocalizedText> privacyPolicy = Optional.empty();
    private Optional<LocalDate> updated = Optional.empty();
    private String consentCookie = "cookie_consent";
    private Gpc gpc = Gpc.HONOUR;
    private BannerRuntime runtime = BannerRuntime.VANILLA_COOKIECONSENT;

    static PolicyCharters charter() {
        return new PolicyCharters();
    }

    PolicyCharters languages(String... tags) {
        languages = List.of(tags);
        return this;
    }

    PolicyCharters columns(List<Column> others) {
        columns = others;
        return this;
    }

    PolicyCharters sections(Section... others) {
        sections = List.of(others);
        return this;
    }

    PolicyCharters texts(Map<String, LocalizedText> others) {
        texts = others;
        return this;
    }

    PolicyCharters bannerTexts(Map<String, LocalizedText> others) {
        bannerTexts = others;
        return this;
    }

    PolicyCharters categories(Charter.Category... others) {
        categories = List.of(others);
        return this;
    }

    PolicyCharters name(LocalizedText other) {
        name = other;
        return this;
    }

    PolicyCharters source(String other) {
        source = other;
        return this;
    }

    PolicyCharters people(LocalizedText who, String where, LocalizedText policy, LocalDate when) {
        controller = Optional.of(who);
        contact = Optional.of(where);
        privacyPolicy = Optional.of(policy);
        updated = Optional.of(when);
        return this;
    }

    PolicyCharters consentCookie(String other) {
        consentCookie = other;
        return this;
    }

    PolicyCharters gpc(Gpc other) {
        gpc = other;
        return this;
    }

    PolicyCharters runtime(BannerRuntime other) {
        runtime = other;
        return this;
    }

    Charter build() {
        return new Charter(
                source,
                new Charter.Site(
                        name,
                        URI.create("https://data.example.org"),
                        "data.example.org",
                        List.of(),
                        languages,
                        List.of(Jurisdictions.builtIn().get("eu")),
                        controller,
                        contact,
                        privacyPolicy,
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        updated,
                        SourcePositions.NONE),
                new Charter.Consent(
                        consentCookie,
                        consentCookie,
                        consentCookie,
                        Optional.empty(),
                        new Lifetime.Lasting(6, ChronoUnit.MONTHS),
                        Optional.empty(),
                        1,
                        1,
                        true,
                        gpc,
                        Optional.empty(),
                        Optional.empty(),
                        SourcePositions.NONE),
                categories,
                List.of(),
                new Charter.Banner(
                        runtime,
                        Accent.DEFAULT,
                        BannerLayout.BOX,
                        BannerPosition.BOTTOM,
                        Theme.AUTO,
                        bannerTexts,
                        SourcePositions.NONE),
                new Charter.Policy(columns, sections, 5, texts, SourcePositions.NONE),
                List.of(),
                List.of(),
                List.of());
    }

    /** A text that serves every language. */
    static LocalizedText same(String text) {
        Map<String, Phrase> phrases = new HashMap<>();
        for (String tag : List.of("fr", "en", "de", "ja", "fr-CA")) {
            phrases.put(tag, new Phrase(text, ""));
        }
        return new LocalizedText(phrases);
    }

    /** A text in French and English. */
    static LocalizedText text(String fr, String en) {
        return new LocalizedText(Map.of("fr", new Phrase(fr, "fr"), "en", new Phrase(en, "en")));
    }

    /** A French text that English readers get too. */
    static LocalizedText french(String fr) {
        return new LocalizedText(Map.of("fr", new Phrase(fr, "fr"), "en", new Phrase(fr, "fr")));
    }

    static Charter.Category category(String id, boolean needsConsent, Charter.Service... services) {
        return new Charter.Category(
                id,
                text("Catégorie " + id, "Category " + id),
                text("Description de " + id + ".", "Description of " + id + "."),
                needsConsent,
                Optional.empty(),
                List.of(),
                false,
                List.of(services),
                SourcePositions.NONE);
    }

    static Charter.Category because(Charter.Category category, LocalizedText reason) {
        return new Charter.Category(
                category.id(),
                category.name(),
                category.description(),
                false,
                Optional.of(reason),
                category.signals(),
                category.signalsDeclared(),
                category.services(),
                category.positions());
    }

    static Charter.Provider provider(LocalizedText name, String url) {
        return new Charter.Provider(
                Optional.of("p"),
                name,
                Optional.of(url).filter(any -> !any.isEmpty()).map(URI::create),
                Optional.empty(),
                Optional.of("FR"),
                List.of(),
                Optional.empty(),
                SourcePositions.NONE);
    }

    static Charter.Provider provider(
            LocalizedText name, String url, LocalizedText privacyPolicy, LocalizedText safeguard) {
        return new Charter.Provider(
                Optional.of("p"),
                name,
                Optional.of(URI.create(url)),
                Optional.of(privacyPolicy),
                Optional.of("US"),
                List.of(),
                Optional.of(safeguard),
                SourcePositions.NONE);
    }

    static Charter.Service service(
            String id,
            boolean needsConsent,
            Charter.Provider provider,
            LocalizedText name,
            Optional<LocalizedText> location,
            Charter.Cookie... cookies) {
        return new Charter.Service(
                id,
                "any",
                provider,
                name,
                location,
                Optional.of(text("Rendre le service " + id, "Provide " + id)),
                needsConsent,
                Optional.empty(),
                false,
                List.of(),
                List.of(),
                Optional.empty(),
                false,
                Arrays.asList(cookies),
                SourcePositions.NONE);
    }

    static Charter.Service exempt(Charter.Service service, LocalizedText reason) {
        return new Charter.Service(
                service.id(),
                service.category(),
                service.provider(),
                service.name(),
                service.location(),
                service.purpose(),
                false,
                Optional.of(reason),
                false,
                service.scripts(),
                service.frames(),
                Optional.of(new Lifetime.Lasting(25, ChronoUnit.MONTHS)),
                true,
                service.cookies(),
                service.positions());
    }

    static Charter.Cookie cookie(String name, LocalizedText purpose, Lifetime lifetime) {
        return cookie(name, purpose, Optional.of(lifetime), Kind.COOKIE, false, "", Optional.empty());
    }

    static Charter.Cookie cookie(
            String name,
            LocalizedText purpose,
            Optional<Lifetime> lifetime,
            Kind kind,
            boolean renewed,
            String domain,
            Optional<LocalizedText> recipients) {
        return new Charter.Cookie(
                new NamePattern(name),
                purpose,
                lifetime,
                kind,
                domain.isEmpty() ? List.of() : List.of(new Charter.Domain(domain, Party.THIRD)),
                "/",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                renewed,
                Optional.empty(),
                Optional.empty(),
                recipients,
                List.of(),
                domain.isEmpty() ? Party.FIRST : Party.THIRD,
                SourcePositions.NONE);
    }

    static Lifetime lasting(long amount, ChronoUnit unit) {
        return new Lifetime.Lasting(amount, unit);
    }

    /** The charter of the public data portal: one category, four services, four cookies. */
    static PolicyCharters portal() {
        Charter.Provider opendatasoft = provider(same("Opendatasoft"), "https://www.opendatasoft.com");
        Optional<LocalizedText> everywhere = Optional.of(text("front et back office", "front and back office"));
        return charter()
                .categories(category(
                        "necessary",
                        false,
                        service(
                                "authentication",
                                false,
                                opendatasoft,
                                text("Authentification", "Sign-in"),
                                everywhere,
                                cookie(
                                        "sessionid",
                                        text(
                                                "Garder l'utilisateur reconnu d'une page à l'autre",
                                                "Recognise the user from one page to the next"),
                                        lasting(2, ChronoUnit.WEEKS))),
                        service(
                                "language",
                                false,
                                opendatasoft,
                                text("Sélection de la langue", "Language selection"),
                                everywhere,
                                cookie(
                                        "django_language",
                                        text(
                                                "Mémoriser la langue choisie par le visiteur",
                                                "Remember the language that the visitor chose"),
                                        new Lifetime.Session())),
                        service(
                                "api",
                                false,
                                opendatasoft,
                                same("API (CSRF)"),
                                everywhere,
                                cookie(
                                        "csrftoken",
                                        text(
                                                "Obtenir des données par des appels à l'API",
                                                "Fetch data through calls to the API"),
                                        lasting(1, ChronoUnit.YEARS))),
                        service(
                                "cookie-preferences",
                                false,
                                opendatasoft,
                                text("Préférences en matière de cookies", "Cookie preferences"),
                                Optional.empty(),
                                cookie(
                                        "cookies_preferences",
                                        text(
                                                "Conserver le choix du visiteur au sujet des cookies",
                                                "Keep the visitor's choice about cookies"),
                                        lasting(6, ChronoUnit.MONTHS)))));
    }

    /** A charter with a bit of everything: consent, exemptions, storage, pixels, patterns, third parties. */
    static PolicyCharters everything() {
        Charter.Provider google = provider(
                same("Google Ireland Limited"),
                "https://www.google.com",
                same("https://policies.google.com/privacy?hl=fr"),
                text("Clauses contractuelles types", "Standard contractual clauses"));
        Charter.Provider town = provider(same("Commune d’Exemple"), "");
        return charter()
                .name(text("Ville d’Exemple", "Town of Example"))
                .people(
                        same("Commune d’Exemple, 1 place de la Mairie"),
                        "dpo@ville-exemple.fr",
                        text("/donnees-personnelles", "/en/personal data"),
                        LocalDate.of(2026, 9, 15))
                .categories(
                        category(
                                "necessary",
                                false,
                                service(
                                        "consent",
                                        false,
                                        town,
                                        text("Votre choix", "Your choice"),
                                        Optional.empty(),
                                        cookie(
                                                "choix_cookies",
                                                text("Conserver votre choix", "Keep your choice"),
                                                lasting(6, ChronoUnit.MONTHS)))),
                        category(
                                "statistics",
                                true,
                                exempt(
                                        service(
                                                "matomo",
                                                false,
                                                town,
                                                same("Matomo"),
                                                Optional.empty(),
                                                cookie(
                                                        "_pk_id.*",
                                                        text(
                                                                "Mesurer la fréquentation",
                                                                "Measure how often pages are read"),
                                                        lasting(13, ChronoUnit.MONTHS)),
                                                cookie(
                                                        "_pk_ses.*",
                                                        french("Mesurer la fréquentation"),
                                                        Optional.of(lasting(30, ChronoUnit.MINUTES)),
                                                        Kind.COOKIE,
                                                        true,
                                                        "",
                                                        Optional.empty())),
                                        text("Mesure d’audience anonyme", "Anonymous audience measurement"))),
                        category(
                                "marketing",
                                true,
                                service(
                                        "videos",
                                        true,
                                        google,
                                        same("YouTube"),
                                        Optional.of(text("pages du conseil", "council pages")),
                                        cookie(
                                                "YSC",
                                                text("Afficher les vidéos", "Show videos"),
                                                Optional.of(new Lifetime.Session()),
                                                Kind.COOKIE,
                                                false,
                                                "youtube.com",
                                                Optional.of(text("Régies publicitaires", "Advertisers"))),
                                        cookie(
                                                "yt-remote-*",
                                                text("Afficher les vidéos", "Show videos"),
                                                Optional.of(new Lifetime.Persistent()),
                                                Kind.LOCAL_STORAGE,
                                                false,
                                                "www.youtube.com",
                                                Optional.empty()),
                                        cookie(
                                                "https://ads.example/p.gif?*",
                                                text("Mesurer une publicité", "Measure an advertisement"),
                                                Optional.empty(),
                                                Kind.PIXEL,
                                                false,
                                                "ads.example",
                                                Optional.empty())),
                                service("map", true, google, same("Maps"), Optional.empty()),
                                exempt(
                                        service("own", false, town, same("Affiches"), Optional.empty()),
                                        text("Sans trace", "Leaves no trace"))));
    }
}
