package io.github.cookiecharter.goal.history;

import io.github.cookiecharter.goal.GoalResult;
import io.github.cookiecharter.history.archive.HistoryFolder;
import io.github.cookiecharter.output.OutputException;
import io.github.cookiecharter.output.OutputLayout;
import io.github.cookiecharter.output.WebManifest;
import io.github.cookiecharter.report.ConsoleLine;
import io.github.cookiecharter.rule.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** Finds the recorded charter that an entry of the consent log speaks of. */
final class FindGoal {

    private static final int LEAST_DIGITS = 8;

    private final RecordRequest request;
    private final String prefix;
    private final HistoryFolder folder;
    private final List<ConsoleLine> lines = new ArrayList<>();

    private FindGoal(RecordRequest request, String prefix) {
        this.request = request;
        this.prefix = prefix.strip().toLowerCase(Locale.ROOT);
        this.folder = request.folder();
    }

    static GoalResult run(RecordRequest request, String prefix) throws OutputException {
        return new FindGoal(request, prefix).run();
    }

    private GoalResult run() throws OutputException {
        if (!prefix.matches("[0-9a-f]{" + LEAST_DIGITS + ",64}")) {
            return new GoalResult.Refused("the parameter find must be the value of 'charter' in an entry of the consent"
                    + " log, or at least the first " + LEAST_DIGITS + " of its 64 hexadecimal digits");
        }
        List<HistoryFolder.Entry> found = new ArrayList<>();
        TreeSet<String> hashes = new TreeSet<>();
        HistoryFolder.Listing listing = folder.list();
        listing.foreign().forEach(name -> warn(folder.foreign(name)));
        for (HistoryFolder.Entry entry : listing.entries()) {
            try {
                String hash = entry.zip().hash();
                if (hash.startsWith(prefix)) {
                    entry.zip().verify();
                    found.add(entry);
                    hashes.add(hash);
                }
            } catch (IOException e) {
                warn(folder.unreadable(entry, e));
            }
        }
        if (found.isEmpty()) {
            return failed("no recorded charter has the hash " + prefix + ": " + folder.name() + " holds "
                    + listing.entries().size() + "; look for it in the version control of the site's release");
        }
        if (hashes.size() > 1) {
            return failed("several recorded charters have a hash that begins with " + prefix + ": "
                    + String.join(", ", hashes) + "; give more digits");
        }
        return show(found);
    }

    // The same charter may be recorded again after another one.
    private GoalResult show(List<HistoryFolder.Entry> found) throws OutputException {
        for (HistoryFolder.Entry entry : found) {
            lines.add(new ConsoleLine(
                    Severity.NOTE,
                    display(entry.zip().path()) + ": shown from " + entry.name().day() + " on, consent revision "
                            + entry.name().revision()));
        }
        String summary = "Cookie charter: found " + display(found.get(0).zip().path());
        if (request.page().isEmpty()) {
            return done(summary + "; -Dcookie-charter.page=<language> shows its page");
        }
        Path target = request.generate()
                .directories()
                .reports()
                .resolve("recorded")
                .resolve(found.get(0).name().stem());
        try {
            found.get(0).zip().extract(target);
        } catch (IOException e) {
            throw new OutputException(
                    target + " cannot be written: check its permissions and the space on the disk", e);
        }
        Path pages = target.resolve(WebManifest.FOLDER);
        Path page = pages.resolve("policy." + request.page().get() + ".html").normalize();
        return page.startsWith(pages) && Files.isRegularFile(page)
                ? done(summary + " -> " + display(page))
                : failed("the recorded charter has no page in the language '"
                        + request.page().get() + "': see " + display(pages));
    }

    private GoalResult done(String summary) {
        return new GoalResult.Done(summary, "", List.of(), lines, true);
    }

    private GoalResult failed(String message) {
        return new GoalResult.Failed(lines, List.of(), message);
    }

    private void warn(String message) {
        lines.add(new ConsoleLine(Severity.WARNING, message));
    }

    private String display(Path path) {
        return new OutputLayout(request.generate().module().folder(), Map.of()).display(path.normalize());
    }
}
