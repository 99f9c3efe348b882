package io.github.cookiecharter.declaration;

import io.github.cookiecharter.declaration.format.AccentFormat;
import io.github.cookiecharter.declaration.format.LogPath;
import io.github.cookiecharter.model.diagnostic.SafeText;
import java.util.Locale;
import java.util.Optional;

/**
 * The format of a value. One enum instead of a lambda per format, because the lambdas would cost a cold build more than
 * the reading itself.
 */
enum ValueFormat {
    ANY,
    ACCENT,
    COOKIE_DOMAIN,
    COOKIE_NAME,
    COOKIE_PATH,
    CODE_PLACE,
    CONSTANT,
    CONTACT,
    COUNTRY,
    EXEMPT,
    FLAG,
    HOST_NAME,
    ID,
    LANGUAGE_TAG,
    LIFETIME,
    LOG_PATH,
    PATTERN,
    POSITIVE_INTEGER,
    URL,
    URL_OR_PATH;

    /** Validates a value. Returns the end of an error message that begins with the key, or empty for a valid value. */
    Optional<String> validate(String value) {
        return switch (this) {
            case ANY -> Optional.empty();
            case ACCENT -> AccentFormat.validate(value);
            case COOKIE_DOMAIN -> UrlFormats.validateCookieDomain(value);
            case COOKIE_NAME -> ValueFormats.validateLiteralCookieName(value);
            case COOKIE_PATH -> ValueFormats.validateCookiePath(value);
            case CODE_PLACE -> ValueFormats.validateCodePlace(value);
            case CONSTANT -> ValueFormats.validateConstant(value);
            case CONTACT -> UrlFormats.validateContact(value);
            case COUNTRY -> ValueFormats.validateCountry(value);
            case EXEMPT -> validateExempt(value);
            case FLAG ->
                value.equals("true") || value.equals("false")
                        ? Optional.empty()
                        : Optional.of("must be true or false, not " + SafeText.quote(value));
            case HOST_NAME -> UrlFormats.validateHostName(value);
            case ID -> ValueFormats.validateId(value);
            case LANGUAGE_TAG ->
                LanguageTags.canonical(value).isPresent()
                        ? Optional.empty()
                        : Optional.of(LanguageTags.explainInvalid(value));
            case LIFETIME -> LifetimeFormat.validate(value);
            case LOG_PATH -> LogPath.validate(value);
            case PATTERN -> UrlFormats.validatePattern(value);
            case POSITIVE_INTEGER -> ValueFormats.validatePositiveInteger(value);
            case URL -> UrlFormats.validateAbsoluteUrl(value);
            case URL_OR_PATH -> UrlFormats.validateUrlOrPath(value);
        };
    }

    /** Returns the end of a warning about a valid value, or empty. */
    Optional<String> caution(String value) {
        return switch (this) {
            case COOKIE_DOMAIN, HOST_NAME -> MixedScripts.explain(value);
            case PATTERN, URL, URL_OR_PATH -> MixedScripts.explain(UrlFormats.host(value));
            default -> Optional.empty();
        };
    }

    /** Returns the canonical form, in which equal values have the same text. */
    String canonical(String value) {
        return switch (this) {
            // Browsers ignore the leading dot (RFC 6265, 5.2.3).
            case COOKIE_DOMAIN -> UrlFormats.asciiHost(value.startsWith(".") ? value.substring(1) : value);
            case HOST_NAME -> UrlFormats.asciiHost(value);
            case COUNTRY -> value.toUpperCase(Locale.ROOT);
            case LANGUAGE_TAG -> LanguageTags.canonical(value).orElse(value);
            default -> value;
        };
    }

    private static Optional<String> validateExempt(String value) {
        if (value.equals("exempt")) {
            return Optional.empty();
        }
        String hint =
                value.equals("required") ? ": the category decides whether consent is needed, so remove the key" : "";
        return Optional.of("of a service can only be 'exempt', not " + SafeText.quote(value) + hint);
    }
}
