package io.github.cookiecharter.check;

import io.github.cookiecharter.charter.Charter.Cookie;
import io.github.cookiecharter.model.Keyword;
import io.github.cookiecharter.model.Lifetime;
import io.github.cookiecharter.scan.model.ObservedAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares declared attributes with those observed in the code, or by a browser. */
public final class AttributeDiff {

    // A month has 28 to 31 days, so code that counts in days is approximate.
    private static final double MONTHS_IN_DAYS = 0.085;
    private static final double YEARS_IN_DAYS = 0.015;

    private AttributeDiff() {}

    /**
     * Returns the attributes that the code sets to another value than declared, in words.
     *
     * @return such as {@code http-only is declared true and set false}
     */
    public static List<String> differences(Cookie cookie, ObservedAttributes seen) {
        List<String> differences = new ArrayList<>();
        compareFlag("http-only", cookie.httpOnly(), seen.httpOnly(), differences);
        compareFlag("secure", cookie.secure(), seen.secure(), differences);
        if (cookie.sameSite().isPresent()
                && seen.sameSite().isPresent()
                && cookie.sameSite().get() != seen.sameSite().get()) {
            Keyword declared = cookie.sameSite().get();
            differences.add(
                    describe("same-site", declared.word(), seen.sameSite().get().word()));
        }
        if (cookie.lifetime().isPresent()
                && seen.lifetime().isPresent()
                && differ(cookie.lifetime().get(), seen.lifetime().get())) {
            differences.add(describe(
                    "lifetime",
                    cookie.lifetime().get().words(),
                    seen.lifetime().get().words()));
        }
        return differences;
    }

    private static void compareFlag(
            String attribute, Optional<Boolean> declared, Optional<Boolean> seen, List<String> differences) {
        if (declared.isPresent() && seen.isPresent() && !declared.get().equals(seen.get())) {
            differences.add(
                    describe(attribute, declared.get().toString(), seen.get().toString()));
        }
    }

    private static String describe(String attribute, String declared, String seen) {
        return attribute + " is declared '" + declared + "' and is '" + seen + "' here";
    }

    private static boolean differ(Lifetime declared, Lifetime seen) {
        if (declared instanceof Lifetime.Lasting one && seen instanceof Lifetime.Lasting other) {
            double tolerance = switch (one.unit()) {
                case MONTHS -> MONTHS_IN_DAYS;
                case YEARS -> YEARS_IN_DAYS;
                default -> 0;
            };
            return Math.abs(one.seconds() - other.seconds()) > tolerance * one.seconds();
        }
        return !declared.equals(seen);
    }
}
