package io.github.cookiecharter.audit.visit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.audit.browser.BrowserLauncher;
import io.github.cookiecharter.audit.browser.BrowserSearch;
import io.github.cookiecharter.audit.record.AuditRecord;
import io.github.cookiecharter.audit.record.Phase;
import io.github.cookiecharter.audit.record.RecordFiles;
import io.github.cookiecharter.audit.record.SeenKind;
import io.github.cookiecharter.audit.record.Sighting;
import io.github.cookiecharter.audit.record.Visit;
import io.github.cookiecharter.banner.BannerControls;
import io.github.cookiecharter.model.BannerRuntime;
import io.github.cookiecharter.output.Artefact;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An audit agrees with {@code truth.txt} about each act of {@link TruthPage}. */
@Tag("browser")
class AuditTruthBrowserTest {

    @TempDir
    private Path folder;

    private static Map<String, String> truth(int column, Phase phase) throws IOException {
        Map<String, String> truth = new TreeMap<>();
        try (InputStream stream =
                Objects.requireNonNull(AuditTruthBrowserTest.class.getResourceAsStream("../truth.txt"))) {
            for (String line : new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(each -> !each.startsWith("#"))
                    .toList()) {
                String[] cells = line.split(" \\| ", -1);
                if (cells[3].equals("all") || cells[3].equals(phase.word())) {
                    truth.put(cells[0] + " " + cells[1] + " " + cells[2], cells[column]);
                }
            }
        }
        return truth;
    }

    private static Set<String> seen(AuditRecord record, Phase phase, boolean kept) {
        Set<String> seen = new TreeSet<>();
        for (Sighting sighting : record.sightings()) {
            if (sighting.visit().phase() == phase
                    && sighting.isKept() == kept
                    && sighting.kind() != SeenKind.SERVICE_WORKER
                    && sighting.kind() != SeenKind.REQUEST
                    && sighting.kind() != SeenKind.CANVAS
                    && !sighting.name().startsWith("choice")) {
                String path = sighting.kind() == SeenKind.COOKIE
                        ? sighting.attributes()
                                .path()
                                .filter(each -> each.startsWith("/") && !each.equals("/"))
                                .map(each -> "@" + each)
                                .orElse("")
                        : "";
                seen.add(sighting.kind().word() + " " + sighting.name() + path + " "
                        + (sighting.firstParty() ? "own" : "third"));
            }
        }
        return seen;
    }

    private static List<String> differences(AuditRecord record, Phase phase, int column) throws IOException {
        Set<String> kept = seen(record, phase, true);
        Set<String> acts = seen(record, phase, false);
        List<String> differences = new ArrayList<>();
        Map<String, String> truth = truth(column, phase);
        truth.forEach((what, state) -> {
            boolean isKept = kept.contains(what);
            boolean isAct = acts.contains(what);
            if (isKept != state.equals("kept") || (state.equals("gone") || state.equals("act")) && !isAct) {
                differences.add(
                        phase + " " + what + ": " + state + ", and the audit has kept=" + isKept + " act=" + isAct);
            }
        });
        kept.stream()
                .filter(each -> !truth.containsKey(each))
                .forEach(each -> differences.add(phase + " only seen: " + each));
        return differences;
    }

    @ParameterizedTest
    @CsvSource({"chromium, 4", "firefox, 5"})
    void anAuditAgreesWithTheTruth(String browser, int column) throws Exception {
        try (AuditedSite site = new AuditedSite(BannerRuntime.VANILLA_COOKIECONSENT)) {
            new TruthPage(site);
            BrowserLauncher launcher = new BrowserLauncher(folder);
            BrowserSearch search =
                    new BrowserSearch(System.getenv("PATH"), File.pathSeparator, File.separatorChar == '\\');
            AuditSettings settings = new AuditSettings(
                    site.url(),
                    List.of(TruthPage.PATH),
                    List.of(Phase.BEFORE, Phase.ACCEPT),
                    List.of(),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(90),
                    Duration.ZERO);
            AuditRecord record = new SiteAudit(
                            () -> launcher.start(search.find(browser)),
                            settings,
                            BannerControls.of(site.charter()),
                            line -> {})
                    .run("2026-11-30");

            assertThat(record.visits()).allMatch(Visit::phaseReached);
            List<String> differences = new ArrayList<>(differences(record, Phase.BEFORE, column));
            differences.addAll(differences(record, Phase.ACCEPT, column));
            assertThat(differences).isEmpty();
            for (Artefact file : RecordFiles.artefacts(record)) {
                assertThat(new String(file.content(), StandardCharsets.UTF_8)).doesNotContain(AuditedSite.SECRET);
            }
        }
    }
}
