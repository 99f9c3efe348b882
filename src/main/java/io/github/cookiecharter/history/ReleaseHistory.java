package io.github.cookiecharter.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The releases that changed something. The present charter is the last of them whether it is recorded already or not, so that
 * the page is the same before and after it is recorded: the record contains the page.
 */
public final class ReleaseHistory {

    /** A charter that was recorded on a day. */
    public record Recorded(LocalDate day, CharterSnapshot charter) {}

    private ReleaseHistory() {}

    /**
     * Returns the releases, the newest first.
     *
     * @param recorded in the order in which they were recorded
     * @param most how many to return at most
     * @param isShown which changes matter to the reader; a release without one is left out
     */
    public static List<Release> of(
            List<Recorded> recorded, CharterSnapshot present, int most, Predicate<Change> isShown) {
        List<Recorded> earlier = new ArrayList<>(recorded);
        if (!earlier.isEmpty() && isRecorded(earlier.get(earlier.size() - 1).charter(), present)) {
            earlier.remove(earlier.size() - 1);
        }
        List<Release> releases = new ArrayList<>();
        Optional<LocalDate> day = present.updated();
        CharterSnapshot after = present;
        for (int i = earlier.size() - 1; i >= 0 && releases.size() < most; i--) {
            CharterSnapshot before = earlier.get(i).charter();
            List<Change> changes = CharterComparison.compare(before, after);
            List<Change> shown = changes.stream().filter(isShown).toList();
            Asking asking = Asking.of(before, after, changes);
            if (!shown.isEmpty() || asking.asks()) {
                releases.add(new Release(day, shown, asking));
            }
            after = before;
            day = Optional.of(before.updated().orElse(earlier.get(i).day()));
        }
        return releases;
    }

    private static boolean isRecorded(CharterSnapshot last, CharterSnapshot present) {
        return CharterComparison.compare(last, present).isEmpty()
                && last.revision().equals(present.revision())
                && last.updated().equals(present.updated());
    }
}
