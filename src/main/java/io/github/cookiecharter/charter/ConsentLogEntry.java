package io.github.cookiecharter.charter;

import io.github.cookiecharter.charter.Charter.Consent;
import io.github.cookiecharter.charter.Charter.Cookie;
import io.github.cookiecharter.charter.Charter.Provider;
import io.github.cookiecharter.charter.Charter.Service;
import io.github.cookiecharter.model.Kind;
import io.github.cookiecharter.model.Lifetime;
import io.github.cookiecharter.model.NamePattern;
import io.github.cookiecharter.model.Party;
import java.util.List;
import java.util.Optional;

/**
 * Adds what the browser keeps for the consent log: the random id of the visitor's record, and the reports that the site has
 * not taken yet. The service says how long the site keeps them.
 */
final class ConsentLogEntry {

    private ConsentLogEntry() {}

    /** Adds the service of the log to the category {@code necessary}; returns the charter unchanged without a log. */
    static Charter addTo(Charter charter, Provider theSite, LocalizedTextResolver texts) {
        Optional<Charter.Log> log = charter.consent().log();
        return log.isEmpty()
                ? charter
                : ConsentCookie.withService(charter, service(charter, log.get(), theSite, texts));
    }

    private static Service service(Charter charter, Charter.Log log, Provider theSite, LocalizedTextResolver texts) {
        return new Service(
                ConsentCookie.unusedId("consent-log", charter),
                "necessary",
                theSite,
                texts.builtIn("consent-cookie.service"),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                false,
                List.of(),
                List.of(),
                Optional.of(log.retention()),
                false,
                List.of(entry(charter.consent(), texts)),
                charter.consent().positions());
    }

    // The banner's script drops it with the choice.
    private static Cookie entry(Consent consent, LocalizedTextResolver texts) {
        boolean isSession = consent.lifetime() instanceof Lifetime.Session;
        return new Cookie(
                new NamePattern(consent.logKey()),
                texts.builtIn("consent-log.purpose"),
                Optional.of(consent.lifetime()),
                isSession ? Kind.SESSION_STORAGE : Kind.LOCAL_STORAGE,
                List.of(),
                "/",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Party.FIRST,
                consent.positions());
    }
}
