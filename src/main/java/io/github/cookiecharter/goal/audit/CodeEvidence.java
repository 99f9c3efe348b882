package io.github.cookiecharter.goal.audit;

import io.github.cookiecharter.audit.json.JsonValue;
import io.github.cookiecharter.audit.judge.AuditJudge;
import io.github.cookiecharter.scan.model.Evidence;
import io.github.cookiecharter.scan.model.StorageAction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads what the goal {@code check} found in the code, so that a finding of the audit can name the place. */
final class CodeEvidence {

    private CodeEvidence() {}

    /** Returns the first place of the project's own code for each name; none if {@code check} did not run. */
    static Map<String, String> read(Path file) {
        Map<String, String> places = new LinkedHashMap<>();
        try {
            for (JsonValue item : JsonValue.parse(Files.readString(file)).items()) {
                if (item.get("origin").text().equals(Evidence.OWN)
                        && item.get("action").text().equals(StorageAction.SETS.word())
                        && item.get("name").isPresent()) {
                    places.putIfAbsent(
                            AuditJudge.codeKey(
                                    item.get("kind").text(), item.get("name").text()),
                            item.get("place").text());
                }
            }
        } catch (NoSuchFileException e) {
            // The module does not run check.
            return Map.of();
        } catch (IOException e) {
            // The places are an addition; a damaged file must not hide what the audit saw.
            return Map.of();
        }
        return places;
    }
}
