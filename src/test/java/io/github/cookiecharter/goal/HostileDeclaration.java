package io.github.cookiecharter.goal;

import io.github.cookiecharter.language.LanguageTexts;
import io.github.cookiecharter.template.JsonWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * A valid declaration made at random, twice: with attacks in every free text, and the same with harmless words. The outputs
 * of the two differ only in text.
 */
final class HostileDeclaration {

    private static final List<String> PIECES = List.of(
            "<",
            ">",
            "&",
            "\"",
            "'",
            "`",
            "\\",
            "/",
            "*",
            "--",
            "]]>",
            "<script>",
            "</script>",
            "<!--",
            "*/",
            "{{",
            "}}",
            "${",
            "}",
            "\\u000a",
            "\\u002a/",
            "&lt;",
            "&#x3c;",
            "\u202e",
            "\u2028",
            "\u00a0",
            "é",
            "漢",
            "\ud83c\udf6a",
            "javascript:",
            "onload=",
            " ",
            "{site}",
            "{0}",
            "$1",
            "%s",
            "@",
            "#",
            ";",
            "\n",
            "\t",
            "a",
            "B",
            "_");

    private static final List<String> URL_PIECES = List.of(
            "'",
            "%3Cscript%3E",
            "&",
            "&amp;",
            "$",
            "(",
            ")",
            ";",
            "@",
            "!",
            "%22",
            "~",
            "=",
            ",",
            "[",
            "]",
            "+",
            "%2F");

    private static final List<String> TOKEN_PIECES =
            List.of("!", "#", "$", "%", "&", "'", "+", "^", "`", "|", "~", ".");

    private static final List<String> KEY_PIECES = List.of(
            "<", ">", "</script>", "\"", "'", "\\", "<!--", "{{x}}", "`", "${", "&lt;", "\u202e", "é", "=", ";");

    private static final List<String> RUNTIMES = List.of("vanilla-cookieconsent", "klaro", "tarteaucitron", "none");

    private final Random shape;
    private final Random words;
    private final boolean hostile;
    private final Set<String> texts = new TreeSet<>();
    private final List<String> languages;
    private int names;

    private HostileDeclaration(long seed, boolean hostile) {
        this.shape = new Random(seed);
        this.words = new Random(~seed);
        this.hostile = hostile;
        this.languages = shape.nextBoolean() ? List.of("en") : List.of("fr", "en", "ar");
    }

    /**
     * Both versions of a declaration.
     *
     * @param texts the places of the texts, such as {@code services.*.purpose}
     */
    record Pair(String hostile, String harmless, Set<String> texts) {

        static Pair of(long seed) {
            HostileDeclaration attack = new HostileDeclaration(seed, true);
            String hostile = JsonWriter.write(attack.declaration());
            return new Pair(hostile, JsonWriter.write(new HostileDeclaration(seed, false).declaration()), attack.texts);
        }
    }

    private Map<String, Object> declaration() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("site", site());
        all.put("categories", categories());
        all.put("providers", Map.of("acme", provider()));
        all.put("services", services());
        Map<String, Object> banner = banner();
        if ("none".equals(banner.get("runtime"))) {
            all.put("consent", maybe("consent", "asked-by", new LinkedHashMap<>()));
        }
        all.put("banner", banner);
        all.put("policy", policy());
        if (sometimes()) {
            all.put(
                    "exceptions",
                    List.of(with("exceptions.*", "reason", new LinkedHashMap<>(Map.of("rule", "unused")))));
        }
        return all;
    }

    private Map<String, Object> site() {
        Map<String, Object> site = new LinkedHashMap<>();
        with("site", "name", site);
        site.put("url", url("https://www.example.org/?"));
        site.put("languages", languages);
        site.put("jurisdictions", List.of(oneOf("eu", "fr", "uk", "us-ca")));
        maybe("site", "controller", site);
        if (sometimes()) {
            site.put("contact", url("https://www.example.org/contact?"));
        }
        if (sometimes()) {
            site.put("privacy-policy", url("https://www.example.org/privacy?"));
            site.put("cookie-policy", url("/cookies?"));
        }
        if (sometimes()) {
            Map<String, Object> authority = with("site.authority", "name", new LinkedHashMap<>());
            authority.put("url", url("https://authority.example/?"));
            site.put("authority", authority);
            site.put("opt-out", url("/opt-out?"));
        }
        return site;
    }

    private Map<String, Object> categories() {
        Map<String, Object> categories = new LinkedHashMap<>();
        for (String id : List.of("statistics", "marketing", "social")) {
            Map<String, Object> category = with("categories.*", "name", new LinkedHashMap<>());
            maybe("categories.*", "description", category);
            categories.put(id, category);
        }
        Map<String, Object> exempt = with("categories.*", "name", new LinkedHashMap<>());
        exempt.put("consent", "exempt");
        categories.put("exempted", with("categories.*", "reason", exempt));
        return categories;
    }

    private Map<String, Object> provider() {
        Map<String, Object> provider = with("providers.*", "name", new LinkedHashMap<>());
        provider.put("url", url("https://acme.example/?"));
        provider.put("country", oneOf("US", "FR", "CN"));
        if (sometimes()) {
            provider.put("privacy-policy", url("https://acme.example/privacy?"));
        }
        return maybe("providers.*", "safeguard", provider);
    }

    private Map<String, Object> services() {
        Map<String, Object> services = new LinkedHashMap<>();
        int count = 1 + shape.nextInt(4);
        for (int i = 0; i < count; i++) {
            Map<String, Object> service = new LinkedHashMap<>();
            String category = oneOf("necessary", "preferences", "statistics", "marketing", "social", "exempted");
            service.put("category", category);
            if (sometimes()) {
                service.put("provider", "acme");
            }
            maybe("services.*", "name", service);
            maybe("services.*", "location", service);
            with("services.*", "purpose", service);
            if (category.equals("statistics") && sometimes()) {
                service.put("consent", "exempt");
                with("services.*", "reason", service);
            }
            if (sometimes()) {
                service.put("scripts", List.of(url("https://acme.example/" + i + ".js?"), url("/js/" + i + "/*?")));
            }
            if (sometimes()) {
                service.put("frames", List.of(url("https://acme.example/frame/" + i + "/*?")));
            }
            service.put("cookies", cookies());
            services.put("s" + i, service);
        }
        return services;
    }

    private Map<String, Object> cookies() {
        Map<String, Object> cookies = new LinkedHashMap<>();
        int count = 1 + shape.nextInt(3);
        for (int i = 0; i < count; i++) {
            String kind = oneOf("cookie", "cookie", "local-storage", "session-storage", "indexed-db", "pixel");
            Map<String, Object> cookie = new LinkedHashMap<>();
            maybe("services.*.cookies.*", "purpose", cookie);
            maybe("services.*.cookies.*", "recipients", cookie);
            cookie.put("kind", kind);
            String unique = "n" + names++ + "x";
            if (kind.equals("cookie")) {
                cookie.put("lifetime", oneOf("session", "13 months", "P1D"));
                if (sometimes()) {
                    cookie.put("path", "/" + salted(KEY_PIECES).replace(";", ""));
                }
                cookies.put(salted(TOKEN_PIECES) + unique + (sometimes() ? "*" : ""), cookie);
            } else if (kind.equals("pixel")) {
                cookies.put(url("https://acme.example/" + unique + "?"), cookie);
            } else {
                cookies.put(unique + salted(KEY_PIECES) + "y", cookie);
            }
            if (sometimes()) {
                cookie.put("set-by", List.of("com.acme.A" + salted(KEY_PIECES).replace("\\", "") + "#b"));
            }
        }
        return cookies;
    }

    private Map<String, Object> banner() {
        Map<String, Object> banner = new LinkedHashMap<>();
        banner.put("runtime", oneOf(RUNTIMES.toArray(String[]::new)));
        banner.put("layout", oneOf("box", "bar"));
        banner.put("theme", oneOf("auto", "light", "dark"));
        banner.put("texts", overrides("banner"));
        return banner;
    }

    private Map<String, Object> policy() {
        Map<String, Object> policy = new LinkedHashMap<>();
        if (sometimes()) {
            policy.put(
                    "columns",
                    List.of("provider", "service", "cookie", "purpose", "lifetime", "party", "kind", "recipients"));
        }
        policy.put("texts", overrides("policy"));
        return policy;
    }

    private Map<String, Object> overrides(String part) {
        LanguageTexts english = TestCharter.LANGUAGES.forTag("en").orElseThrow();
        Map<String, Object> overrides = new LinkedHashMap<>();
        for (String key : new TreeSet<>(english.overridableKeys(part))) {
            if (shape.nextInt(4) == 0) {
                with(part + ".texts", key, overrides);
            }
        }
        return overrides;
    }

    private boolean sometimes() {
        return shape.nextBoolean();
    }

    private String oneOf(String... choices) {
        return choices[shape.nextInt(choices.length)];
    }

    private Map<String, Object> maybe(String place, String key, Map<String, Object> owner) {
        return sometimes() ? with(place, key, owner) : owner;
    }

    private Map<String, Object> with(String place, String key, Map<String, Object> owner) {
        texts.add(place + "." + key);
        boolean plain = sometimes();
        if (plain) {
            owner.put(key, text());
        } else {
            Map<String, Object> byLanguage = new LinkedHashMap<>();
            languages.forEach(language -> byLanguage.put(language, text()));
            owner.put(key, byLanguage);
        }
        return owner;
    }

    private String text() {
        if (!hostile) {
            return "Word";
        }
        if (words.nextInt(3) > 0) {
            String text = HostileTexts.ALL.get(words.nextInt(HostileTexts.ALL.size()));
            return asText(text.length() > 400 ? text.substring(0, 400) : text);
        }
        return asText(salted(PIECES));
    }

    private String url(String start) {
        return start + salted(URL_PIECES);
    }

    /** Some pieces in any order; nothing where all is harmless. */
    private String salted(List<String> pieces) {
        if (!hostile) {
            return "";
        }
        List<String> some = new ArrayList<>();
        for (int i = words.nextInt(8); i >= 0; i--) {
            some.add(pieces.get(words.nextInt(pieces.size())));
        }
        return String.join("", some);
    }

    // The reader refuses what is no text, and what is blank: its own tests hold that.
    private static String asText(String text) {
        StringBuilder kept = new StringBuilder();
        text.codePoints()
                .filter(c ->
                        c >= 0x20 && (c < 0x7f || c > 0x9f) && (c & 0xfffe) != 0xfffe && (c < 0xd800 || c > 0xdfff))
                .forEach(kept::appendCodePoint);
        return kept + "x";
    }
}
