package io.github.cookiecharter.goal.audit;

import io.github.cookiecharter.audit.record.AuditRecord;
import io.github.cookiecharter.audit.record.Phase;
import io.github.cookiecharter.audit.record.SeenKind;
import io.github.cookiecharter.audit.record.Sighting;
import io.github.cookiecharter.audit.record.Visit;
import io.github.cookiecharter.audit.record.VisitKey;
import io.github.cookiecharter.goal.ParameterException;
import io.github.cookiecharter.imports.ImportFiles;
import io.github.cookiecharter.imports.format.ImportException;
import io.github.cookiecharter.imports.model.ImportedCookie;
import io.github.cookiecharter.imports.model.ImportedFile;
import io.github.cookiecharter.imports.model.ImportedPart;
import io.github.cookiecharter.imports.model.Told;
import io.github.cookiecharter.model.DataTable;
import io.github.cookiecharter.model.Kind;
import io.github.cookiecharter.model.SameSite;
import io.github.cookiecharter.model.diagnostic.SafeText;
import io.github.cookiecharter.scan.model.ObservedAttributes;
import io.github.cookiecharter.scan.model.StorageAction;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Makes a record of an audit from files that show phases: recordings and stored states of browsers. */
final class EvidenceFiles {

    private static final String PAGE = "/";
    private static final String SEEN = "@seen";

    private final Predicate<String> isOwn;
    private final List<Visit> visits = new ArrayList<>();
    private final List<Sighting> sightings = new ArrayList<>();

    private EvidenceFiles(Predicate<String> isOwn) {
        this.isOwn = isOwn;
    }

    /**
     * Reads the files.
     *
     * @param parameter phases with their files, such as {@code before=visit.har, categories:statistics=state.json}
     * @param folder what relative paths are relative to
     * @param isOwn whether a host, or the domain of a cookie, is one of the site
     * @throws ParameterException if a phase is unknown, or a file cannot be read or shows no phase
     */
    static AuditRecord read(String parameter, Path folder, String day, String url, Predicate<String> isOwn)
            throws ParameterException {
        EvidenceFiles evidence = new EvidenceFiles(isOwn);
        for (Map.Entry<VisitKey, List<Path>> shown : parse(parameter, folder).entrySet()) {
            try {
                evidence.add(shown.getKey(), ImportFiles.read(shown.getValue()));
            } catch (ImportException e) {
                throw new ParameterException("audit.evidence", "names a file that cannot be taken", e.words());
            }
        }
        return new AuditRecord(AuditRecord.FILES, day, url, evidence.visits, evidence.sightings);
    }

    private static Map<VisitKey, List<Path>> parse(String parameter, Path folder) throws ParameterException {
        Map<VisitKey, List<Path>> files = new LinkedHashMap<>();
        for (String each : parameter.split(",", -1)) {
            if (each.isBlank()) {
                continue;
            }
            int equals = each.indexOf('=');
            if (equals < 0) {
                throw new ParameterException(
                        "audit.evidence",
                        "has " + SafeText.quote(each.strip()) + " without a phase",
                        "write the phase that a file shows in front of it, such as before=visit.har");
            }
            String[] phase = each.substring(0, equals).strip().split(":", 2);
            VisitKey key = new VisitKey(
                    PAGE, SiteParameters.phase("audit.evidence", phase[0]), phase.length > 1 ? phase[1].strip() : "");
            files.computeIfAbsent(key, unknown -> new ArrayList<>())
                    .add(folder.resolve(each.substring(equals + 1).strip()));
        }
        return files;
    }

    private void add(VisitKey key, List<ImportedFile> files) throws ParameterException {
        List<String> notes = new ArrayList<>();
        Optional<String> problem = Optional.empty();
        for (ImportedFile file : files) {
            boolean shows = file.cookies().stream()
                    .anyMatch(cookie -> cookie.part().get(SEEN).isPresent());
            if (!shows && !file.cookies().isEmpty()) {
                throw new ParameterException(
                        "audit.evidence",
                        "names " + file.name() + ", which is " + file.format() + " and no recording",
                        "name a HAR, a storageState or an inspection.json");
            }
            file.warnings().forEach(notes::add);
            problem =
                    file.isIncomplete() ? Optional.of(file.name() + " shows no cookie: it may be sanitised") : problem;
            file.cookies().forEach(cookie -> sighting(key, cookie));
            file.requests().forEach((address, line) -> request(key, address, file.place(line)));
        }
        visits.add(new Visit(
                key,
                true,
                problem.isEmpty(),
                problem.orElse(""),
                notes,
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    }

    private void sighting(VisitKey key, ImportedCookie cookie) {
        ImportedPart part = cookie.part();
        if (cookie.kind() == Kind.PIXEL || cookie.name().isEmpty()) {
            return;
        }
        String domain = part.text("domain");
        String host = domain.startsWith(".") ? domain.substring(1) : domain;
        boolean sent = part.get("@header").isPresent();
        sightings.add(new Sighting(
                key,
                key.phase() != Phase.BEFORE && key.phase() != Phase.GPC,
                SeenKind.valueOf(cookie.kind().name()),
                cookie.name(),
                StorageAction.SETS,
                host,
                host.isEmpty() || isOwn.test(host),
                sent ? "Set-Cookie" : Sighting.KEPT,
                cookie.source().replace(", line ", ":") + ":1",
                cookie.kind() == Kind.COOKIE ? attributes(part, domain) : ObservedAttributes.UNKNOWN,
                part.get("partitioned").map(told -> told.words().equals("true")),
                Optional.empty(),
                ""));
    }

    private static ObservedAttributes attributes(ImportedPart part, String domain) {
        return new ObservedAttributes(
                part.get("lifetime")
                        .filter(told -> told.review().isEmpty())
                        .map(Told::words)
                        .map(DataTable::lifetime),
                part.get("http-only").map(told -> told.words().equals("true")),
                part.get("secure").map(told -> told.words().equals("true")),
                SameSite.of(part.text("same-site")),
                domain.startsWith(".") ? Optional.of(domain.substring(1)) : Optional.empty(),
                Optional.of(part.text("path")).filter(path -> !path.isEmpty()));
    }

    private void request(VisitKey key, String address, String place) {
        String host = address.replaceFirst("^[a-z]+://", "").split("[:/]", 2)[0];
        if (host.isEmpty() || isOwn.test(host)) {
            return;
        }
        sightings.add(new Sighting(
                key,
                key.phase() != Phase.BEFORE && key.phase() != Phase.GPC,
                SeenKind.REQUEST,
                address,
                StorageAction.SETS,
                host,
                false,
                "request",
                place.replace(", line ", ":") + ":1",
                ObservedAttributes.UNKNOWN,
                Optional.empty(),
                Optional.empty(),
                ""));
    }

    /** Returns a record with what another has too, and with a visit for each phase that nobody has seen. */
    static AuditRecord join(AuditRecord files, Optional<AuditRecord> browser, List<Phase> phases) {
        List<Visit> visits = new ArrayList<>(browser.map(AuditRecord::visits).orElse(List.of()));
        visits.addAll(files.visits());
        List<Sighting> sightings =
                new ArrayList<>(browser.map(AuditRecord::sightings).orElse(List.of()));
        sightings.addAll(files.sightings());
        for (Phase phase : phases) {
            if (visits.stream().noneMatch(visit -> visit.key().phase() == phase)) {
                visits.add(new Visit(
                        new VisitKey(PAGE, phase, ""),
                        true,
                        false,
                        "no file shows this phase: name one in audit.evidence, or leave the phase out of audit.phases",
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
            }
        }
        String title = browser.map(record -> record.browser() + " and files").orElse(files.browser());
        return new AuditRecord(
                title,
                files.day(),
                browser.map(AuditRecord::url).orElse(files.url()),
                visits,
                sightings,
                browser.map(AuditRecord::notes).orElse(List.of()));
    }
}
