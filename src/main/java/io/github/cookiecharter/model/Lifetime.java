package io.github.cookiecharter.model;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** The lifetime of a cookie or an entry of web storage. */
public sealed interface Lifetime {

    /** Returns the lifetime as written in the declaration: {@code session}, {@code persistent}, {@code 13 months}. */
    default String words() {
        if (this instanceof Lasting lasting) {
            String units = lasting.unit().toString().toLowerCase(Locale.ROOT);
            return lasting.amount() + " " + (lasting.amount() == 1 ? units.substring(0, units.length() - 1) : units);
        }
        return this instanceof Persistent ? "persistent" : "session";
    }

    /** Kept until the browser is closed. */
    record Session() implements Lifetime {}

    /** Kept until it is deleted: storage without an expiry. */
    record Persistent() implements Lifetime {}

    /**
     * Kept for a fixed time, in the declared unit: 13 months stay 13 months and never become 395 days.
     *
     * @param amount the number of units, at least 1
     * @param unit one of seconds, minutes, hours, days, weeks, months and years
     */
    record Lasting(long amount, ChronoUnit unit) implements Lifetime {

        // Weeks are left out: code and configuration count days.
        private static final List<ChronoUnit> UNITS =
                List.of(ChronoUnit.YEARS, ChronoUnit.MONTHS, ChronoUnit.DAYS, ChronoUnit.HOURS, ChronoUnit.MINUTES);

        /**
         * A number of seconds in the largest of years, months, days, hours, minutes and seconds that needs no fraction.
         *
         * @param seconds at least 1
         */
        public static Lasting ofSeconds(long seconds) {
            for (ChronoUnit unit : UNITS) {
                if (seconds % secondsOf(unit) == 0) {
                    return new Lasting(seconds / secondsOf(unit), unit);
                }
            }
            return new Lasting(seconds, ChronoUnit.SECONDS);
        }

        /** The length in seconds by which lifetimes compare: a month is 30.4375 days, a year 365.25. */
        public double seconds() {
            return amount * (double) secondsOf(unit);
        }

        /** Returns whole days, rounded down, for runtimes that count in days. */
        public long wholeDays() {
            return (long) Math.floor(seconds() / 86_400d);
        }

        private static long secondsOf(ChronoUnit unit) {
            return switch (unit) {
                case SECONDS -> 1;
                case MINUTES -> 60;
                case HOURS -> 3_600;
                case DAYS -> 86_400;
                case WEEKS -> 604_800;
                case MONTHS -> 2_629_800;
                case YEARS -> 31_557_600;
                default -> throw new IllegalArgumentException("not a unit of the declaration: " + unit);
            };
        }

        /** Returns the lifetime as an ISO 8601 duration of one unit: {@code P13M}, {@code PT30M}. */
        public String iso() {
            return switch (unit) {
                case SECONDS -> "PT" + amount + "S";
                case MINUTES -> "PT" + amount + "M";
                case HOURS -> "PT" + amount + "H";
                case DAYS -> "P" + amount + "D";
                case WEEKS -> "P" + amount + "W";
                case MONTHS -> "P" + amount + "M";
                case YEARS -> "P" + amount + "Y";
                default -> throw new IllegalArgumentException("not a unit of the declaration: " + unit);
            };
        }
    }
}
