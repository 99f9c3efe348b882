package io.github.cookiecharter.scan.config;

import io.github.cookiecharter.model.Lifetime;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/** Parses the values of attributes in configurations and in the tables. */
final class ConfigValues {

    private ConfigValues() {}

    static FrameworkCatalogue.Effect effect(String word) {
        return FrameworkCatalogue.Effect.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    static Optional<Boolean> flag(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on" -> Optional.of(true);
            case "false", "no", "off" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    /** Parses a duration: {@code session}, seconds as a number, {@code 30m}, {@code 14 days}, {@code PT30M}, {@code P14D}. */
    static Optional<Lifetime> lifetime(String words) {
        String text = words.strip();
        if (text.equals("session") || text.startsWith("-")) {
            return Optional.of(new Lifetime.Session());
        }
        int digits = 0;
        while (digits < text.length() && digits < 16 && text.charAt(digits) >= '0' && text.charAt(digits) <= '9') {
            digits++;
        }
        if (digits == 0) {
            return iso(text);
        }
        long amount = Long.parseLong(text.substring(0, digits));
        Optional<ChronoUnit> unit = unit(text.substring(digits).strip());
        if (unit.isEmpty()) {
            return iso("PT" + text);
        }
        if (amount == 0) {
            return Optional.empty();
        }
        return Optional.of(new Lifetime.Lasting(amount, unit.get()));
    }

    private static Optional<ChronoUnit> unit(String word) {
        return switch (word) {
            case "", "s", "S", "second", "seconds" -> Optional.of(ChronoUnit.SECONDS);
            case "m", "M", "minute", "minutes" -> Optional.of(ChronoUnit.MINUTES);
            case "h", "H", "hour", "hours" -> Optional.of(ChronoUnit.HOURS);
            case "d", "D", "day", "days" -> Optional.of(ChronoUnit.DAYS);
            case "week", "weeks" -> Optional.of(ChronoUnit.WEEKS);
            case "month", "months" -> Optional.of(ChronoUnit.MONTHS);
            case "year", "years" -> Optional.of(ChronoUnit.YEARS);
            default -> Optional.empty();
        };
    }

    private static Optional<Lifetime> iso(String text) {
        try {
            Duration duration = Duration.parse(text);
            long seconds = duration.toSeconds();
            if (seconds < 0) {
                return Optional.of(new Lifetime.Session());
            }
            if (seconds == 0) {
                return Optional.empty();
            }
            return Optional.of(Lifetime.Lasting.ofSeconds(seconds));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
