package io.github.cookiecharter.imports.format;

import io.github.cookiecharter.imports.model.ImportedPart;
import io.github.cookiecharter.imports.model.Told;
import io.github.cookiecharter.model.Kind;
import io.github.cookiecharter.model.Lifetime;
import io.github.cookiecharter.model.Lifetime.Lasting;
import io.github.cookiecharter.model.SameSite;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Puts what files tell of a cookie into the keys of the declaration. */
final class CookieFacts {

    static final String LIFETIME = "lifetime";
    static final String DOMAIN = "domain";
    static final String PURPOSE = "purpose";
    static final String CATEGORY = "category";

    /** What no browser keeps a cookie beyond, in days (RFC 6265bis, 5.5). */
    private static final long LONGEST_DAYS = 400;

    private static final double LONGEST_SECONDS = LONGEST_DAYS * 86_400d;

    /** Beyond it, a number is a mistake of its file, such as milliseconds in place of seconds. */
    private static final double IMPOSSIBLE_SECONDS = 50 * 365.25 * 86_400;

    /** How long after the cookie was set a recording may have noted the time. */
    private static final double TOLERANCE = 0.01;

    private static final double MOST_TOLERANCE = 300;

    private static final List<ChronoUnit> MEASURED =
            List.of(ChronoUnit.DAYS, ChronoUnit.HOURS, ChronoUnit.MINUTES, ChronoUnit.SECONDS);

    private CookieFacts() {}

    /** Puts a lifetime that a list writes in words. */
    static void lifetime(ImportedPart part, Kind kind, String text) {
        LifetimeText.Reading reading = LifetimeText.read(text);
        if (reading.renewed()) {
            part.put("renewed", Told.of(true));
        }
        if (reading.lifetime().isEmpty()) {
            if (!text.isBlank()) {
                part.note("lifetime: " + reading.review());
            }
            return;
        }
        Lifetime lifetime = reading.lifetime().get();
        if (kind == Kind.PIXEL || (kind == Kind.SESSION_STORAGE && !(lifetime instanceof Lifetime.Session))) {
            part.note("the file says the lifetime '" + shortened(text) + "', which this kind does not have");
        } else if (lifetime instanceof Lifetime.Persistent && kind == Kind.COOKIE) {
            part.note("the file says the lifetime '" + shortened(text) + "', but browsers end every cookie after "
                    + LONGEST_DAYS + " days at most");
        } else {
            put(part, kind, lifetime, reading.review());
        }
    }

    private static String shortened(String text) {
        return text.length() > 80 ? text.substring(0, 80) + "…" : text;
    }

    /** Puts a lifetime, unless no browser could keep it. */
    static void put(ImportedPart part, Kind kind, Lifetime lifetime, String review) {
        boolean lasts = lifetime instanceof Lasting;
        double seconds = lifetime instanceof Lasting lasting ? lasting.seconds() : 0;
        if (kind == Kind.COOKIE && lasts && seconds > IMPOSSIBLE_SECONDS) {
            part.note("the file says the lifetime " + lifetime.words() + ", which is impossible");
            return;
        }
        String all = kind == Kind.COOKIE && lasts && seconds > LONGEST_SECONDS
                ? (review.isEmpty() ? "" : review + "; ") + "browsers keep a cookie " + LONGEST_DAYS + " days at most"
                : review;
        part.put(LIFETIME, all.isEmpty() ? Told.of(lifetime.words()) : Told.review(lifetime.words(), all));
    }

    /**
     * Puts a lifetime in seconds as a list or a header states it.
     *
     * @param seconds may be any number
     */
    static void seconds(ImportedPart part, double seconds) {
        if (seconds < 1 || seconds != Math.rint(seconds) || seconds > 1e15) {
            part.note("the file says the lifetime " + number(seconds) + " seconds, which is impossible");
            return;
        }
        long whole = (long) seconds;
        long thousandth = whole / 1_000;
        if (whole > LONGEST_SECONDS && whole % 1_000 == 0 && thousandth <= LONGEST_SECONDS && thousandth % 3_600 == 0) {
            put(part, Kind.COOKIE, exact(thousandth), "the file says " + whole + " seconds, probably milliseconds");
        } else {
            put(part, Kind.COOKIE, exact(whole), "");
        }
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : String.format(Locale.ROOT, "%.3g", value);
    }

    /** Returns seconds in the largest unit that needs no fraction; a year is 365 days here, as everybody counts it. */
    static Lasting exact(long seconds) {
        if (seconds % 86_400 == 0) {
            return new Lasting(seconds / 86_400, ChronoUnit.DAYS);
        }
        Lasting lasting = Lasting.ofSeconds(seconds);
        return lasting.unit() == ChronoUnit.YEARS ? new Lasting(lasting.amount() * 12, ChronoUnit.MONTHS) : lasting;
    }

    /**
     * Puts a lifetime that was measured: from the time of the recording to the end of the cookie.
     *
     * @param seconds what is left of it
     */
    static void measured(ImportedPart part, double seconds) {
        if (Double.isNaN(seconds) || seconds < 1) {
            part.note("lifetime: the cookie had ended when it was recorded");
            return;
        }
        for (ChronoUnit unit : MEASURED) {
            double length = new Lasting(1, unit).seconds();
            long amount = Math.round(seconds / length);
            double difference = Math.abs(amount * length - seconds);
            if (amount >= 1 && difference <= seconds * TOLERANCE && amount < 1_000_000_000L) {
                boolean exact = difference <= Math.min(MOST_TOLERANCE, seconds * TOLERANCE);
                boolean cut = unit == ChronoUnit.DAYS && amount == LONGEST_DAYS;
                put(
                        part,
                        Kind.COOKIE,
                        new Lasting(amount, unit),
                        cut
                                ? "browsers cut longer lifetimes to 400 days"
                                : exact ? "" : "measured some time after it was set");
                return;
            }
        }
        put(part, Kind.COOKIE, new Lasting(Math.round(seconds), ChronoUnit.SECONDS), "measured");
    }

    /** Puts the attribute {@code SameSite} in the words of any tool. */
    static void sameSite(ImportedPart part, String word) {
        String folded = word.strip().toLowerCase(Locale.ROOT);
        Optional<SameSite> value = SameSite.of(folded.equals("no_restriction") ? "none" : folded);
        value.ifPresent(known -> part.put("same-site", Told.of(known.word())));
    }

    /** Puts the domain, and the path unless it is the root. */
    static void place(ImportedPart part, String domain, String path) {
        part.put(DOMAIN, domain.strip().toLowerCase(Locale.ROOT));
        if (path.startsWith("/") && !path.equals("/")) {
            part.put("path", Told.of(path));
        }
    }
}
