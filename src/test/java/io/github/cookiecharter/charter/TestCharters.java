package io.github.cookiecharter.charter;

import io.github.cookiecharter.charter.Charter.Category;
import io.github.cookiecharter.charter.Charter.Cookie;
import io.github.cookiecharter.charter.Charter.Provider;
import io.github.cookiecharter.charter.Charter.Service;
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
import io.github.cookiecharter.model.diagnostic.SourcePosition;
import io.github.cookiecharter.model.diagnostic.SourcePositions;
import java.net.URI;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Charters for tests of the rooms behind the resolver, with what a test does not name set to something sensible. */
public final class TestCharters {

    private TestCharters() {}

    /** A site in these languages, English alone where none is named, in which nothing is set. */
    public static Site site(String... languages) {
        return new Site(languages.length == 0 ? List.of("en") : List.of(languages));
    }

    /** The same words in every language, as a proper name. */
    public static LocalizedText same(String text, List<String> languages) {
        Map<String, LocalizedText.Phrase> phrases = new LinkedHashMap<>();
        languages.forEach(language -> phrases.put(language, new LocalizedText.Phrase(text, "")));
        return new LocalizedText(phrases);
    }

    /** Words that differ from language to language. */
    public static LocalizedText words(String... languagesAndTexts) {
        Map<String, LocalizedText.Phrase> phrases = new LinkedHashMap<>();
        for (int i = 0; i < languagesAndTexts.length; i += 2) {
            phrases.put(languagesAndTexts[i], new LocalizedText.Phrase(languagesAndTexts[i + 1], languagesAndTexts[i]));
        }
        return new LocalizedText(phrases);
    }

    /** A charter in the making; each cookie gets a line of its own in a file that is not there. */
    public static final class Site {

        private final List<String> languages;
        private final Map<String, Category> categories = new LinkedHashMap<>();
        private LocalizedText name;
        private String source = "cookies.yaml";
        private int line = 1;

        private Site(List<String> languages) {
            this.languages = languages;
            name = same("Acme", languages);
        }

        public Site name(LocalizedText name) {
            this.name = name;
            return this;
        }

        public Site source(String source) {
            this.source = source;
            return this;
        }

        public List<String> languages() {
            return languages;
        }

        /** Adds a service that waits for consent unless it is necessary. */
        public Site service(String category, String id, CookieDraft... cookies) {
            return service(category, id, !category.equals("necessary"), cookies);
        }

        /** Adds a service to a category, which needs consent unless it is the necessary one. */
        public Site service(String category, String id, boolean needsConsent, CookieDraft... cookies) {
            Category before = categories.computeIfAbsent(category, this::category);
            List<Service> services = new ArrayList<>(before.services());
            services.add(serviceOf(category, id, needsConsent, cookies));
            categories.put(
                    category,
                    new Category(
                            before.id(),
                            before.name(),
                            before.description(),
                            before.needsConsent(),
                            before.reason(),
                            before.signals(),
                            before.signalsDeclared(),
                            List.copyOf(services),
                            before.positions()));
            return this;
        }

        private Category category(String id) {
            return new Category(
                    id,
                    same(id, languages),
                    same("What " + id + " cookies do", languages),
                    !id.equals("necessary"),
                    Optional.empty(),
                    List.of(),
                    false,
                    List.of(),
                    SourcePositions.NONE);
        }

        private Service serviceOf(String category, String id, boolean needsConsent, CookieDraft... drafts) {
            List<Cookie> cookies = new ArrayList<>();
            for (CookieDraft draft : drafts) {
                cookies.add(draft.at(new SourcePositions(new SourcePosition(++line, 7), Map.of()), languages));
            }
            return new Service(
                    id,
                    category,
                    new Provider(
                            Optional.empty(),
                            name,
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            List.of(),
                            Optional.empty(),
                            SourcePositions.NONE),
                    same(id, languages),
                    Optional.empty(),
                    Optional.empty(),
                    needsConsent,
                    Optional.empty(),
                    false,
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    false,
                    List.copyOf(cookies),
                    SourcePositions.NONE);
        }

        public Charter charter() {
            return new Charter(
                    source,
                    new Charter.Site(
                            name,
                            URI.create("https://www.acme.example"),
                            "www.acme.example",
                            List.of(),
                            languages,
                            List.of(Jurisdictions.builtIn().get("eu")),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            List.of(),
                            Optional.empty(),
                            Optional.empty(),
                            SourcePositions.NONE),
                    new Charter.Consent(
                            "cookie_consent",
                            "cookie_consent",
                            "cookie_consent",
                            Optional.empty(),
                            new Lifetime.Lasting(6, ChronoUnit.MONTHS),
                            Optional.empty(),
                            1,
                            1,
                            true,
                            Gpc.HONOUR,
                            Optional.empty(),
                            Optional.empty(),
                            SourcePositions.NONE),
                    List.copyOf(categories.values()),
                    List.of(),
                    new Charter.Banner(
                            BannerRuntime.VANILLA_COOKIECONSENT,
                            Accent.DEFAULT,
                            BannerLayout.BOX,
                            BannerPosition.BOTTOM,
                            Theme.AUTO,
                            Map.of(),
                            SourcePositions.NONE),
                    new Charter.Policy(List.of(Column.values()), Section.DEFAULTS, 5, Map.of(), SourcePositions.NONE),
                    List.of(),
                    List.of(),
                    List.of());
        }
    }

    /** A first-party cookie of two weeks. */
    public static CookieDraft cookie(String name) {
        return new CookieDraft(name);
    }

    /** A cookie in the making. */
    public static final class CookieDraft {

        private final String name;
        private String purpose = "Keep what was chosen";
        private Lifetime lifetime = new Lifetime.Lasting(2, ChronoUnit.WEEKS);
        private Kind kind = Kind.COOKIE;
        private Party party = Party.FIRST;
        private String constant = "";
        private String path = "/";
        private boolean renewed;

        private CookieDraft(String name) {
            this.name = name;
        }

        public CookieDraft purpose(String purpose) {
            this.purpose = purpose;
            return this;
        }

        public CookieDraft lifetime(Lifetime lifetime) {
            this.lifetime = lifetime;
            return this;
        }

        public CookieDraft lifetime(long amount, ChronoUnit unit) {
            return lifetime(new Lifetime.Lasting(amount, unit));
        }

        public CookieDraft kind(Kind kind) {
            this.kind = kind;
            return this;
        }

        public CookieDraft thirdParty() {
            party = Party.THIRD;
            return this;
        }

        public CookieDraft constant(String constant) {
            this.constant = constant;
            return this;
        }

        public CookieDraft path(String path) {
            this.path = path;
            return this;
        }

        public CookieDraft renewed() {
            renewed = true;
            return this;
        }

        private Cookie at(SourcePositions positions, List<String> languages) {
            return new Cookie(
                    new NamePattern(name),
                    same(purpose, languages),
                    kind == Kind.PIXEL ? Optional.empty() : Optional.of(lifetime),
                    kind,
                    List.of(),
                    path,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    renewed,
                    Optional.empty(),
                    constant.isEmpty() ? Optional.empty() : Optional.of(constant),
                    Optional.empty(),
                    List.of(),
                    party,
                    positions);
        }
    }
}
