package io.github.cookiecharter.output;

import java.nio.file.Path;

/** What came of publishing a run's artefacts. */
public sealed interface Publication {

    /**
     * The artefacts are on disk.
     *
     * @param written how many files were new or had other bytes
     * @param removed how many files of a former run are gone
     */
    record Done(int written, int removed) implements Publication {}

    /**
     * Two executions would write one file; nothing was written.
     *
     * @param file the file
     * @param execution the execution that wrote it in this build
     */
    record Conflict(Path file, String execution) implements Publication {}
}
