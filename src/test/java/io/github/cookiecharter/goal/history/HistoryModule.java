package io.github.cookiecharter.goal.history;

import io.github.cookiecharter.goal.GenerateGoal;
import io.github.cookiecharter.goal.GenerateRequest;
import io.github.cookiecharter.goal.GoalResult;
import io.github.cookiecharter.goal.RuleParameters;
import io.github.cookiecharter.output.OutputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** A module on disk with a declaration whose charter is recorded. */
record HistoryModule(Path base) {

    static final String DECLARATION = """
            site:
              name: Shop
              url: https://shop.example
              languages: [en, fr]
              controller: Shop Ltd
              contact: privacy@shop.example
              updated: 2026-11-01
            policy: { sections: [intro, cookies, history], history: 3 }
            services:
              audience:
                category: statistics
                name: Matomo
                purpose: { en: Count visits, fr: Compter les visites }
                retention: 25 months
                cookies: { _pk_id.*: { lifetime: 13 months } }
            """;

    HistoryModule declare(String declaration) throws IOException {
        Files.writeString(base.resolve("cookies.yaml"), declaration);
        return this;
    }

    private GenerateRequest request() {
        return new GenerateRequest(
                new GenerateRequest.Module(
                        base, "default", Set.of("default"), Set.of(), new ConcurrentHashMap<>(), "1.0"),
                base.resolve("cookies.yaml"),
                new RuleParameters("never", Map.of(), "", base),
                new GenerateRequest.ArtefactChoice(
                        List.of("policy", "banner", "markdown", "constants"), "com.example.Cookies", Optional.empty()),
                new GenerateRequest.ServedAddress("cookie-charter", "/"),
                new GenerateRequest.OutputDirectories(
                        base.resolve("web"), base.resolve("sources"), base.resolve("reports"), Optional.empty()));
    }

    GoalResult record() throws OutputException {
        return find(Optional.empty(), Optional.empty());
    }

    GoalResult find(Optional<String> hash, Optional<String> page) throws OutputException {
        return RecordGoal.run(new RecordRequest(request(), LocalDate.of(2026, 12, 24), hash, page));
    }

    GoalResult generate() throws OutputException {
        return GenerateGoal.run(request());
    }

    GoalResult changes(Optional<Path> since, String failOnChange) throws OutputException {
        return ChangesGoal.run(new ChangesRequest(
                request().module(),
                base.resolve("cookies.yaml"),
                base.resolve("reports"),
                since.map(path -> new ChangesRequest.Since(path.getFileName().toString(), path)),
                failOnChange));
    }

    Path history() {
        return base.resolve("cookies.history");
    }

    List<String> recorded() throws IOException {
        try (Stream<Path> files = Files.list(history())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    String web(String file) throws IOException {
        return Files.readString(base.resolve("web/cookie-charter").resolve(file));
    }

    String report(String file) throws IOException {
        return Files.readString(base.resolve("reports").resolve(file));
    }
}
