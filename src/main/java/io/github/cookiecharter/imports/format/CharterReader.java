package io.github.cookiecharter.imports.format;

import io.github.cookiecharter.imports.model.ImportedFile;
import io.github.cookiecharter.imports.model.ImportedPart;
import io.github.cookiecharter.imports.model.Told;
import io.github.cookiecharter.model.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The {@code charter.json} that this plugin writes: the resolved charter, with the keywords of the declaration. */
final class CharterReader {

    private static final List<String> COOKIE_WORDS = List.of("lifetime", "same-site", "role");
    private static final List<String> COOKIE_FLAGS = List.of("http-only", "secure", "partitioned");

    private final ImportedFile read;
    private final JsonElement root;
    private final List<String> languages;

    private CharterReader(String file, JsonElement root) {
        this.read = new ImportedFile(file, "charter.json of this plugin");
        this.root = root;
        this.languages = texts(root.get("site", "languages"));
    }

    static ImportedFile read(String file, JsonElement root) {
        CharterReader reader = new CharterReader(file, root);
        reader.site();
        reader.consent();
        root.get("categories").items().forEach(reader::category);
        return reader.read;
    }

    private static List<String> texts(JsonElement items) {
        List<String> texts = new ArrayList<>();
        items.items().forEach(item -> texts.add(item.text()));
        return texts;
    }

    private void site() {
        JsonElement site = root.get("site");
        ImportedPart part = read.site();
        text(part, "name", site);
        part.put("url", site.get("url").text());
        items(part, "hosts", site.get("hosts"));
        items(part, "languages", site.get("languages"));
        items(part, "jurisdictions", site.get("jurisdictions"));
        text(part, "controller", site);
        part.put("contact", site.get("contact").text());
        text(part, "privacy-policy", site);
        text(part, "cookie-policy", site);
        part.put("opt-out", site.get("opt-out").text());
        part.put("updated", site.get("updated").text());
        for (JsonElement authority : site.get("authorities").items()) {
            ImportedPart told = new ImportedPart();
            text(told, "name", authority);
            read.remark("a supervisory authority is " + told.text("name") + ", "
                    + authority.get("url").text());
            if (site.get("authorities").items().size() == 1) {
                text(part, "@authority-name", "name", authority);
                part.put("@authority-url", authority.get("url").text());
            }
        }
    }

    private void consent() {
        JsonElement consent = root.get("consent");
        ImportedPart part = read.consent();
        String cookie = consent.get("cookie").text();
        String revision = consent.get("revision").scalar();
        boolean named = !revision.isEmpty() && cookie.endsWith("-r" + revision);
        part.put("cookie", named ? cookie.substring(0, cookie.length() - revision.length() - 2) : cookie);
        part.put("lifetime", consent.get("lifetime").text());
        part.put("domain", consent.get("domain").text());
        if (!revision.isEmpty()) {
            part.put("revision", Told.review(revision, "with it visitors who have chosen are not asked again"));
        }
        JsonElement asker = root.get("asked-by");
        if (asker.isPresent()) {
            part.put("@runtime", "none");
            if (asker.get("tool").isPresent()) {
                part.put("@tool", asker.get("tool").text());
                Map<String, String> names = new LinkedHashMap<>();
                asker.get("categories").fields().forEach((id, name) -> names.put(id, name.text()));
                if (!names.isEmpty()) {
                    part.put("@tool-categories", new Told.Texts(names, Optional.empty()));
                }
            } else {
                text(part, "asked-by", "name", asker);
            }
        } else if (!consent.isPresent() && needsConsent()) {
            part.put("@runtime", "none");
        }
    }

    private boolean needsConsent() {
        return root.get("categories").items().stream()
                .flatMap(category -> category.get("services").items().stream())
                .anyMatch(service -> service.get("consent").text().equals("required"));
    }

    private void category(JsonElement category) {
        String id = category.get("id").text();
        boolean builtIn = BuiltInTexts.CATEGORIES.contains(id);
        ImportedPart part = new ImportedPart();
        for (String key : List.of("name", "description")) {
            if (!builtIn || !BuiltInTexts.areAll("category." + id + "." + key, byLanguage(category.get(key)))) {
                text(part, key, category);
            }
        }
        boolean exempt = category.get("consent").text().equals("exempt");
        if (exempt && !id.equals("necessary")) {
            part.put("consent", "exempt");
        }
        text(part, "reason", category);
        if (!builtIn || !DefaultSignals.are(id, texts(category.get("signals")))) {
            part.put("signals", new Told.Items(texts(category.get("signals")), Optional.empty()));
        }
        if (!part.keys().isEmpty()) {
            ImportedPart told = read.category(id);
            part.keys().forEach(key -> part.get(key).ifPresent(value -> told.put(key, value)));
        }
        for (JsonElement service : category.get("services").items()) {
            if (!isConsentCookie(service)) {
                service(id, exempt, service);
            }
        }
    }

    /** The plugin adds the service of the consent cookie itself. */
    private boolean isConsentCookie(JsonElement service) {
        return service.get("id").text().startsWith("cookie-consent")
                && service.get("cookies").items().size() == 1
                && service.get("cookies")
                        .items()
                        .get(0)
                        .get("name")
                        .text()
                        .equals(root.get("consent", "cookie").text())
                && BuiltInTexts.areAll("consent-cookie.service", byLanguage(service.get("name")));
    }

    private void service(String category, boolean categoryExempt, JsonElement service) {
        String id = service.get("id").text();
        ImportedPart part = read.service(id);
        part.put("category", category);
        text(part, "name", service);
        provider(part, service.get("provider"));
        text(part, "location", service);
        text(part, "purpose", service);
        boolean exempt = service.get("consent").text().equals("exempt");
        if (exempt && (!categoryExempt || service.get("reason").isPresent())) {
            part.put("consent", "exempt");
        }
        text(part, "reason", service);
        if (exempt && !category.equals("necessary") && !service.get("objection").isTrue()) {
            part.put("objection", Told.of(false));
        }
        items(part, "scripts", service.get("scripts"));
        items(part, "frames", service.get("frames"));
        part.put("retention", service.get("retention").text());
        part.put("anonymous", service.get("anonymous").flag().filter(flag -> flag));
        service.get("cookies").items().forEach(cookie -> cookie(id, cookie));
    }

    // The site itself has no id.
    private void provider(ImportedPart service, JsonElement provider) {
        String id = provider.get("id").text();
        if (id.isEmpty()) {
            return;
        }
        service.put("provider", id);
        ImportedPart part = read.provider(id);
        text(part, "name", provider);
        part.put("url", provider.get("url").text());
        text(part, "privacy-policy", provider);
        part.put("country", provider.get("country").text());
        items(part, "transfers", provider.get("transfers"));
        text(part, "safeguard", provider);
    }

    private void cookie(String service, JsonElement cookie) {
        Kind kind = Arrays.stream(Kind.values())
                .filter(each -> each.word().equals(cookie.get("kind").text()))
                .findFirst()
                .orElse(Kind.COOKIE);
        ImportedPart part = read.cookie(cookie.get("name").text(), kind, service, 0);
        part.put("@declared", Told.of(true));
        text(part, "purpose", cookie);
        COOKIE_WORDS.forEach(key -> part.put(key, cookie.get(key).text()));
        COOKIE_FLAGS.forEach(key -> part.put(key, cookie.get(key).flag()));
        part.put("renewed", cookie.get("renewed").flag().filter(flag -> flag));
        items(part, "domain", cookie.get("domains"));
        String path = cookie.get("path").text();
        part.put("path", path.equals("/") ? "" : path);
        text(part, "recipients", cookie);
    }

    private static void items(ImportedPart part, String key, JsonElement items) {
        if (!items.items().isEmpty()) {
            boolean single = key.equals("domain");
            part.put(key, single ? Told.of(texts(items)) : new Told.Items(texts(items), Optional.empty()));
        }
    }

    private void text(ImportedPart part, String key, JsonElement owner) {
        text(part, key, key, owner);
    }

    // A text that is the same in all languages was written once.
    private void text(ImportedPart part, String key, String field, JsonElement owner) {
        Map<String, String> texts = byLanguage(owner.get(field));
        boolean same =
                new HashSet<>(texts.values()).size() == 1 && texts.keySet().containsAll(languages);
        if (same) {
            part.put(key, texts.values().iterator().next());
        } else if (!texts.isEmpty()) {
            part.put(key, new Told.Texts(texts, Optional.empty()));
        }
    }

    private static Map<String, String> byLanguage(JsonElement text) {
        Map<String, String> texts = new LinkedHashMap<>();
        text.fields().forEach((language, value) -> texts.put(language, value.text()));
        return texts;
    }

    /** The signals of Google Consent Mode that the built-in categories have by default. */
    private static final class DefaultSignals {

        private static final Map<String, List<String>> BY_CATEGORY = Map.of(
                "necessary", List.of("security_storage"),
                "preferences", List.of("functionality_storage", "personalization_storage"),
                "statistics", List.of("analytics_storage"),
                "marketing", List.of("ad_storage", "ad_user_data", "ad_personalization"));

        static boolean are(String category, List<String> signals) {
            return BY_CATEGORY.getOrDefault(category, List.of()).equals(signals);
        }
    }
}
