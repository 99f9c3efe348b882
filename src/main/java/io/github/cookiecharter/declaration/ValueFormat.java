package io.github.cookiecharter.declaration;

import io.github.cookiecharter.model.diagnostic.SafeText;
import java.util.Optional;

/**
 * What a value looks like. One class for all of them: a lambda for each would cost a build that starts cold more than
 * the reading does.
 */
enum ValueFormat {
    ANY,
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
    PATTERN,
    POSITIVE_INTEGER,
    URL,
    URL_OR_PATH;

    /** What is wrong with a value, as the rest of a sentence whose subject is its key; nothing where it fits. */
    Optional<String> validate(String value) {
        return switch (this) {
            case ANY -> Optional.empty();
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
            case PATTERN -> UrlFormats.validatePattern(value);
            case POSITIVE_INTEGER -> ValueFormats.validatePositiveInteger(value);
            case URL -> UrlFormats.validateAbsoluteUrl(value);
            case URL_OR_PATH -> UrlFormats.validateUrlOrPath(value);
        };
    }

    /** The form in which two values are one. */
    String canonical(String value) {
        return switch (this) {
            case HOST_NAME -> UrlFormats.asciiHost(value);
            case LANGUAGE_TAG -> LanguageTags.canonical(value).orElse(value);
            default -> value;
        };
    }

    private static Optional<String> validateExempt(String value) {
        if (value.equals("exempt")) {
            return Optional.empty();
        }
        String hint = value.equals("required")
                ? ": whether consent is needed is said by the category, so remove the key"
                : "";
        return Optional.of("of a service can only be 'exempt', not " + SafeText.quote(value) + hint);
    }
}
