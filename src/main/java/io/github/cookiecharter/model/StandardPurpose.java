package io.github.cookiecharter.model;

import java.util.Locale;

/**
 * The standard purposes: what most cookies are for. A declaration names them by their words, and every language with
 * built-in texts has a sentence for each.
 */
public enum StandardPurpose implements Keyword {
    SIGN_IN,
    REMEMBER_ME,
    SIGN_IN_PROCESS,
    SINGLE_SIGN_ON,
    TRUSTED_DEVICE,
    SESSION,
    FORM_PROTECTION,
    BOT_PROTECTION,
    FRAUD_PREVENTION,
    LOAD_BALANCING,
    BASKET,
    PAYMENT,
    FORM_INPUT,
    RETURN_PAGE,
    MESSAGES,
    CONSENT,
    LANGUAGE,
    REGION,
    APPEARANCE,
    ACCESSIBILITY,
    VIEW,
    RECENTLY_VIEWED,
    FAVOURITES,
    NOTICES,
    PLAYER,
    AUDIENCE,
    RETURNING_VISITORS,
    MONITORING,
    SESSION_RECORDING,
    TESTING,
    SURVEY,
    CAMPAIGN,
    ADVERTISING,
    AD_MEASUREMENT,
    AD_FREQUENCY,
    RETARGETING,
    AFFILIATE,
    VIDEO,
    MAPS,
    SOCIAL_MEDIA,
    CHAT;

    /** The longest that the sentence is in any language, in UTF-16 code units. */
    public static final int MAX_LENGTH = 130;

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

    @Override
    public String word() {
        return word;
    }

    /** Returns the key of the sentence among the built-in texts. */
    public String textKey() {
        return "purpose." + word;
    }
}
