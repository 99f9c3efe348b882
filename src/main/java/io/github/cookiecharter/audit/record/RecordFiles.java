package io.github.cookiecharter.audit.record;

import io.github.cookiecharter.audit.json.JsonValue;
import io.github.cookiecharter.output.Artefact;
import io.github.cookiecharter.output.OutputRoot;
import io.github.cookiecharter.template.JsonWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes a record as two files, and reads them: {@value #EVIDENCE}, in the form of the evidence of the goal {@code check}, and
 * {@value #VISITS}, with how each visit went.
 */
public final class RecordFiles {

    /** What was seen. */
    public static final String EVIDENCE = "audit-evidence.json";

    /** How the visits went. */
    public static final String VISITS = "audit-visits.json";

    private RecordFiles() {}

    /** Returns the two files. */
    public static List<Artefact> artefacts(AuditRecord record) {
        List<Object> evidence = new ArrayList<>();
        record.sightings().forEach(sighting -> evidence.add(SightingJson.write(sighting)));
        List<Object> visits = new ArrayList<>();
        record.visits().forEach(visit -> visits.add(visit(visit)));
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("browser", record.browser());
        all.put("day", record.day());
        all.put("url", record.url());
        all.put("notes", record.notes());
        all.put("visits", visits);
        return List.of(
                Artefact.text(OutputRoot.REPORTS, EVIDENCE, JsonWriter.write(evidence) + "\n"),
                Artefact.text(OutputRoot.REPORTS, VISITS, JsonWriter.write(all) + "\n"));
    }

    private static Map<String, Object> visit(Visit visit) {
        Map<String, Object> item = new LinkedHashMap<>();
        putKey(visit.key(), item);
        item.put("page-reached", visit.pageReached());
        item.put("phase-reached", visit.phaseReached());
        item.put("problem", visit.problem());
        item.put("notes", visit.notes());
        visit.bannerAtFirst().ifPresent(seen -> item.put("banner-at-first", seen));
        visit.bannerAgain().ifPresent(seen -> item.put("banner-again", seen));
        visit.buttons().ifPresent(buttons -> item.put("buttons", buttons(buttons)));
        return item;
    }

    static void putKey(VisitKey key, Map<String, Object> item) {
        item.put("page", key.page());
        item.put("phase", key.phase().word());
        item.put("choice", key.choice());
    }

    private static Map<String, Object> buttons(ButtonComparison buttons) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("refusable", buttons.refusable());
        item.put("accept-area", buttons.acceptArea());
        item.put("refuse-area", buttons.refuseArea());
        item.put("accept-font", buttons.acceptFont());
        item.put("refuse-font", buttons.refuseFont());
        item.put("accept-contrast", buttons.acceptContrast());
        item.put("refuse-contrast", buttons.refuseContrast());
        item.put("refuse-by-keyboard", buttons.refuseByKeyboard());
        return item;
    }

    /**
     * Reads a record.
     *
     * @param evidence the content of {@value #EVIDENCE}
     * @param visits the content of {@value #VISITS}
     * @throws IOException if one of them was not written by an audit
     */
    public static AuditRecord read(String evidence, String visits) throws IOException {
        JsonValue all = JsonValue.parse(visits);
        List<Visit> read = new ArrayList<>();
        for (JsonValue visit : all.get("visits").items()) {
            read.add(readVisit(visit));
        }
        if (read.isEmpty()) {
            throw new IOException(VISITS + " has no visits");
        }
        List<Sighting> sightings = new ArrayList<>();
        for (JsonValue item : JsonValue.parse(evidence).items()) {
            sightings.add(SightingJson.read(item));
        }
        return new AuditRecord(
                all.get("browser").text(),
                all.get("day").text(),
                all.get("url").text(),
                read,
                sightings,
                all.get("notes").items().stream().map(JsonValue::text).toList());
    }

    private static Visit readVisit(JsonValue item) throws IOException {
        JsonValue buttons = item.get("buttons");
        return new Visit(
                readKey(item),
                item.get("page-reached").isTrue(),
                item.get("phase-reached").isTrue(),
                item.get("problem").text(),
                item.get("notes").items().stream().map(JsonValue::text).toList(),
                item.get("banner-at-first").flag(),
                item.get("banner-again").flag(),
                buttons.isPresent() ? Optional.of(readButtons(buttons)) : Optional.empty());
    }

    static VisitKey readKey(JsonValue item) throws IOException {
        String word = item.get("phase").text();
        Phase phase = Arrays.stream(Phase.values())
                .filter(each -> each.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IOException("there is no phase '" + word + "'"));
        return new VisitKey(item.get("page").text(), phase, item.get("choice").text());
    }

    private static ButtonComparison readButtons(JsonValue item) {
        return new ButtonComparison(
                item.get("refusable").isTrue(),
                item.get("accept-area").whole(0),
                item.get("refuse-area").whole(0),
                item.get("accept-font").whole(0),
                item.get("refuse-font").whole(0),
                item.get("accept-contrast").whole(0),
                item.get("refuse-contrast").whole(0),
                item.get("refuse-by-keyboard").isTrue());
    }
}
