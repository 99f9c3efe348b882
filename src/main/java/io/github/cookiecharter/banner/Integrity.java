package io.github.cookiecharter.banner;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** Computes the hash by which a browser verifies a file (W3C Subresource Integrity). */
final class Integrity {

    private Integrity() {}

    /** Returns the value of the {@code integrity} attribute, such as {@code sha384-…}. */
    static String of(byte[] content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-384").digest(content);
            return "sha384-" + Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-384", e);
        }
    }
}
