package io.github.cookiecharter.declaration;

import io.github.cookiecharter.vocabulary.BannerLayout;
import io.github.cookiecharter.vocabulary.BannerPosition;
import io.github.cookiecharter.vocabulary.BannerRuntime;
import io.github.cookiecharter.vocabulary.Column;
import io.github.cookiecharter.vocabulary.Gpc;
import io.github.cookiecharter.vocabulary.Jurisdiction;
import io.github.cookiecharter.vocabulary.Kind;
import io.github.cookiecharter.vocabulary.Lifetime;
import io.github.cookiecharter.vocabulary.NamePattern;
import io.github.cookiecharter.vocabulary.Places;
import io.github.cookiecharter.vocabulary.Role;
import io.github.cookiecharter.vocabulary.SameSite;
import io.github.cookiecharter.vocabulary.Section;
import io.github.cookiecharter.vocabulary.Theme;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A {@code cookies.yaml} as it is written, format 1: every value is well formed and every reference leads somewhere,
 * but no default is applied. What was not written is empty.
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
            Text name,
            URI url,
            List<String> hosts,
            List<String> languages,
            List<Jurisdiction> jurisdictions,
            Optional<Text> controller,
            Optional<String> contact,
            Optional<Text> privacyPolicy,
            Optional<Text> cookiePolicy,
            Optional<LocalDate> updated,
            Places places) {}

    /** The key {@code consent}. */
    public record Consent(
            Optional<String> cookie,
            Optional<Lifetime> lifetime,
            Optional<String> domain,
            OptionalInt revision,
            Optional<Boolean> reload,
            Optional<Gpc> gpc,
            Places places) {}

    /** One entry of {@code categories}. {@code consentRequired} is empty where {@code consent} is not written. */
    public record Category(
            String id,
            Optional<Text> name,
            Optional<Text> description,
            Optional<Boolean> consentRequired,
            Optional<Text> reason,
            Optional<List<String>> signals,
            Places places) {}

    /** One entry of {@code providers}. {@code country} is in upper case. */
    public record Provider(
            String id,
            Optional<Text> name,
            Optional<URI> url,
            Optional<Text> privacyPolicy,
            Optional<String> country,
            Optional<Text> safeguard,
            Places places) {}

    /** One entry of {@code services}. {@code exempt} is true where {@code consent: exempt} is written. */
    public record Service(
            String id,
            String category,
            Optional<String> provider,
            Optional<Text> name,
            Optional<Text> location,
            Optional<Text> purpose,
            boolean exempt,
            Optional<Text> reason,
            List<NamePattern> scripts,
            List<NamePattern> frames,
            Optional<Lifetime> retention,
            boolean anonymous,
            List<Cookie> cookies,
            Places places) {}

    /** One entry of a service's {@code cookies}. {@code places.self()} is the place of the name. */
    public record Cookie(
            NamePattern name,
            Optional<Text> purpose,
            Optional<Lifetime> lifetime,
            Kind kind,
            Optional<String> domain,
            Optional<String> path,
            Optional<Boolean> httpOnly,
            Optional<Boolean> secure,
            Optional<SameSite> sameSite,
            Optional<Boolean> partitioned,
            boolean renewed,
            Optional<Role> role,
            Optional<String> constant,
            Optional<Text> recipients,
            List<String> setBy,
            Places places) {}

    /** The key {@code banner}. {@code texts} holds the overridden built-in texts by their key. */
    public record Banner(
            Optional<BannerRuntime> runtime,
            Optional<BannerLayout> layout,
            Optional<BannerPosition> position,
            Optional<Theme> theme,
            Map<String, Text> texts,
            Places places) {}

    /** The key {@code policy}. {@code texts} holds the overridden built-in texts by their key. */
    public record Policy(
            Optional<List<Column>> columns, Optional<List<Section>> sections, Map<String, Text> texts, Places places) {}

    /** One entry of {@code exceptions}: a rule finding that the site accepts. */
    public record Accepted(
            String rule, Optional<String> service, Optional<String> cookie, Text reason, Places places) {}
}
