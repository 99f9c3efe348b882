package io.github.cookiecharter.audit.visit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Tells whether two values of one audit are the same, without keeping them: a hash with a salt that is created for the audit
 * and never written down.
 */
final class ValueHash {

    private static final int BYTES = 8;

    private final byte[] salt = new byte[32];

    ValueHash() {
        new SecureRandom().nextBytes(salt);
    }

    String of(String value) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            byte[] hash = digest.digest(value.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
