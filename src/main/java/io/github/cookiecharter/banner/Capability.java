package io.github.cookiecharter.banner;

/** The capabilities in which banner runtimes differ. The shared part of {@code banner.js} supplies what all of them do. */
enum Capability {
    /** Shows the table of cookies in its preferences. */
    COOKIE_TABLE,
    /** Lets the visitor choose by service, and not by category alone. */
    CHOICE_BY_SERVICE,
    /** Records when the visitor chose. */
    TIME,
    /** Records an id of the choice, by which a visitor can prove it. */
    ID,
    /** Records the revision inside the record, and not in its name. */
    REVISION_IN_RECORD,
    /** Works where the Content-Security-Policy allows scripts by nonce alone. */
    NONCE_ONLY
}
