package io.github.cookiecharter.scan.config.reader;

import java.util.regex.Pattern;

/** Keys whose values are secret, so that no report shows them. */
public final class SecretKeys {

    private static final Pattern SECRET = Pattern.compile(
            "passw(or)?d|pwd|passphrase|secret|credential|token|(api|access|private|signing|encryption)[-_.]?key",
            Pattern.CASE_INSENSITIVE);
    /** {@code security.token.cookie.cookie-name} is no secret. */
    private static final Pattern ATTRIBUTE =
            Pattern.compile("(name|path|domain|age|site|secure|only)$", Pattern.CASE_INSENSITIVE);

    private SecretKeys() {}

    /** Returns whether a key looks like a secret's. */
    public static boolean isSecret(String key) {
        return SECRET.matcher(key).find() && !ATTRIBUTE.matcher(key).find();
    }
}
