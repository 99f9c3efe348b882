package io.github.cookiecharter.charter;

import io.github.cookiecharter.charter.Charter.Category;
import io.github.cookiecharter.charter.Charter.Cookie;
import io.github.cookiecharter.charter.Charter.Domain;
import io.github.cookiecharter.charter.Charter.Provider;
import io.github.cookiecharter.charter.Charter.Service;
import io.github.cookiecharter.charter.Charter.Site;
import io.github.cookiecharter.charter.LocalizedTextResolver.Owner;
import io.github.cookiecharter.declaration.Declaration;
import io.github.cookiecharter.declaration.DeclaredText;
import io.github.cookiecharter.language.LanguageTexts;
import io.github.cookiecharter.language.Languages;
import io.github.cookiecharter.model.Accent;
import io.github.cookiecharter.model.BannerLayout;
import io.github.cookiecharter.model.BannerPosition;
import io.github.cookiecharter.model.BannerRuntime;
import io.github.cookiecharter.model.Column;
import io.github.cookiecharter.model.Kind;
import io.github.cookiecharter.model.Lifetime;
import io.github.cookiecharter.model.Party;
import io.github.cookiecharter.model.Section;
import io.github.cookiecharter.model.Theme;
import io.github.cookiecharter.model.diagnostic.SafeText;
import io.github.cookiecharter.model.diagnostic.SourcePositions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Resolves a declaration to a charter: defaults, references, parties, languages, the consent cookie. */
public final class CharterResolver {

    private static final List<String> BUILT_IN_CATEGORIES =
            List.of("necessary", "preferences", "statistics", "marketing");
    private static final Map<String, List<String>> DEFAULT_SIGNALS = Map.of(
            "necessary", List.of("security_storage"),
            "preferences", List.of("functionality_storage", "personalization_storage"),
            "statistics", List.of("analytics_storage"),
            "marketing", List.of("ad_storage", "ad_user_data", "ad_personalization"));

    // How many releases the history of the page shows, unless the declaration says otherwise.
    private static final int SHOWN_RELEASES = 5;

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
        this.site = SiteResolver.resolve(declaration.site(), siteLanguages, texts);
    }

    /**
     * Resolves a declaration.
     *
     * @param declaration without errors
     * @param source the declaration's file name, without its path
     * @param languages the built-in languages
     */
    public static Charter resolve(Declaration declaration, String source, Languages languages) {
        return new CharterResolver(declaration, languages).resolveCharter(source);
    }

    private Charter resolveCharter(String source) {
        for (Declaration.Provider provider : declaration.providers()) {
            providers.put(provider.id(), resolveProvider(provider));
        }
        List<Category> categories = resolveCategories();
        Charter asDeclared = new Charter(
                source,
                site,
                ConsentResolver.resolve(
                        declaration.consent(),
                        site,
                        categories,
                        declaration.banner().runtime().orElse(DEFAULT_RUNTIME),
                        texts),
                categories,
                List.copyOf(providers.values()),
                resolveBanner(declaration.banner()),
                resolvePolicy(declaration.policy()),
                resolveExceptions(),
                List.of(),
                List.of());
        return withoutUnused(ConsentCookie.addTo(asDeclared, siteAsProvider(), texts));
    }

    private Provider resolveProvider(Declaration.Provider declared) {
        Owner owner = Owner.of("provider '" + declared.id() + "': its ", "providers", declared.id());
        return new Provider(
                Optional.of(declared.id()),
                texts.resolveName(declared.id(), declared.name(), owner),
                declared.url(),
                texts.resolveUniversal(declared.privacyPolicy(), owner, "privacy-policy"),
                declared.country(),
                declared.transfers(),
                texts.resolve(declared.safeguard(), owner, "safeguard"),
                declared.positions());
    }

    private Provider siteAsProvider() {
        return new Provider(
                Optional.empty(),
                site.controller().orElse(site.name()),
                Optional.empty(),
                site.privacyPolicy(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                SourcePositions.NONE);
    }

    private List<Category> resolveCategories() {
        Map<String, Declaration.Category> written = new LinkedHashMap<>();
        for (String id : BUILT_IN_CATEGORIES) {
            written.put(id, builtInCategory(id));
        }
        for (Declaration.Category category : declaration.categories()) {
            written.put(category.id(), category);
        }
        Map<String, List<Declaration.Service>> services = new HashMap<>();
        for (Declaration.Service service : declaration.services()) {
            services.computeIfAbsent(service.category(), id -> new ArrayList<>())
                    .add(service);
        }
        List<Category> categories = new ArrayList<>();
        for (Declaration.Category category : written.values()) {
            categories.add(resolveCategory(category, services.getOrDefault(category.id(), List.of())));
        }
        return List.copyOf(categories);
    }

    // Categories without a service are not part of the charter; declared ones are kept apart, to be reported.
    private Charter withoutUnused(Charter charter) {
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

    private static Declaration.Category builtInCategory(String id) {
        return new Declaration.Category(
                id,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                SourcePositions.NONE);
    }

    private Category resolveCategory(Declaration.Category declared, List<Declaration.Service> declaredServices) {
        String id = declared.id();
        boolean builtIn = BUILT_IN_CATEGORIES.contains(id);
        boolean needsConsent = declared.consentRequired().orElse(!id.equals("necessary"));
        List<Service> services = new ArrayList<>();
        for (Declaration.Service service : declaredServices) {
            services.add(resolveService(service, needsConsent));
        }
        Owner owner = Owner.of("category '" + id + "': its ", "categories", id);
        return new Category(
                id,
                builtIn
                        ? resolveName(declared.name(), owner, "category." + id + ".name")
                        : texts.resolveName(id, declared.name(), owner),
                builtIn
                        ? resolveDescription(declared.description(), owner, "category." + id + ".description")
                        : texts.resolve(declared.description(), owner, "description")
                                .orElse(texts.verbatim("")),
                needsConsent,
                texts.resolve(declared.reason(), owner, "reason"),
                declared.signals().orElse(DEFAULT_SIGNALS.getOrDefault(id, List.of())),
                declared.signals().isPresent(),
                List.copyOf(services),
                declared.positions());
    }

    private LocalizedText resolveName(Optional<DeclaredText> written, Owner owner, String key) {
        return written.isEmpty() ? texts.builtIn(key) : texts.resolveNameOverride(written.get(), owner, "name", key);
    }

    private LocalizedText resolveDescription(Optional<DeclaredText> written, Owner owner, String key) {
        return written.isEmpty() ? texts.builtIn(key) : texts.resolveOverride(written.get(), owner, "description", key);
    }

    private Service resolveService(Declaration.Service declared, boolean categoryNeedsConsent) {
        Owner owner = new Owner(
                "service '" + declared.id() + "': its ",
                List.of("services", declared.id()),
                Optional.of(declared.id()),
                Optional.empty());
        Optional<LocalizedText> purpose = texts.resolve(declared.purpose(), owner, "purpose");
        List<Cookie> cookies = new ArrayList<>();
        for (Declaration.Cookie cookie : declared.cookies()) {
            cookies.add(resolveCookie(cookie, declared.id(), purpose));
        }
        boolean needsConsent = categoryNeedsConsent && !declared.exempt();
        boolean mayObject = !needsConsent && !declared.category().equals("necessary");
        return new Service(
                declared.id(),
                declared.category(),
                declared.provider().isEmpty()
                        ? siteAsProvider()
                        : providers.getOrDefault(declared.provider().get(), siteAsProvider()),
                texts.resolveName(declared.id(), declared.name(), owner),
                texts.resolve(declared.location(), owner, "location"),
                purpose,
                needsConsent,
                texts.resolve(declared.reason(), owner, "reason"),
                mayObject && declared.objection().orElse(true),
                declared.scripts(),
                declared.frames(),
                declared.retention(),
                declared.anonymous(),
                List.copyOf(cookies),
                declared.positions());
    }

    private Cookie resolveCookie(Declaration.Cookie declared, String service, Optional<LocalizedText> servicePurpose) {
        String name = declared.name().text();
        Owner owner = new Owner(
                "cookie " + SafeText.quote(name) + ": its ",
                List.of("services", service, "cookies", name),
                Optional.of(service),
                Optional.of(name));
        List<Domain> domains = resolveDomains(declared);
        Optional<LocalizedText> purpose = texts.resolve(declared.purpose(), owner, "purpose");
        return new Cookie(
                declared.name(),
                purpose.isEmpty() ? servicePurpose.orElseThrow() : purpose.get(),
                declared.lifetime().isEmpty() ? defaultLifetime(declared.kind()) : declared.lifetime(),
                declared.kind(),
                domains,
                declared.path().orElse("/"),
                declared.httpOnly(),
                declared.secure(),
                declared.sameSite(),
                declared.partitioned(),
                declared.renewed(),
                declared.role(),
                declared.constant(),
                texts.resolve(declared.recipients(), owner, "recipients"),
                declared.setBy(),
                domains.isEmpty() ? resolveParty(HostNames.pixelHost(declared)) : Domain.party(domains),
                declared.positions());
    }

    private List<Domain> resolveDomains(Declaration.Cookie declared) {
        List<Domain> domains = new ArrayList<>();
        for (String written : declared.domains()) {
            String name = HostNames.normalizeDomain(written);
            domains.add(new Domain(name, resolveParty(Optional.of(name))));
        }
        return List.copyOf(domains);
    }

    private static Optional<Lifetime> defaultLifetime(Kind kind) {
        return switch (kind) {
            case SESSION_STORAGE -> Optional.of(new Lifetime.Session());
            case LOCAL_STORAGE, INDEXED_DB -> Optional.of(new Lifetime.Persistent());
            case COOKIE, PIXEL -> Optional.empty();
        };
    }

    private Party resolveParty(Optional<String> domain) {
        if (domain.isEmpty() || HostNames.isInDomain(site.host(), domain.get())) {
            return Party.FIRST;
        }
        for (String host : site.hosts()) {
            if (HostNames.isInDomain(host, domain.get())) {
                return Party.FIRST;
            }
        }
        return Party.THIRD;
    }

    private Charter.Banner resolveBanner(Declaration.Banner declared) {
        return new Charter.Banner(
                declared.runtime().orElse(DEFAULT_RUNTIME),
                declared.accent().map(Accent::of).orElse(Accent.DEFAULT),
                declared.layout().orElse(BannerLayout.BOX),
                declared.position().orElse(BannerPosition.BOTTOM),
                declared.theme().orElse(Theme.AUTO),
                resolveOverrides(declared.texts(), Owner.of("banner text ", "banner", "texts"), "banner."),
                declared.positions());
    }

    private Charter.Policy resolvePolicy(Declaration.Policy declared) {
        return new Charter.Policy(
                declared.columns()
                        .orElse(List.of(
                                Column.PROVIDER,
                                Column.SERVICE,
                                Column.COOKIE,
                                Column.PURPOSE,
                                Column.LIFETIME,
                                Column.PARTY)),
                declared.sections().orElse(Section.DEFAULTS),
                declared.history().orElse(SHOWN_RELEASES),
                resolveOverrides(declared.texts(), Owner.of("policy text ", "policy", "texts"), "policy."),
                declared.positions());
    }

    private Map<String, LocalizedText> resolveOverrides(Map<String, DeclaredText> written, Owner owner, String prefix) {
        Map<String, LocalizedText> overrides = new LinkedHashMap<>();
        for (Map.Entry<String, DeclaredText> each : written.entrySet()) {
            String key = each.getKey();
            overrides.put(
                    key,
                    texts.resolveOverride(
                            each.getValue(),
                            owner,
                            "'" + key + "'",
                            LanguageTexts.isTableText(key) ? key : prefix + key));
        }
        return Map.copyOf(overrides);
    }

    private List<Charter.Accepted> resolveExceptions() {
        List<Charter.Accepted> all = new ArrayList<>();
        for (Declaration.Accepted declared : declaration.exceptions()) {
            all.add(new Charter.Accepted(
                    declared.rule(),
                    declared.service(),
                    declared.cookie(),
                    texts.resolveUniversal(declared.reason(), Owner.of("the exception's "), "reason"),
                    declared.positions()));
        }
        return List.copyOf(all);
    }
}
