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

/** Runs the whole pipeline on a declaration, in memory. */
public final class WholePipeline {

    private static final Path ROOT = Path.of("project").toAbsolutePath();

    /**
     * The output of the pipeline.
     *
     * @param diagnostics the errors and warnings for the declaration's author
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

    /** Generates all artefacts, whatever the findings; the class is {@code com.example.Cookies}. */
    public static Outcome run(byte[] declaration, List<TranslationFile> texts) {
        Generator.GenerateOutput output;
        try {
            output = new ArtefactPipeline()
                    .generate(
                            new Generator.GenerateInput(
                                    "cookies.yaml",
                                    EnumSet.allOf(ArtefactType.class),
                                    "com.example.Cookies",
                                    "/cookie-charter/",
                                    Optional.empty(),
                                    new RuleParameters("never", Map.of(), "", ROOT),
                                    "cookies.yaml",
                                    "1",
                                    texts,
                                    ROOT.resolve("cookies.history"),
                                    io.github.cookiecharter.declaration.Parts.NONE,
                                    false),
                            declaration);
        } catch (ParameterException e) {
            throw new AssertionError(e);
        }
        if (output.diagnostics().stream().anyMatch(Diagnostic::isError)) {
            return new Outcome(output.diagnostics(), List.of(), List.of());
        }
        List<Artefact> artefacts = new ArrayList<>(output.artefacts());
        List<ConsoleLine> lines = new ArrayList<>();
        output.ruleReport().ifPresent(ruleReport -> {
            artefacts.addAll(ruleReport.reports());
            lines.addAll(ruleReport.findings().lines("cookies.yaml", ROOT.toString(), "findings.html"));
        });
        return new Outcome(output.diagnostics(), artefacts, lines);
    }
}
