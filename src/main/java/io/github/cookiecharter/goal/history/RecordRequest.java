package io.github.cookiecharter.goal.history;

import io.github.cookiecharter.goal.GenerateRequest;
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
public record RecordRequest(GenerateRequest generate, LocalDate today, Optional<String> find, Optional<String> page) {}
