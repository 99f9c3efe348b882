package io.github.cookiecharter.charter;

import io.github.cookiecharter.charter.Charter.Category;
import io.github.cookiecharter.charter.Charter.Consent;
import io.github.cookiecharter.charter.Charter.Cookie;
import io.github.cookiecharter.charter.Charter.Provider;
import io.github.cookiecharter.charter.Charter.Service;
import io.github.cookiecharter.model.Kind;
import io.github.cookiecharter.model.NamePattern;
import io.github.cookiecharter.model.Party;
import io.github.cookiecharter.model.SameSite;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Adds the cookie that stores the visitor's choice, which is a cookie of the site like any other. */
final class ConsentCookie {

    private ConsentCookie() {}

    /**
     * Adds the consent cookie, with its stored name, to the category {@code necessary}; returns the charter unchanged
     * if it has no banner or a service declares that cookie.
     */
    static Charter addTo(Charter asDeclared, Provider theSite, LocalizedTextResolver texts) {
        if (!asDeclared.hasBanner()) {
            return asDeclared;
        }
        Charter charter = withStoredNames(asDeclared);
        Charter complete = isDeclared(charter) ? charter : withService(charter, service(charter, theSite, texts));
        return ConsentLogEntry.addTo(complete, theSite, texts);
    }

    /** Adds a service to the category {@code necessary}. */
    static Charter withService(Charter charter, Service service) {
        List<Category> categories = new ArrayList<>();
        for (Category category : charter.categories()) {
            if (category.isNecessary()) {
                List<Service> services = new ArrayList<>(category.services());
                services.add(service);
                categories.add(category.withServices(List.copyOf(services)));
            } else {
                categories.add(category);
            }
        }
        return charter.withCategories(List.copyOf(categories));
    }

    // If the record's name ends in the revision, a site cannot declare its stored name: the charter replaces the
    // declared one.
    private static Charter withStoredNames(Charter charter) {
        if (charter.consent().cookie().equals(charter.consent().declaredCookie())) {
            return charter;
        }
        List<Category> categories = new ArrayList<>();
        for (Category category : charter.categories()) {
            List<Service> services = new ArrayList<>();
            for (Service service : category.services()) {
                services.add(service.withCookies(withStoredNames(service.cookies(), charter.consent())));
            }
            categories.add(category.withServices(List.copyOf(services)));
        }
        return charter.withCategories(List.copyOf(categories));
    }

    private static List<Cookie> withStoredNames(List<Cookie> cookies, Consent consent) {
        List<Cookie> stored = new ArrayList<>();
        for (Cookie cookie : cookies) {
            boolean isRecord = cookie.kind() == Kind.COOKIE
                    && cookie.party().includesFirst()
                    && cookie.name().text().equals(consent.declaredCookie());
            stored.add(isRecord ? cookie.withName(new NamePattern(consent.cookie())) : cookie);
        }
        return List.copyOf(stored);
    }

    // A pattern of another category may match the name by accident; a necessary one is taken for a declaration.
    private static boolean isDeclared(Charter charter) {
        String name = charter.consent().cookie();
        for (Service service : charter.services()) {
            boolean isNecessary = service.category().equals("necessary");
            for (Cookie cookie : service.cookies()) {
                boolean isConsentCookie = cookie.name().text().equals(name)
                        || (isNecessary && cookie.name().matches(name));
                if (isConsentCookie
                        && cookie.kind() == Kind.COOKIE
                        && cookie.party().includesFirst()) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Service service(Charter charter, Provider theSite, LocalizedTextResolver texts) {
        return new Service(
                unusedId("cookie-consent", charter),
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
                Optional.empty(),
                false,
                List.of(cookie(charter, texts)),
                charter.consent().positions());
    }

    // The attributes that the runtimes set.
    private static Cookie cookie(Charter charter, LocalizedTextResolver texts) {
        Consent consent = charter.consent();
        boolean https = "https".equalsIgnoreCase(charter.site().url().getScheme());
        return new Cookie(
                new NamePattern(consent.cookie()),
                texts.builtIn("consent-cookie.purpose"),
                Optional.of(consent.lifetime()),
                Kind.COOKIE,
                consent.domain().isEmpty()
                        ? List.of()
                        : List.of(new Charter.Domain(consent.domain().get(), Party.FIRST)),
                "/",
                Optional.of(false),
                https ? Optional.of(true) : Optional.empty(),
                Optional.of(SameSite.LAX),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Party.FIRST,
                consent.positions());
    }

    /** Returns an id that no service has: the wanted one, or that with a number. */
    static String unusedId(String wanted, Charter charter) {
        String id = wanted;
        int next = 2;
        while (isTaken(charter, id)) {
            id = wanted + "-" + next++;
        }
        return id;
    }

    private static boolean isTaken(Charter charter, String id) {
        for (Service service : charter.services()) {
            if (service.id().equals(id)) {
                return true;
            }
        }
        return false;
    }
}
