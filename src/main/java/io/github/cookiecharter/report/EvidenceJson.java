package io.github.cookiecharter.report;

import io.github.cookiecharter.output.Artefact;
import io.github.cookiecharter.output.OutputRoot;
import io.github.cookiecharter.scan.model.Evidence;
import io.github.cookiecharter.scan.model.EvidenceOrder;
import io.github.cookiecharter.scan.model.ScanResult;
import io.github.cookiecharter.template.JsonWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes all evidence of a scan as {@code evidence.json}, with its schema beside it. */
public final class EvidenceJson {

    private EvidenceJson() {}

    /** Returns the file and its JSON Schema. */
    public static List<Artefact> artefacts(ScanResult scan) {
        List<Evidence> all = new ArrayList<>(scan.evidence());
        scan.openScripts().forEach(script -> all.addAll(script.places()));
        List<Object> items = new ArrayList<>();
        for (Evidence each : EvidenceOrder.distinct(all)) {
            items.add(item(each));
        }
        return List.of(
                Artefact.text(OutputRoot.REPORTS, "evidence.json", JsonWriter.write(items) + "\n"),
                EditorSchema.evidenceSchema());
    }

    private static Map<String, Object> item(Evidence evidence) {
        Map<String, Object> item = new LinkedHashMap<>();
        evidence.name().ifPresent(name -> item.put("name", name));
        item.put("kind", evidence.kind().word());
        item.put("action", evidence.action().word());
        item.put("place", evidence.place().text());
        item.put("origin", evidence.origin());
        item.put("certainty", evidence.certainty().word());
        item.put("how", evidence.how());
        return item;
    }
}
