package io.github.cookiecharter.declaration;

import io.github.cookiecharter.jurisdiction.Jurisdiction;
import io.github.cookiecharter.model.BannerLayout;
import io.github.cookiecharter.model.BannerPosition;
import io.github.cookiecharter.model.BannerRuntime;
import io.github.cookiecharter.model.Colour;
import io.github.cookiecharter.model.Column;
import io.github.cookiecharter.model.Gpc;
import io.github.cookiecharter.model.Kind;
import io.github.cookiecharter.model.Lifetime;
import io.github.cookiecharter.model.NamePattern;
import io.github.cookiecharter.model.Role;
import io.github.cookiecharter.model.SameSite;
import io.github.cookiecharter.model.Section;
import io.github.cookiecharter.model.Theme;
import io.github.cookiecharter.model.diagnostic.SourcePositions;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A {@code cookies.yaml} as it is written, format 1: every value is well formed and every reference resolves, but no
 * default is applied. Missing values are empty.
 */
public record Declaration(
        Site site,
        Consent consent,
        List<Category> categories,
        List<Provider> providers,
        List<Service> services,
        Banner banner,
        Policy policy,
        List<Accepted> exceptions) {

    /** The key {@code site}. Language tags are in canonical case; the first is the default language. */
    public record Site(
            DeclaredText name,
            URI url,
            List<String> hosts,
            List<String> languages,
            List<Jurisdiction> jurisdictions,
            Optional<DeclaredText> controller,
            Optional<String> contact,
            Optional<DeclaredText> privacyPolicy,
            Optional<DeclaredText> cookiePolicy,
            Optional<Authority> authority,
            Optional<String> optOut,
            Optional<LocalDate> updated,
            SourcePositions positions) {}

    /** The key {@code site.authority}. */
    public record Authority(DeclaredText name, Optional<URI> url) {}

    /** The key {@code consent}. */
    public record Consent(
            Optional<String> cookie,
            Optional<Lifetime> lifetime,
            Optional<String> domain,
            OptionalInt revision,
            Optional<Boolean> reload,
            Optional<Gpc> gpc,
            Optional<Log> log,
            Optional<AskedBy> askedBy,
            SourcePositions positions) {}

    /** The keys {@code consent.log} and {@code consent.log-retention}. */
    public record Log(String path, Lifetime retention) {}

    /**
     * The key {@code consent.asked-by}: either a text, or a tool.
     *
     * @param tool the name of a hosted consent tool
     * @param categories the tool's names of categories, by the id of the category
     */
    public record AskedBy(Optional<DeclaredText> text, Optional<String> tool, Map<String, String> categories) {}

    /** One entry of {@code categories}. {@code consentRequired} is empty where {@code consent} is not written. */
    public record Category(
            String id,
            Optional<DeclaredText> name,
            Optional<DeclaredText> description,
            Optional<Boolean> consentRequired,
            Optional<DeclaredText> reason,
            Optional<List<String>> signals,
            SourcePositions positions) {}

    /** One entry of {@code providers}. {@code country} and {@code transfers} are in upper case. */
    public record Provider(
            String id,
            Optional<DeclaredText> name,
            Optional<URI> url,
            Optional<DeclaredText> privacyPolicy,
            Optional<String> country,
            List<String> transfers,
            Optional<DeclaredText> safeguard,
            SourcePositions positions) {}

    /**
     * One entry of {@code services}. {@code exempt} is true where {@code consent: exempt} is written, and {@code objection}
     * is empty where that key is not.
     */
    public record Service(
            String id,
            String category,
            Optional<String> provider,
            Optional<DeclaredText> name,
            Optional<DeclaredText> location,
            Optional<DeclaredText> purpose,
            boolean exempt,
            Optional<DeclaredText> reason,
            Optional<Boolean> objection,
            List<NamePattern> scripts,
            List<NamePattern> frames,
            Optional<Lifetime> retention,
            boolean anonymous,
            List<Cookie> cookies,
            SourcePositions positions) {}

    /** One entry of a service's {@code cookies}. {@code positions.entry()} is the position of the name. */
    public record Cookie(
            NamePattern name,
            Optional<DeclaredText> purpose,
            Optional<Lifetime> lifetime,
            Kind kind,
            List<String> domains,
            Optional<String> path,
            Optional<Boolean> httpOnly,
            Optional<Boolean> secure,
            Optional<SameSite> sameSite,
            Optional<Boolean> partitioned,
            boolean renewed,
            Optional<Role> role,
            Optional<String> constant,
            Optional<DeclaredText> recipients,
            List<String> setBy,
            SourcePositions positions) {}

    /** The key {@code banner}. {@code texts} holds the overridden built-in texts by their key. */
    public record Banner(
            Optional<BannerRuntime> runtime,
            Optional<Colour> accent,
            Optional<BannerLayout> layout,
            Optional<BannerPosition> position,
            Optional<Theme> theme,
            Map<String, DeclaredText> texts,
            SourcePositions positions) {}

    /** The key {@code policy}. {@code texts} holds the overridden built-in texts by their key. */
    public record Policy(
            Optional<List<Column>> columns,
            Optional<List<Section>> sections,
            OptionalInt history,
            Map<String, DeclaredText> texts,
            SourcePositions positions) {}

    /** One entry of {@code exceptions}: a rule finding that the site accepts. */
    public record Accepted(
            String rule,
            Optional<String> service,
            Optional<String> cookie,
            DeclaredText reason,
            SourcePositions positions) {}
}
