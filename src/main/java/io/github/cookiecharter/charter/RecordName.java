package io.github.cookiecharter.charter;

import io.github.cookiecharter.charter.Charter.Service;
import io.github.cookiecharter.charter.Charter.Site;
import io.github.cookiecharter.declaration.Declaration;
import io.github.cookiecharter.model.Kind;
import java.util.List;
import java.util.Optional;

/**
 * The name of the cookie that records the choice, without a revision.
 *
 * <p>Applications behind one host see each other's cookies. Under one name, each would take the record of another for one
 * of its own that is out of date, and ask again after every change between them. Therefore a name that the declaration
 * does not state ends in a mark of the application: its name and address tell it from others. With {@code consent.domain}
 * the applications mean to share a choice, as far as they ask for the same: then the services make the mark.
 *
 * @param current the name in the browser
 * @param inCode the name in code, which has no mark
 * @param withoutDomain the name before {@code consent.domain} was added, if that is another one: its record stays valid
 */
record RecordName(String current, String inCode, Optional<String> withoutDomain) {

    private static final String DEFAULT = "cookie_consent";
    private static final String DIGITS = "0123456789abcdefghijklmnopqrstuv";
    private static final int MARK_LENGTH = 6;

    /** Returns the declared name, or the default one with the mark of the application. */
    static RecordName of(Declaration.Consent declared, Site site, List<Service> services, Optional<String> domain) {
        if (declared.cookie().isPresent() || isDeclared(services)) {
            String name = declared.cookie().orElse(DEFAULT);
            return new RecordName(name, name, Optional.empty());
        }
        String bySite = marked(
                "site", site.name().textIn(site.defaultLanguage()), site.url().toString());
        return domain.isEmpty()
                ? new RecordName(bySite, DEFAULT, Optional.empty())
                : new RecordName(
                        marked("domain", domain.get(), CharterRevision.encodeShape(services)),
                        DEFAULT,
                        Optional.of(bySite));
    }

    private static boolean isDeclared(List<Service> services) {
        return services.stream()
                .flatMap(service -> service.cookies().stream())
                .anyMatch(cookie -> cookie.kind() == Kind.COOKIE
                        && cookie.party().includesFirst()
                        && cookie.name().text().equals(DEFAULT));
    }

    private static String marked(String... identity) {
        byte[] hash = CharterRevision.hash(identity);
        StringBuilder mark = new StringBuilder();
        for (int i = 0; i < MARK_LENGTH; i++) {
            mark.append(DIGITS.charAt(hash[i] & 0x1f));
        }
        return DEFAULT + "_" + mark;
    }
}
