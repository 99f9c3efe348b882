package io.github.cookiecharter.history;

import java.util.List;

/** Whether visitors are asked again after a change of the charter, and why. */
public enum Asking {
    /** Nothing needs consent now. */
    NOBODY_IS_ASKED,
    /** Something needs consent now, and nothing did. */
    FOR_THE_FIRST_TIME,
    /** What visitors consented to has changed. */
    AGAIN,
    /** The revision is another one, although nothing that visitors consented to has changed. */
    AGAIN_BY_HAND,
    /** What visitors consented to has changed, and the declaration keeps the former revision. */
    KEPT_BY_HAND,
    /** Visitors keep their choice. */
    NOT_AGAIN;

    /** Returns what follows from some changes. */
    public static Asking of(CharterSnapshot before, CharterSnapshot after, List<Change> changes) {
        if (!after.asksForConsent()) {
            return NOBODY_IS_ASKED;
        }
        if (!before.asksForConsent()) {
            return FOR_THE_FIRST_TIME;
        }
        boolean isOther = changes.stream().anyMatch(Change::asksAgain);
        if (changes.stream().anyMatch(change -> change.asksAgain() && change.subject() == Change.Subject.CONSENT)) {
            return AGAIN;
        }
        // Without a banner of its own the charter has no revision, and who asks must see to it.
        if (before.revision().isEmpty() || after.revision().isEmpty()) {
            return isOther ? AGAIN : NOT_AGAIN;
        }
        if (before.revision().equals(after.revision())) {
            return isOther ? KEPT_BY_HAND : NOT_AGAIN;
        }
        return isOther ? AGAIN : AGAIN_BY_HAND;
    }

    /** Returns whether visitors see the question again, or for the first time. */
    public boolean asks() {
        return this == AGAIN || this == AGAIN_BY_HAND || this == FOR_THE_FIRST_TIME;
    }
}
