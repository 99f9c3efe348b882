package io.github.cookiecharter.imports.format;

import io.github.cookiecharter.imports.model.ImportedFile;
import io.github.cookiecharter.imports.model.ImportedPart;
import io.github.cookiecharter.imports.model.Told;
import io.github.cookiecharter.model.Kind;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A row of a table of cookies. */
final class TableRow {

    private static final Set<String> EMPTY = Set.of("", "-", "–", "—", "n/a", "N/A", "null", "none", "unknown");

    private static final Set<String> COLUMNS = Set.of(
            "name",
            "service",
            "provider",
            "domain",
            "purpose",
            "lifetime",
            "category",
            "kind",
            "party",
            "path",
            "http-only",
            "secure",
            "same-site",
            "wildcard",
            "privacy-policy",
            "country");

    private static final Pattern HOST =
            Pattern.compile("\\.?(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]");

    private static final Pattern BREAK = Pattern.compile("<br\\s*/?>|\\n|;", Pattern.CASE_INSENSITIVE);

    private final ImportedFile read;
    private final Map<String, String> cells;
    private final int line;

    private TableRow(ImportedFile read, Map<String, String> cells, int line) {
        this.read = read;
        this.cells = cells;
        this.line = line;
    }

    /**
     * Adds the cookies of a row.
     *
     * @param cells by the names of the columns, or by heads that nobody knows
     */
    static void read(ImportedFile read, Map<String, String> cells, int line) {
        new TableRow(read, cells, line).read();
    }

    private String cell(String column) {
        String text = Texts.plain(cells.getOrDefault(column, ""));
        return EMPTY.contains(text.toLowerCase(Locale.ROOT)) ? "" : text;
    }

    private void read() {
        Kind kind = kind();
        String service = service();
        List<String> names = names(kind);
        if (names.isEmpty()) {
            read.remark("line " + line + " names no cookie");
        }
        for (String name : names) {
            ImportedPart part = read.cookie(name, kind, service, line);
            fill(part, kind);
            if (service.isEmpty()) {
                category(part);
            }
        }
    }

    private List<String> names(Kind kind) {
        Set<String> names = new LinkedHashSet<>();
        String cell = cells.getOrDefault("name", "");
        boolean wild = TableWords.all().flag(cell("wildcard")).orElse(false);
        for (String part : BREAK.split(kind == Kind.COOKIE ? cell.replace(',', ';') : cell)) {
            String name = Texts.plain(part);
            if (!EMPTY.contains(name.toLowerCase(Locale.ROOT))) {
                names.add(wild && name.indexOf('*') < 0 ? name + "*" : name);
            }
        }
        return List.copyOf(names);
    }

    private Kind kind() {
        TableWords words = TableWords.all();
        Optional<Kind> kind = words.kind(cell("kind"));
        if (kind.isPresent()) {
            return kind.get();
        }
        // Some lists tell the storage in place of the lifetime.
        return words.kind(cell("lifetime"))
                .filter(known -> known != Kind.COOKIE)
                .orElse(Kind.COOKIE);
    }

    private void fill(ImportedPart part, Kind kind) {
        TableWords words = TableWords.all();
        part.put(CookieFacts.PURPOSE, cell("purpose"));
        boolean isStorage = words.kind(cell("lifetime")).isPresent();
        if (!isStorage) {
            CookieFacts.lifetime(part, kind, cell("lifetime"));
        }
        boolean kindKnown = cell("kind").isEmpty() || words.kind(cell("kind")).isPresent();
        if (!kindKnown && cell("lifetime").isEmpty()) {
            CookieFacts.lifetime(part, kind, cell("kind"));
        } else if (!kindKnown) {
            part.note("the file says the type " + cell("kind"));
        }
        domains(part);
        if (cell("path").startsWith("/") && !cell("path").equals("/")) {
            part.put("path", cell("path"));
        }
        part.put("http-only", words.flag(cell("http-only")));
        part.put("secure", words.flag(cell("secure")));
        CookieFacts.sameSite(part, cell("same-site"));
        part.note(cell("party").isEmpty() ? "" : "the file says: " + cell("party"));
        cells.forEach((head, text) -> {
            if (!COLUMNS.contains(head) && !text.isBlank()) {
                part.note(Texts.plain(head) + ": " + Texts.plain(text));
            }
        });
    }

    private void domains(ImportedPart part) {
        Set<String> hosts = hosts(cells.getOrDefault("domain", ""));
        hosts.addAll(hosts.isEmpty() ? providerHosts() : Set.of());
        if (!hosts.isEmpty()) {
            part.put(CookieFacts.DOMAIN, Told.of(List.copyOf(hosts)));
        } else {
            part.note(cell("domain").isEmpty() ? "" : "the file says the domain " + cell("domain"));
        }
    }

    private static Set<String> hosts(String text) {
        Set<String> hosts = new LinkedHashSet<>();
        Matcher host = HOST.matcher(text.toLowerCase(Locale.ROOT));
        while (host.find()) {
            hosts.add(host.group());
        }
        return hosts;
    }

    // Many lists name the host that sets a cookie as its provider.
    private Set<String> providerHosts() {
        Set<String> hosts = new LinkedHashSet<>();
        for (String part : BREAK.split(cells.getOrDefault("provider", "").replace(',', ';'))) {
            String word = Texts.plain(part).toLowerCase(Locale.ROOT);
            if (HOST.matcher(word).matches()) {
                hosts.add(word);
            }
        }
        return hosts;
    }

    // A service has one category, and a list gives each cookie its own.
    private String service() {
        String provider = providerHosts().isEmpty() ? cell("provider") : "";
        String name = cell("service").isEmpty() ? provider : cell("service");
        if (name.isEmpty()) {
            return "";
        }
        String category = categoryWord();
        String id = Ids.of(name + " " + (category.equals(TableWords.UNSURE) ? "preferences" : category));
        ImportedPart part = read.service(id);
        part.put("name", name);
        category(part);
        if (!provider.isEmpty()) {
            String company = Ids.of(provider);
            ImportedPart known = read.provider(company).put("name", provider);
            known.put("privacy-policy", address(cell("privacy-policy")));
            known.put("country", cell("country").length() == 2 ? cell("country").toUpperCase(Locale.ROOT) : "");
            part.put("provider", company);
        }
        return id;
    }

    private static String address(String text) {
        return text.startsWith("https://") || text.startsWith("http://") ? text.split(" ", 2)[0] : "";
    }

    private String categoryWord() {
        return TableWords.all().category(cell("category")).orElse("");
    }

    private void category(ImportedPart part) {
        String said = cell("category");
        String known = categoryWord();
        if (known.equals(TableWords.UNSURE)) {
            part.put(
                    CookieFacts.CATEGORY,
                    Told.review("preferences", "the file says " + said + ", which some mean as necessary"));
        } else if (!known.isEmpty()) {
            part.put(CookieFacts.CATEGORY, Told.of(known));
        } else if (!said.isEmpty()) {
            part.note("the file says the category " + said);
        }
    }
}
