package io.github.cookiecharter;

import io.github.cookiecharter.output.Artefact;
import io.github.cookiecharter.vocabulary.Problem;
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
     * @param address what stands before a file's name in links
     */
    record Order(
            String source,
            Set<Product> products,
            String className,
            String address,
            Optional<Path> templatesDirectory) {}

    /**
     * What was generated.
     *
     * @param artefacts without meaning if one of the problems is an error
     * @param problems what the declaration's author should change
     * @param facts what a person wants to know about the charter, in some words: {@code 4 cookies, 1 category}
     */
    record Draft(List<Artefact> artefacts, List<Problem> problems, String facts) {}
}
