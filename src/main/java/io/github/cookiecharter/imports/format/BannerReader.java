package io.github.cookiecharter.imports.format;

import io.github.cookiecharter.imports.model.ImportedFile;
import io.github.cookiecharter.imports.model.ImportedPart;
import io.github.cookiecharter.imports.model.Told;
import io.github.cookiecharter.model.Kind;
import io.github.cookiecharter.model.Lifetime.Lasting;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Configurations of banners as JSON: klaro, vanilla-cookieconsent (versions 2 and 3) and tarteaucitron. */
final class BannerReader {

    private final ImportedFile read;

    private BannerReader(String file, String format) {
        this.read = new ImportedFile(file, format);
        read.warn("a banner's configuration has neither lifetimes nor attributes of cookies");
    }

    static ImportedFile klaro(String file, JsonElement root) {
        BannerReader reader = new BannerReader(file, "a configuration of klaro");
        reader.klaroConsent(root);
        for (JsonElement service : root.get("services").items()) {
            reader.klaroService(service, root.get("translations"));
        }
        return reader.read;
    }

    private void klaroConsent(JsonElement root) {
        if (!root.get("storageMethod").text().equals("localStorage")) {
            String cookie = root.get("storageName").text();
            read.consent()
                    .put("cookie", cookie.isEmpty() ? root.get("cookieName").text() : cookie);
        }
        root.get("cookieExpiresAfterDays").number().ifPresent(days -> {
            if (days >= 1 && days <= 4_000) {
                read.consent().put("lifetime", Told.of(new Lasting((long) days, ChronoUnit.DAYS).words()));
            }
        });
        read.consent().put("domain", root.get("cookieDomain").text());
    }

    private void klaroService(JsonElement service, JsonElement translations) {
        String id = Ids.of(service.get("name").text());
        ImportedPart part = read.service(id);
        String title = service.get("title").text();
        Map<String, String> titles = new LinkedHashMap<>();
        Map<String, String> purposes = new LinkedHashMap<>();
        translations.fields().forEach((language, texts) -> {
            JsonElement own = texts.get(service.get("name").text());
            putText(titles, language, own.get("title").text());
            putText(purposes, language, own.get("description").text());
        });
        part.put(
                "name",
                title.isEmpty()
                        ? titles.values().stream()
                                .findFirst()
                                .orElse(service.get("name").text())
                        : title);
        String description = service.get("description").text();
        String purpose =
                description.isEmpty() ? purposes.values().stream().findFirst().orElse("") : description;
        part.put(CookieFacts.PURPOSE, Texts.plain(purpose));
        if (purposes.size() > 1) {
            purposes.forEach((language, text) -> part.note("purpose in " + language + ": " + Texts.plain(text)));
        }
        List<String> words = new ArrayList<>();
        service.get("purposes").items().forEach(word -> words.add(word.text()));
        boolean required = service.get("required").isTrue();
        category(part, required ? List.of("necessary") : words);
        if (service.get("optOut").isTrue()) {
            part.note("klaro runs it until visitors object (optOut)");
        }
        for (JsonElement cookie : service.get("cookies").items()) {
            JsonElement pattern = cookie.isArray() && !cookie.items().isEmpty()
                    ? cookie.items().get(0)
                    : cookie.isObject() ? cookie.get("pattern") : cookie;
            String path = at(cookie, 1).text() + cookie.get("path").text();
            String domain = at(cookie, 2).text() + cookie.get("domain").text();
            names(id, pattern, domain, path, cookie.line(), pattern.text().startsWith("^"));
        }
    }

    private static JsonElement at(JsonElement array, int index) {
        return array.items().size() > index ? array.items().get(index) : JsonElement.MISSING;
    }

    private static void putText(Map<String, String> texts, String language, String text) {
        if (!text.isEmpty()) {
            texts.put(language, text);
        }
    }

    private void category(ImportedPart part, List<String> words) {
        for (String word : words) {
            Optional<String> known = TableWords.all().category(word);
            if (known.isPresent() && !known.get().equals(TableWords.UNSURE)) {
                part.put(CookieFacts.CATEGORY, Told.of(known.get()));
            }
        }
        if (part.get(CookieFacts.CATEGORY).isEmpty()) {
            part.note("the file says the purposes: " + String.join(", ", words));
        }
    }

    private void names(String service, JsonElement name, String domain, String path, int line, boolean regular) {
        if (!name.isText() || name.text().isEmpty()) {
            read.service(service)
                    .note("one of its cookies is no text in " + read.place(line)
                            + ": JSON has no regular expressions, write \"^…$\"");
            return;
        }
        List<String> names = regular || RegularNames.isRegular(name.text())
                ? RegularNames.patterns(name.text())
                : List.of(name.text());
        if (names.isEmpty()) {
            read.service(service)
                    .note("cookies by the regular expression " + name.text() + ", which no pattern of names expresses");
        }
        for (String each : names) {
            CookieFacts.place(read.cookie(each, Kind.COOKIE, service, line), domain, path);
        }
    }

    /** Reads vanilla-cookieconsent, version 3. */
    static ImportedFile vanilla(String file, JsonElement root) {
        BannerReader reader = new BannerReader(file, "a configuration of vanilla-cookieconsent");
        reader.read.consent().put("cookie", root.get("cookie", "name").text());
        root.get("categories").fields().forEach(reader::vanillaCategory);
        root.get("language", "translations").fields().forEach((language, texts) -> {
            for (JsonElement section : texts.get("preferencesModal", "sections").items()) {
                reader.vanillaTable(section, section.get("linkedCategory").text());
            }
        });
        return reader.read;
    }

    private void vanillaCategory(String category, JsonElement told) {
        told.get("services").fields().forEach((key, service) -> {
            String id = Ids.of(key);
            ImportedPart part = read.service(id)
                    .put("name", Texts.plain(service.get("label").text()));
            category(part, List.of(category));
            cookies(service.get("cookies"), id);
        });
        String rest = Ids.of(category + "-cookies");
        if (!told.get("autoClear", "cookies").items().isEmpty()) {
            category(read.service(rest), List.of(category));
            cookies(told.get("autoClear", "cookies"), rest);
        }
    }

    private void cookies(JsonElement cookies, String service) {
        for (JsonElement cookie : cookies.items()) {
            names(
                    service,
                    cookie.get("name"),
                    cookie.get("domain").text(),
                    cookie.get("path").text(),
                    cookie.line(),
                    false);
        }
    }

    private void vanillaTable(JsonElement section, String category) {
        JsonElement table = section.get("cookieTable");
        List<String> keys = List.copyOf(table.get("headers").fields().keySet());
        List<String> heads = new ArrayList<>();
        table.get("headers").fields().values().forEach(head -> heads.add(head.text()));
        table(keys, heads, table.get("body"), category);
    }

    /** Reads vanilla-cookieconsent, version 2. */
    static ImportedFile vanilla2(String file, JsonElement root) {
        BannerReader reader = new BannerReader(file, "a configuration of vanilla-cookieconsent 2");
        reader.read.consent().put("cookie", root.get("cookie_name").text());
        root.get("languages").fields().forEach((language, texts) -> {
            List<String> keys = new ArrayList<>();
            List<String> heads = new ArrayList<>();
            for (JsonElement head :
                    texts.get("settings_modal", "cookie_table_headers").items()) {
                head.fields().forEach((key, text) -> {
                    keys.add(key);
                    heads.add(text.text());
                });
            }
            for (JsonElement block : texts.get("settings_modal", "blocks").items()) {
                reader.table(
                        keys,
                        heads,
                        block.get("cookie_table"),
                        block.get("toggle", "value").text());
            }
        });
        return reader.read;
    }

    // The first column is the cookie's name, whatever its head says.
    private void table(List<String> keys, List<String> heads, JsonElement rows, String category) {
        for (JsonElement row : rows.items()) {
            Map<String, String> cells = new LinkedHashMap<>();
            for (int i = 0; i < keys.size(); i++) {
                String column =
                        i == 0 ? "name" : TableWords.all().column(heads.get(i)).orElse("");
                cells.putIfAbsent(
                        column.isEmpty() ? heads.get(i) : column,
                        Texts.plain(row.get(keys.get(i)).text()));
            }
            cells.put("category", category);
            cells.putIfAbsent("domain", row.get("domain").text());
            cells.putIfAbsent("path", row.get("path").text());
            String name = cells.getOrDefault("name", "");
            boolean regular = row.get("is_regex").isTrue() || RegularNames.isRegular(name);
            List<String> names = regular ? RegularNames.patterns(name) : List.of(name);
            if (names.isEmpty()) {
                read.remark("cookies by the regular expression " + name + ", which no pattern of names expresses");
            }
            for (String each : names) {
                cells.put("name", each);
                TableRow.read(read, cells, row.line());
            }
        }
    }

    /** Reads the services of tarteaucitron. */
    static ImportedFile tarteaucitron(String file, JsonElement services) {
        BannerReader reader = new BannerReader(file, "services of tarteaucitron");
        services.fields().forEach((key, service) -> {
            String id = Ids.of(key);
            ImportedPart part =
                    reader.read.service(id).put("name", service.get("name").text());
            String type = service.get("type").text();
            reader.category(
                    part,
                    List.of(tarteaucitronCategory(
                            type, service.get("needConsent").isTrue())));
            part.note(type.isEmpty() ? "" : "the file says the type " + type);
            for (JsonElement cookie : service.get("cookies").items()) {
                reader.names(id, cookie, "", "", cookie.line(), false);
            }
        });
        return reader.read;
    }

    private static String tarteaucitronCategory(String type, boolean needsConsent) {
        return switch (type) {
            case "ads", "social", "video", "comment" -> "marketing";
            case "analytic" -> "statistics";
            case "support" -> "preferences";
            default -> needsConsent ? type : "necessary";
        };
    }
}
