package io.github.cookiecharter.report;

import io.github.cookiecharter.model.PluginResources;
import io.github.cookiecharter.output.Artefact;
import io.github.cookiecharter.output.OutputRoot;
import java.util.List;

/**
 * Copies JSON Schemas to the reports folder: that of the declaration, to which a declaration's first line points so
 * that editors need no network, and that of {@code charter.json}.
 */
public final class EditorSchema {

    private EditorSchema() {}

    /** Returns {@code cookies.schema.json} and {@code charter.schema.json}. */
    public static List<Artefact> artefacts() {
        return List.of(copy("declaration/", "cookies.schema.json"), copy("report/", "charter.schema.json"));
    }

    /** Returns {@code evidence.schema.json}. */
    static Artefact evidenceSchema() {
        return copy("report/", "evidence.schema.json");
    }

    private static Artefact copy(String folder, String name) {
        return new Artefact(OutputRoot.REPORTS, name, PluginResources.bytes(folder + name));
    }
}
