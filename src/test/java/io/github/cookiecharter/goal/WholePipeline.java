package io.github.cookiecharter.goal;

import io.github.cookiecharter.declaration.TranslationFile;
import io.github.cookiecharter.model.diagnostic.Diagnostic;
import io.github.cookiecharter.output.Artefact;
import io.github.cookiecharter.report.ConsoleLine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything that is made of a declaration, in memory. */
public final class WholePipeline {

    private static final Path ROOT = Path.of("project").toAbsolutePath();

    /**
     * What was made.
     *
     * @param diagnostics what the declaration's author should change
     * @param artefacts the files for the site, and the reports; none where a problem is an error
     * @param lines what the console shows of the findings
     */
    public record Outcome(List<Diagnostic> diagnostics, List<Artefact> artefacts, List<ConsoleLine> lines) {

        /** The content of the artefact of this path. */
        public Optional<String> text(String path) {
            return artefacts.stream()
                    .filter(artefact -> artefact.path().equals(path))
                    .map(artefact -> new String(artefact.content(), java.nio.charset.StandardCharsets.UTF_8))
                    .findFirst();
        }
    }

    private WholePipeline() {}

    /** Generates, whatever the rules say: the class is {@code com.example.Cookies}. */
    public static Outcome run(byte[] declaration, List<TranslationFile> texts) {
        Generator.Draft draft;
        try {
            draft = new ArtefactPipeline()
                    .generate(
                            new Generator.Order(
                                    "cookies.yaml",
                                    EnumSet.allOf(ArtefactType.class),
                                    "com.example.Cookies",
                                    "/cookie-charter/",
                                    Optional.empty(),
                                    new RuleParameters("never", Map.of(), "", ROOT),
                                    "cookies.yaml",
                                    "1",
                                    texts),
                            declaration);
        } catch (ParameterException e) {
            throw new AssertionError(e);
        }
        if (draft.diagnostics().stream().anyMatch(Diagnostic::isError)) {
            return new Outcome(draft.diagnostics(), List.of(), List.of());
        }
        List<Artefact> artefacts = new ArrayList<>(draft.artefacts());
        List<ConsoleLine> lines = new ArrayList<>();
        draft.review().ifPresent(review -> {
            artefacts.addAll(review.reports());
            lines.addAll(review.findings().lines("cookies.yaml", ROOT.toString(), "findings.html"));
        });
        return new Outcome(draft.diagnostics(), artefacts, lines);
    }
}
