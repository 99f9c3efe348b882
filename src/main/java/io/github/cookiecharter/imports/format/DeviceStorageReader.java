package io.github.cookiecharter.imports.format;

import io.github.cookiecharter.imports.model.ImportedFile;
import io.github.cookiecharter.imports.model.ImportedPart;
import io.github.cookiecharter.imports.model.Told;
import io.github.cookiecharter.model.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** IAB Tech Lab's device storage disclosure, version 1.1 and before. */
final class DeviceStorageReader {

    /** The purpose of storing and reading information on a device, which stands for consent. */
    private static final int STORAGE = 1;

    private static final Set<Integer> ADVERTISING = Set.of(2, 3, 4, 5, 6);
    private static final Set<Integer> MEASUREMENT = Set.of(7, 8, 9, 10, 11);

    private final ImportedFile read;

    private DeviceStorageReader(String file) {
        this.read = new ImportedFile(file, "a device storage disclosure");
    }

    static ImportedFile read(String file, JsonElement root) {
        return new DeviceStorageReader(file).read(root);
    }

    private ImportedFile read(JsonElement root) {
        read.warn("it has no path and no attributes of cookies, and does not tell local from session storage");
        Map<List<String>, Integer> hosts = new LinkedHashMap<>();
        for (JsonElement item : root.get("disclosures").items()) {
            entry(item, hosts);
        }
        // Entries without a domain of their own belong to the hosts that most of them name.
        hosts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .ifPresent(this::site);
        for (JsonElement domain : root.get("domains").items()) {
            read.remark("the domain " + domain.get("domain").text() + " is used for: "
                    + domain.get("use").text());
        }
        for (JsonElement sdk : root.get("sdks").items()) {
            read.remark("the library for apps " + sdk.get("name").text() + " is used for: "
                    + sdk.get("use").text());
        }
        return read;
    }

    private void site(List<String> hosts) {
        read.site().put("url", Told.review("https://" + hosts.get(0), "most entries name this host"));
        if (hosts.size() > 1) {
            read.site()
                    .put(
                            "hosts",
                            new Told.Items(hosts.subList(1, hosts.size()), Optional.of("hosts of the same site")));
        }
    }

    private void entry(JsonElement item, Map<List<String>, Integer> hosts) {
        String type = item.get("type").text();
        String name = item.get("identifier").text();
        if (type.equals("app")) {
            read.remark("'" + name + "' is storage of an app, which a declaration does not have");
            return;
        }
        Kind kind = type.equals("web") ? Kind.LOCAL_STORAGE : Kind.COOKIE;
        ImportedPart part = read.cookie(name, kind, "", item.line());
        if (kind == Kind.LOCAL_STORAGE) {
            part.put("kind", Told.review(kind.word(), "or session-storage, or indexed-db?"));
        }
        part.put(CookieFacts.PURPOSE, item.get("description").text());
        if (kind == Kind.COOKIE) {
            lifetime(part, item.get("maxAgeSeconds"));
            part.put("renewed", item.get("cookieRefresh").flag().filter(flag -> flag));
        } else if (item.get("maxAgeSeconds").number().orElse(0) > 0) {
            part.note("the file says " + item.get("maxAgeSeconds").scalar()
                    + " seconds, which web storage does not have");
        }
        domains(part, item, hosts);
        purposes(part, item);
        if (item.get("optOut").isTrue()) {
            part.note("it remembers an opt-out");
        }
    }

    private static void lifetime(ImportedPart part, JsonElement seconds) {
        OptionalDouble number = seconds.number();
        if (number.isPresent() && number.getAsDouble() == 0) {
            part.put(CookieFacts.LIFETIME, Told.of("session"));
        } else if (number.isPresent()) {
            CookieFacts.seconds(part, number.getAsDouble());
        } else if (seconds.isText()) {
            part.note("the file says the lifetime '" + seconds.text() + "', which has to be a number");
        }
    }

    private static void domains(ImportedPart part, JsonElement item, Map<List<String>, Integer> hosts) {
        Set<String> names = new LinkedHashSet<>();
        for (JsonElement domain : item.get("domains").items()) {
            names.add(domain.text());
        }
        if (item.get("domain").isText()) {
            names.add(item.get("domain").text());
        }
        names.remove("");
        names.remove("*");
        boolean below = names.stream().anyMatch(name -> name.startsWith("*."));
        if (below) {
            Set<String> domains = new LinkedHashSet<>();
            Set<String> wide = new HashSet<>();
            names.stream().filter(name -> name.startsWith("*.")).forEach(name -> wide.add(name.substring(2)));
            for (String name : names) {
                String plain = name.startsWith("*.") ? name.substring(2) : name;
                domains.add(wide.contains(plain) ? "." + plain : plain);
            }
            part.put(CookieFacts.DOMAIN, Told.of(List.copyOf(domains)));
        } else if (!names.isEmpty()) {
            List<String> list = new ArrayList<>(names);
            hosts.merge(list, 1, Integer::sum);
            part.put(CookieFacts.DOMAIN, Told.of(list));
        }
    }

    private static void purposes(ImportedPart part, JsonElement item) {
        Set<Integer> purposes = new LinkedHashSet<>();
        item.get("purposes").items().forEach(each -> each.number().ifPresent(number -> purposes.add((int) number)));
        boolean isMarketing = purposes.stream().anyMatch(ADVERTISING::contains);
        boolean isStatistics = purposes.stream().anyMatch(MEASUREMENT::contains);
        String numbers = purposes.toString();
        if (isMarketing || isStatistics) {
            part.put(
                    CookieFacts.CATEGORY,
                    Told.review(isMarketing ? "marketing" : "statistics", "purposes " + numbers + " of the TCF"));
        }
        boolean exempt = item.get("purposes").isArray() && !purposes.contains(STORAGE);
        if (exempt && isStatistics && !isMarketing) {
            part.put("@consent", Told.review("exempt", "purpose 1 is not among " + numbers));
        } else if (exempt) {
            part.note("the file claims that it needs no consent: purpose 1 is not among " + numbers);
        }
    }
}
