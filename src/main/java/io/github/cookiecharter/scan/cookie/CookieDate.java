package io.github.cookiecharter.scan.cookie;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates of the attribute {@code Expires} as browsers read them (RFC 6265, 5.1.1), and which of them are past.
 *
 * <p>No clock decides that, since the same input has to give the same bytes on every day: a constant date is past if it is
 * before 2026. Code that deletes a cookie uses a date of long ago; a later constant is taken for an end that the author
 * means.
 */
public final class CookieDate {

    /** The first year of which a constant date is not past. */
    public static final int FIRST_YEAR = 2026;

    private static final Instant FIRST_INSTANT =
            LocalDateTime.of(FIRST_YEAR, 1, 1, 0, 0).toInstant(ZoneOffset.UTC);

    private static final Pattern DELIMITERS = Pattern.compile("[\\x09\\x20-\\x2F\\x3B-\\x40\\x5B-\\x60\\x7B-\\x7E]+");
    private static final Pattern TIME =
            Pattern.compile("([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2})(?![0-9]).*", Pattern.DOTALL);
    private static final Pattern DAY = Pattern.compile("([0-9]{1,2})(?![0-9]).*", Pattern.DOTALL);
    private static final Pattern YEAR = Pattern.compile("([0-9]{2,4})(?![0-9]).*", Pattern.DOTALL);
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final int FIRST_YEAR_OF_BROWSERS = 1601;

    private int day = -1;
    private int month;
    private int year = -1;
    private int[] time = {};

    private CookieDate() {}

    /** Returns whether a date is before {@link #FIRST_YEAR}. */
    public static boolean isPast(Instant date) {
        return date.isBefore(FIRST_INSTANT);
    }

    /** Returns whether a number of milliseconds since 1970 is a date before {@link #FIRST_YEAR}. */
    public static boolean isPast(double millis) {
        return millis < FIRST_INSTANT.toEpochMilli();
    }

    /** The date that browsers make of a text; nothing where they make none of it. */
    public static Optional<Instant> parse(String text) {
        CookieDate date = new CookieDate();
        for (String token : DELIMITERS.split(text)) {
            date.take(token);
        }
        return date.instant();
    }

    /** A token is the first of time, day, month and year that is still missing and that it can be. */
    private void take(String token) {
        Matcher digits = TIME.matcher(token);
        if (time.length == 0 && digits.matches()) {
            time = new int[] {number(digits, 1), number(digits, 2), number(digits, 3)};
            return;
        }
        digits = DAY.matcher(token);
        if (day < 0 && digits.matches()) {
            day = number(digits, 1);
            return;
        }
        if (month == 0 && monthOf(token) > 0) {
            month = monthOf(token);
            return;
        }
        digits = YEAR.matcher(token);
        if (year < 0 && digits.matches()) {
            year = fourDigits(number(digits, 1));
        }
    }

    private static int number(Matcher digits, int group) {
        return Integer.parseInt(digits.group(group));
    }

    private static int monthOf(String token) {
        return token.length() < 3 ? 0 : MONTHS.indexOf(token.substring(0, 3).toLowerCase(Locale.ROOT)) + 1;
    }

    private static int fourDigits(int year) {
        if (year < 70) {
            return year + 2000;
        }
        return year < 100 ? year + 1900 : year;
    }

    private Optional<Instant> instant() {
        if (day < 0 || month == 0 || year < FIRST_YEAR_OF_BROWSERS || time.length == 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDateTime.of(year, month, day, time[0], time[1], time[2])
                    .toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
