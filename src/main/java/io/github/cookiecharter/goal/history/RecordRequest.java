package io.github.cookiecharter.goal.history;

import io.github.cookiecharter.goal.DeclarationFile;
import io.github.cookiecharter.goal.GenerateRequest;
import io.github.cookiecharter.history.archive.HistoryFolder;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A request to record the charter, or to find a recorded one.
 *
 * @param generate what the build generates
 * @param today the day of a charter that states none
 * @param find the beginning of the hash of a recorded charter
 * @param page the language of the page to show of the charter that was found
 */
public record RecordRequest(GenerateRequest generate, LocalDate today, Optional<String> find, Optional<String> page) {

    /** Returns the folder of recorded charters. */
    HistoryFolder folder() {
        GenerateRequest.Module module = generate.module();
        return new HistoryFolder(
                new DeclarationFile(generate.declaration(), module.folder(), module.declarationOptional()).history());
    }
}
