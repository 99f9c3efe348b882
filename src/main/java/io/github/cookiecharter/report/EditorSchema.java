package io.github.cookiecharter.report;

import io.github.cookiecharter.output.Artefact;
import io.github.cookiecharter.output.Root;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/**
 * The JSON Schemas of the declaration, put where the editor line of a declaration finds it without a network, and of
 * {@code charter.json}.
 */
public final class EditorSchema {

    private static final String ROOM = "/io/github/cookiecharter/";

    private EditorSchema() {}

    /** {@code cookies.schema.json} and {@code charter.schema.json} in the reports folder. */
    public static List<Artefact> artefacts() {
        return List.of(copy("declaration/", "cookies.schema.json"), copy("report/", "charter.schema.json"));
    }

    /** {@code evidence.schema.json} in the reports folder. */
    static Artefact ofEvidence() {
        return copy("report/", "evidence.schema.json");
    }

    private static Artefact copy(String room, String name) {
        String resource = ROOM + room + name;
        try (InputStream in = Objects.requireNonNull(EditorSchema.class.getResourceAsStream(resource), resource)) {
            return new Artefact(Root.REPORTS, name, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
