package io.github.cookiecharter.goal;

import io.github.cookiecharter.declaration.Parts;
import io.github.cookiecharter.declaration.TranslationFile;
import io.github.cookiecharter.model.diagnostic.Diagnostic;
import io.github.cookiecharter.output.Artefact;
import io.github.cookiecharter.report.FindingsReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Generates artefacts from the bytes of a declaration, without reading or writing files. */
interface Generator {

    /**
     * Generates the artefacts and runs the rules.
     *
     * @param declaration the declaration's bytes
     * @throws ParameterException if a parameter has an invalid value
     */
    GenerateOutput generate(GenerateInput input, byte[] declaration) throws ParameterException;

    /**
     * The input of a generation.
     *
     * @param source the declaration's file name, without its path
     * @param artefactTypes the artefacts to generate; none if only the rules run
     * @param address the prefix of a file's name in links
     * @param uri the declaration's address relative to the root of the whole build
     * @param version the plugin's version
     * @param translations the translators' files beside the declaration
     * @param parts finds what the declaration includes
     * @param acceptsPart whether the declaration may be a part, without {@code site}
     * @param history the folder of recorded charters, read only for a page that shows them
     */
    record GenerateInput(
            String source,
            Set<ArtefactType> artefactTypes,
            String className,
            String address,
            Optional<Path> templatesDirectory,
            RuleParameters rules,
            String uri,
            String version,
            List<TranslationFile> translations,
            Path history,
            Parts parts,
            boolean acceptsPart) {}

    /**
     * The output of a generation.
     *
     * @param artefacts the artefacts; to be ignored if a diagnostic is an error or the rule report fails
     * @param diagnostics the errors and warnings for the declaration's author
     * @param summary the size of the charter in words, such as {@code 4 cookies, 1 category}
     * @param ruleReport the result of the rules; empty if errors left no charter to check
     */
    record GenerateOutput(
            List<Artefact> artefacts, List<Diagnostic> diagnostics, String summary, Optional<RuleReport> ruleReport) {}

    /**
     * The result of the rules.
     *
     * @param reports the report files
     * @param fails whether the findings prevent the artefacts from being written
     */
    record RuleReport(FindingsReport findings, List<Artefact> reports, boolean fails) {}
}
