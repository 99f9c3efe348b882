package io.github.cookiecharter.scan.config;

import io.github.cookiecharter.scan.config.reader.ConfigKeys;
import io.github.cookiecharter.scan.config.reader.Setting;
import io.github.cookiecharter.scan.cookie.AbstractString;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Resolves {@code ${key}} and {@code ${key:default}} by what the same configuration sets. */
final class PlaceholderResolver {

    private static final int DEEPEST = 8;
    private static final int LONGEST = 1_000;
    private static final int MOST = 100;

    private final Map<String, String> values = new HashMap<>();

    PlaceholderResolver(List<Setting> settings) {
        for (Setting setting : settings) {
            values.putIfAbsent(ConfigKeys.canonical(ConfigKeys.withoutProfile(setting.key())), setting.value());
        }
    }

    /** The value, in which each run that cannot be known is one unknown part. */
    AbstractString resolve(String value) {
        Answer answer = new Answer();
        resolve(value, 0, answer);
        return new AbstractString(answer.text.toString());
    }

    /** What is resolved so far, and how many placeholders that took. */
    private static final class Answer {
        private final StringBuilder text = new StringBuilder();
        private int placeholders;

        void unknown() {
            if (text.length() == 0 || text.charAt(text.length() - 1) != AbstractString.UNKNOWN) {
                text.append(AbstractString.UNKNOWN);
            }
        }
    }

    private void resolve(String value, int depth, Answer to) {
        int at = 0;
        while (at < value.length() && to.text.length() < LONGEST) {
            char c = value.charAt(at);
            boolean braced = (c == '$' || c == '#') && at + 1 < value.length() && value.charAt(at + 1) == '{';
            if (braced) {
                int end = closing(value, at + 1);
                if (c == '$') {
                    expression(value.substring(at + 2, Math.max(at + 2, end - 1)), depth, to);
                } else {
                    to.unknown();
                }
                at = end;
            } else if (c == '@' && value.indexOf('@', at + 1) > at + 1) {
                // What Maven fills in when it copies resources.
                at = value.indexOf('@', at + 1) + 1;
                to.unknown();
            } else {
                to.text.append(c);
                at++;
            }
        }
    }

    private void expression(String inner, int depth, Answer to) {
        String expression = inner.startsWith("?") ? inner.substring(1) : inner;
        int colon = expression.indexOf(':');
        String key = colon < 0 ? expression : expression.substring(0, colon);
        String known = values.get(ConfigKeys.canonical(key.strip()));
        if (depth == DEEPEST || to.placeholders++ > MOST) {
            to.unknown();
        } else if (known != null) {
            resolve(known, depth + 1, to);
        } else if (colon >= 0) {
            String otherwise = expression.substring(colon + 1);
            resolve(otherwise.startsWith("-") ? otherwise.substring(1) : otherwise, depth + 1, to);
        } else {
            to.unknown();
        }
    }

    /** The index behind the brace that closes the one at an index. */
    private static int closing(String value, int from) {
        int depth = 0;
        for (int i = from; i < value.length(); i++) {
            if (value.charAt(i) == '{') {
                depth++;
            } else if (value.charAt(i) == '}' && --depth == 0) {
                return i + 1;
            }
        }
        return value.length();
    }
}
