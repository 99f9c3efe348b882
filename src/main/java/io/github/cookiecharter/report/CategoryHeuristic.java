package io.github.cookiecharter.report;

import java.util.List;
import java.util.Locale;

/** Guesses the category of a cookie that nobody knows by its name; whoever takes the guess over has to review it. */
final class CategoryHeuristic {

    private static final List<String> NECESSARY = List.of(
            "session",
            "sess",
            "sid",
            "csrf",
            "xsrf",
            "auth",
            "token",
            "login",
            "logon",
            "signin",
            "signon",
            "remember",
            "sso",
            "jwt",
            "cart",
            "basket",
            "consent");

    private CategoryHeuristic() {}

    /** {@code necessary} where the name tells of a session, a sign-in or a basket, else {@code preferences}. */
    static String category(String name) {
        String words = name.toLowerCase(Locale.ROOT);
        for (String word : NECESSARY) {
            if (words.contains(word)) {
                return "necessary";
            }
        }
        return "preferences";
    }
}
