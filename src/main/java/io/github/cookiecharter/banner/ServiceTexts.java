package io.github.cookiecharter.banner;

import io.github.cookiecharter.charter.Charter.Category;
import io.github.cookiecharter.charter.Charter.Cookie;
import io.github.cookiecharter.charter.Charter.Service;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The words about categories, services and cookies in one language, for a runtime that shows no table of them. */
final class ServiceTexts {

    private final BannerTexts texts;
    private final String language;

    ServiceTexts(BannerTexts texts, String language) {
        this.texts = texts;
        this.language = language;
    }

    /** A category with its services by their ids. */
    Map<String, Object> of(Category category) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("name", category.name().textIn(language));
        List<String> lines = new ArrayList<>();
        String description = category.description().textIn(language);
        if (!description.isEmpty()) {
            lines.add(description);
        }
        category.reason().ifPresent(reason -> lines.add(texts.exempt(reason, language)));
        all.put("lines", lines);
        Map<String, Object> services = new LinkedHashMap<>();
        for (Service service : category.services()) {
            services.put(service.id(), of(service));
        }
        all.put("services", services);
        return all;
    }

    private Map<String, Object> of(Service service) {
        Optional<String> purpose = service.purpose().map(text -> text.textIn(language));
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("name", service.name().textIn(language));
        List<String> lines = new ArrayList<>();
        purpose.ifPresent(lines::add);
        service.reason().ifPresent(reason -> lines.add(texts.exempt(reason, language)));
        lines.add(texts.column("provider", language) + " – "
                + service.provider().name().textIn(language));
        all.put("lines", lines);
        List<Object> cookies = new ArrayList<>();
        for (Cookie cookie : service.cookies()) {
            cookies.add(cookie(cookie, purpose));
        }
        all.put("cookies", cookies);
        all.put("noCookie", texts.get("no-cookie", language));
        return all;
    }

    // A purpose that is the service's own has been said already.
    private Map<String, Object> cookie(Cookie cookie, Optional<String> said) {
        List<String> facts = new ArrayList<>();
        String purpose = cookie.purpose().textIn(language);
        if (!said.equals(Optional.of(purpose))) {
            facts.add(purpose);
        }
        String lifetime = texts.lifetime(cookie.lifetime(), cookie.renewed(), language);
        if (!lifetime.isEmpty()) {
            facts.add(lifetime);
        }
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("name", cookie.name().text());
        all.put("facts", facts);
        return all;
    }
}
