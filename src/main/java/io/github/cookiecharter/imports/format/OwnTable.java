package io.github.cookiecharter.imports.format;

import io.github.cookiecharter.imports.model.ImportedFile;
import io.github.cookiecharter.imports.model.ImportedPart;
import io.github.cookiecharter.imports.model.Told;
import io.github.cookiecharter.model.Kind;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The table {@code cookies.csv} that this plugin writes, whose heads and keywords are those of the declaration. */
final class OwnTable {

    private static final List<String> MARKS =
            List.of("category", "category-name", "service", "service-name", "consent", "cookie", "kind", "purpose");

    private static final List<String> COOKIE_KEYS =
            List.of("purpose", "lifetime", "http-only", "secure", "same-site", "partitioned", "role", "recipients");

    private final ImportedFile read;

    private OwnTable(String file) {
        this.read = new ImportedFile(file, "cookies.csv of this plugin");
    }

    static boolean isHead(List<String> cells) {
        return cells.containsAll(MARKS);
    }

    static ImportedFile read(String file, List<String> heads, List<CsvTable.Row> rows) {
        OwnTable table = new OwnTable(file);
        Set<String> hosts = new LinkedHashSet<>();
        for (CsvTable.Row row : rows) {
            Map<String, String> cells = new LinkedHashMap<>();
            for (int i = 0; i < heads.size(); i++) {
                cells.put(heads.get(i), row.cell(i));
            }
            table.row(cells, row.line(), hosts);
        }
        table.site(hosts);
        return table.read;
    }

    // The shortest is the site; the domain of a cookie may be a parent of its host.
    private void site(Set<String> hosts) {
        hosts.stream()
                .min((one, other) -> one.length() - other.length())
                .ifPresent(host ->
                        read.site().put("url", Told.review("https://" + host, "the domain of first-party cookies")));
        if (hosts.size() > 1) {
            read.site().put("hosts", new Told.Items(List.copyOf(hosts), Optional.of("domains of first-party cookies")));
        }
    }

    private void row(Map<String, String> cells, int line, Set<String> hosts) {
        String id = cells.getOrDefault("service", "");
        String category = cells.getOrDefault("category", "");
        if (id.isEmpty() || category.isEmpty()) {
            read.remark("line " + line + " names no service or no category");
            return;
        }
        String cookie = cells.getOrDefault("cookie", "");
        // The plugin adds the service of the consent cookie itself.
        if (id.startsWith("cookie-consent")
                && BuiltInTexts.isAny("consent-cookie.service", cells.getOrDefault("service-name", ""))) {
            read.consent().put("cookie", cookie);
            read.consent().put("lifetime", cells.getOrDefault("lifetime", ""));
            read.consent().put("domain", cells.getOrDefault("domain", ""));
            return;
        }
        if (!BuiltInTexts.CATEGORIES.contains(category)) {
            read.category(category).put("name", cells.getOrDefault("category-name", ""));
        } else if (!BuiltInTexts.isAny("category." + category + ".name", cells.getOrDefault("category-name", ""))) {
            read.category(category).put("name", cells.getOrDefault("category-name", ""));
        }
        service(read.service(id).put("category", category).put("name", cells.getOrDefault("service-name", "")), cells);
        if (cookie.isEmpty()) {
            read.service(id).put("purpose", cells.getOrDefault("purpose", ""));
            return;
        }
        Kind kind = kind(cells.getOrDefault("kind", ""));
        ImportedPart part = read.cookie(cookie, kind, id, line);
        part.put("@declared", Told.of(true));
        COOKIE_KEYS.forEach(key -> part.put(key, cells.getOrDefault(key, "")));
        part.put(
                "renewed",
                Optional.of(cells.getOrDefault("renewed", "").equals("true")).filter(flag -> flag));
        String path = cells.getOrDefault("path", "");
        part.put("path", path.equals("/") ? "" : path);
        List<String> domains = Arrays.stream(cells.getOrDefault("domain", "").split(" ", -1))
                .filter(domain -> !domain.isEmpty())
                .toList();
        if (!domains.isEmpty()) {
            part.put("domain", Told.of(domains));
            if (cells.getOrDefault("party", "").equals("first")) {
                hosts.addAll(domains);
            }
        }
    }

    private void service(ImportedPart service, Map<String, String> cells) {
        service.put("location", cells.getOrDefault("location", ""));
        service.put("retention", cells.getOrDefault("retention", ""));
        boolean exempt = cells.getOrDefault("consent", "").equals("exempt");
        String reason = cells.getOrDefault("reason", "");
        if (exempt && (!cells.getOrDefault("category", "").equals("necessary") || !reason.isEmpty())) {
            service.put("consent", "exempt");
            service.put("reason", reason);
        }
        String provider = cells.getOrDefault("provider", "");
        if (!provider.isEmpty()) {
            String company = Ids.of(provider);
            ImportedPart known = read.provider(company).put("name", provider);
            known.put("country", cells.getOrDefault("country", ""));
            String transfers = cells.getOrDefault("transfers", "");
            if (!transfers.isEmpty()) {
                known.put("transfers", new Told.Items(List.of(transfers.split(" ", -1)), Optional.empty()));
            }
            service.put("provider", company);
        }
    }

    private static Kind kind(String word) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElse(Kind.COOKIE);
    }
}
