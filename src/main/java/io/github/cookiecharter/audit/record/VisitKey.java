package io.github.cookiecharter.audit.record;

/**
 * Names a visit.
 *
 * @param page the page's path with its query
 * @param phase what the visitor does
 * @param choice the category or the service that the visitor decides about; empty in the other phases
 */
public record VisitKey(String page, Phase phase, String choice) {

    /** Returns the visit in words, such as {@code / (categories: statistics)}. */
    public String words() {
        return page + " (" + phase.word() + (choice.isEmpty() ? "" : ": " + choice) + ")";
    }
}
