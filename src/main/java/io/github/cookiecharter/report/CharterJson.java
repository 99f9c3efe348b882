package io.github.cookiecharter.report;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.Charter.Category;
import io.github.cookiecharter.charter.Charter.Cookie;
import io.github.cookiecharter.charter.Charter.Domain;
import io.github.cookiecharter.charter.Charter.Provider;
import io.github.cookiecharter.charter.Charter.Service;
import io.github.cookiecharter.charter.LocalizedText;
import io.github.cookiecharter.charter.LocalizedText.Phrase;
import io.github.cookiecharter.history.CharterSnapshot;
import io.github.cookiecharter.model.Keyword;
import io.github.cookiecharter.model.Kind;
import io.github.cookiecharter.model.Lifetime;
import io.github.cookiecharter.model.Lifetime.Lasting;
import io.github.cookiecharter.model.NamePattern;
import io.github.cookiecharter.output.Artefact;
import io.github.cookiecharter.output.OutputRoot;
import io.github.cookiecharter.template.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Writes the resolved charter as {@code charter.json}, whose schema is {@code charter.schema.json}. It uses the
 * keywords of the declaration, and omits what concerns only the build.
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
        return Artefact.text(OutputRoot.WEB_PATH, FILE, JsonWriter.write(json.charter(charter)) + "\n");
    }

    /** Returns what the file says, to compare it with another one. */
    public static CharterSnapshot snapshot(Charter charter) {
        try {
            return CharterSnapshot.read(generate(charter).content());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
        charter.consent().askedBy().ifPresent(asker -> object.put("asked-by", askedBy(asker)));
        object.put("categories", categories(charter.categories()));
        return object;
    }

    private Map<String, Object> site(Charter.Site site) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("name", text(site.name()));
        object.put("url", site.url().toString());
        object.put("hosts", site.hosts());
        object.put("languages", site.languages());
        object.put("jurisdictions", words(site.jurisdictions()));
        putText("controller", site.controller(), object);
        put("contact", site.contact(), object);
        putText("privacy-policy", site.privacyPolicy(), object);
        putText("cookie-policy", site.cookiePolicy(), object);
        if (!site.authorities().isEmpty()) {
            object.put(
                    "authorities",
                    site.authorities().stream().map(this::authority).toList());
        }
        put("opt-out", site.optOut(), object);
        putWritten("updated", site.updated(), object);
        return object;
    }

    private Map<String, Object> authority(Charter.SupervisoryAuthority authority) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("name", text(authority.name()));
        putWritten("url", authority.url(), object);
        return object;
    }

    private Map<String, Object> askedBy(Charter.AskedBy asker) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("name", text(asker.name()));
        put("tool", asker.tool(), object);
        if (!asker.categories().isEmpty()) {
            object.put("categories", asker.categories());
        }
        return object;
    }

    private static Map<String, Object> consent(Charter.Consent consent) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("cookie", consent.cookie());
        object.put("lifetime", lifetime(consent.lifetime()));
        put("domain", consent.domain(), object);
        object.put("revision", consent.revision());
        consent.log().ifPresent(log -> {
            object.put("log", log.path());
            object.put("log-retention", lifetime(log.retention()));
        });
        return object;
    }

    private Map<String, Object> category(Category category) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("id", category.id());
        object.put("name", text(category.name()));
        object.put("description", text(category.description()));
        object.put("consent", requirement(category.needsConsent()));
        putText("reason", category.reason(), object);
        object.put("signals", category.signals());
        object.put("services", services(category.services()));
        return object;
    }

    private Map<String, Object> service(Service service) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("id", service.id());
        object.put("name", text(service.name()));
        object.put("provider", provider(service.provider()));
        putText("location", service.location(), object);
        putText("purpose", service.purpose(), object);
        object.put("consent", requirement(service.needsConsent()));
        putText("reason", service.reason(), object);
        object.put("objection", service.objection());
        object.put("scripts", texts(service.scripts()));
        object.put("frames", texts(service.frames()));
        putLifetime("retention", service.retention(), object);
        object.put("anonymous", service.anonymous());
        object.put("cookies", cookies(service.cookies()));
        return object;
    }

    private Map<String, Object> provider(Provider provider) {
        Map<String, Object> object = new LinkedHashMap<>();
        put("id", provider.id(), object);
        object.put("name", text(provider.name()));
        putWritten("url", provider.url(), object);
        putText("privacy-policy", provider.privacyPolicy(), object);
        put("country", provider.country(), object);
        if (!provider.transfers().isEmpty()) {
            object.put("transfers", provider.transfers());
        }
        putText("safeguard", provider.safeguard(), object);
        return object;
    }

    private Map<String, Object> cookie(Cookie cookie) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("name", cookie.name().text());
        object.put("pattern", !cookie.name().isLiteral());
        object.put("kind", cookie.kind().word());
        object.put("party", cookie.party().word());
        object.put("purpose", text(cookie.purpose()));
        putLifetime("lifetime", cookie.lifetime(), object);
        object.put("renewed", cookie.renewed());
        if (!cookie.domains().isEmpty()) {
            object.put("domains", cookie.domains().stream().map(Domain::name).toList());
        }
        if (cookie.kind() == Kind.COOKIE) {
            object.put("path", cookie.path());
        }
        put("http-only", cookie.httpOnly(), object);
        put("secure", cookie.secure(), object);
        putWord("same-site", cookie.sameSite(), object);
        put("partitioned", cookie.partitioned(), object);
        putWord("role", cookie.role(), object);
        putText("recipients", cookie.recipients(), object);
        return object;
    }

    // Languages that use the text of another one are omitted: readers of the file fall back on the default language as
    // the page does.
    private Map<String, Object> text(LocalizedText text) {
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
        if (written.isEmpty() || written.equals(read)) {
            return true;
        }
        String range = written.toLowerCase(Locale.ROOT);
        String tag = read.toLowerCase(Locale.ROOT);
        return tag.equals(range) || tag.startsWith(range + "-");
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

    private List<Object> categories(List<Category> categories) {
        return categories.stream().<Object>map(this::category).toList();
    }

    private List<Object> services(List<Service> services) {
        return services.stream().<Object>map(this::service).toList();
    }

    private List<Object> cookies(List<Cookie> cookies) {
        return cookies.stream().<Object>map(this::cookie).toList();
    }

    private static List<Object> texts(List<NamePattern> patterns) {
        return patterns.stream().<Object>map(NamePattern::text).toList();
    }

    private static List<Object> words(List<? extends Keyword> words) {
        return words.stream().<Object>map(Keyword::word).toList();
    }

    private void putText(String key, Optional<LocalizedText> text, Map<String, Object> object) {
        if (text.isPresent()) {
            object.put(key, text(text.get()));
        }
    }

    private static void putWord(String key, Optional<? extends Keyword> word, Map<String, Object> object) {
        if (word.isPresent()) {
            object.put(key, word.get().word());
        }
    }

    private static void putLifetime(String key, Optional<Lifetime> lifetime, Map<String, Object> object) {
        if (lifetime.isPresent()) {
            object.put(key, lifetime(lifetime.get()));
        }
    }

    private static void putWritten(String key, Optional<?> value, Map<String, Object> object) {
        if (value.isPresent()) {
            object.put(key, value.get().toString());
        }
    }

    private static void put(String key, Optional<?> value, Map<String, Object> object) {
        if (value.isPresent()) {
            object.put(key, value.get());
        }
    }
}
