package io.github.cookiecharter.report;

import io.github.cookiecharter.model.PluginResources;
import io.github.cookiecharter.output.Artefact;
import io.github.cookiecharter.output.OutputRoot;
import java.util.List;

/**
 * The JSON Schemas of the declaration, put where the editor line of a declaration finds it without a network, and of
 * {@code charter.json}.
 */
public final class EditorSchema {

    private EditorSchema() {}

    /** {@code cookies.schema.json} and {@code charter.schema.json} in the reports folder. */
    public static List<Artefact> artefacts() {
        return List.of(copy("declaration/", "cookies.schema.json"), copy("report/", "charter.schema.json"));
    }

    /** {@code evidence.schema.json} in the reports folder. */
    static Artefact evidenceSchema() {
        return copy("report/", "evidence.schema.json");
    }

    private static Artefact copy(String folder, String name) {
        return new Artefact(OutputRoot.REPORTS, name, PluginResources.bytes(folder + name));
    }
}
