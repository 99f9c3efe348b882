package io.github.cookiecharter.declaration.format;

import io.github.cookiecharter.model.diagnostic.SafeText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Validates the path to which the banner reports choices. */
public final class LogPath {

    private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9._~-]+)+");

    // Parts of the rules of EasyList Cookie and EasyPrivacy that apply to a site's own requests too.
    private static final List<String> BLOCKED = List.of(
            "/cookie-consent/",
            "/cookie_consent/",
            "/cookieconsent.",
            "-cookie-consent/",
            "/gdpr-consent/",
            "/consent-management/",
            "/cookie-service/",
            "/tarteaucitron.",
            "/api/log/",
            "/beacon/",
            "/beacon.");

    private LogPath() {}

    /** Returns the end of an error message that begins with the key, or empty for a valid path. */
    public static Optional<String> validate(String value) {
        if (!PATH.matcher(value).matches()) {
            return Optional.of(
                    "must be a path of the site, of letters, digits and '-', '.', '_', '~' between slashes, such"
                            + " as /privacy-choice, not " + SafeText.quote(value));
        }
        String whole = value.toLowerCase(Locale.ROOT) + "/";
        return BLOCKED.stream()
                .filter(whole::contains)
                .findFirst()
                .map(rule -> "contains " + SafeText.quote(rule)
                        + ", which filter lists of browsers block: choose another path, such as /privacy-choice");
    }
}
