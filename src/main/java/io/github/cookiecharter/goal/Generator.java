package io.github.cookiecharter.goal;

import io.github.cookiecharter.declaration.TranslationFile;
import io.github.cookiecharter.model.diagnostic.Diagnostic;
import io.github.cookiecharter.output.Artefact;
import io.github.cookiecharter.report.FindingsReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes artefacts out of a declaration: everything between the bytes that are read and the bytes that are written. */
interface Generator {

    /**
     * Generates.
     *
     * @param declaration the declaration's bytes
     * @throws ParameterException if a parameter cannot be as it is
     */
    Draft generate(Order order, byte[] declaration) throws ParameterException;

    /**
     * What is to be generated.
     *
     * @param source the declaration's file name, without its path
     * @param products none where the rules alone are asked
     * @param address what stands before a file's name in links
     * @param uri the declaration's address relative to the root of the whole build
     * @param version the plugin's version
     * @param texts the translators' files beside the declaration
     */
    record Order(
            String source,
            Set<ArtefactType> products,
            String className,
            String address,
            Optional<Path> templatesDirectory,
            RuleParameters rules,
            String uri,
            String version,
            List<TranslationFile> texts) {}

    /**
     * What was generated.
     *
     * @param artefacts without meaning if one of the problems is an error, or the review fails
     * @param diagnostics what the declaration's author should change
     * @param facts what a person wants to know about the charter, in some words: {@code 4 cookies, 1 category}
     * @param review what the rules say; empty if the problems left nothing to look at
     */
    record Draft(List<Artefact> artefacts, List<Diagnostic> diagnostics, String facts, Optional<Review> review) {}

    /**
     * What the rules say.
     *
     * @param reports the files that tell it
     * @param fails whether it keeps the artefacts from being written
     */
    record Review(FindingsReport findings, List<Artefact> reports, boolean fails) {}
}
