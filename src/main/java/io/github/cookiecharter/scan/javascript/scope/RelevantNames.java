package io.github.cookiecharter.scan.javascript.scope;

import io.github.cookiecharter.scan.javascript.syntax.Tokens;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Which names of a large bundle are worth remembering: those around a mention of something that is stored, and those that
 * their values name. Of a small file all are.
 */
final class RelevantNames {

    private static final int SMALL = 400_000;
    private static final int AROUND = 250;
    private static final int ROUNDS = 2;

    private final boolean isSmall;
    private final Set<String> names = new HashSet<>();

    RelevantNames(Tokens tokens) {
        isSmall = tokens.size() < SMALL;
        if (isSmall) {
            return;
        }
        int done = 0;
        for (int i = 0; i < tokens.size(); i++) {
            if (isMention(tokens, i)) {
                int end = Math.min(tokens.size(), i + AROUND);
                for (int near = Math.max(done, i - AROUND); near < end; near++) {
                    add(tokens, near);
                }
                done = end;
            }
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 1; i + 1 < tokens.size(); i++) {
                boolean binds = tokens.is(i, "=") || tokens.is(i, ":");
                if (binds && tokens.isIdentifier(i + 1) && names.contains(tokens.text(i - 1))) {
                    for (int value = i + 1; value < i + 6; value++) {
                        add(tokens, value);
                    }
                }
            }
        }
    }

    private void add(Tokens tokens, int i) {
        if (tokens.isIdentifier(i)) {
            names.add(tokens.text(i));
        }
    }

    private static boolean isMention(Tokens tokens, int i) {
        String text = tokens.text(i);
        if (!tokens.isIdentifier(i) || text.length() < 5) {
            return false;
        }
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.contains("cookie")
                || lower.contains("storage")
                || lower.contains("indexeddb")
                || text.equals("setItem");
    }

    boolean isRelevant(String name) {
        return isSmall || names.contains(name);
    }
}
