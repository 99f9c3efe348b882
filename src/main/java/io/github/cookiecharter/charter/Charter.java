package io.github.cookiecharter.charter;

import io.github.cookiecharter.model.BannerLayout;
import io.github.cookiecharter.model.BannerPosition;
import io.github.cookiecharter.model.BannerRuntime;
import io.github.cookiecharter.model.Column;
import io.github.cookiecharter.model.Gpc;
import io.github.cookiecharter.model.Jurisdiction;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The declaration resolved: what it means once defaults are applied, references followed, texts found for each
 * language and the consent cookie added. Immutable; everything behind the declaration reads this and never the YAML.
 *
 * @param source the declaration's file name, without its path
 * @param site what the charter is about
 * @param consent how the visitor's choice is kept
 * @param categories the categories that some service uses: the built-in ones in their order, then the site's own
 * @param providers the declared providers, in the order of the file, used or not
 * @param banner how the banner looks; whether there is one tells {@link #hasBanner()}
 * @param policy what the policy page shows
 * @param exceptions rule findings that the site accepts
 * @param unused the declared categories that no service uses, and that no artefact shows
 * @param gaps the texts that a language of the site goes without, in no particular order
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
     * @param jurisdictions as named, each with those that it brings along
     * @param contact an e-mail address, a URL or a path
     * @param privacyPolicy a URL or a path for each language
     * @param cookiePolicy where the site publishes the charter, if not on the generated page
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
            Optional<LocalDate> updated,
            SourcePositions positions) {

        public String defaultLanguage() {
            return languages.get(0);
        }
    }

    /**
     * How the visitor's choice is kept.
     *
     * @param cookie the name of the cookie that records the choice, as it is really stored: with some runtimes it ends
     *     in the revision
     * @param declaredCookie the name as the declaration has it
     * @param lifetime how long the choice is kept
     * @param domain the domain that shares the choice, without a leading dot
     * @param revision what visitors are asked to agree to, as a number from 1 to 2147483647
     * @param computedRevision the revision as computed, whether or not the declaration overrides it
     * @param reload whether the page is reloaded when consent is withdrawn
     */
    public record Consent(
            String cookie,
            String declaredCookie,
            Lifetime lifetime,
            Optional<String> domain,
            int revision,
            int computedRevision,
            boolean reload,
            Gpc gpc,
            SourcePositions positions) {}

    /**
     * A category with the services in it.
     *
     * @param needsConsent whether the category as such needs consent; a service in it may be exempt
     * @param reason why a category that could need consent does not
     * @param signals Google Consent Mode signals
     * @param signalsDeclared whether the declaration names the signals; else they are the usual ones
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

        /** The same category with other services. */
        Category withServices(List<Service> others) {
            return new Category(id, name, description, needsConsent, reason, signals, signalsDeclared, others, positions);
        }

        /** Whether some service of the category waits for consent. */
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
     * Who stands behind a service.
     *
     * @param id the declared id; empty where the provider is the site itself
     * @param country ISO 3166-1 alpha-2, upper case
     */
    public record Provider(
            Optional<String> id,
            LocalizedText name,
            Optional<URI> url,
            Optional<LocalizedText> privacyPolicy,
            Optional<String> country,
            Optional<LocalizedText> safeguard,
            SourcePositions positions) {}

    /**
     * What sets cookies, and why.
     *
     * @param category the id of its category
     * @param purpose the service's own purpose; each cookie has its purpose already resolved
     * @param needsConsent whether the service waits for consent
     * @param reason why a service is exempt in a category that needs consent
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
            List<NamePattern> scripts,
            List<NamePattern> frames,
            Optional<Lifetime> retention,
            boolean anonymous,
            List<Cookie> cookies,
            SourcePositions positions) {

        /** The same service with other cookies. */
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
                    scripts,
                    frames,
                    retention,
                    anonymous,
                    others,
                    positions);
        }
    }

    /**
     * A cookie, a key of web storage, or a pixel.
     *
     * @param lifetime empty for a pixel alone
     * @param domain as declared, without a leading dot, in lower case; empty where only the host that set it gets it
     * @param path {@code /} unless declared
     */
    public record Cookie(
            NamePattern name,
            LocalizedText purpose,
            Optional<Lifetime> lifetime,
            Kind kind,
            Optional<String> domain,
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

        /** The same cookie under another name. */
        Cookie withName(NamePattern other) {
            return new Cookie(
                    other,
                    purpose,
                    lifetime,
                    kind,
                    domain,
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

    /** How the banner looks. {@code texts} holds the overridden built-in texts by their key. */
    public record Banner(
            BannerRuntime runtime,
            BannerLayout layout,
            BannerPosition position,
            Theme theme,
            Map<String, LocalizedText> texts,
            SourcePositions positions) {}

    /** What the policy page shows. {@code texts} holds the overridden built-in texts by their key. */
    public record Policy(
            List<Column> columns, List<Section> sections, Map<String, LocalizedText> texts, SourcePositions positions) {}

    /** A rule finding that the site accepts. */
    public record Accepted(
            String rule,
            Optional<String> service,
            Optional<String> cookie,
            LocalizedText reason,
            SourcePositions positions) {}

    /**
     * A text, or all the plugin's own texts, that some of the site's languages go without.
     *
     * @param position where the text was written, or the languages where the plugin has no texts of its own
     * @param service the service that it is about
     * @param cookie the cookie that it is about
     * @param text whose text it is and which, such as {@code service 'shop': its purpose}; empty where what is missing
     *     are the plugin's own texts
     * @param languages the languages that go without
     * @param fallbackLanguage the language whose words take their place
     * @param missing what would have to be written
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
     * A text that is missing.
     *
     * @param path the keys that lead to it in the declaration
     * @param words the words that take its place
     */
    public record Missing(List<String> path, String words) {}

    /** The same charter with what its languages go without. */
    Charter withGaps(List<Gap> others) {
        return new Charter(source, site, consent, categories, providers, banner, policy, exceptions, unused, others);
    }

    /** The same charter with other categories. */
    Charter withCategories(List<Category> others) {
        return new Charter(source, site, consent, others, providers, banner, policy, exceptions, unused, gaps);
    }

    /** All services, by category. */
    public List<Service> services() {
        List<Service> services = new ArrayList<>();
        for (Category category : categories) {
            services.addAll(category.services());
        }
        return services;
    }

    /** All cookies, by category and service. */
    public List<Cookie> cookies() {
        List<Cookie> cookies = new ArrayList<>();
        for (Service service : services()) {
            cookies.addAll(service.cookies());
        }
        return cookies;
    }

    /** Whether some service waits for the visitor's consent. */
    public boolean needsConsent() {
        for (Category category : categories) {
            if (category.asksForConsent()) {
                return true;
            }
        }
        return false;
    }

    /** Whether a banner is generated: something needs consent, and a runtime is to ask for it. */
    public boolean hasBanner() {
        return banner.runtime() != BannerRuntime.NONE && needsConsent();
    }
}
