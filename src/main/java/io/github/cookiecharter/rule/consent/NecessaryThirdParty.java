package io.github.cookiecharter.rule.consent;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.Charter.Cookie;
import io.github.cookiecharter.charter.Charter.Service;
import io.github.cookiecharter.charter.LocalizedText;
import io.github.cookiecharter.charter.LocalizedText.Phrase;
import io.github.cookiecharter.model.Kind;
import io.github.cookiecharter.model.Lifetime;
import io.github.cookiecharter.model.diagnostic.SafeText;
import io.github.cookiecharter.rule.Finding;
import io.github.cookiecharter.rule.LegalSources;
import io.github.cookiecharter.rule.Rule;
import io.github.cookiecharter.rule.RuleInfo;
import io.github.cookiecharter.rule.Severity;
import io.github.cookiecharter.rule.data.CookieCatalogue;
import io.github.cookiecharter.rule.data.KnownAddresses;
import io.github.cookiecharter.rule.data.SiteHosts;
import io.github.cookiecharter.rule.data.TextWords;
import io.github.cookiecharter.rule.data.TextWords.Subject;
import java.util.Optional;
import java.util.function.Consumer;

/** Reports services of third parties, and advertising, that claim to be strictly necessary. */
public final class NecessaryThirdParty implements Rule {

    private static final RuleInfo INFO = RuleInfo.of("necessary-third-party", Severity.WARNING)
            .titled("What is strictly necessary is the site's own, or has a role")
            .in("eu", "uk")
            .citing(LegalSources.workingParty());

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Charter charter, Consumer<Finding> findings) {
        for (Service service : charter.services()) {
            if (claimsNecessity(service)) {
                advertising(charter, service)
                        .or(() -> thirdPartyCookie(charter, service))
                        .or(() -> thirdPartyAddress(charter, service))
                        .ifPresent(findings);
            }
        }
    }

    private static boolean claimsNecessity(Service service) {
        return switch (service.category()) {
            case "necessary" -> true;
            case "preferences", "statistics", "marketing" -> false;
            default -> !service.needsConsent();
        };
    }

    // ---- advertising ------------------------------------------------------------------------------------------------

    private Optional<Finding> advertising(Charter charter, Service service) {
        if (service.purpose().isPresent()
                && isAdvertising(charter, service.purpose().get())) {
            return Optional.of(
                    Finding.of(this, severity(), service.positions().of("purpose"), advertisingMessage("the service"))
                            .in(service));
        }
        for (Cookie cookie : service.cookies()) {
            boolean isOwnPurpose = cookie.positions().keys().containsKey("purpose");
            if (isOwnPurpose && isAdvertising(charter, cookie.purpose())) {
                return Optional.of(
                        Finding.of(this, severity(), cookie.positions().of("purpose"), advertisingMessage("the cookie"))
                                .in(service)
                                .on(cookie));
            }
        }
        return Optional.empty();
    }

    // The cookie that keeps the visitor's choice about advertising is necessary.
    private static boolean isAdvertising(Charter charter, LocalizedText purpose) {
        for (String language : charter.site().languages()) {
            Phrase phrase = purpose.in(language);
            String textLanguage = phrase.language().isEmpty() ? language : phrase.language();
            if (TextWords.find(Subject.ADVERTISING, phrase.text(), textLanguage).isPresent()
                    && TextWords.find(Subject.CHOICE, phrase.text(), textLanguage)
                            .isEmpty()
                    && TextWords.find(Subject.ASKED, phrase.text(), textLanguage)
                            .isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private static String advertisingMessage(String subject) {
        return subject
                + " serves advertising or marketing by its purpose, which is usually not strictly necessary: declare"
                + " it in 'marketing', or describe what it does besides";
    }

    // ---- third parties ----------------------------------------------------------------------------------------------

    private Optional<Finding> thirdPartyCookie(Charter charter, Service service) {
        if (serves(charter, service)) {
            return Optional.empty();
        }
        for (Cookie cookie : service.cookies()) {
            if (cookie.kind() == Kind.COOKIE
                    && cookie.role().isEmpty()
                    && !(cookie.lifetime().orElse(new Lifetime.Session()) instanceof Lifetime.Session)
                    && SiteHosts.isForeign(charter.site(), cookie)
                    && !isKnown(service, cookie)) {
                return Optional.of(Finding.of(
                                this,
                                severity(),
                                cookie.positions().of("domain"),
                                "a third party's cookie that outlives the visit is usually not strictly necessary: state its"
                                        + " 'role', such as 'login', or let the service wait for consent")
                        .in(service)
                        .on(cookie));
            }
        }
        return Optional.empty();
    }

    private Optional<Finding> thirdPartyAddress(Charter charter, Service service) {
        if (serves(charter, service) || hasRole(service)) {
            return Optional.empty();
        }
        for (KnownAddresses.Declared address : KnownAddresses.of(service)) {
            if (!SiteHosts.isOwn(charter.site(), address.host()) && !isAccepted(service, address)) {
                Finding finding = Finding.of(
                                this,
                                severity(),
                                address.pixel()
                                        .map(pixel -> pixel.positions().entry())
                                        .orElse(service.positions().of(address.key())),
                                "what is loaded from " + SafeText.quote(address.host())
                                        + ", a third party, is usually not strictly necessary: state the 'role' of its"
                                        + " cookies, say in 'purpose' what the visitor asks for, or let the service wait for"
                                        + " consent")
                        .in(service);
                return Optional.of(address.pixel().map(finding::on).orElse(finding));
            }
        }
        return Optional.empty();
    }

    // A purpose that speaks of what visitors ask for, such as a payment, may well be necessary.
    private static boolean serves(Charter charter, Service service) {
        for (String language : charter.site().languages()) {
            if (service.purpose().isPresent() && asks(service.purpose().get(), language)) {
                return true;
            }
            for (Cookie cookie : service.cookies()) {
                if (asks(cookie.purpose(), language)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean asks(LocalizedText purpose, String language) {
        Phrase phrase = purpose.in(language);
        String textLanguage = phrase.language().isEmpty() ? language : phrase.language();
        return TextWords.find(Subject.ASKED, phrase.text(), textLanguage).isPresent()
                || TextWords.find(Subject.CHOICE, phrase.text(), textLanguage).isPresent();
    }

    private static boolean hasRole(Service service) {
        for (Cookie cookie : service.cookies()) {
            if (cookie.role().isPresent()) {
                return true;
            }
        }
        return false;
    }

    // Another rule reports trackers; what the catalogue calls necessary, or asked for, is accepted.
    private static boolean isKnown(Service service, Cookie cookie) {
        for (CookieCatalogue.Entry entry :
                CookieCatalogue.findByName(cookie.name().text())) {
            boolean isAskedFor = entry.category().equals("preferences")
                    && !service.category().equals("necessary");
            if (entry.category().equals("necessary")
                    || isAskedFor
                    || (entry.isTracker() && entry.isConfirmedBy(service, cookie))) {
                return true;
            }
        }
        return false;
    }

    // In a category of the site's own the declaration gives the reason, such as a chat that the visitor opens.
    private static boolean isAccepted(Service service, KnownAddresses.Declared address) {
        return KnownAddresses.find(address)
                .filter(known -> !known.category().equals("request")
                        || !service.category().equals("necessary"))
                .isPresent();
    }
}
