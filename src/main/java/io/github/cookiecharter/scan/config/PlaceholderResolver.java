package io.github.cookiecharter.scan.config;

import io.github.cookiecharter.scan.config.reader.ConfigKeys;
import io.github.cookiecharter.scan.config.reader.SecretKeys;
import io.github.cookiecharter.scan.config.reader.Setting;
import io.github.cookiecharter.scan.cookie.AbstractString;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Resolves {@code ${key}} and {@code ${key:default}} with the settings of the same configuration. The value of a key that
 * looks like a secret's stays unknown, so that no report shows it.
 */
final class PlaceholderResolver {

    private static final int MAX_DEPTH = 8;
    private static final int MAX_LENGTH = 1_000;
    private static final int MAX_PLACEHOLDERS = 100;

    private final Map<String, String> values = new HashMap<>();

    PlaceholderResolver(List<Setting> settings) {
        for (Setting setting : settings) {
            values.putIfAbsent(ConfigKeys.canonical(ConfigKeys.withoutProfile(setting.key())), setting.value());
        }
    }

    /** Returns the value, in which each run of unresolved parts is one unknown part. */
    AbstractString resolve(String value) {
        Resolution resolution = new Resolution();
        resolve(value, 0, resolution);
        return new AbstractString(resolution.text.toString());
    }

    /** The resolved text so far, and the number of placeholders that were resolved. */
    private static final class Resolution {
        private final StringBuilder text = new StringBuilder();
        private int placeholders;

        void appendUnknown() {
            if (text.length() == 0 || text.charAt(text.length() - 1) != AbstractString.UNKNOWN) {
                text.append(AbstractString.UNKNOWN);
            }
        }
    }

    private void resolve(String value, int depth, Resolution to) {
        int at = 0;
        while (at < value.length() && to.text.length() < MAX_LENGTH) {
            char c = value.charAt(at);
            boolean braced = (c == '$' || c == '#') && at + 1 < value.length() && value.charAt(at + 1) == '{';
            if (braced) {
                int end = closingBrace(value, at + 1);
                if (c == '$') {
                    resolveExpression(value.substring(at + 2, Math.max(at + 2, end - 1)), depth, to);
                } else {
                    to.appendUnknown();
                }
                at = end;
            } else if (c == '@' && value.indexOf('@', at + 1) > at + 1) {
                // @key@ is a placeholder that Maven replaces when it copies resources.
                at = value.indexOf('@', at + 1) + 1;
                to.appendUnknown();
            } else {
                to.text.append(c);
                at++;
            }
        }
    }

    private void resolveExpression(String inner, int depth, Resolution to) {
        String expression = inner.startsWith("?") ? inner.substring(1) : inner;
        int colon = expression.indexOf(':');
        String key = colon < 0 ? expression : expression.substring(0, colon);
        String value = values.get(ConfigKeys.canonical(key.strip()));
        if (depth == MAX_DEPTH || to.placeholders++ > MAX_PLACEHOLDERS || SecretKeys.isSecret(key.strip())) {
            to.appendUnknown();
        } else if (value != null) {
            resolve(value, depth + 1, to);
        } else if (colon >= 0) {
            String defaultValue = expression.substring(colon + 1);
            resolve(defaultValue.startsWith("-") ? defaultValue.substring(1) : defaultValue, depth + 1, to);
        } else {
            to.appendUnknown();
        }
    }

    /** Returns the index behind the brace that closes the one at an index, or the length if none does. */
    static int closingBrace(String value, int from) {
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
