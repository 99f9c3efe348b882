package io.github.cookiecharter.imports;

import io.github.cookiecharter.declaration.NamePlaceholders;
import io.github.cookiecharter.imports.format.Ids;
import io.github.cookiecharter.imports.model.ImportedCookie;
import io.github.cookiecharter.imports.model.ImportedFile;
import io.github.cookiecharter.imports.model.ImportedPart;
import io.github.cookiecharter.imports.model.Told;
import io.github.cookiecharter.model.Kind;
import io.github.cookiecharter.report.CategoryHeuristic;
import io.github.cookiecharter.report.DeclarableNames;
import io.github.cookiecharter.rule.data.CookieCatalogue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Merges what files tell, by cookie, and groups the cookies to services. */
final class ImportMerger {

    private static final String DOMAIN = "domain";
    private static final String CATEGORY = "category";

    private final Draft draft = new Draft();
    private final ImportedHosts hosts;
    private final Map<String, Found> byIdentity = new LinkedHashMap<>();

    /** A cookie of all files. */
    private record Found(ImportedCookie cookie, ImportedPart part, Set<String> sources) {}

    private ImportMerger(ImportedHosts hosts) {
        this.hosts = hosts;
    }

    /**
     * Merges files.
     *
     * @param siteUrl the address of the site as the build knows it; empty if it does not
     */
    static Draft merge(List<ImportedFile> files, String siteUrl) {
        ImportMerger merger = new ImportMerger(ImportedHosts.of(files, siteUrl));
        for (ImportedFile file : files) {
            merger.parts(file);
            file.cookies().forEach(cookie -> merger.cookie(file, cookie));
            file.remarks().forEach(merger.draft::remark);
            file.warnings().forEach(merger.draft::remark);
        }
        merger.hosts.putInto(merger.draft.site());
        merger.byIdentity.values().forEach(merger::place);
        return merger.draft;
    }

    private void parts(ImportedFile file) {
        draft.site().merge(file.site(), file.name());
        draft.consent().merge(file.consent(), file.name());
        file.categories()
                .forEach((id, part) -> draft.categories()
                        .computeIfAbsent(id, key -> new ImportedPart())
                        .merge(part, file.name()));
        file.providers()
                .forEach((id, part) -> draft.providers()
                        .computeIfAbsent(id, key -> new ImportedPart())
                        .merge(part, file.name()));
        file.services().forEach((id, part) -> draft.service(id).part().merge(part, file.name()));
    }

    private void cookie(ImportedFile file, ImportedCookie cookie) {
        ImportedPart part = cookie.part();
        Optional<String> name = name(cookie, part);
        if (name.isEmpty()) {
            draft.remark(
                    cookie.source() + ": '" + cookie.name() + "' is no name of " + words(cookie.kind()) + notes(part));
            return;
        }
        normalizeDomain(part, cookie.kind());
        ImportedCookie named = new ImportedCookie(name.get(), cookie.kind(), cookie.service(), part, cookie.source());
        String identity = identity(named, part);
        Optional<Found> found = Optional.ofNullable(byIdentity.get(identity)).or(() -> sameWithLess(named, part));
        if (found.isEmpty()) {
            byIdentity.put(identity, new Found(named, part, new LinkedHashSet<>(List.of(cookie.source()))));
        } else {
            found.get().part().merge(part, file.name());
            found.get().sources().add(cookie.source());
        }
    }

    private static String words(Kind kind) {
        return kind == Kind.COOKIE ? "a cookie" : kind.word();
    }

    private static String notes(ImportedPart part) {
        String purpose = part.text("purpose");
        return (purpose.isEmpty() ? "" : ", purpose: " + purpose)
                + (part.notes().isEmpty() ? "" : "; " + String.join("; ", part.notes()));
    }

    // Lists write the changing part of a name with signs of their own.
    private static Optional<String> name(ImportedCookie cookie, ImportedPart part) {
        String name = cookie.name().strip();
        Optional<String> pattern = cookie.kind() == Kind.PIXEL ? Optional.empty() : NamePlaceholders.pattern(name);
        if (pattern.isPresent() && DeclarableNames.accepts(pattern.get(), cookie.kind())) {
            part.note("review: the file says the name " + name);
            return pattern;
        }
        return DeclarableNames.accepts(name, cookie.kind()) ? Optional.of(name) : Optional.empty();
    }

    // A cookie of the site's own host needs no domain; what another tool saw on another host keeps it.
    private void normalizeDomain(ImportedPart part, Kind kind) {
        Optional<Told> domain = part.get(DOMAIN);
        if (domain.isEmpty() || part.get("@declared").isPresent()) {
            return;
        }
        List<String> domains = domain.get() instanceof Told.Items items
                ? items.items()
                : List.of(domain.get().words());
        part.remove(DOMAIN);
        if (kind == Kind.PIXEL || hosts.areOwn(domains)) {
            part.put("@host", Told.of("own"));
        } else if (!domains.isEmpty()) {
            part.put(DOMAIN, Told.of(domains));
        }
    }

    private static String identity(ImportedCookie cookie, ImportedPart part) {
        return cookie.kind() + "\n" + cookie.service() + "\n" + part.text(DOMAIN) + "\n" + part.text("path") + "\n"
                + cookie.name();
    }

    /** A file that tells neither service nor domain means the only cookie of this name that another tells. */
    private Optional<Found> sameWithLess(ImportedCookie cookie, ImportedPart part) {
        List<Found> same = new ArrayList<>();
        for (Found found : byIdentity.values()) {
            boolean isSame = found.cookie().name().equals(cookie.name())
                    && found.cookie().kind() == cookie.kind()
                    && compatible(found.cookie().service(), cookie.service())
                    && compatible(domain(found.part()), domain(part))
                    && compatible(found.part().text("path"), part.text("path"));
            if (isSame) {
                same.add(found);
            }
        }
        return same.size() == 1 ? Optional.of(same.get(0)) : Optional.empty();
    }

    private static String domain(ImportedPart part) {
        return part.text(DOMAIN).isEmpty() ? part.text("@host") : part.text(DOMAIN);
    }

    private static boolean compatible(String one, String other) {
        return one.isEmpty() || other.isEmpty() || one.equals(other);
    }

    private void place(Found found) {
        ImportedCookie cookie = found.cookie();
        ImportedPart part = found.part();
        Optional<CookieCatalogue.Entry> known = known(cookie);
        String id = cookie.service();
        if (id.isEmpty()) {
            id = ServiceGroups.id(cookie, part, known, hosts);
            describe(draft.service(id).part(), cookie, part, known);
        }
        add(id, new Draft.Entry(cookie.name(), cookie.kind(), part, found.sources()));
    }

    private static Optional<CookieCatalogue.Entry> known(ImportedCookie cookie) {
        return ServiceGroups.known(cookie.name(), cookie.kind());
    }

    private void describe(
            ImportedPart service, ImportedCookie cookie, ImportedPart part, Optional<CookieCatalogue.Entry> known) {
        part.get(CATEGORY).ifPresent(category -> service.put(CATEGORY, category));
        service.put(
                CATEGORY,
                Told.review(
                        known.map(CookieCatalogue.Entry::category)
                                .orElseGet(() -> CategoryHeuristic.category(cookie.name())),
                        known.isPresent() ? "" : "necessary, preferences, statistics or marketing?"));
        part.get("@consent").ifPresent(consent -> service.put("consent", consent));
        service.put("name", Told.review(ServiceGroups.name(part, known), "a name that visitors understand"));
        if (known.isPresent() && known.get().isTracker()) {
            String product = known.get().product();
            draft.providers()
                    .computeIfAbsent(Ids.of(product), key -> new ImportedPart())
                    .put("name", Told.review(product, "the company behind it, with country and privacy-policy"));
            service.put("provider", Told.of(Ids.of(product)));
        }
    }

    // A name is unique in a service. The same name on further domains is one entry with all of them.
    private void add(String id, Draft.Entry entry) {
        Draft.Service service = draft.service(id);
        Draft.Entry other = service.cookies().get(entry.name());
        if (other == null) {
            service.cookies().put(entry.name(), entry);
            return;
        }
        if (other.kind() == entry.kind() && joined(other.part(), entry.part())) {
            entry.part().notes().forEach(other.part()::note);
            other.sources().addAll(entry.sources());
            return;
        }
        String further = Ids.of(id + " " + entry.kind().word());
        for (int i = 2; draft.service(further).cookies().containsKey(entry.name()); i++) {
            further = Ids.of(id + " " + entry.kind().word() + " " + i);
        }
        draft.service(further).part().merge(service.part(), "");
        draft.service(further).cookies().put(entry.name(), entry);
    }

    private static boolean joined(ImportedPart one, ImportedPart other) {
        Set<String> domains = new LinkedHashSet<>(List.of(one.text(DOMAIN).split(", ", -1)));
        domains.addAll(List.of(other.text(DOMAIN).split(", ", -1)));
        if (domains.contains("") || !one.text("path").equals(other.text("path"))) {
            return false;
        }
        for (String key : one.keys()) {
            boolean same =
                    key.equals(DOMAIN) || key.startsWith("@") || other.text(key).equals(one.text(key));
            if (!same) {
                return false;
            }
        }
        one.replace(DOMAIN, Told.of(List.copyOf(domains)));
        return true;
    }
}
