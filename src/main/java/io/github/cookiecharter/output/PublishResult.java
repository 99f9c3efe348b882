package io.github.cookiecharter.output;

import java.nio.file.Path;
import java.util.List;

/** The result of publishing a run's artefacts. */
public sealed interface PublishResult {

    /**
     * The artefacts were written.
     *
     * @param written the number of files that were new or had other bytes
     * @param removed the number of removed files of previous runs
     * @param foreignFiles the files that were overwritten although no run had written them
     */
    record Done(int written, int removed, List<Path> foreignFiles) implements PublishResult {

        public Done {
            foreignFiles = List.copyOf(foreignFiles);
        }

        /** Creates a result without foreign files. */
        public Done(int written, int removed) {
            this(written, removed, List.of());
        }
    }

    /**
     * Two executions would write the same file; nothing was written.
     *
     * @param file the file
     * @param execution the execution that wrote it in this build
     */
    record Conflict(Path file, String execution) implements PublishResult {}
}
