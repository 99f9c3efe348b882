package io.github.cookiecharter.charter;

import io.github.cookiecharter.charter.Charter.Category;
import io.github.cookiecharter.charter.Charter.Cookie;
import io.github.cookiecharter.charter.Charter.Provider;
import io.github.cookiecharter.charter.Charter.Service;
import io.github.cookiecharter.vocabulary.BannerLayout;
import io.github.cookiecharter.vocabulary.BannerPosition;
import io.github.cookiecharter.vocabulary.BannerRuntime;
import io.github.cookiecharter.vocabulary.Column;
import io.github.cookiecharter.vocabulary.Gpc;
import io.github.cookiecharter.vocabulary.Jurisdiction;
import io.github.cookiecharter.vocabulary.Kind;
import io.github.cookiecharter.vocabulary.Lifetime;
import io.github.cookiecharter.vocabulary.NamePattern;
import io.github.cookiecharter.vocabulary.Party;
import io.github.cookiecharter.vocabulary.Places;
import io.github.cookiecharter.vocabulary.Position;
import io.github.cookiecharter.vocabulary.Section;
import io.github.cookiecharter.vocabulary.Theme;
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
    public static LocalText same(String text, List<String> languages) {
        Map<String, LocalText.Phrase> phrases = new LinkedHashMap<>();
        languages.forEach(language -> phrases.put(language, new LocalText.Phrase(text, "")));
        return new LocalText(phrases);
    }

    /** Words that differ from language to language. */
    public static LocalText words(String... languagesAndTexts) {
        Map<String, LocalText.Phrase> phrases = new LinkedHashMap<>();
        for (int i = 0; i < languagesAndTexts.length; i += 2) {
            phrases.put(languagesAndTexts[i], new LocalText.Phrase(languagesAndTexts[i + 1], languagesAndTexts[i]));
        }
        return new LocalText(phrases);
    }

    /** A charter in the making; each cookie gets a line of its own in a file that is not there. */
    public static final class Site {

        private final List<String> languages;
        private final Map<String, Category> categories = new LinkedHashMap<>();
        private LocalText name;
        private String source = "cookies.yaml";
        private int line = 1;

        private Site(List<String> languages) {
            this.languages = languages;
            name = same("Acme", languages);
        }

        public Site name(LocalText name) {
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
                            before.places()));
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
                    Places.NONE);
        }

        private Service serviceOf(String category, String id, boolean needsConsent, CookieDraft... drafts) {
            List<Cookie> cookies = new ArrayList<>();
            for (CookieDraft draft : drafts) {
                cookies.add(draft.at(new Places(new Position(++line, 7), Map.of()), languages));
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
                            Optional.empty(),
                            Places.NONE),
                    same(id, languages),
                    Optional.empty(),
                    Optional.empty(),
                    needsConsent,
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    false,
                    List.copyOf(cookies),
                    Places.NONE);
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
                            List.of(Jurisdiction.EU),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Places.NONE),
                    new Charter.Consent(
                            "cookie_consent",
                            "cookie_consent",
                            new Lifetime.Lasting(6, ChronoUnit.MONTHS),
                            Optional.empty(),
                            1,
                            1,
                            true,
                            Gpc.HONOUR,
                            Places.NONE),
                    List.copyOf(categories.values()),
                    List.of(),
                    new Charter.Banner(
                            BannerRuntime.VANILLA_COOKIECONSENT,
                            BannerLayout.BOX,
                            BannerPosition.BOTTOM,
                            Theme.AUTO,
                            Map.of(),
                            Places.NONE),
                    new Charter.Policy(List.of(Column.values()), List.of(Section.values()), Map.of(), Places.NONE),
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

        private Cookie at(Places places, List<String> languages) {
            return new Cookie(
                    new NamePattern(name),
                    same(purpose, languages),
                    kind == Kind.PIXEL ? Optional.empty() : Optional.of(lifetime),
                    kind,
                    Optional.empty(),
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
                    places);
        }
    }
}
