package io.github.cookiecharter.charter;

import io.github.cookiecharter.charter.Charter.AskedBy;
import io.github.cookiecharter.charter.Charter.Category;
import io.github.cookiecharter.charter.Charter.Consent;
import io.github.cookiecharter.charter.Charter.Service;
import io.github.cookiecharter.charter.Charter.Site;
import io.github.cookiecharter.charter.LocalizedTextResolver.Owner;
import io.github.cookiecharter.declaration.Declaration;
import io.github.cookiecharter.model.BannerRuntime;
import io.github.cookiecharter.model.Gpc;
import io.github.cookiecharter.model.Lifetime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Resolves how the visitor's choice is stored: its record's name, revision, domain and lifetime. */
final class ConsentResolver {

    private static final Lifetime DEFAULT_LIFETIME = new Lifetime.Lasting(6, ChronoUnit.MONTHS);

    private static final Owner OWNER = Owner.of("the consent's ", "consent");

    private ConsentResolver() {}

    static Consent resolve(
            Declaration.Consent declared,
            Site site,
            List<Category> categories,
            BannerRuntime runtime,
            LocalizedTextResolver texts) {
        List<Service> services = categories.stream()
                .flatMap(category -> category.services().stream())
                .toList();
        int computed = CharterRevision.compute(services, site.defaultLanguage());
        int revision = declared.revision().orElse(computed);
        Optional<String> domain = declared.domain().map(HostNames::normalizeDomain);
        RecordName name = RecordName.of(declared, site, services, domain);
        String suffix = runtime.namesRecordByRevision() ? "-r" + revision : "";
        return new Consent(
                name.current() + suffix,
                name.current(),
                name.inCode(),
                name.withoutDomain().map(other -> other + suffix),
                declared.lifetime().orElse(DEFAULT_LIFETIME),
                domain,
                revision,
                computed,
                declared.reload().orElse(true),
                declared.gpc().orElse(Gpc.HONOUR),
                declared.log().map(log -> new Charter.Log(log.path(), log.retention())),
                declared.askedBy().map(asker -> resolveAskedBy(asker, texts)),
                declared.positions());
    }

    private static AskedBy resolveAskedBy(Declaration.AskedBy declared, LocalizedTextResolver texts) {
        return new AskedBy(
                texts.resolveUniversal(declared.text(), OWNER, "asked-by")
                        .orElseGet(() -> texts.verbatim(declared.tool().orElse(""))),
                declared.tool(),
                declared.categories());
    }
}
