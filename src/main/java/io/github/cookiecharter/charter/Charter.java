package io.github.cookiecharter.charter;

import io.github.cookiecharter.jurisdiction.Jurisdiction;
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
import io.github.cookiecharter.model.Role;
import io.github.cookiecharter.model.SameSite;
import io.github.cookiecharter.model.Section;
import io.github.cookiecharter.model.Theme;
import io.github.cookiecharter.model.diagnostic.SourcePosition;
import io.github.cookiecharter.model.diagnostic.SourcePositions;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The resolved declaration: with defaults applied, references resolved, texts for each language and the consent cookie
 * added. Immutable; all later steps read this and never the YAML.
 *
 * @param source the declaration's file name, without its path
 * @param site what the charter is about
 * @param consent how the visitor's choice is stored
 * @param categories the categories with at least one service: the built-in ones in their order, then the site's own
 * @param providers the declared providers, in the order of the file, used or not
 * @param banner the look of the banner; {@link #hasBanner()} returns whether there is one
 * @param policy the content of the policy page
 * @param exceptions the rule findings that the site accepts
 * @param unused the declared categories without a service, which no artefact shows
 * @param gaps the texts that are missing in a language of the site, in no particular order
 */
public record Charter(
        String source,
        Site site,
        Consent consent,
        List<Category> categories,
        List<Provider> providers,
        Banner banner,
        Policy policy,
        List<Accepted> exceptions,
        List<Category> unused,
        List<Gap> gaps) {

    /**
     * What the charter is about.
     *
     * @param host the host of {@code url}, in lower case
     * @param hosts further host names of the same site, in lower case
     * @param languages BCP 47 tags; the first is the default language
     * @param jurisdictions the declared ones, and the parents of those that have one
     * @param contact an e-mail address, a URL or a path
     * @param privacyPolicy a URL or a path for each language
     * @param cookiePolicy where the site publishes its cookie policy, if not on the generated page
     * @param authorities the supervisory authorities to complain to: the declared one, or those of the jurisdictions
     * @param optOut where visitors opt out of sale and sharing: a URL or a path; empty for the preferences
     */
    public record Site(
            LocalizedText name,
            URI url,
            String host,
            List<String> hosts,
            List<String> languages,
            List<Jurisdiction> jurisdictions,
            Optional<LocalizedText> controller,
            Optional<String> contact,
            Optional<LocalizedText> privacyPolicy,
            Optional<LocalizedText> cookiePolicy,
            List<SupervisoryAuthority> authorities,
            Optional<String> optOut,
            Optional<LocalDate> updated,
            SourcePositions positions) {

        public String defaultLanguage() {
            return languages.get(0);
        }

        /** Returns the jurisdictions without those of which another one is part: what the law says in detail. */
        public List<Jurisdiction> mostSpecificJurisdictions() {
            return mostSpecific(jurisdictions);
        }

        /** Returns whether the site is in a jurisdiction, or in one that is part of it. */
        public boolean isIn(String jurisdiction) {
            return jurisdictions.stream().anyMatch(each -> each.isOrDescendsFrom(jurisdiction));
        }
    }

    /** Returns jurisdictions without those of which another one is part. */
    static List<Jurisdiction> mostSpecific(List<Jurisdiction> jurisdictions) {
        return jurisdictions.stream()
                .filter(each ->
                        jurisdictions.stream().noneMatch(other -> other != each && other.isOrDescendsFrom(each.id())))
                .toList();
    }

    /** A supervisory authority to complain to. */
    public record SupervisoryAuthority(LocalizedText name, Optional<URI> url) {}

    /**
     * How the visitor's choice is stored.
     *
     * @param cookie the stored name of the cookie that records the choice: with some runtimes it ends in the revision
     * @param cookieOfAllRevisions the part of the stored name that is the same for every revision
     * @param declaredCookie the name in code: the declared one, or {@code cookie_consent}
     * @param cookieWithoutDomain the stored name that the record would have if the declaration had no {@code
     *     consent.domain}, if that is another one
     * @param lifetime how long the choice is valid
     * @param domain the domain for which the choice is valid, without a leading dot
     * @param revision the revision of what visitors consent to, from 1 to 2147483647
     * @param computedRevision the computed revision, even if the declaration overrides it
     * @param reload whether the page is reloaded when consent is withdrawn
     * @param log where the banner reports each choice
     * @param askedBy who asks for consent on a site without a generated banner
     */
    public record Consent(
            String cookie,
            String cookieOfAllRevisions,
            String declaredCookie,
            Optional<String> cookieWithoutDomain,
            Lifetime lifetime,
            Optional<String> domain,
            int revision,
            int computedRevision,
            boolean reload,
            Gpc gpc,
            Optional<Log> log,
            Optional<AskedBy> askedBy,
            SourcePositions positions) {

        /** Returns the key under which the browser keeps what belongs to the log. */
        public String logKey() {
            return cookieOfAllRevisions + "_log";
        }
    }

    /**
     * Where the banner reports each choice, so that the site can demonstrate consent.
     *
     * @param path a path of the site
     * @param retention how long the site keeps the reports
     */
    public record Log(String path, Lifetime retention) {}

    /**
     * Who asks for consent in place of a generated banner.
     *
     * @param name who it is, in words
     * @param tool the name of a hosted consent tool, if it is one
     * @param categories the tool's names of categories, by the id of the category
     */
    public record AskedBy(LocalizedText name, Optional<String> tool, Map<String, String> categories) {

        public AskedBy {
            categories = Collections.unmodifiableMap(new LinkedHashMap<>(categories));
        }
    }

    /**
     * A category with its services.
     *
     * @param needsConsent whether the category needs consent; a service in it may be exempt
     * @param reason why the category needs no consent
     * @param signals Google Consent Mode signals
     * @param signalsDeclared whether the signals are declared; otherwise they are the default ones
     */
    public record Category(
            String id,
            LocalizedText name,
            LocalizedText description,
            boolean needsConsent,
            Optional<LocalizedText> reason,
            List<String> signals,
            boolean signalsDeclared,
            List<Service> services,
            SourcePositions positions) {

        public boolean isNecessary() {
            return id.equals("necessary");
        }

        /** Returns this category with other services. */
        Category withServices(List<Service> others) {
            return new Category(
                    id, name, description, needsConsent, reason, signals, signalsDeclared, others, positions);
        }

        /** Returns whether the category sets one of Google's signals for advertising. */
        public boolean hasAdSignals() {
            return signals.stream().anyMatch(signal -> signal.startsWith("ad_"));
        }

        /** Returns whether a service of the category needs consent. */
        public boolean asksForConsent() {
            for (Service service : services) {
                if (service.needsConsent()) {
                    return true;
                }
            }
            return false;
        }
    }

    /**
     * The provider of a service.
     *
     * @param id the declared id; empty if the provider is the site itself
     * @param country ISO 3166-1 alpha-2, upper case
     * @param transfers the further countries to which data goes, as {@code country}
     */
    public record Provider(
            Optional<String> id,
            LocalizedText name,
            Optional<URI> url,
            Optional<LocalizedText> privacyPolicy,
            Optional<String> country,
            List<String> transfers,
            Optional<LocalizedText> safeguard,
            SourcePositions positions) {}

    /**
     * A service: what sets cookies, and for which purpose.
     *
     * @param category the id of its category
     * @param purpose the service's own purpose; the purpose of each cookie is resolved already
     * @param needsConsent whether the service needs consent
     * @param reason why the service is exempt in a category that needs consent
     * @param objection whether the service runs from the start and the visitor can switch it off; only for exempt services
     *     outside {@code necessary}
     * @param cookies in the order of the file; may be empty
     */
    public record Service(
            String id,
            String category,
            Provider provider,
            LocalizedText name,
            Optional<LocalizedText> location,
            Optional<LocalizedText> purpose,
            boolean needsConsent,
            Optional<LocalizedText> reason,
            boolean objection,
            List<NamePattern> scripts,
            List<NamePattern> frames,
            Optional<Lifetime> retention,
            boolean anonymous,
            List<Cookie> cookies,
            SourcePositions positions) {

        /** Returns whether the visitor decides about the service: it needs consent, or the visitor can object to it. */
        public boolean isOptional() {
            return needsConsent || objection;
        }

        /** Returns this service with other cookies. */
        Service withCookies(List<Cookie> others) {
            return new Service(
                    id,
                    category,
                    provider,
                    name,
                    location,
                    purpose,
                    needsConsent,
                    reason,
                    objection,
                    scripts,
                    frames,
                    retention,
                    anonymous,
                    others,
                    positions);
        }
    }

    /**
     * A domain of a cookie.
     *
     * @param name without a leading dot, in lower case
     * @param party whether it is a domain of the site
     */
    public record Domain(String name, Party party) {

        /** Returns whether the domains, at least one, are the site's, others', or both. */
        static Party party(List<Domain> domains) {
            Party party = domains.get(0).party();
            for (Domain domain : domains) {
                party = domain.party() == party ? party : Party.BOTH;
            }
            return party;
        }
    }

    /**
     * A cookie, a key of web storage, or a pixel.
     *
     * @param lifetime empty only for a pixel
     * @param domains the declared domains; none for a host-only cookie
     * @param path {@code /} unless declared
     */
    public record Cookie(
            NamePattern name,
            LocalizedText purpose,
            Optional<Lifetime> lifetime,
            Kind kind,
            List<Domain> domains,
            String path,
            Optional<Boolean> httpOnly,
            Optional<Boolean> secure,
            Optional<SameSite> sameSite,
            Optional<Boolean> partitioned,
            boolean renewed,
            Optional<Role> role,
            Optional<String> constant,
            Optional<LocalizedText> recipients,
            List<String> setBy,
            Party party,
            SourcePositions positions) {

        /** Returns this cookie with another name. */
        Cookie withName(NamePattern other) {
            return new Cookie(
                    other,
                    purpose,
                    lifetime,
                    kind,
                    domains,
                    path,
                    httpOnly,
                    secure,
                    sameSite,
                    partitioned,
                    renewed,
                    role,
                    constant,
                    recipients,
                    setBy,
                    party,
                    positions);
        }
    }

    /** The look of the banner. {@code texts} contains the overridden built-in texts by key. */
    public record Banner(
            BannerRuntime runtime,
            Accent accent,
            BannerLayout layout,
            BannerPosition position,
            Theme theme,
            Map<String, LocalizedText> texts,
            SourcePositions positions) {}

    /**
     * The content of the policy page.
     *
     * @param history how many releases the section {@code history} shows
     * @param texts the overridden built-in texts by key
     */
    public record Policy(
            List<Column> columns,
            List<Section> sections,
            int history,
            Map<String, LocalizedText> texts,
            SourcePositions positions) {}

    /** A rule finding that the site accepts. */
    public record Accepted(
            String rule,
            Optional<String> service,
            Optional<String> cookie,
            LocalizedText reason,
            SourcePositions positions) {}

    /**
     * A text, or all built-in texts, that some of the site's languages lack.
     *
     * @param position the position of the text, or of the languages if the plugin has no built-in texts for one
     * @param service the service to which the text belongs
     * @param cookie the cookie to which the text belongs
     * @param text the owner and name of the text, such as {@code service 'shop': its purpose}; empty if built-in texts
     *     are missing
     * @param languages the languages that lack the text
     * @param fallbackLanguage the language of the text that is shown instead
     * @param missing the texts to add
     */
    public record Gap(
            SourcePosition position,
            Optional<String> service,
            Optional<String> cookie,
            Optional<String> text,
            List<String> languages,
            String fallbackLanguage,
            List<Missing> missing) {}

    /**
     * A missing text.
     *
     * @param path its keys in the declaration
     * @param words the text that is shown instead
     */
    public record Missing(List<String> path, String words) {}

    /** Returns this charter with missing texts. */
    Charter withGaps(List<Gap> others) {
        return new Charter(source, site, consent, categories, providers, banner, policy, exceptions, unused, others);
    }

    /** Returns this charter with other categories. */
    Charter withCategories(List<Category> others) {
        return new Charter(source, site, consent, others, providers, banner, policy, exceptions, unused, gaps);
    }

    /** Returns all services, by category. */
    public List<Service> services() {
        List<Service> services = new ArrayList<>();
        for (Category category : categories) {
            services.addAll(category.services());
        }
        return services;
    }

    /** Returns all cookies, by category and service. */
    public List<Cookie> cookies() {
        List<Cookie> cookies = new ArrayList<>();
        for (Service service : services()) {
            cookies.addAll(service.cookies());
        }
        return cookies;
    }

    /** Returns whether a service needs the visitor's consent. */
    public boolean needsConsent() {
        for (Category category : categories) {
            if (category.asksForConsent()) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether the visitor can object to a service. */
    public boolean allowsObjection() {
        return services().stream().anyMatch(Service::objection);
    }

    /**
     * Returns whether a banner is generated: there is a runtime, and the visitor decides about a service. The banner opens by
     * itself only if a service {@linkplain #needsConsent needs consent}.
     */
    public boolean hasBanner() {
        return banner.runtime() != BannerRuntime.NONE && (needsConsent() || allowsObjection());
    }

    /**
     * Returns whether Global Privacy Control refuses something: the site honours it, and a service needs consent or is one of
     * advertising, to which the signal is an objection.
     */
    public boolean honoursSignal() {
        return consent.gpc() == Gpc.HONOUR
                && (needsConsent()
                        || categories.stream()
                                .anyMatch(category -> category.hasAdSignals()
                                        && category.services().stream().anyMatch(Service::objection)));
    }
}
