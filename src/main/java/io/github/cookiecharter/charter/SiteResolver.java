package io.github.cookiecharter.charter;

import io.github.cookiecharter.charter.Charter.Site;
import io.github.cookiecharter.charter.Charter.SupervisoryAuthority;
import io.github.cookiecharter.charter.LocalizedTextResolver.Owner;
import io.github.cookiecharter.declaration.Declaration;
import io.github.cookiecharter.jurisdiction.Jurisdiction;
import io.github.cookiecharter.jurisdiction.Jurisdictions;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Resolves what a declaration says of the site: its hosts, its jurisdictions and those that they include, its authorities. */
final class SiteResolver {

    private static final Owner OWNER = Owner.of("the site's ", "site");

    private SiteResolver() {}

    /**
     * Resolves a site.
     *
     * @param languages those of the site, the default language first
     */
    static Site resolve(Declaration.Site declared, List<String> languages, LocalizedTextResolver texts) {
        String host = declared.url().getHost().toLowerCase(Locale.ROOT);
        List<String> hosts = new ArrayList<>();
        for (String further : declared.hosts()) {
            hosts.add(further.toLowerCase(Locale.ROOT));
        }
        List<Jurisdiction> jurisdictions = resolveJurisdictions(declared.jurisdictions());
        return new Site(
                texts.resolveUniversal(declared.name(), OWNER, "name"),
                declared.url(),
                host,
                List.copyOf(hosts),
                List.copyOf(languages),
                jurisdictions,
                texts.resolveUniversal(declared.controller(), OWNER, "controller"),
                declared.contact(),
                texts.resolveUniversal(declared.privacyPolicy(), OWNER, "privacy-policy"),
                texts.resolveUniversal(declared.cookiePolicy(), OWNER, "cookie-policy"),
                resolveAuthorities(declared.authority(), jurisdictions, texts),
                declared.optOut(),
                declared.updated(),
                declared.positions());
    }

    private static List<SupervisoryAuthority> resolveAuthorities(
            Optional<Declaration.Authority> declared, List<Jurisdiction> jurisdictions, LocalizedTextResolver texts) {
        if (declared.isPresent()) {
            return List.of(new SupervisoryAuthority(
                    texts.resolveUniversal(
                            declared.get().name(), Owner.of("the authority's ", "site", "authority"), "name"),
                    declared.get().url()));
        }
        return Charter.mostSpecific(jurisdictions).stream()
                .map(Jurisdiction::authority)
                .flatMap(Optional::stream)
                .map(authority ->
                        new SupervisoryAuthority(texts.resolve(authority.name()), Optional.of(authority.url())))
                .toList();
    }

    private static List<Jurisdiction> resolveJurisdictions(List<Jurisdiction> named) {
        if (named.isEmpty()) {
            return List.of(Jurisdictions.builtIn().get(Jurisdictions.DEFAULT));
        }
        Set<Jurisdiction> all = new LinkedHashSet<>(named);
        for (Jurisdiction jurisdiction : named) {
            all.addAll(jurisdiction.lineage());
        }
        return List.copyOf(all);
    }
}
