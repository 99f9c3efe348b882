package io.github.cookiecharter.imports;

import io.github.cookiecharter.declaration.DeclarationReader;
import io.github.cookiecharter.declaration.DeclarationResult;
import io.github.cookiecharter.imports.model.ImportedFile;
import io.github.cookiecharter.language.Languages;
import io.github.cookiecharter.model.diagnostic.Diagnostic;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes a first declaration from what files of other tools tell. The declaration is one that the plugin accepts. */
public final class ImportedDeclaration {

    private static final int MOST_ROUNDS = 40;

    private ImportedDeclaration() {}

    /**
     * What the build knows of the site, for what no file tells.
     *
     * @param name the name of the project
     * @param url its address; empty if it has none
     */
    public record Site(String name, String url) {}

    /**
     * Returns the declaration as YAML; empty if the files tell more than a declaration can hold.
     *
     * @param files what the files tell; where they differ, the first counts
     * @param schema the path of the declaration's JSON Schema, relative to the declaration
     */
    public static Optional<String> yaml(List<ImportedFile> files, Site site, String schema) {
        Draft draft = ImportMerger.merge(files, site.url());
        DeclarationReader reader = new DeclarationReader(part -> Set.of()).withTextsIn(Languages.builtIn()::supports);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            DraftLines lines = DraftWriter.write(draft, files, site, schema);
            DeclarationResult result = reader.read(lines.text().getBytes(StandardCharsets.UTF_8));
            if (result.declaration().isPresent()) {
                return Optional.of(lines.text());
            }
            // What the declaration's own rules refuse becomes a comment, with the reason.
            boolean mended = false;
            for (Diagnostic diagnostic : result.diagnostics()) {
                if (diagnostic.isError()) {
                    mended |= lines.refuse(diagnostic.position().line(), diagnostic.message());
                }
            }
            if (!mended) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }
}
