package io.github.cookiecharter.audit.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.github.cookiecharter.model.Lifetime;
import io.github.cookiecharter.model.SameSite;
import io.github.cookiecharter.output.Artefact;
import io.github.cookiecharter.scan.model.ObservedAttributes;
import io.github.cookiecharter.scan.model.StorageAction;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecordFilesTest {

    private static final VisitKey BEFORE = new VisitKey("/a?b=1", Phase.BEFORE, "");
    private static final VisitKey CATEGORY = new VisitKey("/", Phase.CATEGORIES, "statistics");

    private static AuditRecord record() {
        List<Sighting> sightings = new ArrayList<>();
        List<Optional<Lifetime>> lifetimes = new ArrayList<>(
                List.of(Optional.empty(), Optional.of(new Lifetime.Session()), Optional.of(new Lifetime.Persistent())));
        for (ChronoUnit unit : List.of(
                ChronoUnit.SECONDS,
                ChronoUnit.MINUTES,
                ChronoUnit.HOURS,
                ChronoUnit.DAYS,
                ChronoUnit.WEEKS,
                ChronoUnit.MONTHS,
                ChronoUnit.YEARS)) {
            lifetimes.add(Optional.of(new Lifetime.Lasting(7, unit)));
        }
        for (Optional<Lifetime> lifetime : lifetimes) {
            for (SeenKind kind : SeenKind.values()) {
                sightings.add(new Sighting(
                        BEFORE,
                        kind == SeenKind.CACHE,
                        kind,
                        "name",
                        StorageAction.SETS,
                        "shop.test",
                        true,
                        "how",
                        "http://shop.test/a.js:1:2",
                        new ObservedAttributes(
                                lifetime,
                                Optional.of(true),
                                Optional.of(false),
                                Optional.of(SameSite.LAX),
                                Optional.of("shop.test"),
                                Optional.of("/")),
                        Optional.of(true),
                        Optional.of("InvalidDomain"),
                        "0011"));
            }
        }
        sightings.add(new Sighting(
                CATEGORY,
                true,
                SeenKind.COOKIE,
                "",
                StorageAction.DELETES,
                "third.test",
                false,
                Sighting.KEPT,
                "third.test",
                ObservedAttributes.UNKNOWN,
                Optional.empty(),
                Optional.empty(),
                ""));
        return new AuditRecord(
                "Chromium 1",
                "2026-11-30",
                "http://shop.test/",
                List.of(
                        new Visit(
                                BEFORE,
                                true,
                                true,
                                "",
                                List.of("a note"),
                                Optional.of(true),
                                Optional.empty(),
                                Optional.of(new ButtonComparison(true, 1, 2, 3, 4, 5, 6, false))),
                        new Visit(
                                CATEGORY,
                                false,
                                false,
                                "it was not shown",
                                List.of(),
                                Optional.empty(),
                                Optional.of(false),
                                Optional.empty())),
                sightings);
    }

    private static String content(String file) {
        for (Artefact artefact : RecordFiles.artefacts(record())) {
            if (artefact.path().equals(file)) {
                return new String(artefact.content(), StandardCharsets.UTF_8);
            }
        }
        throw new AssertionError(file);
    }

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        assertThat(RecordFiles.read(content(RecordFiles.EVIDENCE), content(RecordFiles.VISITS)))
                .isEqualTo(record());
    }

    @Test
    void theEvidenceObeysTheSchema() throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                        .getSchema(Files.readString(
                                Path.of("src/main/resources/io/github/cookiecharter/report/evidence.schema.json")))
                        .validate(mapper.readTree(content(RecordFiles.EVIDENCE))))
                .isEmpty();
    }

    @Test
    void rejectsWhatNoAuditWrote() {
        assertThatThrownBy(() -> RecordFiles.read("[]", "{}")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> RecordFiles.read("[{\"kind\":\"x\"}]", content(RecordFiles.VISITS)))
                .isInstanceOf(IOException.class);
    }
}
