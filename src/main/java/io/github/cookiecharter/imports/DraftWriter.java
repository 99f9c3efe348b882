package io.github.cookiecharter.imports;

import io.github.cookiecharter.imports.model.ImportedFile;
import io.github.cookiecharter.imports.model.ImportedPart;
import io.github.cookiecharter.imports.model.Told;
import io.github.cookiecharter.language.Languages;
import io.github.cookiecharter.model.Kind;
import io.github.cookiecharter.model.Lifetime;
import io.github.cookiecharter.model.PlaceholderPurpose;
import io.github.cookiecharter.rule.data.CookieCatalogue;
import io.github.cookiecharter.template.YamlEscaper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes a draft as the lines of a declaration. */
final class DraftWriter {

    private static final List<String> SITE_KEYS = List.of(
            "name",
            "url",
            "hosts",
            "languages",
            "jurisdictions",
            "controller",
            "contact",
            "privacy-policy",
            "cookie-policy",
            "opt-out",
            "updated");
    private static final List<String> CONSENT_KEYS = List.of("cookie", "lifetime", "domain", "revision", "asked-by");
    private static final List<String> CATEGORY_KEYS = List.of("name", "description", "consent", "reason", "signals");
    private static final List<String> PROVIDER_KEYS =
            List.of("name", "url", "privacy-policy", "country", "transfers", "safeguard");
    private static final List<String> SERVICE_KEYS = List.of(
            "category",
            "provider",
            "name",
            "location",
            "purpose",
            "consent",
            "reason",
            "objection",
            "scripts",
            "frames",
            "retention",
            "anonymous");
    private static final List<String> COOKIE_KEYS = List.of(
            "purpose",
            "kind",
            "lifetime",
            "renewed",
            "domain",
            "path",
            "http-only",
            "secure",
            "same-site",
            "partitioned",
            "role",
            "recipients");

    private static final Set<String> NOT_PLAIN = Set.of("null", "true", "false", "yes", "no", "on", "off", "y", "n");

    private final Draft draft;
    private final DraftLines lines = new DraftLines();

    private DraftWriter(Draft draft) {
        this.draft = draft;
    }

    static DraftLines write(Draft draft, List<ImportedFile> files, ImportedDeclaration.Site site, String schema) {
        DraftWriter writer = new DraftWriter(draft);
        writer.lines.add("# yaml-language-server: $schema=" + YamlEscaper.comment(schema));
        writer.lines.add(
                "# A first declaration, from what other tools know. Go through each line marked 'review', give the"
                        + " plugin in the pom the goals generate and check, then run 'mvn process-classes'.");
        files.forEach(file -> writer.lines.comment("", "from " + file.name() + ": " + file.format()));
        draft.remarks().forEach(remark -> writer.lines.comment("", remark));
        writer.site(site);
        writer.consent();
        writer.group("categories", draft.categories(), CATEGORY_KEYS);
        writer.group("providers", draft.providers(), PROVIDER_KEYS);
        writer.services();
        return writer.lines;
    }

    private void site(ImportedDeclaration.Site known) {
        ImportedPart site = draft.site();
        site.put("name", Told.review(known.name(), "what visitors call it"));
        site.put("languages", new Told.Items(List.of("en"), Optional.of("the first is that of the texts below")));
        lines.add("site:");
        part("  ", site, SITE_KEYS, key -> key.equals("url") ? "https://www.example.org" : "");
        Optional<Told> authority = site.get("@authority-name");
        if (authority.isPresent()) {
            DraftLines.Refusal refusal = reason -> {
                draft.remark("the supervisory authority: " + reason);
                return site.remove("@authority-name").isPresent();
            };
            lines.add("  authority:", refusal);
            value("    ", "name", authority.get(), refusal);
            site.get("@authority-url").ifPresent(url -> value("    ", "url", url, refusal));
        }
    }

    private void consent() {
        ImportedPart consent = draft.consent();
        String tool = consent.text("@tool");
        if (!tool.isEmpty()) {
            Map<String, String> keys = new LinkedHashMap<>();
            keys.put("tool", tool);
            consent.put("asked-by", new Told.Texts(keys, Optional.empty()));
        }
        if (consent.keys().stream().anyMatch(CONSENT_KEYS::contains)) {
            lines.add("");
            lines.add("consent:");
            part("  ", consent, CONSENT_KEYS, key -> "");
            consent.get("@tool-categories")
                    .filter(Told.Texts.class::isInstance)
                    .map(Told.Texts.class::cast)
                    .ifPresent(names -> lines.comment("  ", "the tool calls the categories: " + names.byKey()));
        }
        if (consent.text("@runtime").equals("none")) {
            lines.add("");
            lines.add("banner:");
            lines.add("  runtime: none");
        }
    }

    private void group(String name, Map<String, ImportedPart> parts, List<String> keys) {
        if (parts.values().stream().allMatch(part -> part.keys().isEmpty())) {
            return;
        }
        lines.add("");
        lines.add(name + ":");
        parts.forEach((id, part) -> {
            if (!part.keys().isEmpty()) {
                lines.add("  " + YamlEscaper.scalar(id) + ":", reason -> {
                    draft.remark(name + ": " + id + ": " + reason);
                    return parts.remove(id) != null;
                });
                part("    ", part, keys, key -> "");
            }
        });
    }

    private void services() {
        lines.add("");
        boolean any = draft.services().values().stream().anyMatch(DraftWriter::isService);
        lines.add(any ? "services:" : "services: {}  # review: the files tell no cookie");
        Map<String, Draft.Service> services = new LinkedHashMap<>(draft.services());
        services.forEach((id, service) -> {
            if (isService(service)) {
                service(id, service);
            } else {
                lines.comment("  ", "the service " + id + " has no cookie: " + words(service.part()));
            }
        });
    }

    private static boolean isService(Draft.Service service) {
        return !service.cookies().isEmpty()
                || service.part().get("scripts").isPresent()
                || service.part().get("frames").isPresent();
    }

    private static String words(ImportedPart part) {
        List<String> words = new ArrayList<>();
        for (String key : SERVICE_KEYS) {
            if (part.get(key).isPresent()) {
                words.add(key + " " + part.text(key));
            }
        }
        words.addAll(part.notes());
        return String.join(", ", words);
    }

    private void service(String id, Draft.Service service) {
        ImportedPart part = service.part();
        part.put("category", Told.review("preferences", "necessary, preferences, statistics or marketing?"));
        if (part.text("consent").equals("exempt") && part.get("reason").isEmpty() && needsReason(part)) {
            part.put("reason", Told.review("To be written: why no consent is needed", ""));
        }
        if (service.cookies().isEmpty()) {
            part.put("purpose", Told.review(PlaceholderPurpose.forName(id), ""));
        }
        lines.add("  " + YamlEscaper.scalar(id) + ":", reason -> {
            draft.remark("service " + id + ": " + reason + " (" + words(part) + ")");
            return draft.services().remove(id) != null;
        });
        part("    ", part, SERVICE_KEYS, key -> key.equals("category") ? "preferences" : "");
        if (!service.cookies().isEmpty()) {
            lines.add("    cookies:");
            service.cookies().values().forEach(entry -> cookie(id, service, entry));
        }
    }

    private static boolean needsReason(ImportedPart part) {
        return !part.text("category").equals("marketing");
    }

    private void cookie(String id, Draft.Service service, Draft.Entry entry) {
        ImportedPart part = entry.part();
        lines.comment("      ", "from " + String.join("; ", entry.sources()));
        String key = isPlainKey(entry.name()) ? YamlEscaper.scalar(entry.name()) : quoted(entry.name());
        complete(service, entry);
        lines.add("      " + key + ":", reason -> {
            draft.remark(String.join("; ", entry.sources()) + ": " + entry.name() + " in " + id + ": " + reason);
            return service.cookies().remove(entry.name()) != null;
        });
        part("        ", part, COOKIE_KEYS, missing -> "");
    }

    private static boolean isPlainKey(String name) {
        return !NOT_PLAIN.contains(name.toLowerCase(Locale.ROOT));
    }

    // What files do not tell and a declaration needs.
    private void complete(Draft.Service service, Draft.Entry entry) {
        ImportedPart part = entry.part();
        Optional<CookieCatalogue.Entry> known = ServiceGroups.known(entry.name(), entry.kind());
        if (part.get("purpose").isEmpty() && service.part().get("purpose").isEmpty()) {
            part.put("purpose", purpose(entry.name(), known));
        }
        if (entry.kind() != Kind.COOKIE) {
            part.put("kind", Told.of(entry.kind().word()));
        } else if (part.get("lifetime").isEmpty()) {
            Optional<Lifetime> usual = known.flatMap(CookieCatalogue.Entry::lifetime);
            part.put(
                    "lifetime",
                    Told.review(
                            usual.orElse(new Lifetime.Session()).words(),
                            usual.isPresent() ? "the usual one" : "how long is it kept?"));
        }
    }

    private Told purpose(String name, Optional<CookieCatalogue.Entry> known) {
        Optional<String> standard = known.flatMap(CookieCatalogue.Entry::standardPurpose);
        boolean hasTexts = draft.site()
                .get("languages")
                .filter(told -> told instanceof Told.Items languages
                        && Languages.builtIn().supports(languages.items().get(0)))
                .isPresent();
        if (standard.isPresent() && hasTexts) {
            return new Told.Texts(Map.of("standard", standard.get()), Optional.of(""));
        }
        return Told.review(
                known.map(CookieCatalogue.Entry::purpose).orElse(PlaceholderPurpose.forName(name)),
                known.isPresent() ? "translate it" : "");
    }

    /** Gives a value in place of a refused one; the empty text for none. */
    private interface Fallback {
        String of(String key);
    }

    private void part(String indent, ImportedPart part, List<String> keys, Fallback fallback) {
        part.notes().forEach(note -> lines.comment(indent, note));
        for (String key : keys) {
            part.get(key)
                    .ifPresent(told -> value(indent, key, told, reason -> {
                        part.remove(key);
                        part.note(key + " is said to be '" + told.words() + "', but " + reason);
                        if (!fallback.of(key).isEmpty() && !fallback.of(key).equals(told.words())) {
                            part.put(key, Told.review(fallback.of(key), ""));
                        }
                        return true;
                    }));
        }
    }

    private void value(String indent, String key, Told told, DraftLines.Refusal refusal) {
        String review = told.review()
                .map(why -> "  # review" + (why.isEmpty() ? "" : ": " + YamlEscaper.comment(why)))
                .orElse("");
        if (told instanceof Told.Texts texts && !texts.byKey().containsKey("standard")) {
            lines.add(indent + key + ":" + review, refusal);
            texts.byKey()
                    .forEach((tag, text) ->
                            lines.add(indent + "  " + YamlEscaper.scalar(tag) + ": " + scalar(text), refusal));
        } else if (told instanceof Told.Texts texts) {
            lines.add(indent + key + ": { standard: " + texts.byKey().get("standard") + " }" + review, refusal);
        } else if (told instanceof Told.Items items) {
            List<String> written =
                    items.items().stream().map(DraftWriter::scalar).toList();
            lines.add(indent + key + ": [" + String.join(", ", written) + "]" + review, refusal);
        } else {
            lines.add(indent + key + ": " + scalar(told.words()) + review, refusal);
        }
    }

    private static String scalar(String text) {
        return text.equalsIgnoreCase("null") ? quoted(text) : YamlEscaper.scalar(text);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
