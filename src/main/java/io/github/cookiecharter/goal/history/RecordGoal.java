package io.github.cookiecharter.goal.history;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.goal.GenerateGoal;
import io.github.cookiecharter.goal.GoalResult;
import io.github.cookiecharter.history.archive.HistoryFolder;
import io.github.cookiecharter.history.archive.RecordedName;
import io.github.cookiecharter.history.archive.RecordedZip;
import io.github.cookiecharter.output.Artefact;
import io.github.cookiecharter.output.OutputException;
import io.github.cookiecharter.output.OutputLayout;
import io.github.cookiecharter.output.Outputs;
import io.github.cookiecharter.output.WebManifest;
import io.github.cookiecharter.report.CharterJson;
import io.github.cookiecharter.report.ConsoleLine;
import io.github.cookiecharter.rule.Severity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One execution of {@code record}: keeps the web files that visitors are shown from now on. */
public final class RecordGoal {

    private static final Pattern HASH = Pattern.compile("(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])");

    private final RecordRequest request;
    private final HistoryFolder folder;
    private final List<ConsoleLine> lines = new ArrayList<>();

    private RecordGoal(RecordRequest request) {
        this.request = request;
        this.folder = request.folder();
    }

    /**
     * Records the charter, or finds a recorded one.
     *
     * @throws OutputException if the file system refuses; the message is meant for the user
     */
    public static GoalResult run(RecordRequest request) throws OutputException {
        return request.find().isPresent()
                ? FindGoal.run(request, request.find().get())
                : new RecordGoal(request).record();
    }

    private GoalResult record() throws OutputException {
        GenerateGoal.WebFiles result = GenerateGoal.webFiles(request.generate());
        if (result instanceof GenerateGoal.WebFiles.Stopped stopped) {
            return stopped.result();
        }
        GenerateGoal.WebFiles.Generated generated = (GenerateGoal.WebFiles.Generated) result;
        Charter charter = generated.charter();
        WebManifest manifest = manifest(generated.artefacts());
        if (manifest.text().isEmpty()) {
            return new GoalResult.Refused("there is nothing to record: the parameter artefacts names no web files");
        }
        HistoryFolder.Listing listing = folder.list();
        listing.foreign().forEach(name -> warn(folder.foreign(name)));
        Optional<HistoryFolder.Entry> last = lastReadable(listing);
        if (last.isPresent() && hash(last.get()).equals(manifest.hash())) {
            return done(last.get().name(), manifest, generated.warnings(), false);
        }
        LocalDate day = charter.site().updated().orElse(request.today());
        if (last.isPresent() && day.isBefore(last.get().name().day())) {
            return new GoalResult.Refused("the charter of " + day + " cannot follow the recorded one of "
                    + last.get().name().day() + ": set site.updated to the day from which visitors are shown it");
        }
        RecordedName name = new RecordedName(day, charter.consent().revision(), nextNumber(listing, day));
        List<Artefact> files =
                generated.artefacts().stream().map(manifest::complete).toList();
        byte[] zip =
                RecordedZip.pack(files, manifest, CharterJson.generate(charter).content());
        if (!Outputs.create(folder.path().resolve(name.fileName()), zip)) {
            return new GoalResult.Refused(display(name) + " was written in the meantime: run the goal again");
        }
        return done(name, manifest, generated.warnings(), true);
    }

    // With a consent log the hash stands in the files already, and among them in the head.
    static WebManifest manifest(List<Artefact> artefacts) {
        for (Artefact artefact : artefacts) {
            if (WebManifest.nameOf(artefact)
                    .filter(WebManifest.HEAD_FILES::contains)
                    .isPresent()) {
                Matcher digits = HASH.matcher(new String(artefact.content(), StandardCharsets.UTF_8));
                while (digits.find()) {
                    WebManifest published = manifest(artefacts, digits.group());
                    if (published.hash().equals(digits.group())) {
                        return published;
                    }
                }
            }
        }
        return WebManifest.of(artefacts);
    }

    private static WebManifest manifest(List<Artefact> artefacts, String hash) {
        Map<String, String> hashes = new TreeMap<>();
        for (Artefact artefact : artefacts) {
            WebManifest.nameOf(artefact)
                    .filter(name -> !WebManifest.HEAD_FILES.contains(name))
                    .ifPresent(name -> hashes.put(name, WebManifest.hashOf(artefact.content(), hash)));
        }
        return WebManifest.of(hashes);
    }

    // A damaged one is reported and stays as it is; its day and number stay taken.
    private Optional<HistoryFolder.Entry> lastReadable(HistoryFolder.Listing listing) {
        Optional<HistoryFolder.Entry> last = Optional.empty();
        for (HistoryFolder.Entry entry : listing.entries()) {
            try {
                entry.zip().verify();
                last = Optional.of(entry);
            } catch (IOException e) {
                warn(folder.unreadable(entry, e));
            }
        }
        return last;
    }

    private static String hash(HistoryFolder.Entry entry) throws OutputException {
        try {
            return entry.zip().hash();
        } catch (IOException e) {
            throw new OutputException(entry.zip().path() + " cannot be read: run the goal again", e);
        }
    }

    private static int nextNumber(HistoryFolder.Listing listing, LocalDate day) {
        return 1
                + listing.entries().stream()
                        .filter(entry -> entry.name().day().equals(day))
                        .mapToInt(entry -> entry.name().number())
                        .max()
                        .orElse(0);
    }

    private GoalResult done(RecordedName name, WebManifest manifest, List<String> warnings, boolean isNew) {
        return new GoalResult.Done(
                "Cookie charter: " + (isNew ? "recorded " : "nothing to record, the charter is already ")
                        + display(name) + ", charter " + manifest.hash(),
                "",
                warnings,
                lines,
                isNew);
    }

    private void warn(String message) {
        lines.add(new ConsoleLine(Severity.WARNING, message));
    }

    private String display(RecordedName name) {
        Path file = folder.path().resolve(name.fileName()).normalize();
        return new OutputLayout(request.generate().module().folder(), Map.of()).display(file);
    }
}
