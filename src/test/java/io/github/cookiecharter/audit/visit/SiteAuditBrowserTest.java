package io.github.cookiecharter.audit.visit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.audit.browser.BrowserLaunchException;
import io.github.cookiecharter.audit.browser.BrowserLauncher;
import io.github.cookiecharter.audit.browser.BrowserSearch;
import io.github.cookiecharter.audit.browser.InstalledBrowser;
import io.github.cookiecharter.audit.judge.AuditJudge;
import io.github.cookiecharter.audit.record.AuditRecord;
import io.github.cookiecharter.audit.record.Phase;
import io.github.cookiecharter.audit.record.RecordFiles;
import io.github.cookiecharter.audit.record.SeenKind;
import io.github.cookiecharter.audit.record.Visit;
import io.github.cookiecharter.banner.BannerControls;
import io.github.cookiecharter.model.BannerRuntime;
import io.github.cookiecharter.output.Artefact;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds what an audit sees in a real browser to a site whose every act is known. */
@Tag("browser")
class SiteAuditBrowserTest {

    /** What pages keep in every phase, without the third party's. */
    private static final Set<String> ALWAYS = Set.of(
            "cookie redirected",
            "cookie SESSION",
            "cookie basket",
            "cookie pixel",
            "cookie undeclared",
            "cookie stored",
            "cookie worked",
            "cookie late",
            "local-storage draft",
            "local-storage direct",
            "session-storage tab",
            "indexed-db cart",
            "cache offline");

    private static final Set<String> STATISTICS =
            Set.of("cookie hits", "cookie stats-http", "local-storage heat", "indexed-db clicks");

    private static final Set<String> THIRD =
            Set.of("cookie framed", "cookie inner", "cookie chips", "local-storage frame-key");

    /** The site stores its last cookie 700 ms after it has loaded. */
    private static final Duration SETTLE = Duration.ofMillis(900);

    @TempDir
    private Path folder;

    private AuditRecord audit(String browser, AuditedSite site, List<String> pages, Duration timeout, Phase... phases)
            throws BrowserLaunchException {
        InstalledBrowser found =
                new BrowserSearch(System.getenv("PATH"), File.pathSeparator, File.separatorChar == '\\').find(browser);
        BrowserLauncher launcher = new BrowserLauncher(folder);
        AuditSettings settings =
                new AuditSettings(site.url(), pages, List.of(phases), List.of(), SETTLE, timeout, Duration.ZERO);
        return new SiteAudit(() -> launcher.start(found), settings, BannerControls.of(site.charter()), line -> {})
                .run("2026-11-30");
    }

    private static Set<String> kept(AuditRecord record, Phase phase, String choice, boolean firstParty) {
        return record.sightings().stream()
                .filter(sighting -> sighting.visit().phase() == phase
                        && sighting.visit().choice().equals(choice)
                        && sighting.isKept()
                        && sighting.firstParty() == firstParty
                        && sighting.kind() != SeenKind.SERVICE_WORKER
                        && sighting.kind() != SeenKind.WINDOW_NAME
                        && !sighting.name().startsWith("choice"))
                .map(sighting -> sighting.kind().word() + " " + sighting.name())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> all(Set<String> some, Set<String> more) {
        return Stream.concat(some.stream(), more.stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> findings(AuditedSite site, AuditRecord record, String rule) {
        return AuditJudge.judge(site.charter(), record, Map.of()).findings().stream()
                .filter(finding -> finding.rule().equals(rule))
                .map(finding ->
                        finding.severity().word() + " " + finding.cookie().orElse(""))
                .sorted()
                .toList();
    }

    private static void assertReachedWithoutSecrets(AuditRecord record) {
        assertThat(record.visits()).allMatch(Visit::phaseReached);
        for (Artefact file : RecordFiles.artefacts(record)) {
            assertThat(new String(file.content(), StandardCharsets.UTF_8)).doesNotContain(AuditedSite.SECRET);
        }
    }

    @Test
    void chromiumSeesEachPhase() throws Exception {
        try (AuditedSite site = new AuditedSite(BannerRuntime.TARTEAUCITRON)) {
            AuditRecord record = audit(
                    "chromium",
                    site,
                    List.of("/start"),
                    Duration.ofSeconds(60),
                    Phase.BEFORE,
                    Phase.CATEGORIES,
                    Phase.WITHDRAW,
                    Phase.OBJECT);

            assertReachedWithoutSecrets(record);
            assertThat(kept(record, Phase.BEFORE, "", true)).isEqualTo(all(ALWAYS, Set.of("cookie load")));
            assertThat(kept(record, Phase.CATEGORIES, "statistics", true))
                    .isEqualTo(all(ALWAYS, all(STATISTICS, Set.of("cookie load"))));
            assertThat(kept(record, Phase.CATEGORIES, "marketing", true))
                    .isEqualTo(all(ALWAYS, Set.of("cookie campaign", "cookie load")));
            assertThat(kept(record, Phase.CATEGORIES, "marketing", false)).isEqualTo(all(THIRD, Set.of("cookie adid")));
            assertThat(kept(record, Phase.OBJECT, "load", true)).isEqualTo(ALWAYS);
            assertThat(record.sightings())
                    .filteredOn(sighting -> sighting.name().equals("refused"))
                    .isNotEmpty()
                    .allMatch(sighting -> sighting.refused().isPresent());
            assertThat(findings(site, record, "kept-after-withdrawal"))
                    .containsExactly("error stats-http", "warning adid");
            assertThat(findings(site, record, "set-after-refusal")).isEmpty();
            assertThat(findings(site, record, "attributes-differ")).containsExactly("warning basket");
        }
    }

    @Test
    void firefoxSeesEachPhase() throws Exception {
        try (AuditedSite site = new AuditedSite(BannerRuntime.KLARO)) {
            AuditRecord record = audit(
                    "firefox", site, List.of("/start"), Duration.ofSeconds(60), Phase.REFUSE, Phase.ACCEPT, Phase.GPC);

            assertReachedWithoutSecrets(record);
            assertThat(kept(record, Phase.REFUSE, "", true)).isEqualTo(all(ALWAYS, Set.of("cookie load")));
            assertThat(kept(record, Phase.REFUSE, "", false)).isEqualTo(THIRD);
            assertThat(kept(record, Phase.ACCEPT, "", true))
                    .isEqualTo(all(ALWAYS, all(STATISTICS, Set.of("cookie campaign", "cookie load"))));
            assertThat(findings(site, record, "set-before-consent")).isEmpty();
            assertThat(record.sightings())
                    .filteredOn(sighting -> sighting.name().equals("late") && !sighting.isKept())
                    .isNotEmpty()
                    .allMatch(sighting -> sighting.place().contains("/page.js:4:"));
        }
    }

    @Test
    void aPageThatMisbehavesIsToldAndTheOthersAreVisited() throws Exception {
        try (AuditedSite site = new AuditedSite(BannerRuntime.VANILLA_COOKIECONSENT)) {
            site.site().put("/download.bin", "binary");
            site.site().put("/last", site.page(""));
            site.site().header("/last", "Content-Type", "text/html; charset=utf-8");
            AuditRecord record = audit(
                    "chromium",
                    site,
                    List.of("/missing", "/download.bin", "/last"),
                    Duration.ofSeconds(20),
                    Phase.BEFORE);

            Map<String, String> problems = record.visits().stream()
                    .collect(Collectors.toMap(visit -> visit.key().page(), Visit::problem));
            // Chromium names the status of an empty answer, or only that it cannot show it.
            assertThat(problems.get("/missing")).isNotEmpty();
            assertThat(problems.get("/download.bin")).isNotEmpty();
            assertThat(problems.get("/last")).isEmpty();
        }
    }
}
