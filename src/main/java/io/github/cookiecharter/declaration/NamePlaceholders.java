package io.github.cookiecharter.declaration;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds the signs with which lists of cookies write the changing part of a name: {@code _gac_<property-id>}, {@code
 * _ga_[XXX]}, {@code _hjSession_{site_id}}, {@code _pk_id.#}, {@code _ga_XXXXXXXXXX}. Here it is {@code *}.
 */
public final class NamePlaceholders {

    private NamePlaceholders() {}

    /** The first regular expression costs a cold JVM some milliseconds, so only a suspicious name loads this class. */
    private static final class Placeholder {
        static final Pattern PATTERN = Pattern.compile("<[^<>]*>"
                + "|\\[[\\w\\s.-]*]"
                + "|\\{[\\w\\s.-]*}"
                + "|(?<![A-Za-z0-9])#+(?![A-Za-z0-9])"
                + "|(?<![A-Za-z0-9])(?:X{3,}|x{3,})(?![A-Za-z0-9])");
    }

    /** Returns the name with {@code *} in place of each placeholder; empty if it has none, or nothing else. */
    public static Optional<String> pattern(String name) {
        if (!mayHaveOne(name)) {
            return Optional.empty();
        }
        String pattern = Placeholder.PATTERN.matcher(name).replaceAll("*").replaceAll("\\*+", "*");
        return pattern.equals(name) || pattern.replace("*", "").isEmpty() ? Optional.empty() : Optional.of(pattern);
    }

    private static boolean mayHaveOne(String name) {
        for (int i = 0; i < name.length(); i++) {
            if ("<[{#".indexOf(name.charAt(i)) >= 0) {
                return true;
            }
        }
        return name.contains("XXX") || name.contains("xxx");
    }
}
