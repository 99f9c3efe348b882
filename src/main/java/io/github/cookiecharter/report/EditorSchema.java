package io.github.cookiecharter.report;

import io.github.cookiecharter.output.Artefact;
import io.github.cookiecharter.output.Root;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The JSON Schema of the declaration, put where the editor line of a declaration finds it without a network. */
public final class EditorSchema {

    private static final String RESOURCE = "/io/github/cookiecharter/declaration/cookies.schema.json";

    private EditorSchema() {}

    /** {@code cookies.schema.json} in the reports folder. */
    public static Artefact artefact() {
        try (InputStream in = Objects.requireNonNull(EditorSchema.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return new Artefact(Root.REPORTS, "cookies.schema.json", in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
