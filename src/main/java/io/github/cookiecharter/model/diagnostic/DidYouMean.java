package io.github.cookiecharter.model.diagnostic;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Suggests the known word that an unknown one was probably meant to be. */
public final class DidYouMean {

    private static final int MAX_LISTED = 10;
    // With thousands of unknown and known words, suggestions would take longer than the build.
    private static final int MAX_COMPARED = 1_000;
    private static final int MAX_COMPARED_IN_FULL = 100;

    private DidYouMean() {}

    /**
     * Returns the known word that is nearest to this one by edit distance, if it is near enough: at most 1 to 3 edits,
     * depending on the word's length.
     */
    public static Optional<String> suggestion(String word, Collection<String> known) {
        String plain = plain(word);
        int allowed = Math.max(1, Math.min(3, plain.length() / 3));
        return nearest(plain, known, allowed);
    }

    /** Returns the end of a message about an unknown word: a suggestion, the known words, or the nearest known word. */
    public static String messageEnd(String word, Collection<String> known) {
        Optional<String> near = suggestion(word, known);
        if (near.isPresent()) {
            return ": did you mean " + SafeText.quote(near.get()) + "?";
        }
        if (known.isEmpty()) {
            return "";
        }
        if (known.size() <= MAX_LISTED) {
            return (known.size() == 1 ? ": known here is only " : ": known here are ") + SafeText.join(known);
        }
        if (known.size() > MAX_COMPARED_IN_FULL) {
            return "";
        }
        String plain = plain(word);
        Optional<String> nearest = nearest(plain, known, Integer.MAX_VALUE);
        return nearest.map(found -> ": the nearest known one is " + SafeText.quote(found))
                .orElse("");
    }

    private static Optional<String> nearest(String plain, Collection<String> known, int allowed) {
        Optional<String> best = Optional.empty();
        int least = allowed;
        int compared = 0;
        for (String candidate : known) {
            if (++compared > MAX_COMPARED) {
                break;
            }
            String other = plain(candidate);
            if (Math.abs(other.length() - plain.length()) > least) {
                continue;
            }
            int distance = distance(plain, other);
            if (distance < least || (distance == least && best.isEmpty())) {
                least = distance;
                best = Optional.of(candidate);
            }
        }
        return best;
    }

    // Case, hyphens and underscores are often confused: sameSite, http_only. Words are cut to 80 characters, because
    // the cost of the distance grows with the product of the lengths.
    private static String plain(String word) {
        String start = word.length() > 80 ? word.substring(0, 80) : word;
        return start.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "").replace(" ", "");
    }

    // Restricted Damerau-Levenshtein distance (optimal string alignment): a swap of neighbours is one edit.
    private static int distance(String a, String b) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, Math.min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            beforeLast = last;
            last = row;
        }
        return last[b.length()];
    }
}
