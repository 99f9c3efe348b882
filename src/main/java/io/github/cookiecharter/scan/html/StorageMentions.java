package io.github.cookiecharter.scan.html;

/** Whether a text mentions anything that is worth a closer look: a search that is much faster than a lexer. */
public final class StorageMentions {

    private static final String[] WORDS = {"cookie", "storage", "indexeddb", "opendb", "dexie", "localforage"};

    private StorageMentions() {}

    public static boolean in(String text) {
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
