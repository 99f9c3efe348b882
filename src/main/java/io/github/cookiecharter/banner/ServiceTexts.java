package io.github.cookiecharter.banner;

import io.github.cookiecharter.charter.Charter.Category;
import io.github.cookiecharter.charter.Charter.Cookie;
import io.github.cookiecharter.charter.Charter.Service;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The texts about categories, services and cookies in one language, for a runtime that shows no table of them. */
final class ServiceTexts {

    private final BannerTexts texts;
    private final String language;

    ServiceTexts(BannerTexts texts, String language) {
        this.texts = texts;
        this.language = language;
    }

    /** Returns the texts of a category, with its services by their ids. */
    Map<String, Object> of(Category category) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("name", category.name().textIn(language));
        List<String> lines = new ArrayList<>();
        String description = category.description().textIn(language);
        if (!description.isEmpty()) {
            lines.add(description);
        }
        category.reason().ifPresent(reason -> lines.add(texts.exemptionText(reason, language)));
        data.put("lines", lines);
        Map<String, Object> services = new LinkedHashMap<>();
        for (Service service : category.services()) {
            services.put(service.id(), of(service));
        }
        data.put("services", services);
        return data;
    }

    private Map<String, Object> of(Service service) {
        Optional<String> purpose = service.purpose().map(text -> text.textIn(language));
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("name", service.name().textIn(language));
        List<String> lines = new ArrayList<>();
        purpose.ifPresent(lines::add);
        service.reason().ifPresent(reason -> lines.add(texts.exemptionText(reason, language)));
        lines.add(texts.columnHeader("provider", language) + " – "
                + service.provider().name().textIn(language));
        data.put("lines", lines);
        List<Object> cookies = new ArrayList<>();
        for (Cookie cookie : service.cookies()) {
            cookies.add(cookie(cookie, purpose));
        }
        data.put("cookies", cookies);
        data.put("noCookie", texts.get("no-cookie", language));
        return data;
    }

    // A purpose that equals the service's is already shown there.
    private Map<String, Object> cookie(Cookie cookie, Optional<String> servicePurpose) {
        List<String> details = new ArrayList<>();
        String purpose = cookie.purpose().textIn(language);
        if (!servicePurpose.equals(Optional.of(purpose))) {
            details.add(purpose);
        }
        String lifetime = texts.lifetime(cookie.lifetime(), cookie.renewed(), language);
        if (!lifetime.isEmpty()) {
            details.add(lifetime);
        }
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("name", cookie.name().text());
        data.put("facts", details);
        return data;
    }
}
