package io.github.cookiecharter.audit.judge;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.Charter.Cookie;
import io.github.cookiecharter.charter.Charter.Service;
import io.github.cookiecharter.model.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A declared entry with its service. */
record DeclaredEntry(Service service, Cookie cookie) {

    /** Returns all entries of a charter. */
    static List<DeclaredEntry> of(Charter charter) {
        List<DeclaredEntry> entries = new ArrayList<>();
        for (Service service : charter.services()) {
            for (Cookie cookie : service.cookies()) {
                entries.add(new DeclaredEntry(service, cookie));
            }
        }
        return entries;
    }

    /** Returns whether the entry declares what was seen: its kind, its name, and whose it is. */
    boolean covers(SeenThing thing) {
        Optional<Kind> kind = thing.kind().declarable();
        return kind.isPresent()
                && cookie.kind() == kind.get()
                && cookie.name().matches(thing.name())
                && (thing.firstParty() ? cookie.party().includesFirst() : isOfThirdParty(thing.host()));
    }

    private boolean isOfThirdParty(String host) {
        return cookie.party().includesThird()
                && cookie.domains().stream()
                        .anyMatch(domain -> host.equals(domain.name()) || host.endsWith("." + domain.name()));
    }
}
