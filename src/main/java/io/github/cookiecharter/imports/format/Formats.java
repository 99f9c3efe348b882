package io.github.cookiecharter.imports.format;

import io.github.cookiecharter.imports.model.ImportedFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Recognises the format of a file by its content, and reads it. */
public final class Formats {

    private static final String KNOWN =
            "known are HAR 1.2, Playwright's storageState, website-evidence-collector's inspection.json, cookies of"
                    + " Puppeteer, WebDriver and browser extensions as JSON, a cookies.txt, tables of cookies as CSV or JSON,"
                    + " IAB's device storage disclosure, configurations of klaro, vanilla-cookieconsent and tarteaucitron"
                    + " as JSON, and this plugin's evidence.json, cookies.csv and charter.json";

    private Formats() {}

    /** Reads a document whose form fits. */
    private interface Reader {
        ImportedFile read();
    }

    private record Match(String format, Reader reader) {}

    /**
     * Reads a file.
     *
     * @throws ImportException if it is damaged or of no known format
     */
    public static ImportedFile read(ImportSource source) throws ImportException {
        char first = new SourceReader(source).firstCharacter();
        if (first == 0) {
            throw new ImportException(source.name(), "the file is empty");
        }
        return first == '{' || first == '[' ? json(source) : text(source);
    }

    private static ImportedFile text(ImportSource source) throws ImportException {
        String text = new SourceReader(source).text();
        List<String> lines = text.lines().toList();
        if (NetscapeReader.recognises(lines)) {
            return NetscapeReader.read(source.name(), lines);
        }
        Optional<ImportedFile> table = TableReader.read(source.name(), CsvTable.read(source.name(), text));
        if (table.isPresent()) {
            return table.get();
        }
        throw new ImportException(
                source.name(),
                "no row has the heads of a table of cookies, such as Name and Purpose; " + KNOWN
                        + ". A configuration in JavaScript becomes JSON by JSON.stringify");
    }

    private static ImportedFile json(ImportSource source) throws ImportException {
        JsonElement root = JsonDocument.read(source);
        List<Match> matches = new ArrayList<>();
        if (root.isArray()) {
            array(source.name(), root, matches);
        } else {
            recordings(source.name(), root, matches);
            configurations(source.name(), root, matches);
        }
        if (matches.size() == 1) {
            return matches.get(0).reader().read();
        }
        if (matches.size() > 1) {
            List<String> formats = matches.stream().map(Match::format).toList();
            throw new ImportException(
                    source.name(),
                    "the file could be " + String.join(" or ", formats) + ": leave out what is not meant");
        }
        if (root.get("hosts", "first_party").isPresent()
                || root.get("hosts", "requests", "first_party").isPresent()) {
            throw new ImportException(
                    source.name(),
                    "this looks like the report of a Blacklight collector, which lists no cookies in this file; "
                            + KNOWN);
        }
        throw new ImportException(source.name(), "the file has no known format: " + KNOWN);
    }

    private static void recordings(String file, JsonElement root, List<Match> matches) {
        if (root.get("log", "entries").isArray()) {
            matches.add(new Match("a HAR", () -> HarReader.read(file, root)));
        }
        boolean isInspection = root.has("uri_ins") && root.get("cookies").isArray();
        boolean isState = root.get("cookies").isArray() && root.get("origins").isArray();
        if (isState) {
            matches.add(new Match("a storageState", () -> BrowserCookies.storageState(file, root)));
        }
        if (isInspection) {
            matches.add(new Match("an inspection.json", () -> WecReader.read(file, root)));
        }
        JsonElement list = root.get("cookies").isArray() ? root.get("cookies") : root.get("value");
        if (!isState && !isInspection && list.isArray() && (list.items().isEmpty() || isCookie(first(list)))) {
            matches.add(new Match(
                    "a list of cookies", () -> BrowserCookies.list(file, "a browser's cookies", list.items())));
        }
    }

    private static void configurations(String file, JsonElement root, List<Match> matches) {
        JsonElement services = root.get("services");
        if (root.has("disclosures")) {
            matches.add(new Match("a device storage disclosure", () -> DeviceStorageReader.read(file, root)));
        }
        if (root.get("format").number().isPresent()
                && root.get("site").isObject()
                && root.get("categories").isArray()) {
            matches.add(new Match("a charter.json", () -> CharterReader.read(file, root)));
        }
        if (services.isArray() && (services.items().isEmpty() || first(services).has("name"))) {
            matches.add(new Match("a configuration of klaro", () -> BannerReader.klaro(file, root)));
        }
        if (root.get("categories").isObject()
                && root.get("language", "translations").isObject()) {
            matches.add(new Match("a configuration of vanilla-cookieconsent", () -> BannerReader.vanilla(file, root)));
        }
        boolean hasModal =
                root.get("languages").fields().values().stream().anyMatch(language -> language.has("settings_modal"));
        if (hasModal) {
            matches.add(
                    new Match("a configuration of vanilla-cookieconsent 2", () -> BannerReader.vanilla2(file, root)));
        }
        JsonElement tags = root.get("tarteaucitron", "services").isObject()
                ? root.get("tarteaucitron", "services")
                : services.isObject() ? services : root;
        boolean isTags = !tags.fields().isEmpty()
                && tags.fields().values().stream().allMatch(tag -> tag.has("key") && tag.has("cookies"));
        if (isTags) {
            matches.add(new Match("services of tarteaucitron", () -> BannerReader.tarteaucitron(file, tags)));
        }
    }

    private static void array(String file, JsonElement root, List<Match> matches) {
        List<JsonElement> items = root.items();
        if (items.isEmpty()) {
            matches.add(new Match("a list of cookies", () -> BrowserCookies.list(file, "an empty list", items)));
        } else if (items.stream().allMatch(EvidenceReader::recognises)) {
            matches.add(new Match("evidence", () -> EvidenceReader.read(file, items)));
        } else if (items.stream().allMatch(Formats::isCookie)) {
            matches.add(new Match("a list of cookies", () -> BrowserCookies.list(file, cookieFormat(items), items)));
        } else {
            TableReader.objects(file, items)
                    .ifPresent(table -> matches.add(new Match("a table of cookies", () -> table)));
        }
    }

    private static String cookieFormat(List<JsonElement> items) {
        if (items.stream().anyMatch(item -> item.has("expiry"))) {
            return "WebDriver's cookies";
        }
        return items.stream().anyMatch(item -> item.has("expirationDate"))
                ? "cookies of a browser extension"
                : "Puppeteer's cookies";
    }

    // A value, or a name with attributes that only browsers tell.
    private static boolean isCookie(JsonElement item) {
        return item.get("name").isText()
                && (item.has("httpOnly")
                        || item.has("expirationDate")
                        || item.has("expiry")
                        || (item.has("value") && item.has("domain")));
    }

    private static JsonElement first(JsonElement array) {
        return array.items().isEmpty() ? JsonElement.MISSING : array.items().get(0);
    }
}
