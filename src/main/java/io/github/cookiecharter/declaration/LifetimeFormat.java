package io.github.cookiecharter.declaration;

import io.github.cookiecharter.model.Lifetime;
import io.github.cookiecharter.model.diagnostic.SafeText;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Parses and validates lifetimes: a keyword, a number with an English unit, or an ISO 8601 duration of one unit. */
final class LifetimeFormat {

    /** The units, in ascending order. */
    static final List<String> UNITS = List.of("second", "minute", "hour", "day", "week", "month", "year");

    private static final List<ChronoUnit> CHRONO_UNITS = List.of(
            ChronoUnit.SECONDS,
            ChronoUnit.MINUTES,
            ChronoUnit.HOURS,
            ChronoUnit.DAYS,
            ChronoUnit.WEEKS,
            ChronoUnit.MONTHS,
            ChronoUnit.YEARS);
    private static final int MAX_DIGITS = 9;
    private static final String FORMS =
            "must be session, persistent, a number with a unit such as '13 months', or a duration such as P13M";

    private LifetimeFormat() {}

    static Optional<Lifetime> parse(String text) {
        if (text.equals("session")) {
            return Optional.of(new Lifetime.Session());
        }
        if (text.equals("persistent")) {
            return Optional.of(new Lifetime.Persistent());
        }
        return text.startsWith("P") ? parseIso(text) : parseWords(text);
    }

    static Optional<String> validate(String text) {
        if (parse(text).isPresent()) {
            return Optional.empty();
        }
        int digits = digitsFrom(text, 0);
        if (text.startsWith("-")) {
            // The Max-Age of a cookie that ends with the session, in java.net and in servlets.
            return Optional.of("must not be negative: " + SafeText.quote(text)
                    + (text.equals("-1") ? ": a cookie that ends with the browser's session has 'session'" : ""));
        }
        if (digits > 0 && isZero(text.substring(0, digits))) {
            return Optional.of("must not be zero: a cookie that ends with the browser's session has 'session'");
        }
        if (digits > MAX_DIGITS) {
            return Optional.of("is too long: " + SafeText.quote(text));
        }
        if (text.startsWith("P") && !text.startsWith("Pe")) {
            return Optional.of(
                    isZeroDuration(text)
                            ? "must not be zero: a cookie that ends with the browser's session has 'session'"
                            : "must be a duration of one unit, such as P13M or PT30M, not " + SafeText.quote(text)
                                    + LifetimeProposal.durationEnd(text));
        }
        boolean fraction = digits > 0 && digits < text.length() && ".,".indexOf(text.charAt(digits)) >= 0;
        return Optional.of(FORMS + ", not " + SafeText.quote(text)
                + (fraction ? ": write a whole number of a smaller unit" : LifetimeProposal.messageEnd(text)));
    }

    private static Optional<Lifetime> parseWords(String text) {
        int digits = digitsFrom(text, 0);
        if (digits == 0 || digits > MAX_DIGITS || digits >= text.length() || text.charAt(digits) != ' ') {
            return Optional.empty();
        }
        String word = text.substring(digits + 1);
        int unit = UNITS.indexOf(word.endsWith("s") ? word.substring(0, word.length() - 1) : word);
        return unit < 0 ? Optional.empty() : lasting(text.substring(0, digits), CHRONO_UNITS.get(unit));
    }

    private static Optional<Lifetime> parseIso(String text) {
        boolean time = text.startsWith("PT");
        int start = time ? 2 : 1;
        int end = digitsFrom(text, start);
        if (end == start || end - start > MAX_DIGITS || end != text.length() - 1) {
            return Optional.empty();
        }
        String letters = time ? "SMH" : "DWMY";
        int letter = letters.indexOf(text.charAt(end));
        if (letter < 0) {
            return Optional.empty();
        }
        return lasting(text.substring(start, end), CHRONO_UNITS.get(time ? letter : letter + 3));
    }

    private static Optional<Lifetime> lasting(String amount, ChronoUnit unit) {
        long number = Long.parseLong(amount);
        return number == 0 ? Optional.empty() : Optional.of(new Lifetime.Lasting(number, unit));
    }

    private static boolean isZeroDuration(String text) {
        int start = text.startsWith("PT") ? 2 : 1;
        int end = digitsFrom(text, start);
        return end > start && end == text.length() - 1 && isZero(text.substring(start, end));
    }

    private static boolean isZero(String digits) {
        return digits.replace("0", "").isEmpty();
    }

    private static int digitsFrom(String text, int from) {
        int end = from;
        while (end < text.length() && ValueFormats.isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }
}
