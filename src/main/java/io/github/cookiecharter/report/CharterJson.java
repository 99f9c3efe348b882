package io.github.cookiecharter.report;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.Charter.Category;
import io.github.cookiecharter.charter.Charter.Cookie;
import io.github.cookiecharter.charter.Charter.Provider;
import io.github.cookiecharter.charter.Charter.Service;
import io.github.cookiecharter.charter.LocalText;
import io.github.cookiecharter.charter.LocalText.Phrase;
import io.github.cookiecharter.output.Artefact;
import io.github.cookiecharter.output.Root;
import io.github.cookiecharter.template.Json;
import io.github.cookiecharter.vocabulary.Kind;
import io.github.cookiecharter.vocabulary.Lifetime;
import io.github.cookiecharter.vocabulary.Lifetime.Lasting;
import io.github.cookiecharter.vocabulary.NamePattern;
import io.github.cookiecharter.vocabulary.Word;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The resolved charter for machines: {@code charter.json}, as {@code charter.schema.json} beside this class describes
 * it. Its words are those of the declaration; what the declaration says to the build alone is left out.
 */
public final class CharterJson {

    private static final String FILE = "charter.json";
    private static final int FORMAT = 1;

    private final List<String> languages;

    private CharterJson(List<String> languages) {
        this.languages = languages;
    }

    /** Generates the file. */
    public static Artefact generate(Charter charter) {
        CharterJson json = new CharterJson(charter.site().languages());
        return Artefact.text(Root.WEB_PATH, FILE, Json.write(json.charter(charter)) + "\n");
    }

    private Map<String, Object> charter(Charter charter) {
        Map<String, Object> object = new LinkedHashMap<>();
        Map<String, Object> generated = new LinkedHashMap<>();
        generated.put("by", "Cookie Charter Maven plugin");
        generated.put("from", charter.source());
        object.put("generated", generated);
        object.put("format", FORMAT);
        object.put("site", site(charter.site()));
        if (charter.hasBanner()) {
            object.put("consent", consent(charter.consent()));
        }
        object.put("categories", each(charter.categories(), this::category));
        return object;
    }

    private Map<String, Object> site(Charter.Site site) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("name", text(site.name()));
        object.put("url", site.url().toString());
        object.put("hosts", site.hosts());
        object.put("languages", site.languages());
        object.put("jurisdictions", each(site.jurisdictions(), Word::word));
        put("controller", site.controller().map(this::text), object);
        put("contact", site.contact(), object);
        put("privacy-policy", site.privacyPolicy().map(this::text), object);
        put("cookie-policy", site.cookiePolicy().map(this::text), object);
        put("updated", site.updated().map(Object::toString), object);
        return object;
    }

    private static Map<String, Object> consent(Charter.Consent consent) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("cookie", consent.cookie());
        object.put("lifetime", lifetime(consent.lifetime()));
        put("domain", consent.domain(), object);
        object.put("revision", consent.revision());
        return object;
    }

    private Map<String, Object> category(Category category) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("id", category.id());
        object.put("name", text(category.name()));
        object.put("description", text(category.description()));
        object.put("consent", requirement(category.needsConsent()));
        put("reason", category.reason().map(this::text), object);
        object.put("signals", category.signals());
        object.put("services", each(category.services(), this::service));
        return object;
    }

    private Map<String, Object> service(Service service) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("id", service.id());
        object.put("name", text(service.name()));
        object.put("provider", provider(service.provider()));
        put("location", service.location().map(this::text), object);
        put("purpose", service.purpose().map(this::text), object);
        object.put("consent", requirement(service.needsConsent()));
        put("reason", service.reason().map(this::text), object);
        object.put("scripts", each(service.scripts(), NamePattern::text));
        object.put("frames", each(service.frames(), NamePattern::text));
        put("retention", service.retention().map(CharterJson::lifetime), object);
        object.put("anonymous", service.anonymous());
        object.put("cookies", each(service.cookies(), this::cookie));
        return object;
    }

    private Map<String, Object> provider(Provider provider) {
        Map<String, Object> object = new LinkedHashMap<>();
        put("id", provider.id(), object);
        object.put("name", text(provider.name()));
        put("url", provider.url().map(Object::toString), object);
        put("privacy-policy", provider.privacyPolicy().map(this::text), object);
        put("country", provider.country(), object);
        put("safeguard", provider.safeguard().map(this::text), object);
        return object;
    }

    private Map<String, Object> cookie(Cookie cookie) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("name", cookie.name().text());
        object.put("pattern", !cookie.name().isLiteral());
        object.put("kind", cookie.kind().word());
        object.put("party", cookie.party().word());
        object.put("purpose", text(cookie.purpose()));
        put("lifetime", cookie.lifetime().map(CharterJson::lifetime), object);
        object.put("renewed", cookie.renewed());
        put("domain", cookie.domain(), object);
        if (cookie.kind() == Kind.COOKIE) {
            object.put("path", cookie.path());
        }
        put("http-only", cookie.httpOnly(), object);
        put("secure", cookie.secure(), object);
        put("same-site", cookie.sameSite().map(Word::word), object);
        put("partitioned", cookie.partitioned(), object);
        put("role", cookie.role().map(Word::word), object);
        put("recipients", cookie.recipients().map(this::text), object);
        return object;
    }

    // A language that borrows another one's words is left out: whoever reads the file sees what there is, and falls
    // back on the default language as the page does.
    private Map<String, Object> text(LocalText text) {
        Map<String, Object> byLanguage = new LinkedHashMap<>();
        for (String language : languages) {
            Phrase phrase = text.in(language);
            if (byLanguage.isEmpty() || serves(phrase.language(), language)) {
                byLanguage.put(language, phrase.text());
            }
        }
        return byLanguage;
    }

    // Basic filtering of RFC 4647, 3.3.1: fr serves fr-CA.
    private static boolean serves(String written, String read) {
        String range = written.toLowerCase(Locale.ROOT);
        String tag = read.toLowerCase(Locale.ROOT);
        return range.isEmpty() || tag.equals(range) || tag.startsWith(range + "-");
    }

    private static String requirement(boolean needsConsent) {
        return needsConsent ? "required" : "exempt";
    }

    private static String lifetime(Lifetime lifetime) {
        if (lifetime instanceof Lasting lasting) {
            return lasting.iso();
        }
        return lifetime instanceof Lifetime.Session ? "session" : "persistent";
    }

    private static <T> List<Object> each(List<T> items, Function<T, Object> write) {
        List<Object> written = new ArrayList<>(items.size());
        for (T item : items) {
            written.add(write.apply(item));
        }
        return written;
    }

    private static void put(String key, Optional<?> value, Map<String, Object> object) {
        if (value.isPresent()) {
            object.put(key, value.get());
        }
    }
}
