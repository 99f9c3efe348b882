package io.github.cookiecharter.jurisdiction;

import io.github.cookiecharter.model.Lifetime;
import java.util.Optional;
import java.util.Set;

/**
 * An exemption from consent that a jurisdiction knows.
 *
 * @param subject what it covers
 * @param conditions the conditions under which it applies
 * @param lifetime the longest lifetime of a cookie under it, if there is a limit
 * @param retention the longest period for which data is kept under it, if there is a limit
 * @param provenance where the exemption and its conditions come from
 */
public record Exemption(
        Subject subject,
        Set<ExemptionCondition> conditions,
        Optional<Limit> lifetime,
        Optional<Limit> retention,
        Provenance provenance) {

    /** What an exemption covers. */
    public enum Subject {
        /** What is strictly necessary: the categories of the site's own can claim it. */
        NECESSARY("necessary", "what is strictly necessary"),
        /** Audience measurement, in the category of that name. */
        STATISTICS("statistics", "audience measurement"),
        /** Settings of the display, in the category of that name. */
        PREFERENCES("preferences", "display settings");

        private final String word;
        private final String description;

        Subject(String word, String description) {
            this.word = word;
            this.description = description;
        }

        /** Returns the word of the data. */
        public String word() {
            return word;
        }

        /** Returns what it covers, for messages. */
        public String description() {
            return description;
        }

        /** Returns what an exempt service in a category claims. */
        public static Subject ofCategory(String category) {
            return category.equals(STATISTICS.word)
                    ? STATISTICS
                    : category.equals(PREFERENCES.word) ? PREFERENCES : NECESSARY;
        }
    }

    public Exemption {
        conditions = Set.copyOf(conditions);
    }

    /** Returns whether the exemption applies only under a condition. */
    public boolean needs(ExemptionCondition condition) {
        return conditions.contains(condition);
    }

    /**
     * A limit of the data.
     *
     * @param length the lifetime or period
     * @param provenance where it comes from
     */
    public record Limit(Lifetime.Lasting length, Provenance provenance) {}
}
