package io.github.cookiecharter.history.archive;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a recorded charter's file, such as {@code 2026-11-01-r712061027.zip}.
 *
 * @param day the day of the charter
 * @param revision its consent revision
 * @param number which one of that day it is, from 1; written from the second one on
 */
public record RecordedName(LocalDate day, int revision, int number) implements Comparable<RecordedName> {

    private static final Pattern FORM =
            Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})-r([1-9][0-9]{0,9})(?:-([1-9][0-9]{0,3}))?[.]zip");
    private static final Comparator<RecordedName> ORDER = Comparator.comparing(RecordedName::day)
            .thenComparing(RecordedName::number)
            .thenComparing(RecordedName::revision);

    /** Reads the name of a file; empty if it is that of no recorded charter. */
    static Optional<RecordedName> parse(String name) {
        Matcher matcher = FORM.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            long revision = Long.parseLong(matcher.group(2));
            int number = matcher.group(3) == null ? 1 : Integer.parseInt(matcher.group(3));
            return revision > Integer.MAX_VALUE
                    ? Optional.empty()
                    : Optional.of(new RecordedName(LocalDate.parse(matcher.group(1)), (int) revision, number));
        } catch (DateTimeException e) {
            // A day that no calendar has.
            return Optional.empty();
        }
    }

    /** Returns the name without its extension. */
    public String stem() {
        return day + "-r" + revision + (number == 1 ? "" : "-" + number);
    }

    /** Returns the name of the file. */
    public String fileName() {
        return stem() + ".zip";
    }

    /** Compares in the order of recording. */
    @Override
    public int compareTo(RecordedName other) {
        return ORDER.compare(this, other);
    }
}
