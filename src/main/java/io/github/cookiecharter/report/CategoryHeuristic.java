package io.github.cookiecharter.report;

import java.util.List;
import java.util.Locale;

/** Guesses the category of a cookie that is not in the catalogue from its name; the author has to review it. */
public final class CategoryHeuristic {

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

    /**
     * Returns {@code necessary} if the name suggests a session, a sign-in or a basket, otherwise {@code preferences}.
     */
    public static String category(String name) {
        String words = name.toLowerCase(Locale.ROOT);
        for (String word : NECESSARY) {
            if (words.contains(word)) {
                return "necessary";
            }
        }
        return "preferences";
    }
}
