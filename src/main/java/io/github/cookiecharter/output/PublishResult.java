package io.github.cookiecharter.output;

import java.nio.file.Path;
import java.util.List;

/** What came of publishing a run's artefacts. */
public sealed interface PublishResult {

    /**
     * The artefacts are on disk.
     *
     * @param written how many files were new or had other bytes
     * @param removed how many files of a former run are gone
     * @param foreignFiles the files that no run had written and that were replaced
     */
    record Done(int written, int removed, List<Path> foreignFiles) implements PublishResult {

        public Done {
            foreignFiles = List.copyOf(foreignFiles);
        }

        /** Where nothing was there before but what former runs wrote. */
        public Done(int written, int removed) {
            this(written, removed, List.of());
        }
    }

    /**
     * Two executions would write one file; nothing was written.
     *
     * @param file the file
     * @param execution the execution that wrote it in this build
     */
    record Conflict(Path file, String execution) implements PublishResult {}
}
