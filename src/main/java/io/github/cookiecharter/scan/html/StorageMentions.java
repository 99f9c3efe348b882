package io.github.cookiecharter.scan.html;

/** Searches a text for words that code which sets cookies or web storage contains; much faster than the lexer. */
public final class StorageMentions {

    private static final String[] WORDS = {"cookie", "storage", "indexeddb", "opendb", "dexie", "localforage"};

    private StorageMentions() {}

    /** Returns whether a text contains one of the words, in any case. */
    public static boolean anyIn(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = (char) (text.charAt(i) | 0x20);
            if (c == 'c' || c == 's' || c == 'i' || c == 'o' || c == 'd' || c == 'l') {
                for (String word : WORDS) {
                    if (word.charAt(0) == c && text.regionMatches(true, i, word, 0, word.length())) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
