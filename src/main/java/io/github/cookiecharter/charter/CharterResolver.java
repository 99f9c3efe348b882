package io.github.cookiecharter.charter;

import io.github.cookiecharter.charter.Charter.Category;
import io.github.cookiecharter.charter.Charter.Consent;
import io.github.cookiecharter.charter.Charter.Cookie;
import io.github.cookiecharter.charter.Charter.Provider;
import io.github.cookiecharter.charter.Charter.Service;
import io.github.cookiecharter.charter.Charter.Site;
import io.github.cookiecharter.charter.LocalizedTextResolver.Owner;
import io.github.cookiecharter.declaration.Declaration;
import io.github.cookiecharter.declaration.DeclaredText;
import io.github.cookiecharter.language.LanguageTexts;
import io.github.cookiecharter.language.Languages;
import io.github.cookiecharter.model.BannerLayout;
import io.github.cookiecharter.model.BannerPosition;
import io.github.cookiecharter.model.BannerRuntime;
import io.github.cookiecharter.model.Column;
import io.github.cookiecharter.model.Gpc;
import io.github.cookiecharter.model.Jurisdiction;
import io.github.cookiecharter.model.Kind;
import io.github.cookiecharter.model.Lifetime;
import io.github.cookiecharter.model.Party;
import io.github.cookiecharter.model.Section;
import io.github.cookiecharter.model.Theme;
import io.github.cookiecharter.model.diagnostic.SafeText;
import io.github.cookiecharter.model.diagnostic.SourcePositions;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns what is written into what it means: defaults, references, parties, languages, the consent cookie. */
public final class CharterResolver {

    private static final List<String> BUILT_IN_CATEGORIES =
            List.of("necessary", "preferences", "statistics", "marketing");
    private static final Map<String, List<String>> DEFAULT_SIGNALS = Map.of(
            "necessary", List.of("security_storage"),
            "preferences", List.of("functionality_storage", "personalization_storage"),
            "statistics", List.of("analytics_storage"),
            "marketing", List.of("ad_storage", "ad_user_data", "ad_personalization"));
    private static final Set<Jurisdiction> MEMBER_STATES =
            Set.of(Jurisdiction.FR, Jurisdiction.DE, Jurisdiction.ES, Jurisdiction.IT);
    private static final Owner THE_SITE = Owner.of("the site's ", "site");
    private static final Lifetime DEFAULT_CHOICE = new Lifetime.Lasting(6, ChronoUnit.MONTHS);

    private static final BannerRuntime DEFAULT_RUNTIME = BannerRuntime.VANILLA_COOKIECONSENT;

    private final Declaration declaration;
    private final Languages languages;
    private final LocalizedTextResolver texts;
    private final Site site;
    private final Map<String, Provider> providers = new LinkedHashMap<>();

    private CharterResolver(Declaration declaration, Languages languages) {
        this.declaration = declaration;
        List<String> tags = declaration.site().languages();
        List<String> siteLanguages = tags.isEmpty() ? List.of("en") : tags;
        this.languages = languages;
        this.texts = new LocalizedTextResolver(
                siteLanguages, languages, declaration.policy().texts());
        this.site = site(declaration.site(), siteLanguages);
    }

    /**
     * Resolves a declaration.
     *
     * @param declaration without errors
     * @param source the declaration's file name, without its path
     * @param languages the languages with built-in texts
     */
    public static Charter resolve(Declaration declaration, String source, Languages languages) {
        return new CharterResolver(declaration, languages).charter(source);
    }

    private Charter charter(String source) {
        for (Declaration.Provider provider : declaration.providers()) {
            providers.put(provider.id(), provider(provider));
        }
        List<Category> categories = categories();
        Charter asDeclared = new Charter(
                source,
                site,
                consent(categories),
                categories,
                List.copyOf(providers.values()),
                banner(declaration.banner()),
                policy(declaration.policy()),
                accepted(),
                List.of(),
                List.of());
        return finished(ConsentCookie.addedTo(asDeclared, theSiteItself(), texts));
    }

    private Site site(Declaration.Site written, List<String> languages) {
        String host = written.url().getHost().toLowerCase(Locale.ROOT);
        List<String> hosts = new ArrayList<>();
        for (String further : written.hosts()) {
            hosts.add(further.toLowerCase(Locale.ROOT));
        }
        return new Site(
                texts.universal(written.name(), THE_SITE, "name"),
                written.url(),
                host,
                List.copyOf(hosts),
                List.copyOf(languages),
                jurisdictions(written.jurisdictions()),
                texts.universal(written.controller(), THE_SITE, "controller"),
                written.contact(),
                texts.universal(written.privacyPolicy(), THE_SITE, "privacy-policy"),
                texts.universal(written.cookiePolicy(), THE_SITE, "cookie-policy"),
                written.updated(),
                written.positions());
    }

    private static List<Jurisdiction> jurisdictions(List<Jurisdiction> named) {
        if (named.isEmpty()) {
            return List.of(Jurisdiction.EU);
        }
        List<Jurisdiction> all = new ArrayList<>(named);
        for (Jurisdiction jurisdiction : named) {
            if (MEMBER_STATES.contains(jurisdiction) && !all.contains(Jurisdiction.EU)) {
                all.add(Jurisdiction.EU);
            }
        }
        return List.copyOf(all);
    }

    private Provider provider(Declaration.Provider written) {
        Owner owner = Owner.of("provider '" + written.id() + "': its ", "providers", written.id());
        return new Provider(
                Optional.of(written.id()),
                texts.nameOr(written.id(), written.name(), owner),
                written.url(),
                texts.universal(written.privacyPolicy(), owner, "privacy-policy"),
                written.country(),
                texts.local(written.safeguard(), owner, "safeguard"),
                written.positions());
    }

    private Provider theSiteItself() {
        return new Provider(
                Optional.empty(),
                site.controller().orElse(site.name()),
                Optional.empty(),
                site.privacyPolicy(),
                Optional.empty(),
                Optional.empty(),
                SourcePositions.NONE);
    }

    private List<Category> categories() {
        Map<String, Declaration.Category> written = new LinkedHashMap<>();
        for (String id : BUILT_IN_CATEGORIES) {
            written.put(id, unchanged(id));
        }
        for (Declaration.Category category : declaration.categories()) {
            written.put(category.id(), category);
        }
        List<Category> categories = new ArrayList<>();
        for (Declaration.Category category : written.values()) {
            categories.add(category(category));
        }
        return List.copyOf(categories);
    }

    // What no service uses is no part of the charter; where it was written, the author should hear of it.
    private Charter finished(Charter charter) {
        List<Category> used = new ArrayList<>();
        List<Category> unused = new ArrayList<>();
        for (Category category : charter.categories()) {
            if (!category.services().isEmpty()) {
                used.add(category);
            } else if (!category.positions().isNone()) {
                unused.add(category);
            }
        }
        Charter finished = new Charter(
                charter.source(),
                charter.site(),
                charter.consent(),
                List.copyOf(used),
                charter.providers(),
                charter.banner(),
                charter.policy(),
                charter.exceptions(),
                List.copyOf(unused),
                List.of());
        List<Charter.Gap> gaps = new ArrayList<>(texts.gaps());
        gaps.addAll(SiteTexts.gaps(finished, languages));
        return finished.withGaps(List.copyOf(gaps));
    }

    private static Declaration.Category unchanged(String id) {
        return new Declaration.Category(
                id,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                SourcePositions.NONE);
    }

    private Category category(Declaration.Category written) {
        String id = written.id();
        boolean builtIn = BUILT_IN_CATEGORIES.contains(id);
        boolean needsConsent = written.consentRequired().orElse(!id.equals("necessary"));
        List<Service> services = new ArrayList<>();
        for (Declaration.Service service : declaration.services()) {
            if (service.category().equals(id)) {
                services.add(service(service, needsConsent));
            }
        }
        Owner owner = Owner.of("category '" + id + "': its ", "categories", id);
        return new Category(
                id,
                builtIn
                        ? name(written.name(), owner, "category." + id + ".name")
                        : texts.nameOr(id, written.name(), owner),
                builtIn
                        ? description(written.description(), owner, "category." + id + ".description")
                        : texts.local(written.description(), owner, "description")
                                .orElse(texts.verbatim("")),
                needsConsent,
                texts.local(written.reason(), owner, "reason"),
                written.signals().orElse(DEFAULT_SIGNALS.getOrDefault(id, List.of())),
                written.signals().isPresent(),
                List.copyOf(services),
                written.positions());
    }

    private LocalizedText name(Optional<DeclaredText> written, Owner owner, String key) {
        return written.isEmpty() ? texts.builtIn(key) : texts.changedName(written.get(), owner, "name", key);
    }

    private LocalizedText description(Optional<DeclaredText> written, Owner owner, String key) {
        return written.isEmpty() ? texts.builtIn(key) : texts.changed(written.get(), owner, "description", key);
    }

    private Service service(Declaration.Service written, boolean categoryNeedsConsent) {
        Owner owner = new Owner(
                "service '" + written.id() + "': its ",
                List.of("services", written.id()),
                Optional.of(written.id()),
                Optional.empty());
        Optional<LocalizedText> purpose = texts.local(written.purpose(), owner, "purpose");
        List<Cookie> cookies = new ArrayList<>();
        for (Declaration.Cookie cookie : written.cookies()) {
            cookies.add(cookie(cookie, written.id(), purpose));
        }
        return new Service(
                written.id(),
                written.category(),
                written.provider().isEmpty()
                        ? theSiteItself()
                        : providers.getOrDefault(written.provider().get(), theSiteItself()),
                texts.nameOr(written.id(), written.name(), owner),
                texts.local(written.location(), owner, "location"),
                purpose,
                categoryNeedsConsent && !written.exempt(),
                texts.local(written.reason(), owner, "reason"),
                written.scripts(),
                written.frames(),
                written.retention(),
                written.anonymous(),
                List.copyOf(cookies),
                written.positions());
    }

    private Cookie cookie(Declaration.Cookie written, String service, Optional<LocalizedText> servicePurpose) {
        String name = written.name().text();
        Owner owner = new Owner(
                "cookie " + SafeText.quote(name) + ": its ",
                List.of("services", service, "cookies", name),
                Optional.of(service),
                Optional.of(name));
        Optional<String> domain = plainDomain(written.domain());
        Optional<LocalizedText> purpose = texts.local(written.purpose(), owner, "purpose");
        return new Cookie(
                written.name(),
                purpose.isEmpty() ? servicePurpose.orElseThrow() : purpose.get(),
                written.lifetime().isEmpty() ? lifetimeOf(written.kind()) : written.lifetime(),
                written.kind(),
                domain,
                written.path().orElse("/"),
                written.httpOnly(),
                written.secure(),
                written.sameSite(),
                written.partitioned(),
                written.renewed(),
                written.role(),
                written.constant(),
                texts.local(written.recipients(), owner, "recipients"),
                written.setBy(),
                party(domain.isEmpty() ? HostNames.hostOfPixel(written) : domain),
                written.positions());
    }

    private static Optional<String> plainDomain(Optional<String> domain) {
        return domain.isEmpty() ? domain : Optional.of(HostNames.plainDomain(domain.get()));
    }

    private static Optional<Lifetime> lifetimeOf(Kind kind) {
        return switch (kind) {
            case SESSION_STORAGE -> Optional.of(new Lifetime.Session());
            case LOCAL_STORAGE, INDEXED_DB -> Optional.of(new Lifetime.Persistent());
            case COOKIE, PIXEL -> Optional.empty();
        };
    }

    private Party party(Optional<String> domain) {
        if (domain.isEmpty() || HostNames.isOrHolds(domain.get(), site.host())) {
            return Party.FIRST;
        }
        for (String host : site.hosts()) {
            if (HostNames.isOrHolds(domain.get(), host)) {
                return Party.FIRST;
            }
        }
        return Party.THIRD;
    }

    private Consent consent(List<Category> categories) {
        Declaration.Consent written = declaration.consent();
        List<Service> services = new ArrayList<>();
        for (Category category : categories) {
            services.addAll(category.services());
        }
        int computed = CharterRevision.of(services, site.defaultLanguage());
        int revision = written.revision().orElse(computed);
        String cookie = written.cookie().orElse("cookie_consent");
        boolean named = declaration.banner().runtime().orElse(DEFAULT_RUNTIME).namesRecordByRevision();
        return new Consent(
                named ? cookie + "-r" + revision : cookie,
                cookie,
                written.lifetime().orElse(DEFAULT_CHOICE),
                plainDomain(written.domain()),
                revision,
                computed,
                written.reload().orElse(true),
                written.gpc().orElse(Gpc.HONOUR),
                written.positions());
    }

    private Charter.Banner banner(Declaration.Banner written) {
        return new Charter.Banner(
                written.runtime().orElse(DEFAULT_RUNTIME),
                written.layout().orElse(BannerLayout.BOX),
                written.position().orElse(BannerPosition.BOTTOM),
                written.theme().orElse(Theme.AUTO),
                overrides(written.texts(), Owner.of("banner text ", "banner", "texts"), "banner."),
                written.positions());
    }

    private Charter.Policy policy(Declaration.Policy written) {
        return new Charter.Policy(
                written.columns()
                        .orElse(List.of(
                                Column.PROVIDER,
                                Column.SERVICE,
                                Column.COOKIE,
                                Column.PURPOSE,
                                Column.LIFETIME,
                                Column.PARTY)),
                written.sections().orElse(List.of(Section.values())),
                overrides(written.texts(), Owner.of("policy text ", "policy", "texts"), "policy."),
                written.positions());
    }

    private Map<String, LocalizedText> overrides(Map<String, DeclaredText> written, Owner owner, String prefix) {
        Map<String, LocalizedText> overrides = new LinkedHashMap<>();
        for (Map.Entry<String, DeclaredText> each : written.entrySet()) {
            String key = each.getKey();
            overrides.put(
                    key,
                    texts.changed(
                            each.getValue(),
                            owner,
                            "'" + key + "'",
                            LanguageTexts.isOfTable(key) ? key : prefix + key));
        }
        return Map.copyOf(overrides);
    }

    private List<Charter.Accepted> accepted() {
        List<Charter.Accepted> all = new ArrayList<>();
        for (Declaration.Accepted written : declaration.exceptions()) {
            all.add(new Charter.Accepted(
                    written.rule(),
                    written.service(),
                    written.cookie(),
                    texts.universal(written.reason(), Owner.of("the exception's "), "reason"),
                    written.positions()));
        }
        return List.copyOf(all);
    }
}
