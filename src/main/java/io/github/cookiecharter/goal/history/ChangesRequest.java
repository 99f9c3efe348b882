package io.github.cookiecharter.goal.history;

import io.github.cookiecharter.goal.GenerateRequest;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A request to say what changed.
 *
 * @param declaration the declaration, absolute
 * @param reportsDirectory the folder for the reports, absolute
 * @param since what the charter is compared with; empty for the last recorded one
 * @param failOnChange which change fails the build: {@code never}, {@code reask} or {@code any}
 */
public record ChangesRequest(
        GenerateRequest.Module module,
        Path declaration,
        Path reportsDirectory,
        Optional<Since> since,
        String failOnChange) {

    /**
     * What the charter is compared with.
     *
     * @param label what the user calls it: a path or coordinates
     * @param file a {@code charter.json}, a recorded charter, or an archive with a {@code charter.json}; absolute
     */
    public record Since(String label, Path file) {}
}
